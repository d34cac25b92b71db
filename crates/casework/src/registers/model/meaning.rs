//! What a column of a register says.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// What a column says. Written as a short word wherever it is kept: `day`, `mark:legal_support`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Meaning {
    /// Nothing that is kept.
    Ignore,
    /// The numbering of the rows; not kept.
    Sequence,
    /// The day of the contact.
    Day,
    /// The whole name, in an order nobody knows.
    FullName,
    /// The whole name, surname first.
    SurnameFirst,
    /// The whole name, given name first.
    GivenFirst,
    /// The surname.
    Surname,
    /// The given name.
    Given,
    /// The day of birth, or its year.
    Birth,
    /// The gender.
    Gender,
    /// A mark stands for a woman.
    WomanMark,
    /// A mark stands for a man.
    ManMark,
    /// The citizenship.
    Citizenship,
    /// The title of stay.
    Permit,
    /// One service or several.
    Service,
    /// A mark stands for the service with this code.
    ServiceMark(String),
    /// The point of access.
    Point,
    /// The length of the contact, in minutes where no unit is written.
    Minutes,
    /// The length of the contact, in hours where no unit is written.
    Hours,
    /// How the contact took place.
    Modality,
    /// Anything else worth keeping.
    Note,
}

impl Meaning {
    /// Every meaning but the marks, in the order in which lists offer them.
    pub const PLAIN: [Self; 20] = [
        Self::Ignore,
        Self::Sequence,
        Self::Day,
        Self::Surname,
        Self::Given,
        Self::SurnameFirst,
        Self::GivenFirst,
        Self::FullName,
        Self::Birth,
        Self::Gender,
        Self::WomanMark,
        Self::ManMark,
        Self::Citizenship,
        Self::Permit,
        Self::Service,
        Self::Point,
        Self::Minutes,
        Self::Hours,
        Self::Modality,
        Self::Note,
    ];

    /// The word that stands for it; for a mark, `mark`.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Ignore => "ignore",
            Self::Sequence => "sequence",
            Self::Day => "day",
            Self::FullName => "full_name",
            Self::SurnameFirst => "surname_first",
            Self::GivenFirst => "given_first",
            Self::Surname => "surname",
            Self::Given => "given",
            Self::Birth => "birth",
            Self::Gender => "gender",
            Self::WomanMark => "woman_mark",
            Self::ManMark => "man_mark",
            Self::Citizenship => "citizenship",
            Self::Permit => "permit",
            Self::Service => "service",
            Self::ServiceMark(_) => "mark",
            Self::Point => "point",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::Modality => "modality",
            Self::Note => "note",
        }
    }

    /// Its name in Italian, for lists.
    pub const fn name_it(&self) -> &'static str {
        match self {
            Self::Ignore => "Non importare",
            Self::Sequence => "Numero progressivo",
            Self::Day => "Data dell'accesso",
            Self::FullName => "Nome completo (ordine non noto)",
            Self::SurnameFirst => "Cognome e nome",
            Self::GivenFirst => "Nome e cognome",
            Self::Surname => "Cognome",
            Self::Given => "Nome",
            Self::Birth => "Data di nascita",
            Self::Gender => "Genere",
            Self::WomanMark => "Segno per donna",
            Self::ManMark => "Segno per uomo",
            Self::Citizenship => "Cittadinanza",
            Self::Permit => "Titolo di soggiorno",
            Self::Service => "Servizio",
            Self::ServiceMark(_) => "Segno per un servizio",
            Self::Point => "Punto di accesso",
            Self::Minutes => "Durata (minuti)",
            Self::Hours => "Durata (ore)",
            Self::Modality => "Modalità",
            Self::Note => "Note",
        }
    }

    /// Its name in English, for lists.
    pub const fn name_en(&self) -> &'static str {
        match self {
            Self::Ignore => "Do not import",
            Self::Sequence => "Row number",
            Self::Day => "Day of the contact",
            Self::FullName => "Full name (order unknown)",
            Self::SurnameFirst => "Surname and given name",
            Self::GivenFirst => "Given name and surname",
            Self::Surname => "Surname",
            Self::Given => "Given name",
            Self::Birth => "Date of birth",
            Self::Gender => "Gender",
            Self::WomanMark => "Mark for a woman",
            Self::ManMark => "Mark for a man",
            Self::Citizenship => "Citizenship",
            Self::Permit => "Title of stay",
            Self::Service => "Service",
            Self::ServiceMark(_) => "Mark for a service",
            Self::Point => "Point of access",
            Self::Minutes => "Length (minutes)",
            Self::Hours => "Length (hours)",
            Self::Modality => "Modality",
            Self::Note => "Notes",
        }
    }

    /// Whether a cell of the column belongs to the contact.
    pub const fn is_kept(&self) -> bool {
        !matches!(self, Self::Ignore | Self::Sequence)
    }

    /// Whether the column holds a name or a part of one.
    pub const fn is_name(&self) -> bool {
        matches!(self, Self::FullName | Self::SurnameFirst | Self::GivenFirst | Self::Surname | Self::Given)
    }

    /// Whether the column says what the contact was for.
    pub const fn is_service(&self) -> bool {
        matches!(self, Self::Service | Self::ServiceMark(_))
    }

    /// Whether several columns of a sheet may say it.
    pub const fn may_repeat(&self) -> bool {
        matches!(self, Self::Ignore | Self::Sequence | Self::Service | Self::ServiceMark(_) | Self::Note)
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::ServiceMark(service) => write!(f, "mark:{service}"),
            plain => f.write_str(plain.word()),
        }
    }
}

/// The text is not the word of a meaning.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is not what a column can say")]
pub struct NotAMeaning(pub String);

impl FromStr for Meaning {
    type Err = NotAMeaning;
    fn from_str(text: &str) -> Result<Self, NotAMeaning> {
        if let Some(service) = text.strip_prefix("mark:").filter(|service| !service.is_empty()) {
            return Ok(Self::ServiceMark(service.to_owned()));
        }
        Self::PLAIN
            .into_iter()
            .find(|meaning| meaning.word() == text)
            .ok_or_else(|| NotAMeaning(text.to_owned()))
    }
}

impl TryFrom<String> for Meaning {
    type Error = NotAMeaning;
    fn try_from(text: String) -> Result<Self, NotAMeaning> {
        text.parse()
    }
}

impl From<Meaning> for String {
    fn from(meaning: Meaning) -> Self {
        meaning.to_string()
    }
}
