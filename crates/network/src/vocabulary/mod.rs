//! The words that registers and the desk are read with: services, permits, citizenships, languages,
//! vulnerabilities, each with the forms in which people write them; and how pathways end.
//!
//! A value is found when it is one of the known forms, compared without case, accents or marks. A near
//! miss is not found: it is named to the person, who decides.

mod abbreviation;
mod country;
mod forms;
mod language;
mod outcome;
mod permit;
mod service;
mod terms;
mod vulnerability;

pub use country::Country;
pub use language::Language;
pub use outcome::Outcome;
pub use permit::Permit;
pub use service::Service;
pub use terms::{Term, Terms};
pub use vulnerability::Vulnerability;

/// The files of `catalogue/vocabularies`, loaded.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    services: Terms<Service>,
    permits: Terms<Permit>,
    countries: Terms<Country>,
    languages: Terms<Language>,
    vulnerabilities: Terms<Vulnerability>,
    outcomes: Terms<Outcome>,
}

/// A vocabulary file is wrong.
#[derive(Debug, thiserror::Error)]
pub enum VocabularyError {
    /// A row that cannot be read.
    #[error("{file}: {source}")]
    Row {
        /// The file.
        file: &'static str,
        /// Where and why.
        source: csv::Error,
    },
    /// A form that stands for two entries.
    #[error("{file}: «{form}» stands for both {first} and {second}: leave it out of one")]
    Ambiguous {
        /// The file.
        file: &'static str,
        /// The form.
        form: String,
        /// The first entry's code.
        first: String,
        /// The second entry's code.
        second: String,
    },
}

impl Vocabulary {
    /// The vocabularies this program was built with.
    ///
    /// # Errors
    /// When one of the files is wrong, which the tests exclude.
    pub fn embedded() -> Result<Self, VocabularyError> {
        Ok(Self {
            services: Terms::load(
                "services.csv",
                include_str!("../../../../catalogue/vocabularies/services.csv"),
            )?,
            permits: Terms::load(
                "permits.csv",
                include_str!("../../../../catalogue/vocabularies/permits.csv"),
            )?,
            countries: Terms::load(
                "countries.csv",
                include_str!("../../../../catalogue/vocabularies/countries.csv"),
            )?,
            languages: Terms::load(
                "languages.csv",
                include_str!("../../../../catalogue/vocabularies/languages.csv"),
            )?,
            vulnerabilities: Terms::load(
                "vulnerabilities.csv",
                include_str!("../../../../catalogue/vocabularies/vulnerabilities.csv"),
            )?,
            outcomes: Terms::load(
                "outcomes.csv",
                include_str!("../../../../catalogue/vocabularies/outcomes.csv"),
            )?,
        })
    }

    /// What a contact was for.
    pub const fn services(&self) -> &Terms<Service> {
        &self.services
    }

    /// Titles of stay.
    pub const fn permits(&self) -> &Terms<Permit> {
        &self.permits
    }

    /// How pathways end, and what came of them.
    pub const fn outcomes(&self) -> &Terms<Outcome> {
        &self.outcomes
    }

    /// Citizenships.
    pub const fn countries(&self) -> &Terms<Country> {
        &self.countries
    }

    /// Languages.
    pub const fn languages(&self) -> &Terms<Language> {
        &self.languages
    }

    /// Vulnerabilities.
    pub const fn vulnerabilities(&self) -> &Terms<Vulnerability> {
        &self.vulnerabilities
    }
}

#[cfg(test)]
mod tests;
