//! Titles of stay.

use serde::Deserialize;

use super::forms;
use super::terms::{Term, split};

/// A title of stay, or the lack of one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Permit {
    /// The code in facts: `subsidiary_protection`.
    pub code: String,
    /// Name in Italian.
    pub name_it: String,
    /// Name in English.
    pub name_en: String,
    /// `protection`, `work`, `family`, `study`, `long_term`, `irregular`, `other` or `unknown`.
    pub group: String,
    synonyms: String,
}

/// Words before the title that name only what kind of thing it is.
const PREFIXES: [&str; 13] = [
    "permesso di soggiorno per motivi di ",
    "permesso di soggiorno per ",
    "permesso di soggiorno ",
    "permesso per motivi di ",
    "permesso per ",
    "permesso ",
    "titolare di ",
    "p d s per ",
    "pds per ",
    "pds ",
    "per motivi di ",
    "motivi di ",
    "status di ",
];

impl Term for Permit {
    fn code(&self) -> &str {
        &self.code
    }
    fn name_it(&self) -> &str {
        &self.name_it
    }
    fn name_en(&self) -> &str {
        &self.name_en
    }
    /// With the other gender and number of a single word: *rifugiata*, *rifugiati*.
    fn other_forms(&self) -> Vec<String> {
        let mut all: Vec<String> = split(&self.synonyms).collect();
        if self.code == "refugee" {
            all.extend(forms::of_adjective("rifugiata"));
        }
        all
    }
    fn essence(folded: &str) -> Option<&str> {
        PREFIXES.iter().find_map(|prefix| folded.strip_prefix(prefix))
    }
}
