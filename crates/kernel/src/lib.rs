//! The words that every part of LGNet shares: identifiers, time, periods, gender and age,
//! folded text. No input or output happens here.

pub mod city;
pub mod clock;
pub mod id;
pub mod period;
pub mod person;
pub mod text;

pub use city::CityCode;
pub use clock::{Clock, FixedClock, SystemClock, Timestamp};
pub use period::{Month, Period, PeriodError};
pub use person::{AgeBracket, Gender};

/// Calendar days are chrono's, everywhere.
pub use chrono::NaiveDate as Day;
