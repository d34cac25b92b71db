//! What is counted of a person: gender and age bracket. Unknown is a value of its own.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// Gender as it is recorded.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub enum Gender {
    /// Female.
    F,
    /// Male.
    M,
    /// Another answer.
    X,
    /// Not recorded.
    #[default]
    #[serde(rename = "unknown")]
    Unknown,
}

impl Gender {
    /// Every value, in the order tables show them.
    pub const ALL: [Self; 4] = [Self::F, Self::M, Self::X, Self::Unknown];

    /// The code kept in facts and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::F => "F",
            Self::M => "M",
            Self::X => "X",
            Self::Unknown => "unknown",
        }
    }

    /// The value of a code; any other text is unknown.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|value| value.code() == code).unwrap_or_default()
    }
}

/// The age brackets of the AMIF indicators, fixed on the day of the first contact.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub enum AgeBracket {
    /// Under 18.
    #[serde(rename = "<18")]
    Minor,
    /// 18 to 60.
    #[serde(rename = "18-60")]
    Adult,
    /// Over 60.
    #[serde(rename = ">60")]
    Senior,
    /// No birth date.
    #[default]
    #[serde(rename = "unknown")]
    Unknown,
}

impl AgeBracket {
    /// Every value, in the order tables show them.
    pub const ALL: [Self; 4] = [Self::Minor, Self::Adult, Self::Senior, Self::Unknown];

    /// The bracket of somebody born on `birth`, on `day`.
    pub fn at(birth: Option<NaiveDate>, day: NaiveDate) -> Self {
        match birth.and_then(|birth| age_on(birth, day)) {
            None => Self::Unknown,
            Some(..18) => Self::Minor,
            Some(18..=60) => Self::Adult,
            Some(61..) => Self::Senior,
        }
    }

    /// The code kept in facts and exports.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Minor => "<18",
            Self::Adult => "18-60",
            Self::Senior => ">60",
            Self::Unknown => "unknown",
        }
    }

    /// The value of a code; any other text is unknown.
    pub fn from_code(code: &str) -> Self {
        Self::ALL.into_iter().find(|value| value.code() == code).unwrap_or_default()
    }
}

/// Completed years on `day`; nothing if `day` is before the birth.
pub fn age_on(birth: NaiveDate, day: NaiveDate) -> Option<u32> {
    let years = day.year() - birth.year();
    let before_birthday = (day.month(), day.day()) < (birth.month(), birth.day());
    u32::try_from(years - i32::from(before_birthday)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_turn_on_the_birthday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let at = |birth, on| AgeBracket::at(Some(day(birth)), day(on));
        assert_eq!(at("2007-03-10", "2025-03-09"), AgeBracket::Minor);
        assert_eq!(at("2007-03-10", "2025-03-10"), AgeBracket::Adult);
        assert_eq!(at("1964-03-10", "2025-03-09"), AgeBracket::Adult);
        assert_eq!(at("1964-03-10", "2025-03-10"), AgeBracket::Senior);
        assert_eq!(at("2026-01-01", "2025-03-10"), AgeBracket::Unknown);
        assert_eq!(AgeBracket::at(None, day("2025-01-01")), AgeBracket::Unknown);
    }
}
