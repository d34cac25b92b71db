//! What a contact was for.

use serde::Deserialize;

use super::terms::{Term, split};

/// A service of the network.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Service {
    /// The code in facts: `legal_support`.
    pub code: String,
    /// Name in Italian.
    pub name_it: String,
    /// Name in English.
    pub name_en: String,
    /// Action area: `taking_in_charge`, `housing`, `civic_engagement` or `communication`.
    pub area: String,
    /// The AMIF indicator that a contact for it counts for, if any.
    #[serde(deserialize_with = "csv::invalid_option")]
    pub counts_for: Option<String>,
    synonyms: String,
}

impl Term for Service {
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
