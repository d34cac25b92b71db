//! How full a place is on a day.

use std::collections::BTreeMap;

use kernel::Day;

use super::Span;

/// How many beds a place has, from which day on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Capacity(BTreeMap<Day, u32>);

impl Capacity {
    /// From the days on which the number changed.
    pub fn new(changes: impl IntoIterator<Item = (Day, u32)>) -> Self {
        Self(changes.into_iter().collect())
    }

    /// The beds on a day; nothing before the first day that is known.
    pub fn on(&self, day: Day) -> Option<u32> {
        self.0.range(..=day).next_back().map(|(_, beds)| *beds)
    }

    /// The days on which the number changed, oldest first.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = (Day, u32)> + '_ {
        self.0.iter().map(|(day, beds)| (*day, *beds))
    }
}

/// A place on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occupancy {
    /// Beds; nothing if nobody said how many on that day.
    pub beds: Option<u32>,
    /// Beds that are taken.
    pub taken: u32,
}

impl Occupancy {
    /// A place on a day, with everybody's stays in it.
    pub fn on(day: Day, capacity: &Capacity, stays: &[Span]) -> Self {
        let taken = stays.iter().filter(|stay| stay.holds(day)).count();
        Self { beds: capacity.on(day), taken: u32::try_from(taken).unwrap_or(u32::MAX) }
    }

    /// Beds that are free; none where more are taken than there are.
    pub fn free(self) -> Option<u32> {
        self.beds.map(|beds| beds.saturating_sub(self.taken))
    }

    /// How many more are taken than there are.
    pub fn over(self) -> u32 {
        self.beds.map_or(0, |beds| self.taken.saturating_sub(beds))
    }
}

/// The first day of a stay on which more beds are taken than there are, that stay among `stays`. It is warned of, not
/// refused: somebody may sleep on a mattress, and the number of beds may be what is wrong.
pub fn first_day_over(of: Span, capacity: &Capacity, stays: &[Span]) -> Option<Day> {
    // More can be taken, or fewer be there, only from a day on which something begins.
    let begins = stays.iter().map(|stay| stay.from).chain(capacity.changes().map(|(day, _)| day));
    let mut days: Vec<Day> = begins.chain([of.from]).filter(|day| of.holds(*day)).collect();
    days.sort_unstable();
    days.into_iter().find(|day| Occupancy::on(*day, capacity, stays).over() > 0)
}
