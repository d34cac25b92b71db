//! Months and periods, as they are written: `2025`, `2025-H1`, `2025-Q3`, `2025-03`, `2025-03-14`,
//! or two of these joined by `..`.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// One calendar month: with a city, the unit of refresh, sealing and distribution.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month(i32);

impl Month {
    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(day.year() * 12 + day.month0().cast_signed())
    }

    /// Year and month number from 1 to 12.
    pub const fn year_month(self) -> (i32, u32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12).cast_unsigned() + 1)
    }

    /// The month after this one.
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The first day.
    pub fn first(self) -> NaiveDate {
        let (year, month) = self.year_month();
        NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
    }

    /// The last day.
    pub fn last(self) -> NaiveDate {
        self.next().first().pred_opt().unwrap_or_default()
    }

    /// Months since year 0: consecutive months differ by one.
    pub const fn ordinal(self) -> i32 {
        self.0
    }

    /// The inverse of [`Month::ordinal`].
    pub const fn from_ordinal(ordinal: i32) -> Self {
        Self(ordinal)
    }

    /// `2025-Q1`.
    pub fn quarter_label(self) -> String {
        let (year, month) = self.year_month();
        format!("{year}-Q{}", (month - 1) / 3 + 1)
    }

    /// `2025-H1`.
    pub fn half_label(self) -> String {
        let (year, month) = self.year_month();
        format!("{year}-H{}", (month - 1) / 6 + 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.year_month();
        write!(f, "{year}-{month:02}")
    }
}

impl FromStr for Month {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let period: Period = text.parse()?;
        let month = Self::of(period.from);
        if period.from == month.first() && period.to == month.last() {
            Ok(month)
        } else {
            Err(PeriodError(text.to_owned()))
        }
    }
}

/// Days from `from` to `to`, both included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// The text is not a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "«{0}» is not a period: write a year (2025), half-year (2025-H1), quarter (2025-Q3), month (2025-03), \
     day (2025-03-14), or two of them joined by .."
)]
pub struct PeriodError(pub String);

impl Period {
    /// Whether `day` lies inside.
    pub fn contains(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// The whole year.
    pub fn year(year: i32) -> Self {
        Self {
            from: NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
            to: NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or_default(),
        }
    }

    /// The months that the period touches, in order.
    pub fn months(&self) -> impl Iterator<Item = Month> + use<> {
        (Month::of(self.from).ordinal()..=Month::of(self.to).ordinal()).map(Month::from_ordinal)
    }

    fn simple(text: &str) -> Option<Self> {
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        if year.len() != 4 || !year.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let year: i32 = year.parse().ok()?;
        let span = |first: u32, months: i32| {
            let from = NaiveDate::from_ymd_opt(year, first, 1)?;
            let last = Month::from_ordinal(Month::of(from).ordinal() + months - 1);
            Some(Self { from, to: last.last() })
        };
        match rest {
            None => span(1, 12),
            Some("H1" | "h1") => span(1, 6),
            Some("H2" | "h2") => span(7, 6),
            Some("Q1" | "q1") => span(1, 3),
            Some("Q2" | "q2") => span(4, 3),
            Some("Q3" | "q3") => span(7, 3),
            Some("Q4" | "q4") => span(10, 3),
            Some(month) if month.len() == 2 => span(month.parse().ok()?, 1),
            Some(_) if text.len() == 10 => {
                let day = text.parse().ok()?;
                Some(Self { from: day, to: day })
            }
            Some(_) => None,
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;
    fn from_str(text: &str) -> Result<Self, PeriodError> {
        let wrong = || PeriodError(text.to_owned());
        let trimmed = text.trim();
        match trimmed.split_once("..") {
            None => Self::simple(trimmed).ok_or_else(wrong),
            Some((first, last)) => {
                let from = Self::simple(first).ok_or_else(wrong)?.from;
                let to = Self::simple(last).ok_or_else(wrong)?.to;
                if from <= to { Ok(Self { from, to }) } else { Err(wrong()) }
            }
        }
    }
}

impl fmt::Display for Period {
    /// The shortest way to write the period, so that text and period go both ways.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (Month::of(self.from), Month::of(self.to));
        if self.from == self.to {
            return write!(f, "{}", self.from);
        }
        if self.from != first.first() || self.to != last.last() {
            return write!(f, "{}..{}", self.from, self.to);
        }
        let (year, month) = first.year_month();
        match (last.ordinal() - first.ordinal(), month) {
            (0, _) => write!(f, "{first}"),
            (2, 1 | 4 | 7 | 10) => f.write_str(&first.quarter_label()),
            (5, 1 | 7) => f.write_str(&first.half_label()),
            (11, 1) => write!(f, "{year}"),
            _ => write!(f, "{first}..{last}"),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_written_and_read_both_ways() {
        for text in [
            "2025",
            "2025-H1",
            "2025-H2",
            "2025-Q1",
            "2025-Q4",
            "2025-02",
            "2025-02-14",
            "2024-11..2025-01",
            "2024-11-03..2025-01-31",
        ] {
            assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
        }
        assert_eq!("2024-02".parse::<Period>().unwrap().to, "2024-02-29".parse().unwrap());
        for text in ["", "25", "2025-13", "2025-Q5", "2025-1", "2025-02-30", "2025..2024", "ieri"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
