//! What is refused, and why. Nothing is changed then.

use chrono::Datelike as _;
use kernel::Day;

use super::{Needs, PathwayId, Span, Stay, StayId};

/// The year in which the first edition of the network began: nothing of it is older.
const FIRST_YEAR: i32 = 2020;

/// Why something cannot be recorded as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The day has not come yet.
    #[error("that day has not come yet: write today or an earlier day")]
    Future,
    /// The day is from before there was a network.
    #[error("the network began in 2020: write a later day")]
    TooEarly,
    /// The end lies before the beginning.
    #[error("it began on {0}: write that day or a later one")]
    BeforeBeginning(Day),
    /// Somebody who left on the day they came did not stay.
    #[error("they came on {0}: write a later day, or record a contact if they did not sleep there")]
    NoNight(Day),
    /// The person has a pathway of this point on some of these days.
    #[error("there is another pathway of this point on these days, open since {since}")]
    Twice {
        /// The other one.
        pathway: PathwayId,
        /// Since when it is open.
        since: Day,
    },
    /// The person has a place on some of these days.
    #[error("there is another stay on these days, since {since}")]
    Overlaps {
        /// The other one.
        stay: StayId,
        /// Since when they are there.
        since: Day,
    },
    /// It is closed: somebody who comes back gets a new pathway.
    #[error("it is closed: open a new one")]
    Closed,
    /// It is open: there is no closing to correct.
    #[error("it is open")]
    Open,
    /// The day lies outside the pathway.
    #[error("the pathway is open from {from} on: write a day of it")]
    OutsidePathway {
        /// Its first day.
        from: Day,
    },
    /// No area was assessed.
    #[error("choose a level for at least one area")]
    NoLevel,
    /// Nothing was written where something is to be.
    #[error("write something here")]
    Empty,
    /// What was written is too long.
    #[error("write at most {0} letters")]
    TooLong(u16),
    /// Nothing is different from what is there.
    #[error("nothing is different: change something, or go back")]
    Unchanged,
    /// The person's data may only be kept, not used.
    #[error("the person asked that their data be kept and not used")]
    Restricted,
}

impl Refusal {
    /// Whether it speaks of what was written, not of a day or of a state.
    pub const fn is_of_text(&self) -> bool {
        matches!(self, Self::Empty | Self::TooLong(_))
    }
}

/// A day on which something happened.
pub(super) fn check_day(day: Day, today: Day) -> Result<(), Refusal> {
    if day > today {
        Err(Refusal::Future)
    } else if day.year() < FIRST_YEAR {
        Err(Refusal::TooEarly)
    } else {
        Ok(())
    }
}

/// The days of a pathway, beside the other pathways that the person has at the same point.
///
/// # Errors
/// A day that has not come or is too early, an end before the beginning, or days that another pathway has too.
pub fn check_pathway(
    span: Span,
    same_point: impl IntoIterator<Item = (PathwayId, Span)>,
    today: Day,
) -> Result<(), Refusal> {
    check_day(span.from, today)?;
    if let Some(until) = span.until {
        if until < span.from {
            return Err(Refusal::BeforeBeginning(span.from));
        }
        check_day(until, today)?;
    }
    let other = same_point.into_iter().find(|(_, other)| other.overlaps(&span));
    other.map_or(Ok(()), |(pathway, other)| Err(Refusal::Twice { pathway, since: other.from }))
}

/// The days of a stay, beside the other stays of the person.
///
/// # Errors
/// A day that has not come or is too early, an end that is not after the beginning, or days that another stay has
/// too.
pub fn check_stay<'a>(
    span: Span,
    others: impl IntoIterator<Item = &'a Stay>,
    today: Day,
) -> Result<(), Refusal> {
    check_day(span.from, today)?;
    if let Some(until) = span.until {
        if until <= span.from {
            return Err(Refusal::NoNight(span.from));
        }
        check_day(until, today)?;
    }
    let other = others.into_iter().find(|other| other.span().overlaps(&span));
    other.map_or(Ok(()), |other| Err(Refusal::Overlaps { stay: other.id, since: other.from }))
}

/// Letters that a note may have.
const LONGEST_NOTE: u16 = 4000;
/// Letters that a goal, a step or a reason may have.
const LONGEST_LINE: u16 = 500;

fn check_length(text: &str, longest: u16) -> Result<(), Refusal> {
    if text.chars().count() > usize::from(longest) { Err(Refusal::TooLong(longest)) } else { Ok(()) }
}

/// Needs that were assessed on a day, inside the days of a pathway.
///
/// # Errors
/// No level at all, a note that is too long, a day that has not come or lies outside the pathway.
pub fn check_needs(needs: &Needs, day: Day, pathway: Span, today: Day) -> Result<(), Refusal> {
    if needs.levels.is_empty() {
        return Err(Refusal::NoLevel);
    }
    check_length(&needs.note, LONGEST_NOTE)?;
    if day > today {
        return Err(Refusal::Future);
    }
    // On the day it closes needs are assessed for the last time.
    let inside = pathway.from <= day && pathway.until.is_none_or(|until| day <= until);
    if inside { Ok(()) } else { Err(Refusal::OutsidePathway { from: pathway.from }) }
}

/// The text of a goal, a step or a reason.
///
/// # Errors
/// Nothing, or too much.
pub fn check_goal(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    check_length(text, LONGEST_LINE)
}

/// The day of a result.
///
/// # Errors
/// A day that has not come or is too early.
pub fn check_result(day: Day, today: Day) -> Result<(), Refusal> {
    check_day(day, today)
}
