//! How two encodings agree, seen under a salt they share.

use super::encoding::{Encoding, View};
use super::filter::{WEIGHT, shared};
use super::pattern::{Birth, Name, Pair, Pattern, Stratum};

/// What a salt is made of; the order in which two encodings are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The birth date, day and month in either order; not a 1 January.
    Day,
    /// The birth year and two words of the name.
    YearPair,
    /// The 1 January of a year, one word, the beginning of another.
    January,
    /// Day and month in either order and two words of the name.
    DayPair,
    /// Two words of the name, with gender and citizenship.
    Pair,
    /// The value of a further field, by its number.
    Further(u8),
}

const FURTHER: u8 = 8;

impl Kind {
    pub(crate) fn further(at: usize) -> Self {
        Self::Further(u8::try_from(at).unwrap_or(u8::MAX))
    }

    pub(crate) fn code(self) -> u64 {
        u64::from(match self {
            Self::Day => 1,
            Self::YearPair => 2,
            Self::January => 3,
            Self::DayPair => 4,
            Self::Pair => 5,
            Self::Further(at) => FURTHER + at,
        })
    }

    /// The kind in the lowest byte of a view's tokens.
    pub(crate) fn of(tokens: u64) -> Option<Self> {
        match u8::try_from(tokens & 0xff).unwrap_or_default() {
            1 => Some(Self::Day),
            2 => Some(Self::YearPair),
            3 => Some(Self::January),
            4 => Some(Self::DayPair),
            5 => Some(Self::Pair),
            at @ FURTHER..=15 => Some(Self::Further(at - FURTHER)),
            _ => None,
        }
    }
}

/// Bits of two words from which they are nearly one: a slip leaves as many in 87 of 100, two different names share as
/// many in one of 160 pairs.
const NEAR: u32 = 18;
/// Bits from which they may be one: 97 of 100 slips, one of 23 pairs of different names.
const WEAK: u32 = 15;
/// Bits of a further field from which it is nearly the same.
const NEAR_FIELD: u32 = 16;

/// The pattern of two encodings seen under one salt, met in a stratum.
pub(crate) fn pattern(stratum: Stratum, (a, view_a): Seen<'_>, (b, view_b): Seen<'_>) -> Pattern {
    let birth = birth((a.is_january(), view_a), (b.is_january(), view_b));
    let mut pattern = Pattern::of(stratum, birth, name(view_a.words(), view_b.words()));
    pattern.set_gender(Pair::of(view_a.gender(), view_b.gender()));
    pattern.set_citizenship(Pair::of(view_a.citizenship(), view_b.citizenship()));
    for (at, (one, other)) in view_a.further().iter().zip(view_b.further()).enumerate() {
        let agreement = match shared(*one, *other) {
            _ if *one == 0 || *other == 0 => Pair::Missing,
            WEIGHT => Pair::Equal,
            NEAR_FIELD.. => Pair::Near,
            _ => Pair::Differ,
        };
        pattern.set_further(at, agreement);
    }
    pattern
}

/// An encoding, and one of its views.
pub(crate) type Seen<'a> = (&'a Encoding, View<'a>);

fn birth((january_a, a): (bool, View<'_>), (january_b, b): (bool, View<'_>)) -> Birth {
    let ([day_a, month_a, year_a, next_a], [day_b, month_b, year_b, next_b]) = (a.birth(), b.birth());
    if day_a == 0 || day_b == 0 {
        return Birth::Missing;
    }
    let straight = day_a == day_b && month_a == month_b;
    let crossed = day_a == month_b && month_a == day_b;
    let part = day_a == day_b || month_a == month_b || day_a == month_b || month_a == day_b;
    let (same_year, year_off) = (year_a == year_b, year_a == next_b || next_a == year_b);
    match (january_a, january_b) {
        (true, true) if same_year => Birth::EqualJanuary,
        (true, true) => Birth::Differ,
        (true, false) | (false, true) if same_year => Birth::January,
        _ if same_year && straight => Birth::Equal,
        _ if same_year && crossed => Birth::Exchanged,
        _ if same_year && part => Birth::OtherPart,
        _ if same_year => Birth::SameYear,
        _ if year_off && (straight || crossed) => Birth::YearOff,
        // Who meets over a day shares it in either order: one is as likely as the other among strangers.
        _ if straight || crossed => Birth::OtherYear,
        _ => Birth::Differ,
    }
}

/// How alike two names are, whatever the order of their words: the words that match best are matched first, and
/// the worst match counts as well as the best, so that brothers and sisters stay apart.
fn name(a: &[u64], b: &[u64]) -> Name {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if short.is_empty() {
        return Name::Missing;
    }
    let (mut left, mut right) = (free(short.len()), free(long.len()));
    let (mut best, mut worst) = (0, WEIGHT);
    while left != 0 {
        let mut found = (0, 0, 0);
        for one in bits(left) {
            for other in bits(right) {
                let alike = shared(short[one], long[other]) + 1;
                if alike > found.0 {
                    found = (alike, one, other);
                }
            }
        }
        let (alike, one, other) = found;
        (left, right) = (left & !(1 << one), right & !(1 << other));
        let alike = alike - 1;
        best = best.max(alike);
        worst = worst.min(alike);
    }
    let grade = |shared: u32| match shared {
        WEIGHT => 0,
        NEAR.. => 1,
        WEAK.. => 2,
        _ => 3,
    };
    Name::of(grade(best), grade(worst), short.len() == 1, right != 0)
}

fn free(words: usize) -> u32 {
    (1 << words) - 1
}

fn bits(mut set: u32) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let at = (set != 0).then(|| set.trailing_zeros() as usize)?;
        set &= set - 1;
        Some(at)
    })
}

/// Views of two encodings under one salt, by kind.
pub(crate) fn common_views<'a>(
    a: &'a Encoding,
    b: &'a Encoding,
) -> impl Iterator<Item = (View<'a>, View<'a>)> {
    let (mut left, mut right) = (a.views().peekable(), b.views().peekable());
    std::iter::from_fn(move || {
        loop {
            let (one, other) = (*left.peek()?, *right.peek()?);
            match (one.kind(), one.name()).cmp(&(other.kind(), other.name())) {
                std::cmp::Ordering::Less => left.next(),
                std::cmp::Ordering::Greater => right.next(),
                std::cmp::Ordering::Equal => {
                    left.next();
                    right.next();
                    return Some((one, other));
                }
            };
        }
    })
}
