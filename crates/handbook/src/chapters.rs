//! The chapters, in the order of their file names.

use std::borrow::Cow;

use rust_embed::RustEmbed;

use crate::markdown::{self, Heading};

#[derive(RustEmbed)]
#[folder = "../../docs/manuale"]
struct Files;

/// A chapter, as it is served.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// Its name in the address: the file's without number and ending.
    pub slug: String,
    /// Its first heading.
    pub title: String,
    /// Its first paragraph, without marks: what the chapter is for.
    pub summary: String,
    /// Its sections.
    pub sections: Vec<Heading>,
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

    /// A chapter with those before and after it.
    pub fn find(&self, slug: &str) -> Option<(&Chapter, Option<&Chapter>, Option<&Chapter>)> {
        let at = self.0.iter().position(|chapter| chapter.slug == slug)?;
        let before = at.checked_sub(1).and_then(|before| self.0.get(before));
        Some((&self.0[at], before, self.0.get(at + 1)))
    }
}

/// A picture of the handbook, by its file name.
pub(crate) fn figure(name: &str) -> Option<Cow<'static, [u8]>> {
    Files::get(&format!("figure/{name}")).map(|file| file.data)
}

fn chapter(name: &str, text: &str) -> Chapter {
    let bare = name.trim_end_matches(".md");
    let slug = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-').to_owned();
    let rendered = markdown::render(text);
    Chapter {
        slug,
        title: rendered.title,
        summary: rendered.summary,
        sections: rendered.sections,
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
    fn every_link_and_picture_leads_somewhere() {
        let chapters = Chapters::embedded();
        for chapter in chapters.iter() {
            for piece in chapter.html.split("src=\"/manuale/figure/").skip(1) {
                let name = piece.split('"').next().unwrap();
                assert!(figure(name).is_some(), "{}: figure {name}", chapter.slug);
            }
            for piece in chapter.html.split("href=\"/manuale/").skip(1) {
                let target = piece.split('"').next().unwrap();
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
