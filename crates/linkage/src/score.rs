//! How probable it is that two forms are one person: weights of agreement in the manner of Fellegi and Sunter
//! ("A theory for record linkage", JASA 64, 1969), in bits, summed and set against the chance that somebody else
//! agrees as well. `docs/linkage.md` says where the numbers come from.

use chrono::Datelike as _;
use kernel::{Day, Gender};

use crate::population::Population;
use crate::{FoldedName, Form, fold_name};

/// How two birth dates agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BirthAgreement {
    /// They contradict each other.
    Differ,
    /// One of them was not recorded.
    Missing,
    /// The same year, and one of them is the 1 January written for an unknown day.
    SameYear,
    /// The year differs by one and the day or the month too, or the decade.
    Near,
    /// The day or the month differs, in one year.
    OtherDay,
    /// The year differs by one, or day and month are exchanged.
    Slip,
    /// Equal, on the 1 January that many share.
    EqualFirstOfJanuary,
    /// Equal.
    Equal,
}

impl BirthAgreement {
    /// How two dates agree.
    pub fn of(a: Option<Day>, b: Option<Day>) -> Self {
        let (Some(a), Some(b)) = (a, b) else { return Self::Missing };
        if a == b {
            return if a.ordinal() == 1 { Self::EqualFirstOfJanuary } else { Self::Equal };
        }
        let year_apart = a.year().abs_diff(b.year());
        let same_day = (a.month(), a.day()) == (b.month(), b.day());
        let exchanged = year_apart == 0 && (a.month(), a.day()) == (b.day(), b.month());
        let parts = [year_apart == 0, a.month() == b.month(), a.day() == b.day()];
        let agreeing = parts.into_iter().filter(|agrees| *agrees).count();
        match (year_apart, agreeing) {
            _ if exchanged || (year_apart == 1 && same_day) => Self::Slip,
            (0, 2) => Self::OtherDay,
            (1, 1..) => Self::Near,
            (_, 2) if year_apart.is_multiple_of(10) => Self::Near,
            (0, _) if a.ordinal() == 1 || b.ordinal() == 1 => Self::SameYear,
            _ => Self::Differ,
        }
    }

    /// Bits for or against. Equal dates are shared by one pair in some 15,000; the others follow from how many
    /// dates would agree as well by chance, and how often a hand slips so. What two equal 1 January say depends
    /// on how many of them the register has.
    pub fn weight(self, population: &Population) -> f64 {
        match self {
            Self::Equal => EQUAL_DATES,
            Self::Slip => 9.0,
            Self::EqualFirstOfJanuary => population.first_of_january(),
            Self::OtherDay => 5.5,
            Self::Near => 4.5,
            Self::SameYear => 4.0,
            Self::Missing => 0.0,
            Self::Differ => -9.0,
        }
    }
}

/// Bits for two equal birth dates.
pub(crate) const EQUAL_DATES: f64 = 12.5;
/// Bits for one gender.
pub(crate) const SAME_GENDER: f64 = 0.8;
/// Bits for one citizenship.
pub(crate) const SAME_CITIZENSHIP: f64 = 2.5;
/// Likeness from which two names are held to be one: then only those who bear it can be taken for one another.
const ONE_NAME: f64 = 0.9;

/// How alike two forms are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// Bits for (above 0) or against (below 0) one person, the chance that it is somebody else counted in.
    pub weight: f64,
    /// Bits of what both say, that chance left out.
    pub evidence: f64,
    /// The weight as a probability.
    pub probability: f64,
    /// Likeness of the names, from 0 to 1.
    pub name: f64,
    /// Agreement of the birth dates.
    pub birth: BirthAgreement,
}

/// A form made ready for comparing.
#[derive(Clone, Debug)]
pub(crate) struct Prepared {
    pub(crate) name: FoldedName,
    letters: String,
    pub(crate) birth: Option<Day>,
    pub(crate) gender: Gender,
    pub(crate) citizenship: Option<String>,
    /// The sounds of the whole name, whatever their order.
    pub(crate) sounds: String,
    /// Rows that were written so.
    pub(crate) rows: u32,
    /// How many people of the population bear the name, as far as birth dates tell.
    pub(crate) bearers: u32,
    /// Rows of the population with this name and this birth date.
    pub(crate) date_rows: u32,
}

impl Prepared {
    pub(crate) fn of(form: &Form) -> Self {
        let name = fold_name(&form.whole_name());
        let (gender, citizenship) = (form.gender, form.citizenship.clone());
        let sounds = name.sorted_sounds().join(" ");
        Self {
            letters: name.letters(),
            name,
            birth: form.birth,
            gender,
            citizenship,
            sounds,
            rows: form.rows,
            bearers: 1,
            date_rows: form.rows,
        }
    }

    /// Compares two forms of a population.
    pub(crate) fn score(&self, other: &Self, population: &Population) -> Score {
        let birth = BirthAgreement::of(self.birth, other.birth);
        let name = self.likeness(other);
        let evidence = name_weight(name) + self.beside_name(other, birth, population);
        let chance = if name >= ONE_NAME {
            population.among_bearers(self.bearers.max(other.bearers))
        } else {
            population.among_all()
        };
        let weight = evidence - chance;
        Score { weight, evidence, probability: 1.0 / (1.0 + (-weight).exp2()), name, birth }
    }

    /// The same, if the weight is at least so much, or the evidence where a date is missing. Where birth, gender
    /// and citizenship speak against one person so loudly that no likeness of names could outweigh them, the
    /// names are not compared: that is what takes time, and most pairs worth a look end here.
    pub(crate) fn score_from(
        &self,
        least: f64,
        least_undated: f64,
        other: &Self,
        population: &Population,
    ) -> Option<Score> {
        let birth = BirthAgreement::of(self.birth, other.birth);
        let beside = self.beside_name(other, birth, population);
        let same_name = SAME_NAME - population.among_bearers(self.bearers.max(other.bearers));
        let other_name = OTHER_NAME - population.among_all();
        let undated = birth == BirthAgreement::Missing;
        let hopeless =
            beside + same_name.max(other_name) < least && !(undated && beside + SAME_NAME >= least_undated);
        let worth = |score: &Score| score.weight >= least || (undated && score.evidence >= least_undated);
        if hopeless { None } else { Some(self.score(other, population)).filter(worth) }
    }

    /// What birth, gender and citizenship say.
    fn beside_name(&self, other: &Self, birth: BirthAgreement, population: &Population) -> f64 {
        let gender = gender_weight(self.gender, other.gender);
        let citizenship = citizenship_weight(self.citizenship.as_deref(), other.citizenship.as_deref());
        birth.weight(population) - self.both_attested(other, birth) + gender + citizenship
    }

    /// Bits against a likeness of dates of which each was written several times, neither far more often: a hand
    /// that slips does not slip alike twice.
    fn both_attested(&self, other: &Self, birth: BirthAgreement) -> f64 {
        let (less, more) = (self.date_rows.min(other.date_rows), self.date_rows.max(other.date_rows));
        let may_be_chance = (BirthAgreement::SameYear..=BirthAgreement::OtherDay).contains(&birth);
        if may_be_chance && less >= 2 && less.saturating_mul(5) >= more { 4.0 } else { 0.0 }
    }

    /// Likeness of two names from 0 to 1, whatever the order of their words: the words of the shorter are
    /// matched with those of the longer; the worst match counts as much as the mean, so that brothers and
    /// sisters, who share one name and not the other, stay apart.
    pub(crate) fn likeness(&self, other: &Self) -> f64 {
        if self.letters.is_empty() || other.letters.is_empty() {
            return 0.0;
        }
        let by_words = words_likeness(&self.name, &other.name);
        // A slip of the space bar moves letters from word to word: compare the letters alone.
        let by_letters = strsim::normalized_damerau_levenshtein(&self.letters, &other.letters);
        let by_letters = if by_letters >= 0.88 { by_letters } else { 0.0 };
        by_words.max(by_letters)
    }
}

fn words_likeness(a: &FoldedName, b: &FoldedName) -> f64 {
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let mut taken = vec![false; long.words.len()];
    let (mut sum, mut worst) = (0.0, 1.0_f64);
    // The word that matches best chooses first.
    let mut order: Vec<(f64, usize, usize)> = Vec::with_capacity(short.words.len() * long.words.len());
    for left in 0..short.words.len() {
        for right in 0..long.words.len() {
            let one = (short.words[left].as_str(), short.sounds[left].as_str());
            let other = (long.words[right].as_str(), long.sounds[right].as_str());
            order.push((word_likeness(one, other), left, right));
        }
    }
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut matched = vec![false; short.words.len()];
    for (likeness, left, right) in order {
        if !matched[left] && !taken[right] {
            (matched[left], taken[right]) = (true, true);
            sum += likeness;
            worst = worst.min(likeness);
        }
    }
    let words = short.words.len();
    let mean = sum / f64::from(u32::try_from(words).unwrap_or(1).max(1));
    let left_over = f64::from(u32::try_from(long.words.len() - words).unwrap_or(0));
    let likeness = (mean + worst) / 2.0 - 0.02 * left_over;
    // One word alone says little where the other name has several.
    if words < 2 && left_over > 0.0 { likeness.min(0.8) } else { likeness.max(0.0) }
}

/// Likeness of two words of names from 0 to 1, each given folded and as it sounds ([`fold_name`]): 0.9 or more
/// for words that a slip or another hand may have made of one another.
pub fn word_likeness((one, sound): (&str, &str), (other, other_sound): (&str, &str)) -> f64 {
    if one == other {
        return 1.0;
    }
    let shorter = one.len().min(other.len());
    let slip = strsim::damerau_levenshtein(one, other);
    if sound == other_sound {
        return if slip <= 2 { 0.98 } else { 0.96 };
    }
    let plain = strsim::jaro_winkler(one, other);
    match slip {
        1 if shorter >= 4 => plain.max(0.95),
        1 if shorter >= 3 => plain.max(0.9),
        2 if shorter >= 7 => plain.max(0.9),
        // Beyond that Jaro-Winkler is too kind to short names that begin alike (Mariam, Mariama).
        _ => plain.min(0.88) * 0.95,
    }
}

/// Bits for one person where the names are the same: no likeness says more.
const SAME_NAME: f64 = 8.5;
/// Bits for one person where the names are at most alike: no likeness under [`ONE_NAME`] says more.
const OTHER_NAME: f64 = 3.0;

/// Bits for or against one person, by likeness of the names.
pub fn name_weight(likeness: f64) -> f64 {
    match likeness {
        0.99.. => SAME_NAME,
        0.945.. => 7.5,
        0.90.. => 5.5,
        0.85.. => OTHER_NAME,
        0.78.. => 0.0,
        0.70.. => -3.0,
        _ => -9.0,
    }
}

/// Bits for or against one person, by gender.
pub fn gender_weight(one: Gender, other: Gender) -> f64 {
    match (one, other) {
        (Gender::Unknown, _) | (_, Gender::Unknown) => 0.0,
        (one, other) if one == other => SAME_GENDER,
        _ => -4.0,
    }
}

/// Bits for or against one person, by citizenship.
pub fn citizenship_weight(one: Option<&str>, other: Option<&str>) -> f64 {
    match (one, other) {
        (Some(one), Some(other)) if one == other => SAME_CITIZENSHIP,
        (Some(_), Some(_)) => -4.5,
        _ => 0.0,
    }
}

/// Compares two forms of a population.
pub fn score(a: &Form, b: &Form, population: &Population) -> Score {
    let (mut a, mut b) = (Prepared::of(a), Prepared::of(b));
    population.tell(&mut a);
    population.tell(&mut b);
    a.score(&b, population)
}
