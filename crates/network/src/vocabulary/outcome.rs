//! How pathways end, and what came of them.

use serde::Deserialize;

use super::terms::{Term, split};

/// The end of a pathway, or a result of a person that had to be asked.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Outcome {
    /// The code in facts: `housing_autonomy`.
    pub code: String,
    /// Name in Italian.
    pub name_it: String,
    /// Name in English.
    pub name_en: String,
    /// `autonomy`, `passage`, `interrupted` or `other` for the end of a pathway; `result` for what was asked.
    pub group: String,
    asked: String,
    synonyms: String,
    /// Where it comes from.
    pub source: String,
}

impl Outcome {
    /// Whether a pathway can end so.
    pub fn closes(&self) -> bool {
        self.group != "result"
    }

    /// Whether the person is there to be asked something when a pathway ends so.
    pub fn can_be_asked(&self) -> bool {
        self.asked == "yes"
    }
}

impl Term for Outcome {
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
        split(&self.synonyms).collect()
    }
}
