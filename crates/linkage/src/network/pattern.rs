//! What is seen of a pair of encodings: a few levels of agreement, in one number.

use super::compare::Kind;

/// Where a pair was met. Strangers meet for different reasons in each, so what they share is counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Stratum {
    /// One birth date.
    Day,
    /// One birth date and one word, where too many share the date.
    DayWord,
    /// One year and two words.
    YearPair,
    /// The 1 January of one year, a word and the beginning of another.
    January,
    /// One day of any year and two words.
    DayPair,
    /// Two words.
    Pair,
    /// One value of a further field.
    Further(u8),
}

impl Stratum {
    /// All strata.
    pub(crate) const COUNT: usize = 14;

    /// The stratum of a block of a kind.
    pub(crate) fn of(kind: Kind) -> Self {
        match kind {
            Kind::Day => Self::Day,
            Kind::YearPair => Self::YearPair,
            Kind::January => Self::January,
            Kind::DayPair => Self::DayPair,
            Kind::Pair => Self::Pair,
            Kind::Further(at) => Self::Further(at),
        }
    }

    /// Its number.
    pub(crate) fn code(self) -> usize {
        match self {
            Self::Day => 0,
            Self::DayWord => 1,
            Self::YearPair => 2,
            Self::January => 3,
            Self::DayPair => 4,
            Self::Pair => 5,
            Self::Further(at) => 6 + usize::from(at),
        }
    }
}

/// How two birth dates agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Birth {
    Equal,
    /// Both the 1 January of one year.
    EqualJanuary,
    /// Day and month exchanged.
    Exchanged,
    /// One year apart, the day the same (or exchanged).
    YearOff,
    /// One year, and the day or the month.
    OtherPart,
    /// One year, and one of them a 1 January.
    January,
    /// One year.
    SameYear,
    /// One day, more than a year apart.
    OtherYear,
    Missing,
    Differ,
}

impl Birth {
    pub(crate) const COUNT: usize = 10;
}

/// How two names agree: the grade of the best and of the worst match of their words (equal, near, weak, none).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name(u8);

/// The first level of names of which one is a single word.
const SINGLE: u8 = 10;

impl Name {
    pub(crate) const COUNT: usize = 15;
    /// One of them has no word.
    #[expect(non_upper_case_globals, reason = "a level like those of the other fields")]
    pub(crate) const Missing: Self = Self(14 << 1);

    /// From two grades; `single` where one of the names is one word, `left_over` where one has more than the other.
    pub(crate) fn of(best: u8, worst: u8, single: bool, left_over: bool) -> Self {
        // 0 EE; 1 EN, 2 NN; 3 EW, 4 NW, 5 WW; 6 E-, 7 N-, 8 W-, 9 --; then those of one word.
        let level = if single { SINGLE + best } else { worst * (worst + 1) / 2 + best };
        Self((level << 1) | u8::from(left_over))
    }
}

/// Agreement of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pair {
    Equal,
    Near,
    Differ,
    Missing,
}

impl Pair {
    pub(crate) const COUNT: usize = 3;

    /// Of two tokens, 0 being unknown.
    pub(crate) fn of(a: u64, b: u64) -> Self {
        match (a, b) {
            (0, _) | (_, 0) => Self::Missing,
            (a, b) if a == b => Self::Equal,
            _ => Self::Differ,
        }
    }
}

/// The levels of agreement of a pair. From the lowest bit: stratum 4, birth 4, name 4, whether words are left
/// over 1, gender 2, citizenship 2, and 2 for each further field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Pattern(u64);

/// Levels of a field, without that of a missing value.
pub(crate) const LEVELS: [usize; Field::COUNT] = {
    let mut levels = [Pair::COUNT; Field::COUNT];
    levels[Field::BIRTH] = Birth::COUNT;
    levels[Field::NAME] = Name::COUNT;
    levels[Field::LENGTH] = 2;
    levels
};

/// Fields by number.
pub(crate) struct Field;

impl Field {
    pub(crate) const BIRTH: usize = 0;
    pub(crate) const NAME: usize = 1;
    pub(crate) const LENGTH: usize = 2;
    pub(crate) const GENDER: usize = 3;
    pub(crate) const CITIZENSHIP: usize = 4;
    pub(crate) const COUNT: usize = 13;
}

const GENDER: u32 = 13;
const CITIZENSHIP: u32 = 15;
const FURTHER: u32 = 17;

impl Pattern {
    /// Nothing but stratum, birth and name; the rest is missing.
    pub(crate) fn of(stratum: Stratum, birth: Birth, name: Name) -> Self {
        let name = (u64::from(name.0 >> 1) << 8) | (u64::from(name.0 & 1) << 12);
        let missing = u64::MAX >> (64 - 4 - 16) << GENDER;
        Self(stratum.code() as u64 | ((birth as u64) << 4) | name | missing)
    }

    fn set(&mut self, shift: u32, agreement: Pair) {
        self.0 = (self.0 & !(3 << shift)) | ((agreement as u64) << shift);
    }

    pub(crate) fn set_gender(&mut self, agreement: Pair) {
        self.set(GENDER, agreement);
    }

    pub(crate) fn set_citizenship(&mut self, agreement: Pair) {
        self.set(CITIZENSHIP, agreement);
    }

    pub(crate) fn set_further(&mut self, at: usize, agreement: Pair) {
        self.set(FURTHER + 2 * u32::try_from(at).unwrap_or_default(), agreement);
    }

    fn part(self, shift: u32, bits: u32) -> usize {
        usize::try_from((self.0 >> shift) & ((1 << bits) - 1)).unwrap_or_default()
    }

    pub(crate) fn stratum(self) -> usize {
        self.part(0, 4)
    }

    /// The level of each field; nothing where a value is missing. That a birth date is missing is a level of its
    /// own, since it decides where a pair meets.
    pub(crate) fn levels(self) -> impl Iterator<Item = (usize, usize)> {
        let first = [(Field::BIRTH, 4, 4), (Field::NAME, 8, 4), (Field::LENGTH, 12, 1)];
        // Beside a single word others are mostly left over: its level says so already.
        let single = self.part(8, 4) >= usize::from(SINGLE);
        let first = first.into_iter().filter(move |(field, ..)| !single || *field != Field::LENGTH);
        let first = first.map(move |(field, shift, bits)| (field, self.part(shift, bits)));
        let rest = (Field::GENDER..Field::COUNT).zip((GENDER..).step_by(2));
        let rest = rest.map(move |(field, shift)| (field, self.part(shift, 2)));
        first.chain(rest.filter(|(_, level)| *level != Pair::Missing as usize))
    }

    /// Whether nothing could make one person of the pair: no word alike, or one of two weakly, and no two further
    /// fields that agree. Such pairs are counted, and not kept.
    pub(crate) fn is_hopeless(self) -> bool {
        // One word of two, weak; no likeness; a single word not alike; no name.
        let unlike = matches!(self.part(8, 4), 8 | 9 | 13 | 14);
        unlike && self.further_that_agree() < 2
    }

    /// Whether two brothers or sisters would look like this: one word alike, another one clearly not, and nothing
    /// further that speaks for one person.
    pub(crate) fn is_of_siblings(self) -> bool {
        // One word of two, equal or near.
        matches!(self.part(8, 4), 6 | 7) && self.further_that_agree() < 2
    }

    fn further_that_agree(self) -> usize {
        let agrees = |shift: u32| self.part(shift, 2) == Pair::Equal as usize;
        (FURTHER..FURTHER + 16).step_by(2).filter(|shift| agrees(*shift)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_gives_back_its_levels() {
        let mut pattern = Pattern::of(Stratum::DayPair, Birth::YearOff, Name::of(0, 1, false, true));
        pattern.set_gender(Pair::Differ);
        pattern.set_further(7, Pair::Near);
        let levels: Vec<_> = pattern.levels().collect();
        assert_eq!(
            levels,
            [(Field::BIRTH, 3), (Field::NAME, 1), (Field::LENGTH, 1), (Field::GENDER, 2), (12, 1)]
        );
        assert_eq!(pattern.stratum(), 4);
        assert!(!pattern.is_hopeless());
        assert!(Pattern::of(Stratum::Day, Birth::Equal, Name::of(3, 3, false, false)).is_hopeless());
        assert!(Pattern::of(Stratum::Day, Birth::Equal, Name::Missing).is_hopeless());
    }

    #[test]
    fn names_have_as_many_levels_as_are_counted() {
        for worst in 0..4 {
            for best in 0..=worst {
                for (single, left_over) in [(false, false), (false, true), (true, false), (true, true)] {
                    let level = Name::of(best, worst, single, left_over).0 >> 1;
                    assert!(usize::from(level) < Name::COUNT - 1);
                }
            }
        }
    }
}
