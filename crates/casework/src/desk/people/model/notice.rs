//! The privacy notice in the languages people speak: files of the catalogue, one a language.

use std::collections::BTreeSet;

use network::{Catalogue, CatalogueError, City, File};
use serde::Deserialize;

/// The notices this program was built with.
const BUILT_IN: [(&str, &str); 15] = [
    ("it.toml", include_str!("../../../../../../catalogue/notices/it.toml")),
    ("en.toml", include_str!("../../../../../../catalogue/notices/en.toml")),
    ("fr.toml", include_str!("../../../../../../catalogue/notices/fr.toml")),
    ("es.toml", include_str!("../../../../../../catalogue/notices/es.toml")),
    ("pt.toml", include_str!("../../../../../../catalogue/notices/pt.toml")),
    ("sq.toml", include_str!("../../../../../../catalogue/notices/sq.toml")),
    ("uk.toml", include_str!("../../../../../../catalogue/notices/uk.toml")),
    ("ru.toml", include_str!("../../../../../../catalogue/notices/ru.toml")),
    ("ar.toml", include_str!("../../../../../../catalogue/notices/ar.toml")),
    ("fa.toml", include_str!("../../../../../../catalogue/notices/fa.toml")),
    ("ur.toml", include_str!("../../../../../../catalogue/notices/ur.toml")),
    ("bn.toml", include_str!("../../../../../../catalogue/notices/bn.toml")),
    ("zh.toml", include_str!("../../../../../../catalogue/notices/zh.toml")),
    ("so.toml", include_str!("../../../../../../catalogue/notices/so.toml")),
    ("am.toml", include_str!("../../../../../../catalogue/notices/am.toml")),
];
/// Who, which data, why, who sees it, how long, rights, whom to ask.
const SECTIONS: usize = 7;

/// How the text came into its language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Translation {
    /// It was written in it.
    Original,
    /// Translated, and read by somebody who speaks it.
    Verified,
    /// Translated; nobody who speaks it has read it yet.
    ToBeVerified,
}

/// Which way the script runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// As the attribute `dir` wants it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// A part of a notice.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// What it is about.
    pub heading: String,
    /// What it says.
    pub text: String,
}

/// The notice in one language.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// ISO 639 code of the language.
    pub language: String,
    /// The language's name in itself.
    pub name: String,
    /// Which way it is read.
    pub direction: Direction,
    /// Year and month of the text.
    pub version: String,
    /// How it came into the language.
    pub translation: Translation,
    /// Its title.
    pub title: String,
    /// What matters, in a sentence or two.
    pub lead: String,
    /// Its parts.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

impl Notice {
    /// The parts as a city says them.
    pub fn said_by(&self, city: &City) -> Vec<Section> {
        let filled = |text: &str| text.replace("{controller}", &city.partner).replace("{city}", &city.name);
        let section =
            |section: &Section| Section { heading: section.heading.clone(), text: filled(&section.text) };
        self.sections.iter().map(section).collect()
    }

    fn read(file: &File) -> Result<Self, CatalogueError> {
        let notice: Self = toml::from_str(&file.text).map_err(|error| {
            let at = error.span().map_or(0, |span| file.text[..span.start].lines().count());
            file.wrong(at.try_into().unwrap_or(0), error.message())
        })?;
        if !file.name.ends_with(&format!("/{}.toml", notice.language)) {
            return Err(
                file.wrong(0, format!("it says language «{}»: the file must be called so", notice.language))
            );
        }
        if notice.sections.len() != SECTIONS {
            let found = notice.sections.len();
            return Err(file.wrong(0, format!("it has {found} sections instead of {SECTIONS}")));
        }
        for word in ["{controller}", "{city}"] {
            if !notice.sections.iter().any(|section| section.text.contains(word)) {
                return Err(file.wrong(0, format!("no section names {word}")));
            }
        }
        Ok(notice)
    }
}

/// The notice in all languages.
#[derive(Clone, Debug)]
pub struct Notices(Vec<Notice>);

impl Default for Notices {
    /// Those this program was built with; the tests exclude that one is wrong.
    fn default() -> Self {
        Self::load(&Catalogue::embedded()).unwrap_or(Self(Vec::new()))
    }
}

impl Notices {
    /// The notices of a catalogue.
    ///
    /// # Errors
    /// The first file that is wrong, and what is wrong in it.
    pub fn load(catalogue: &Catalogue) -> Result<Self, CatalogueError> {
        let files = catalogue.files("notices", ".toml", &BUILT_IN)?;
        let notices = files.iter().map(Notice::read).collect::<Result<Vec<_>, _>>()?;
        let codes: BTreeSet<&str> = notices.iter().map(|notice| notice.language.as_str()).collect();
        if codes.len() != notices.len() {
            return Err(CatalogueError::new("notices", "two files are of one language"));
        }
        Ok(Self(notices))
    }

    /// The notice in a language.
    pub fn get(&self, language: &str) -> Option<&Notice> {
        self.0.iter().find(|notice| notice.language == language)
    }

    /// The notice that somebody who speaks a language reads best: in it, or in the one nearest to it.
    pub fn for_speaker(&self, language: Option<&str>) -> Option<&Notice> {
        let language = language.unwrap_or("it");
        let near = match language {
            "prs" => "fa",
            "wo" | "ff" | "bm" | "dyu" | "ln" | "ber" => "fr",
            "pcm" | "bin" | "ig" | "yo" | "ha" | "tw" | "man" => "en",
            other => other,
        };
        self.get(language).or_else(|| self.get(near)).or_else(|| self.get("it"))
    }

    /// All of them, Italian first.
    pub fn iter(&self) -> std::slice::Iter<'_, Notice> {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use network::Cities;

    use super::*;

    #[test]
    fn every_notice_is_whole_and_says_whose_it_is() {
        let notices = Notices::load(&Catalogue::embedded()).unwrap();
        assert!(notices.iter().count() >= 12);
        let cities = Cities::embedded().unwrap();
        let bari = cities.find("Bari").unwrap();
        for notice in notices.iter() {
            let text: String = notice.said_by(bari).into_iter().map(|section| section.text).collect();
            assert!(text.contains("Comune di Bari") && text.contains("2016/679"), "{}", notice.language);
            assert!(
                text.contains("www.garanteprivacy.it") && !text.contains(['{', '}']),
                "{}",
                notice.language
            );
            let right_to_left = matches!(notice.language.as_str(), "ar" | "fa" | "ur");
            assert_eq!(notice.direction == Direction::Rtl, right_to_left, "{}", notice.language);
            let is_original = notice.translation == Translation::Original;
            assert_eq!(is_original, notice.language == "it");
        }
    }

    #[test]
    fn whoever_speaks_a_language_without_a_notice_gets_one_they_may_read() {
        let notices = Notices::load(&Catalogue::embedded()).unwrap();
        let code = |language| notices.for_speaker(language).unwrap().language.as_str();
        assert_eq!(
            (code(Some("ar")), code(Some("wo")), code(Some("hy")), code(None)),
            ("ar", "fr", "it", "it")
        );
    }

    #[test]
    fn a_wrong_notice_is_refused_with_its_file() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("notices")).unwrap();
        let error = |name: &str, text: &str| {
            let path = folder.path().join("notices").join(name);
            std::fs::write(&path, text).unwrap();
            let error = Notices::load(&Catalogue::at(folder.path())).unwrap_err().to_string();
            std::fs::remove_file(path).unwrap();
            error
        };
        let good = BUILT_IN[1].1;
        assert!(error("en.toml", "language = ").starts_with("notices/en.toml, line 1"));
        assert!(error("de.toml", good).contains("must be called so"));
        assert!(error("en.toml", &good.replace("{city}", "the city")).contains("no section names {city}"));
        let (short, _) = good.rsplit_once("[[section]]").unwrap();
        assert!(error("en.toml", short).contains("6 sections instead of 7"));
    }
}
