//! How well a person fits a query: `linkage`'s bits of evidence for one person, over the words that were typed.

use std::sync::LazyLock;

use chrono::Datelike as _;
use kernel::{Day, Gender};
use linkage::{BirthAgreement, Population, citizenship_weight, gender_weight, name_weight};

use super::query::{Birth, MOST_WORDS, Query};

/// Words of a name that count; nobody's name is told by its ninth.
pub(super) const MOST_NAME_WORDS: usize = 8;

/// What is compared of a form besides its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Beside<'a> {
    pub birth: Option<Day>,
    pub gender: Gender,
    pub citizenship: Option<&'a str>,
}

/// How well a form fits. Greater fits better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fit {
    /// Thousandths of a bit.
    millibits: i64,
    /// Likeness of the names in millionths: between forms of equal evidence.
    likeness: u32,
}

impl Fit {
    /// What a name fits at most by one word of this quality, where nothing but a name is sought.
    pub(super) fn of_name_at_most(quality: f64) -> Self {
        Self::new(name_weight(quality), quality)
    }

    fn new(bits: f64, likeness: f64) -> Self {
        Self { millibits: (bits * 1000.0).round() as i64, likeness: (likeness * 1e6).round() as u32 }
    }

    /// Bits for (above 0) or against one person.
    pub fn bits(self) -> f64 {
        self.millibits as f64 / 1000.0
    }

    /// Likeness of the names, from 0 to 1.
    pub fn likeness(self) -> f64 {
        f64::from(self.likeness) / 1e6
    }
}

/// How the words of a reading are taken up by the words of a name.
#[derive(Clone, Copy, Debug)]
struct Matched {
    words: usize,
    sum: f64,
    worst: f64,
}

/// Gives each typed word the name's word that it fits best, the best fit first, as `linkage` does.
/// `quality[typed][word]` is 0 where they do not fit.
fn matched(quality: &[[f64; MOST_NAME_WORDS]; MOST_WORDS], typed: usize, words: usize) -> Matched {
    let (mut typed_taken, mut word_taken) = ([false; MOST_WORDS], [false; MOST_NAME_WORDS]);
    let mut matched = Matched { words: 0, sum: 0.0, worst: 1.0 };
    loop {
        let mut best = (0.0, 0, 0);
        for left in (0..typed).filter(|left| !typed_taken[*left]) {
            for right in (0..words).filter(|right| !word_taken[*right]) {
                if quality[left][right] > best.0 {
                    best = (quality[left][right], left, right);
                }
            }
        }
        let (found, left, right) = best;
        if found <= 0.0 {
            return matched;
        }
        (typed_taken[left], word_taken[right]) = (true, true);
        matched =
            Matched { words: matched.words + 1, sum: matched.sum + found, worst: matched.worst.min(found) };
    }
}

/// How well a form of `words` words fits one reading of a query of `typed` words, if it does: every word of the
/// shorter must be taken up, or one of them where the birth date is the same.
pub(super) fn fit(
    query: &Query,
    quality: &[[f64; MOST_NAME_WORDS]; MOST_WORDS],
    typed: usize,
    words: usize,
    beside: Beside<'_>,
) -> Option<Fit> {
    let birth = birth_agreement(query.birth, beside.birth);
    let same_birth =
        birth == Some(BirthAgreement::Equal) || birth == Some(BirthAgreement::EqualFirstOfJanuary);
    let matched = matched(quality, typed, words);
    let wanted = typed.min(words);
    let enough =
        if same_birth { matched.words >= wanted.min(1) } else { wanted > 0 && matched.words == wanted };
    if !enough {
        return None;
    }
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    let (mean, worst) = if wanted == 0 {
        (0.0, 0.0)
    } else {
        (matched.sum / count(wanted), if matched.words == wanted { matched.worst } else { 0.0 })
    };
    let left_over = typed.max(words) - wanted;
    let likeness = ((mean + worst) / 2.0 - 0.02 * count(left_over)).max(0.0);
    // One word alone says little where the other name has several.
    let judged = if wanted < 2 && left_over > 0 { likeness.min(0.8) } else { likeness };
    let name = if wanted == 0 { 0.0 } else { name_weight(judged) };
    let bits = name
        + birth.map_or(0.0, |birth| birth.weight(&NOBODY))
        + gender_weight(query.gender, beside.gender)
        + citizenship_weight(query.citizenship.as_deref(), beside.citizenship);
    Some(Fit::new(bits, likeness))
}

/// How the birth that was typed agrees with that of a form; none where nothing can be said.
pub(super) fn birth_agreement(typed: Birth, birth: Option<Day>) -> Option<BirthAgreement> {
    match (typed, birth) {
        (Birth::Unknown, _) | (_, None) => None,
        (Birth::Day(typed), Some(birth)) => Some(BirthAgreement::of(Some(typed), Some(birth))),
        (Birth::Year(year), Some(birth)) => match birth.year().abs_diff(year) {
            0 => Some(BirthAgreement::SameYear),
            1 => None,
            _ => Some(BirthAgreement::Differ),
        },
    }
}

/// What dates say where nothing is known of a population: what is sought is not in it yet.
static NOBODY: LazyLock<Population> = LazyLock::new(|| Population::of(&[]));
