//! What is known of a person beside who they are, with the days it held.

use std::fmt;
use std::str::FromStr;

use kernel::{Day, Timestamp, typed_id};
use network::vocabulary::{Term as _, Vocabulary};
use serde::{Deserialize, Serialize};
use ui::Say;

use super::person::{Faults, term};

typed_id!(
    /// Something known of a person.
    DetailId
);

/// What a detail is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The language to speak with them; ISO 639.
    Language,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// Where they live or can be found.
    Address,
    /// Their title of stay; code of the vocabulary. Special.
    Permit,
    /// A vulnerability; code of the vocabulary. Special.
    Vulnerability,
    /// The privacy notice that they were given: language and version.
    Notice,
    /// Anything else, in words.
    Note,
}

impl Kind {
    /// All of them, in the order they are shown.
    pub const ALL: [Self; 8] = [
        Self::Language,
        Self::Phone,
        Self::Email,
        Self::Address,
        Self::Permit,
        Self::Vulnerability,
        Self::Notice,
        Self::Note,
    ];

    /// Those that are written on the page of details.
    pub const WRITTEN: [Self; 7] = [
        Self::Language,
        Self::Phone,
        Self::Email,
        Self::Address,
        Self::Permit,
        Self::Vulnerability,
        Self::Note,
    ];

    /// The word of tables and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Permit => "permit",
            Self::Vulnerability => "vulnerability",
            Self::Notice => "notice",
            Self::Note => "note",
        }
    }

    /// Whether it is special-category data, hidden from who may not see it.
    pub const fn is_special(self) -> bool {
        matches!(self, Self::Permit | Self::Vulnerability)
    }

    /// Whether a new one takes the place of the one before.
    pub const fn is_single(self) -> bool {
        matches!(self, Self::Language | Self::Email | Self::Address | Self::Permit)
    }

    /// Whether facts tell it.
    pub const fn is_counted(self) -> bool {
        matches!(self, Self::Permit | Self::Vulnerability)
    }

    /// What was typed, as it is kept; a fault on the field `valore` where it cannot be right.
    pub fn read(self, typed: &str, vocabulary: &Vocabulary, faults: &mut Faults) -> Option<String> {
        const FIELD: &str = "valore";
        let tidy = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        if tidy.is_empty() {
            faults.insert(FIELD, Say::new("people-fault-empty"));
            return None;
        }
        let most = if self == Self::Note { 2000 } else { 200 };
        if tidy.chars().count() > most {
            faults.insert(FIELD, Say::new("people-fault-long").with("most", most));
            return None;
        }
        match self {
            Self::Language => {
                term(vocabulary.languages(), &tidy, FIELD, faults).map(|found| found.code().to_owned())
            }
            Self::Permit => {
                term(vocabulary.permits(), &tidy, FIELD, faults).map(|found| found.code().to_owned())
            }
            Self::Vulnerability => {
                term(vocabulary.vulnerabilities(), &tidy, FIELD, faults).map(|found| found.code().to_owned())
            }
            Self::Phone if !is_phone(&tidy) => {
                faults.insert(FIELD, Say::new("people-fault-phone"));
                None
            }
            Self::Email if !is_email(&tidy) => {
                faults.insert(FIELD, Say::new("people-fault-email"));
                None
            }
            Self::Note => Some(typed.trim().to_owned()),
            _ => Some(tidy),
        }
    }
}

/// Digits with what is written between them: six at least.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    (6..=15).contains(&digits)
        && text.chars().all(|letter| {
            letter.is_ascii_digit() || matches!(letter, ' ' | '+' | '-' | '.' | '/' | '(' | ')')
        })
}

/// Something before the sign, and something with a full stop after it; what else is right only the post knows.
fn is_email(text: &str) -> bool {
    let Some((name, place)) = text.split_once('@') else { return false };
    !name.is_empty()
        && !text.contains(char::is_whitespace)
        && !place.contains('@')
        && place.split('.').count() >= 2
        && place.split('.').all(|part| !part.is_empty())
}

/// A word that is no kind of detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKind(String);

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no kind of detail «{}»", self.0)
    }
}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(text: &str) -> Result<Self, UnknownKind> {
        Self::ALL.into_iter().find(|kind| kind.code() == text).ok_or_else(|| UnknownKind(text.to_owned()))
    }
}

/// Something known of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Which.
    pub id: DetailId,
    /// What about.
    pub kind: Kind,
    /// What is known, as it is kept.
    pub value: String,
    /// The point of access that keeps it to itself, folded.
    pub office: Option<String>,
    /// The first day it held.
    pub since: Day,
    /// The last day it held; none while it holds. A day before the first says that it never did.
    pub until: Option<Day>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// By whom.
    pub recorded_by: String,
}

impl Detail {
    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it was taken back before it held.
    pub fn is_void(&self) -> bool {
        self.until.is_some_and(|until| until < self.since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(kind: Kind, typed: &str) -> Option<String> {
        let mut faults = Faults::new();
        let value = kind.read(typed, &Vocabulary::embedded().unwrap(), &mut faults);
        assert_eq!(value.is_none(), faults.contains_key("valore"), "{typed}");
        value
    }

    #[test]
    fn what_is_typed_is_kept_as_codes_and_tidy_texts() {
        for (kind, typed, kept) in [
            (Kind::Language, "francese", Some("fr")),
            (Kind::Language, "klingon", None),
            (Kind::Permit, "richiedente asilo", Some("asylum_request")),
            (Kind::Vulnerability, "Donna in gravidanza", Some("pregnant")),
            (Kind::Phone, " +39  333 1234567 ", Some("+39 333 1234567")),
            (Kind::Phone, "chiamare", None),
            (Kind::Phone, "12", None),
            (Kind::Email, "awa@example.org", Some("awa@example.org")),
            (Kind::Email, "awa@example", None),
            (Kind::Email, "awa example.org", None),
            (Kind::Address, " Via  Roma 1,  Bari ", Some("Via Roma 1, Bari")),
            (Kind::Note, "  due\nrighe ", Some("due\nrighe")),
            (Kind::Note, "  ", None),
        ] {
            assert_eq!(read(kind, typed).as_deref(), kept, "{typed}");
        }
        assert_eq!(read(Kind::Address, &"x".repeat(201)), None);
    }

    #[test]
    fn a_detail_holds_from_its_first_day_to_its_last() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let detail = |until: Option<&str>| Detail {
            id: DetailId(uuid::Uuid::nil()),
            kind: Kind::Permit,
            value: "work".into(),
            office: None,
            since: day("2025-03-01"),
            until: until.map(day),
            recorded_at: Timestamp::default(),
            recorded_by: String::new(),
        };
        assert!(detail(None).holds_on(day("2026-01-01")) && !detail(None).holds_on(day("2025-02-28")));
        assert!(detail(Some("2025-03-05")).holds_on(day("2025-03-05")));
        assert!(!detail(Some("2025-03-05")).holds_on(day("2025-03-06")));
        assert!(detail(Some("2025-02-28")).is_void());
        for kind in Kind::ALL {
            assert_eq!(kind.code().parse(), Ok(kind));
        }
    }
}
