//! What kind of file it is, by its bytes, and whether it is safe to unpack.

use std::io::{Cursor, Read, Write};

use super::{Limits, SheetError};

/// How the file is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx {
        /// Whether any sheet has merged cells, which takes a second look to know where.
        merged: bool,
    },
    Ods,
    Xls,
    Text,
}

const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// Beginnings of files that people take for registers.
const OTHERS: [(&[u8], &str); 13] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "an image"),
    (b"\xFF\xD8\xFF", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"BM\x00", "an image"),
    (b"II*\x00", "an image"),
    (b"MM\x00*", "an image"),
    (b"{\\rtf", "a text document"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xBC\xAF", "a 7z archive"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"SQLite format", "a database"),
];

/// Tells the kind of file.
pub(super) fn sniff(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Kind, SheetError> {
    if bytes.starts_with(b"PK") {
        return zipped(bytes, limits);
    }
    if bytes.starts_with(COMPOUND) {
        return compound(bytes);
    }
    if let Some((_, what)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(SheetError::NotASpreadsheet(what));
    }
    if is_markup(bytes) {
        return Err(SheetError::NotASpreadsheet("a web page"));
    }
    let name = file_name.to_ascii_lowercase();
    if [".xlsx", ".xlsm", ".ods"].iter().any(|extension| name.ends_with(extension)) {
        return Err(SheetError::Corrupt("not a workbook inside, whatever its name says".to_owned()));
    }
    Ok(Kind::Text)
}

fn is_markup(bytes: &[u8]) -> bool {
    let body = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let start = body[..body.len().min(64)].to_ascii_lowercase();
    [&b"<html"[..], b"<!doctype", b"<table", b"<meta", b"<head", b"<?xml", b"<style", b"<!--"]
        .iter()
        .any(|tag| start.starts_with(tag))
}

/// A zip container: what it holds, and whether unpacking it is safe.
///
/// The sizes that the container declares are checked first, then everything is unpacked once and thrown
/// away, because the declaration can lie. It costs a fraction of the parsing that follows.
fn zipped(bytes: &[u8], limits: &Limits) -> Result<Kind, SheetError> {
    let corrupt = |error: zip::result::ZipError| SheetError::Corrupt(error.to_string());
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(corrupt)?;
    if archive.len() > 10_000 {
        return Err(SheetError::TooLarge { what: "entries", found: archive.len() as u64, limit: 10_000 });
    }
    let mut declared = 0_u64;
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).map_err(corrupt)?;
        if entry.encrypted() {
            return Err(SheetError::Encrypted);
        }
        declared = declared.saturating_add(entry.size());
    }
    let packed = bytes.len() as u64;
    within(packed, declared, limits)?;
    let mut unpacked = 0_u64;
    let (mut workbook, mut mimetype, mut other) = (false, Vec::new(), None);
    let mut merges = Search::for_text(b"mergeCell");
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(corrupt)?;
        match entry.name() {
            "xl/workbook.xml" => workbook = true,
            "xl/workbook.bin" => other = Some("a binary workbook (XLSB)"),
            "word/document.xml" => other = Some("a text document"),
            "ppt/presentation.xml" => other = Some("a presentation"),
            _ => {}
        }
        let is_mimetype = entry.name() == "mimetype";
        let allowance = limits.unpacked.saturating_sub(unpacked).saturating_add(1);
        let mut body = entry.take(allowance);
        let damaged = |error: std::io::Error| SheetError::Corrupt(error.to_string());
        unpacked += if is_mimetype {
            body.read_to_end(&mut mimetype).map_err(damaged)? as u64
        } else {
            std::io::copy(&mut body, &mut merges).map_err(damaged)?
        };
        within(packed, unpacked, limits)?;
    }
    if workbook {
        return Ok(Kind::Xlsx { merged: merges.found });
    }
    if mimetype.starts_with(b"application/vnd.oasis.opendocument.spreadsheet") {
        return Ok(Kind::Ods);
    }
    Err(SheetError::NotASpreadsheet(other.unwrap_or("an archive")))
}

/// Looks for a word in what is unpacked and thrown away.
struct Search {
    word: &'static [u8],
    /// The end of what came before, where the word may have begun.
    tail: Vec<u8>,
    found: bool,
}

impl Search {
    const fn for_text(word: &'static [u8]) -> Self {
        Self { word, tail: Vec::new(), found: false }
    }

    fn holds(&self, bytes: &[u8]) -> bool {
        let first = self.word[0];
        let mut rest = bytes;
        while let Some(at) = rest.iter().position(|byte| *byte == first) {
            if rest[at..].starts_with(self.word) {
                return true;
            }
            rest = &rest[at + 1..];
        }
        false
    }
}

impl Write for Search {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if !self.found {
            self.tail.extend_from_slice(&bytes[..bytes.len().min(self.word.len())]);
            self.found = self.holds(&self.tail) || self.holds(bytes);
            self.tail.clear();
            self.tail.extend_from_slice(&bytes[bytes.len().saturating_sub(self.word.len())..]);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn within(packed: u64, unpacked: u64, limits: &Limits) -> Result<(), SheetError> {
    const HARMLESS: u64 = 16 << 20;
    if unpacked > limits.unpacked || (unpacked > HARMLESS && unpacked / packed.max(1) > limits.ratio) {
        return Err(SheetError::Bomb { packed, unpacked });
    }
    Ok(())
}

/// The old container of Office: a workbook, another document, or an encrypted workbook of any age.
fn compound(bytes: &[u8]) -> Result<Kind, SheetError> {
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).any(|window| window == wide)
    };
    if holds("EncryptedPackage") {
        Err(SheetError::Encrypted)
    } else if holds("Workbook") || holds("Book") {
        Ok(Kind::Xls)
    } else if holds("WordDocument") {
        Err(SheetError::NotASpreadsheet("a text document"))
    } else {
        Err(SheetError::NotASpreadsheet("an Office document"))
    }
}
