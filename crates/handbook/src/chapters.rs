//! The chapters, in the order of their file names.

use std::borrow::Cow;

use rust_embed::RustEmbed;

use crate::markdown::{self, Heading, Piece};

#[derive(RustEmbed)]
#[folder = "../../docs/manuale"]
struct Files;

/// Whom a chapter is for, by the first digits of its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Whoever works at a desk or in the street: 01 to 19.
    Desk,
    /// The city's lead: 20 to 29.
    Lead,
    /// Whoever runs the installation: 30 to 79.
    Administrator,
    /// Whoever answers for data protection: from 80 on.
    Privacy,
}

impl Group {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Desk, Self::Lead, Self::Administrator, Self::Privacy];

    /// The key of its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Desk => "handbook-group-desk",
            Self::Lead => "handbook-group-lead",
            Self::Administrator => "handbook-group-administrator",
            Self::Privacy => "handbook-group-privacy",
        }
    }

    fn of(number: u32) -> Self {
        match number {
            ..20 => Self::Desk,
            20..30 => Self::Lead,
            30..80 => Self::Administrator,
            _ => Self::Privacy,
        }
    }
}

/// A chapter, as it is served.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Its name in the address: the file's without number and ending.
    pub slug: String,
    /// Its first heading.
    pub title: String,
    /// Its first paragraph, without marks: what the chapter is for.
    pub summary: String,
    /// Whom it is for.
    pub group: Group,
    /// Its sections.
    pub sections: Vec<Heading>,
    /// Its words, heading by heading.
    pub pieces: Vec<Piece>,
    /// Its body as HTML, without the first heading.
    pub html: String,
}

/// All chapters.
#[derive(Clone, Debug)]
pub struct Chapters(Vec<Chapter>);

impl Chapters {
    /// The chapters this program was built with.
    pub fn embedded() -> Self {
        let mut names: Vec<Cow<'static, str>> = Files::iter().filter(|name| name.ends_with(".md")).collect();
        names.sort_unstable();
        let text = |name: &str| Files::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
        Self(names.iter().filter_map(|name| Some(chapter(name, &text(name)?))).collect())
    }

    /// In order.
    pub fn iter(&self) -> impl Iterator<Item = &Chapter> {
        self.0.iter()
    }

    /// Those for somebody, in order.
    pub fn of(&self, group: Group) -> Vec<&Chapter> {
        self.0.iter().filter(|chapter| chapter.group == group).collect()
    }

    /// A chapter with those before and after it.
    pub fn find(&self, slug: &str) -> Option<(&Chapter, Option<&Chapter>, Option<&Chapter>)> {
        let at = self.0.iter().position(|chapter| chapter.slug == slug)?;
        let before = at.checked_sub(1).and_then(|before| self.0.get(before));
        Some((&self.0[at], before, self.0.get(at + 1)))
    }
}

/// A picture of the handbook.
pub(crate) struct Picture {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Its SHA-256.
    pub digest: [u8; 32],
}

/// A picture of the handbook, by its file name.
pub(crate) fn figure(name: &str) -> Option<Picture> {
    let file = Files::get(&format!("figure/{name}"))?;
    Some(Picture { digest: file.metadata.sha256_hash(), bytes: file.data })
}

/// Width and height of a picture, as the first chunk of a PNG says them (PNG 1.2, 11.2.2).
fn size(file: &str) -> Option<(u32, u32)> {
    let picture = figure(file.strip_prefix("figure/")?)?;
    let number = |at: usize| picture.bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    let is_png = picture.bytes.starts_with(b"\x89PNG\r\n\x1a\n");
    is_png.then_some(number(16).zip(number(20))).flatten()
}

fn chapter(name: &str, text: &str) -> Chapter {
    let bare = name.trim_end_matches(".md");
    let slug = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    let number: String = name.chars().take_while(char::is_ascii_digit).collect();
    let rendered = markdown::render(text, size);
    Chapter {
        slug,
        title: rendered.title,
        summary: rendered.summary,
        group: Group::of(number.parse().unwrap_or(0)),
        sections: rendered.sections,
        pieces: rendered.pieces,
        html: rendered.html,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chapter_has_a_title_a_summary_and_an_address_of_its_own() {
        let chapters = Chapters::embedded();
        let mut slugs: Vec<&str> = chapters.iter().map(|chapter| chapter.slug.as_str()).collect();
        let count = slugs.len();
        assert!(count > 0);
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), count);
        for chapter in chapters.iter() {
            assert!(!chapter.title.is_empty() && !chapter.summary.is_empty(), "{}", chapter.slug);
        }
    }

    #[test]
    fn pictures_are_small_have_words_and_are_used() {
        let chapters = Chapters::embedded();
        let names: Vec<Cow<'static, str>> = Files::iter().filter(|name| name.ends_with(".png")).collect();
        assert!(names.len() <= 16, "{}", names.len());
        for name in names {
            let picture = figure(name.strip_prefix("figure/").unwrap()).unwrap();
            assert!(picture.bytes.len() < 120_000, "{name}: {} bytes", picture.bytes.len());
            assert!(size(&name).is_some_and(|(width, _)| width <= 1280), "{name}");
            let shown = format!("src=\"/manuale/{name}\"");
            assert!(chapters.iter().any(|chapter| chapter.html.contains(&shown)), "{name} is in no chapter");
        }
        for chapter in chapters.iter() {
            assert!(!chapter.html.contains("alt=\"\""), "{}: a picture without words", chapter.slug);
            let mut ids: Vec<&str> = chapter.pieces.iter().map(|piece| piece.id.as_str()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), count, "{}: two headings of one name", chapter.slug);
        }
    }

    #[test]
    fn every_link_and_picture_leads_somewhere() {
        let chapters = Chapters::embedded();
        for chapter in chapters.iter() {
            for piece in chapter.html.split("src=\"/manuale/figure/").skip(1) {
                let name = piece.split('"').next().unwrap();
                assert!(figure(name).is_some(), "{}: figure {name}", chapter.slug);
            }
            for piece in chapter.html.split("href=\"/manuale/").skip(1) {
                let target = piece.split('"').next().unwrap();
                if let Some(name) = target.strip_prefix("figure/") {
                    assert!(figure(name).is_some(), "{}: figure {name}", chapter.slug);
                    continue;
                }
                let (slug, anchor) = target.split_once('#').unwrap_or((target, ""));
                let (found, ..) = chapters.find(slug).unwrap_or_else(|| panic!("{}: {slug}", chapter.slug));
                assert!(
                    anchor.is_empty() || found.sections.iter().any(|section| section.id == anchor),
                    "{}: {target}",
                    chapter.slug
                );
            }
        }
    }
}
