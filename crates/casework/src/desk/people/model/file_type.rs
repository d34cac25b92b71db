//! What a file is, told by its first bytes: a name can say anything.

/// The largest file that is kept, in bytes.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;

/// A kind of file that may be attached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FileType {
    /// PDF.
    Pdf,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// HEIC, as telephones take pictures.
    Heic,
    /// A word processor's document (Office Open XML), without macros.
    Docx,
    /// A word processor's document (OpenDocument).
    Odt,
}

impl FileType {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Pdf, Self::Jpeg, Self::Png, Self::Webp, Self::Heic, Self::Docx, Self::Odt];

    /// What these bytes are, if it is something that may be attached.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let at =
            |place: usize, expected: &[u8]| bytes.get(place..).is_some_and(|rest| rest.starts_with(expected));
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        if at(0, b"%PDF-") {
            Some(Self::Pdf)
        } else if at(0, b"\xff\xd8\xff") {
            Some(Self::Jpeg)
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            Some(Self::Png)
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Some(Self::Webp)
        } else if at(4, b"ftyp")
            && [&b"heic"[..], b"heix", b"heim", b"heis", b"mif1"].iter().any(|brand| at(8, brand))
        {
            Some(Self::Heic)
        } else if at(0, b"PK\x03\x04") && at(30, b"mimetypeapplication/vnd.oasis.opendocument.text") {
            Some(Self::Odt)
        } else if at(0, b"PK\x03\x04") && holds(b"word/document.xml") && !holds(b"vbaProject.bin") {
            Some(Self::Docx)
        } else {
            None
        }
    }

    /// Its media type (IANA).
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Heic => "image/heic",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Odt => "application/vnd.oasis.opendocument.text",
        }
    }

    /// The ending that a file of this kind has.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Heic => "heic",
            Self::Docx => "docx",
            Self::Odt => "odt",
        }
    }

    /// The kind with a media type.
    pub fn of_media_type(media_type: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.media_type() == media_type)
    }
}

/// A name for a file, made of what was given: no path, no control characters, the ending of what it is.
pub fn tidy_name(given: &str, kind: FileType) -> String {
    let base = given.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = base
        .chars()
        .filter(|letter| !letter.is_control() && !matches!(letter, '"' | '<' | '>' | '|' | ':' | '*' | '?'))
        .collect();
    let clean = clean.trim().trim_matches('.');
    let stem = clean.rsplit_once('.').map_or(clean, |(stem, _)| stem).trim();
    let stem: String = stem.chars().take(80).collect();
    let stem = if stem.is_empty() { "allegato".to_owned() } else { stem };
    format!("{stem}.{}", kind.ending())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_bytes_say() {
        let odt =
            [&b"PK\x03\x04"[..], &[0; 26], b"mimetypeapplication/vnd.oasis.opendocument.textPK"].concat();
        let docx = [&b"PK\x03\x04"[..], &[0; 26], b"[Content_Types].xml word/document.xml"].concat();
        for (bytes, kind) in [
            (&b"%PDF-1.7 ..."[..], Some(FileType::Pdf)),
            (b"\xff\xd8\xff\xe0", Some(FileType::Jpeg)),
            (b"\x89PNG\r\n\x1a\n....", Some(FileType::Png)),
            (b"RIFF....WEBPVP8 ", Some(FileType::Webp)),
            (b"\0\0\0\x18ftypheic....", Some(FileType::Heic)),
            (&odt, Some(FileType::Odt)),
            (&docx, Some(FileType::Docx)),
            (&[&docx[..], b"word/vbaProject.bin"].concat(), None),
            (b"PK\x03\x04 something else", None),
            (b"<html><script>", None),
            (b"<svg onload=", None),
            (b"MZ\x90", None),
            (b"", None),
        ] {
            assert_eq!(FileType::of(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
        for kind in FileType::ALL {
            assert_eq!(FileType::of_media_type(kind.media_type()), Some(kind));
        }
    }

    #[test]
    fn a_name_is_made_harmless_and_says_what_the_file_is() {
        for (given, name) in [
            ("passaporto.PDF", "passaporto.pdf"),
            ("../../etc/passwd", "passwd.pdf"),
            ("C:\\doc\\carta identità.jpeg", "carta identità.pdf"),
            ("a\r\nb\".exe", "ab.pdf"),
            ("", "allegato.pdf"),
            (".htaccess", "htaccess.pdf"),
        ] {
            assert_eq!(tidy_name(given, FileType::Pdf), name);
        }
    }
}
