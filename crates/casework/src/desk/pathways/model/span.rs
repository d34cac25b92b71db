//! Days from one on, until another that is no longer part of them.

use kernel::Day;

/// From a day on, until a day that is no longer part of it; without one it lasts. A pathway is open, and a bed
/// is taken, on every day of its span: on the day it ends it is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Day,
    /// The day it is over.
    pub until: Option<Day>,
}

impl Span {
    /// From a day on, with or without an end.
    pub const fn new(from: Day, until: Option<Day>) -> Self {
        Self { from, until }
    }

    /// Whether a day is part of it.
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// Whether one of the two begins while the other lasts.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.holds(other.from) || other.holds(self.from)
    }
}
