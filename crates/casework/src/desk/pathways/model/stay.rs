//! A stay: somebody has a place in a house or flat, from a day until they leave.

use kernel::{Day, Month, Timestamp, typed_id};

use super::Span;
use crate::people::FormId;

typed_id!(
    /// A stay.
    StayId
);

/// A stay in a place. The day somebody leaves, their bed is free: somebody else may come that very day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// Which.
    pub id: StayId,
    /// The form it hangs on.
    pub form: FormId,
    /// The place, by its folded name.
    pub point: String,
    /// Which bed or room, as people there call it.
    pub bed: Option<String>,
    /// The first night's day.
    pub from: Day,
    /// The day they left.
    pub until: Option<Day>,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: String,
}

impl Stay {
    /// The days on which the bed is taken.
    pub const fn span(&self) -> Span {
        Span::new(self.from, self.until)
    }

    /// The month that holds its fact.
    pub fn month(&self) -> Month {
        Month::of(self.from)
    }
}
