//! Citizenships.

use serde::Deserialize;

use super::forms;
use super::terms::{Term, split};

/// A state, a territory, or statelessness.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Country {
    /// ISO 3166-1 alpha-2; XK for Kosovo and XA for statelessness are user-assigned.
    pub code: String,
    /// ISO 3166-1 alpha-3.
    pub alpha3: String,
    /// The cadastral code of tax codes, such as Z330 for Morocco; may be empty.
    pub cadastral_code: String,
    /// Name in Italian.
    pub name_it: String,
    /// Name in English.
    pub name_en: String,
    /// The citizenship in Italian, feminine singular; may be empty.
    pub adjective_it: String,
    /// The citizenship in English; may be empty.
    pub adjective_en: String,
    /// The Istat area in Italian.
    pub area_it: String,
    /// The Istat area in English.
    pub area_en: String,
    /// `italy`, `eu` or `non_eu`.
    pub union: String,
    /// Italy, EU-27, EEA/EFTA or third country.
    pub legal_group: String,
    synonyms: String,
}

impl Term for Country {
    fn code(&self) -> &str {
        &self.code
    }
    fn name_it(&self) -> &str {
        &self.name_it
    }
    fn name_en(&self) -> &str {
        &self.name_en
    }
    /// Adjectives in both genders and numbers; synonyms in one word as if they were adjectives too.
    fn other_forms(&self) -> Vec<String> {
        let mut all = vec![self.alpha3.clone(), self.cadastral_code.clone()];
        all.extend(forms::of_adjective(&self.adjective_it));
        if !self.adjective_en.is_empty() {
            all.extend([self.adjective_en.clone(), format!("{}s", self.adjective_en)]);
        }
        for synonym in split(&self.synonyms) {
            all.extend(forms::of_adjective(&synonym));
        }
        all
    }
    fn essence(folded: &str) -> Option<&str> {
        ["cittadinanza ", "cittadina ", "cittadino ", "nazionalita "]
            .iter()
            .find_map(|prefix| folded.strip_prefix(prefix))
    }
}
