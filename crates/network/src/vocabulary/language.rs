//! Languages people speak.

use serde::Deserialize;

use super::terms::{Term, split};

/// A language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Language {
    /// ISO 639: two letters, or three where there are no two.
    pub code: String,
    /// Name in Italian.
    pub name_it: String,
    /// Name in English.
    pub name_en: String,
    /// Its name in itself; may be empty.
    pub name_own: String,
    synonyms: String,
}

impl Term for Language {
    fn code(&self) -> &str {
        &self.code
    }
    fn name_it(&self) -> &str {
        &self.name_it
    }
    fn name_en(&self) -> &str {
        &self.name_en
    }
    fn other_forms(&self) -> Vec<String> {
        let mut all: Vec<String> = split(&self.synonyms).collect();
        all.push(self.name_own.clone());
        all
    }
    fn essence(folded: &str) -> Option<&str> {
        folded.strip_prefix("lingua ")
    }
}
