//! Unusual reading: simple rules over a day of the log, each with its numbers, so that a lead can judge.
//!
//! A flag accuses nobody. It says that somebody read more, at other hours or other people than is usual, and asks
//! the lead to have a look.

mod doings;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use uuid::Uuid;

pub use doings::{Doings, of_day};

/// Files from which a day can be a day of many.
pub const MANY_FILES: u32 = 20;
/// A day of many has as many times the files of the usual day.
pub const MANY_TIMES: u32 = 3;
/// Days that are looked back on for what is usual.
pub const HISTORY_DAYS: i64 = 60;
/// Days with files that somebody must have in them before anything is usual.
pub const HISTORY_LEAST: usize = 5;
/// Files from which a day is one of many for who has no usual day yet.
pub const MANY_FILES_NEW: u32 = 40;
/// The desk opens at this hour, Italian time.
pub const OPENS: u32 = 7;
/// The desk closes at this hour, Italian time.
pub const CLOSES: u32 = 20;
/// Files opened outside these hours, from which it is said.
pub const LATE_FILES: u32 = 3;
/// Files of people not met lately, from which it is said.
pub const STRANGERS: u32 = 5;
/// Lately: so many days before.
pub const LATELY_DAYS: i64 = 90;
/// Times that the same is searched in a day, from which it is said.
pub const SAME_SEARCH: u32 = 5;
/// Exports in a day, from which it is said.
pub const EXPORTS: u32 = 3;

/// A rule that a day can break.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Rule {
    /// Many more files than on their usual day.
    Many,
    /// Files opened outside the hours of the desk.
    Late,
    /// Files of people not met lately at their points of access.
    Strangers,
    /// The same search again and again.
    SameSearch,
    /// A search for the name of somebody who works there.
    Colleague,
    /// Many exports.
    Exports,
}

impl Rule {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Many, Self::Late, Self::Strangers, Self::SameSearch, Self::Colleague, Self::Exports];

    /// The word of tables and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Many => "many",
            Self::Late => "late",
            Self::Strangers => "strangers",
            Self::SameSearch => "same_search",
            Self::Colleague => "colleague",
            Self::Exports => "exports",
        }
    }
}

impl std::str::FromStr for Rule {
    type Err = super::line::UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|rule| rule.code() == text);
        known.ok_or_else(|| super::line::UnknownWord(text.to_owned()))
    }
}

/// A rule that somebody's day breaks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    /// Which.
    pub rule: Rule,
    /// How often.
    pub seen: u32,
    /// How often is usual: their own median for [`Rule::Many`], rounded up; else zero.
    pub usual: u32,
}

/// What is known beside the log.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// Files that they opened on each earlier day with any, in any order.
    pub history: &'a [u32],
    /// People met lately at their points of access; nothing where that is not known.
    pub met: Option<&'a BTreeSet<Uuid>>,
    /// The names of those who work in the city, as digests of searches.
    pub colleagues: &'a BTreeSet<Vec<u8>>,
}

/// The rules that somebody's day breaks.
pub fn findings(day: &Doings, beside: Beside<'_>) -> Vec<Finding> {
    let least =
        |rule: Rule, seen: u32, least: u32| (seen >= least).then_some(Finding { rule, seen, usual: 0 });
    let strangers = beside.met.map_or(0, |met| count(day.files.iter().filter(|file| !met.contains(file))));
    let same = day.searches.values().copied().max().unwrap_or(0);
    let colleagues = day.searches.iter().filter(|(search, _)| beside.colleagues.contains(*search));
    // Mobile units meet people in the evening.
    let late = if day.works_in_the_street { 0 } else { count(&day.late) };
    let found = [
        many(count(&day.files), beside.history),
        least(Rule::Late, late, LATE_FILES),
        least(Rule::Strangers, strangers, STRANGERS),
        least(Rule::SameSearch, same, SAME_SEARCH),
        least(Rule::Colleague, colleagues.map(|(_, times)| *times).sum(), 1),
        least(Rule::Exports, day.exports, EXPORTS),
    ];
    found.into_iter().flatten().collect()
}

/// At least [`MANY_FILES`] and at least [`MANY_TIMES`] their own median day; who has no [`HISTORY_LEAST`] days yet
/// is held to [`MANY_FILES_NEW`].
fn many(seen: u32, history: &[u32]) -> Option<Finding> {
    let twice = twice_median(history);
    let (bar, usual) = match twice {
        Some(twice) => (MANY_FILES.max((MANY_TIMES * twice).div_ceil(2)), twice.div_ceil(2)),
        None => (MANY_FILES_NEW, 0),
    };
    (seen >= bar).then_some(Finding { rule: Rule::Many, seen, usual })
}

/// Twice the median, so that it stays whole; nothing for too few days.
fn twice_median(days: &[u32]) -> Option<u32> {
    let mut days = days.to_vec();
    days.sort_unstable();
    let middle = days.len() / 2;
    match days.len() {
        length if length < HISTORY_LEAST => None,
        length if length % 2 == 0 => Some(days[middle - 1] + days[middle]),
        _ => Some(2 * days[middle]),
    }
}

fn count<T>(things: impl IntoIterator<Item = T>) -> u32 {
    u32::try_from(things.into_iter().count()).unwrap_or(u32::MAX)
}
