//! Time is a parameter: whoever needs the present takes a [`Clock`].

use std::fmt;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

/// A moment in whole microseconds since 1970-01-01 UTC: the precision both databases keep.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From microseconds since 1970-01-01 UTC.
    pub const fn from_micros(micros: i64) -> Self {
        Self(micros)
    }

    /// Microseconds since 1970-01-01 UTC.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// The calendar day in Italy (CET, or CEST from the last Sunday of March to the last of October).
    pub fn day(self) -> NaiveDate {
        self.local().date()
    }

    /// The wall clock in Italy. The rule of Directive 2000/84/EC, so no time-zone table is needed.
    pub fn local(self) -> chrono::NaiveDateTime {
        let utc = self.utc().naive_utc();
        let offset = if is_summer(utc) { 2 } else { 1 };
        utc + chrono::Duration::hours(offset)
    }

    fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_micros(self.0).unwrap_or_default()
    }
}

/// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last of October.
fn is_summer(utc: chrono::NaiveDateTime) -> bool {
    use chrono::Datelike;
    let last_sunday = |month| {
        let last = NaiveDate::from_ymd_opt(utc.year(), month, 31).unwrap_or_default();
        last - chrono::Duration::days(i64::from(last.weekday().num_days_from_sunday()))
    };
    let switch = |month| last_sunday(month).and_hms_opt(1, 0, 0).unwrap_or_default();
    utc >= switch(3) && utc < switch(10)
}

impl fmt::Display for Timestamp {
    /// RFC 3339 in UTC.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(chrono::SecondsFormat::Micros, true))
    }
}

/// Where the present comes from.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Timestamp;
}

/// The clock of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the machine's clock is read")]
    fn now(&self) -> Timestamp {
        Timestamp(Utc::now().timestamp_micros())
    }
}

/// A clock that a test or a demonstration sets and moves.
#[derive(Debug, Default)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that stands still at noon UTC of the given day.
    pub fn noon(day: NaiveDate) -> Self {
        let noon = day.and_hms_opt(12, 0, 0).unwrap_or_default();
        Self(AtomicI64::new(noon.and_utc().timestamp_micros()))
    }

    /// A clock that stands still at a moment.
    pub const fn at(moment: Timestamp) -> Self {
        Self(AtomicI64::new(moment.0))
    }

    /// Moves the clock forward.
    pub fn advance(&self, micros: i64) {
        self.0.fetch_add(micros, Ordering::Relaxed);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_in_italy_follows_summer_time() {
        let at =
            |text: &str| Timestamp::from_micros(text.parse::<DateTime<Utc>>().unwrap().timestamp_micros());
        assert_eq!(at("2025-01-31T22:59:59Z").day().to_string(), "2025-01-31");
        assert_eq!(at("2025-01-31T23:00:00Z").day().to_string(), "2025-02-01");
        assert_eq!(at("2025-07-31T22:00:00Z").day().to_string(), "2025-08-01");
        assert_eq!(at("2025-03-30T00:59:59Z").local().to_string(), "2025-03-30 01:59:59");
        assert_eq!(at("2025-03-30T01:00:00Z").local().to_string(), "2025-03-30 03:00:00");
        assert_eq!(at("2025-10-26T01:00:00Z").local().to_string(), "2025-10-26 02:00:00");
    }
}
