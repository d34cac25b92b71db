//! Why a row is rejected, and how to mend it.

use serde::{Deserialize, Serialize};

/// Why a row cannot be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// No day of the contact.
    DayMissing,
    /// A day that the calendar does not have.
    DayImpossible,
    /// A text that is no day.
    DayUnreadable,
    /// The contact is later than today.
    DayInFuture,
    /// The contact is earlier than the first edition of the project.
    DayBeforeProject,
    /// No name at all.
    NameMissing,
    /// No service.
    ServiceMissing,
    /// A service that is in no list.
    ServiceUnknown,
    /// In a column of marks, something that is neither a mark nor empty.
    MarkUnreadable,
    /// A birth day that the calendar does not have.
    BirthImpossible,
    /// A text that is no birth day.
    BirthUnreadable,
    /// Born after the contact.
    BirthAfterContact,
    /// Older than 120 on the day of the contact.
    AgeImpossible,
    /// A text that is no gender.
    GenderUnknown,
    /// A text that is no citizenship.
    CitizenshipUnknown,
    /// A text that is no title of stay.
    PermitUnknown,
    /// A text that is no length of time.
    MinutesUnreadable,
    /// A length below zero.
    MinutesNegative,
    /// A contact longer than a day.
    MinutesTooMany,
    /// A formula where a value is needed.
    Formula,
    /// An error such as `#N/A` where a value is needed.
    CellError,
}

impl Reason {
    /// Every reason.
    pub const ALL: [Self; 21] = [
        Self::DayMissing,
        Self::DayImpossible,
        Self::DayUnreadable,
        Self::DayInFuture,
        Self::DayBeforeProject,
        Self::NameMissing,
        Self::ServiceMissing,
        Self::ServiceUnknown,
        Self::MarkUnreadable,
        Self::BirthImpossible,
        Self::BirthUnreadable,
        Self::BirthAfterContact,
        Self::AgeImpossible,
        Self::GenderUnknown,
        Self::CitizenshipUnknown,
        Self::PermitUnknown,
        Self::MinutesUnreadable,
        Self::MinutesNegative,
        Self::MinutesTooMany,
        Self::Formula,
        Self::CellError,
    ];

    /// The stable name for programs.
    pub const fn code(self) -> &'static str {
        match self {
            Self::DayMissing => "day_missing",
            Self::DayImpossible => "day_impossible",
            Self::DayUnreadable => "day_unreadable",
            Self::DayInFuture => "day_in_future",
            Self::DayBeforeProject => "day_before_project",
            Self::NameMissing => "name_missing",
            Self::ServiceMissing => "service_missing",
            Self::ServiceUnknown => "service_unknown",
            Self::MarkUnreadable => "mark_unreadable",
            Self::BirthImpossible => "birth_impossible",
            Self::BirthUnreadable => "birth_unreadable",
            Self::BirthAfterContact => "birth_after_contact",
            Self::AgeImpossible => "age_impossible",
            Self::GenderUnknown => "gender_unknown",
            Self::CitizenshipUnknown => "citizenship_unknown",
            Self::PermitUnknown => "permit_unknown",
            Self::MinutesUnreadable => "minutes_unreadable",
            Self::MinutesNegative => "minutes_negative",
            Self::MinutesTooMany => "minutes_too_many",
            Self::Formula => "formula",
            Self::CellError => "cell_error",
        }
    }

    /// The reason with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.code() == code)
    }

    /// What is wrong and how to mend it, in Italian.
    pub const fn message_it(self) -> &'static str {
        match self {
            Self::DayMissing => "Manca la data dell'accesso: scriverla, per esempio 14/03/2025.",
            Self::DayImpossible => "La data dell'accesso non esiste nel calendario: correggerla.",
            Self::DayUnreadable => "La data dell'accesso non si legge: scriverla come 14/03/2025.",
            Self::DayInFuture => "La data dell'accesso è nel futuro: controllare l'anno.",
            Self::DayBeforeProject => "La data dell'accesso precede il progetto (2020): controllare l'anno.",
            Self::NameMissing => "Mancano cognome e nome: scriverne almeno uno.",
            Self::ServiceMissing => "Manca il servizio: scriverne almeno uno o mettere un segno.",
            Self::ServiceUnknown => "Il servizio non è nell'elenco: scriverne uno dell'elenco.",
            Self::MarkUnreadable => "In questa colonna si mette solo una X, o niente.",
            Self::BirthImpossible => "La data di nascita non esiste nel calendario: correggerla o toglierla.",
            Self::BirthUnreadable => {
                "La data di nascita non si legge: scriverla come 14/03/1990, o toglierla."
            }
            Self::BirthAfterContact => "La nascita è successiva all'accesso: correggere una delle due date.",
            Self::AgeImpossible => "L'età supererebbe i 120 anni: controllare la data di nascita.",
            Self::GenderUnknown => "Il genere non si legge: scrivere F, M o X, o lasciare vuoto.",
            Self::CitizenshipUnknown => {
                "La cittadinanza non è nell'elenco: scrivere il paese, o lasciare vuoto."
            }
            Self::PermitUnknown => {
                "Il titolo di soggiorno non è nell'elenco: scriverne uno dell'elenco, o lasciare vuoto."
            }
            Self::MinutesUnreadable => "La durata non si legge: scrivere i minuti, per esempio 30.",
            Self::MinutesNegative => "La durata è negativa: scrivere i minuti, per esempio 30.",
            Self::MinutesTooMany => "La durata supera le 24 ore: scrivere i minuti dell'accesso.",
            Self::Formula => "La cella contiene una formula: sostituirla con il suo valore.",
            Self::CellError => "La cella contiene un errore del foglio di calcolo: scrivere il valore.",
        }
    }

    /// What is wrong and how to mend it, in English.
    pub const fn message_en(self) -> &'static str {
        match self {
            Self::DayMissing => "The day of the contact is missing: write it, such as 14/03/2025.",
            Self::DayImpossible => "The calendar has no such day: correct the day of the contact.",
            Self::DayUnreadable => "The day of the contact cannot be read: write it as 14/03/2025.",
            Self::DayInFuture => "The day of the contact is in the future: check the year.",
            Self::DayBeforeProject => "The day of the contact precedes the project (2020): check the year.",
            Self::NameMissing => "Surname and given name are both missing: write at least one.",
            Self::ServiceMissing => "The service is missing: write at least one, or set a mark.",
            Self::ServiceUnknown => "The service is not in the list: write one of the list.",
            Self::MarkUnreadable => "This column takes an X, or nothing.",
            Self::BirthImpossible => "The calendar has no such birth day: correct it, or remove it.",
            Self::BirthUnreadable => "The birth day cannot be read: write it as 14/03/1990, or remove it.",
            Self::BirthAfterContact => "The birth is later than the contact: correct one of the two days.",
            Self::AgeImpossible => "The age would be over 120: check the birth day.",
            Self::GenderUnknown => "The gender cannot be read: write F, M or X, or leave it empty.",
            Self::CitizenshipUnknown => {
                "The citizenship is not in the list: write the country, or leave it empty."
            }
            Self::PermitUnknown => {
                "The title of stay is not in the list: write one of the list, or leave it empty."
            }
            Self::MinutesUnreadable => "The length cannot be read: write the minutes, such as 30.",
            Self::MinutesNegative => "The length is negative: write the minutes, such as 30.",
            Self::MinutesTooMany => "The length is over 24 hours: write the minutes of the contact.",
            Self::Formula => "The cell holds a formula: replace it by its value.",
            Self::CellError => "The cell holds a spreadsheet error: write the value.",
        }
    }
}
