//! Weights after Fellegi and Sunter ("A theory for record linkage", JASA 64, 1969), estimated without any truth
//! by expectation and maximisation (Dempster, Laird and Rubin, JRSS B 39, 1977) over the patterns that were
//! counted.
//!
//! One class of pairs is one person; strangers are one class for each stratum, because strangers who meet over a
//! birth date share it, and those who meet over a name share that. The weight of a pattern is how much likelier
//! it is among all pairs counted to be one person than two strangers, so it is a probability at once.

use std::collections::BTreeMap;

use super::pattern::{Field, LEVELS, Pattern, Stratum};
use super::prior::{self, Shares};

/// Weights are whole eighths of a bit, so that sums are exact and a pair more changes few of them.
pub(crate) const BIT: i32 = 8;
/// No weight is beyond so many bits either way.
const MOST: f64 = 40.0;
/// Rounds after which the estimate is taken as it is.
const ROUNDS: usize = 300;
/// Pairs of one person that are presumed in an empty network, and strangers in an empty stratum.
const SOME: f64 = 0.3;

/// How many pairs were met, by pattern; those of one city apart.
pub(crate) type Counts = BTreeMap<(OneCity, Pattern), u64>;

/// Whether both are of one city. It saw their names and kept them apart, so such pairs show how strangers agree;
/// but for the few whom it overlooked.
pub(crate) type OneCity = bool;

/// Bits against one person where both are of one city.
pub(crate) const ONE_CITY: i32 = 8;

/// Pairs that look like siblings and may still turn up within cities though none did: with 19 of 20 there are fewer.
const UNSEEN: f64 = 3.0;
/// Of pairs that look like siblings so many at most may be expected to be, where they are to be one person.
const SIBLINGS: f64 = 0.05;
/// The weight of a pair that looks like siblings: less than is asked about, and than lets a third join them.
const APART: i32 = -4 * BIT;

/// What was estimated: the weight of every pattern.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// Whether pairs that look like siblings are one person, by stratum.
    siblings_join: SiblingsJoin,
    /// Bits before anything is compared, by stratum.
    before: [f64; Stratum::COUNT],
    /// Bits for each level of each field, by stratum.
    bits: Vec<[Vec<f64>; Field::COUNT]>,
}

impl Model {
    /// The estimate from counts, and from how many people each city knows. It depends on them alone.
    pub(crate) fn fit(counts: &Counts, people: impl IntoIterator<Item = u64>) -> Self {
        let patterns: Vec<(OneCity, Pattern, f64)> = counts
            .iter()
            .map(|((one_city, pattern), count)| {
                (*one_city, *pattern, f64::from(u32::try_from(*count).unwrap_or(u32::MAX)))
            })
            .collect();
        let across = across(people);
        let siblings_join = siblings_join(counts, across);
        let mut state = Estimate::presumed(&patterns, across, siblings_join);
        for _ in 0..ROUNDS {
            let before = state.persons;
            state = state.round(&patterns);
            if (state.persons - before).abs() < 1e-7 * (1.0 + before) {
                break;
            }
        }
        state.model()
    }

    /// The weight of a pattern, in eighths of a bit: above 0, one person is likelier than two.
    pub(crate) fn weight(&self, pattern: Pattern) -> i32 {
        let stratum = pattern.stratum();
        let bits = &self.bits[stratum];
        let sum: f64 = pattern.levels().map(|(field, level)| bits[field][level]).sum();
        let eighths = (self.before[stratum] + sum).clamp(-MOST, MOST) * f64::from(BIT);
        let weight = eighths.round() as i32;
        if pattern.is_of_siblings() && !self.siblings_join[stratum] { weight.min(APART) } else { weight }
    }
}

/// The probability that a weight means.
pub(crate) fn probability(weight: i32) -> f64 {
    1.0 / (1.0 + (-f64::from(weight) / f64::from(BIT)).exp2())
}

/// The weight that a probability means; at most what any pair has.
pub(crate) fn weight_of(probability: f64) -> i32 {
    let bits = (probability / (1.0 - probability)).log2().clamp(-MOST, MOST);
    (bits * f64::from(BIT)).round() as i32
}

struct Estimate {
    /// Pairs that are one person.
    persons: f64,
    same: Shares,
    /// Pairs of strangers in each stratum.
    strangers: [f64; Stratum::COUNT],
    apart: Vec<Shares>,
    /// Pairs across cities for each pair within one.
    across: f64,
    siblings_join: SiblingsJoin,
}

type SiblingsJoin = [bool; Stratum::COUNT];

/// Whether pairs that look like siblings are one person, by stratum: nearly all that were met across cities must be
/// more than chance and families explain. How many these explain is seen within cities, which told them apart.
fn siblings_join(counts: &Counts, across: f64) -> SiblingsJoin {
    let mut met = [[0.0; 2]; Stratum::COUNT];
    for ((one_city, pattern), count) in counts.iter().filter(|((_, pattern), _)| pattern.is_of_siblings()) {
        met[pattern.stratum()][usize::from(*one_city)] +=
            f64::from(u32::try_from(*count).unwrap_or(u32::MAX));
    }
    met.map(|[of_two, of_one]| (of_one + UNSEEN) * across <= SIBLINGS * of_two)
}

/// Pairs of people of two cities for each pair of one; at least one, for a network that begins with one city.
fn across(people: impl IntoIterator<Item = u64>) -> f64 {
    let (mut all, mut squares) = (0.0, 0.0);
    for people in people {
        let people = f64::from(u32::try_from(people).unwrap_or(u32::MAX));
        all += people;
        squares += people * people;
    }
    ((all * all - squares) / (squares - all).max(1.0)).max(1.0)
}

impl Estimate {
    fn presumed(patterns: &[(OneCity, Pattern, f64)], across: f64, siblings_join: SiblingsJoin) -> Self {
        let mut strangers = [SOME; Stratum::COUNT];
        let mut hopeful = SOME;
        for (_, pattern, count) in patterns.iter().filter(|(one_city, ..)| !one_city) {
            strangers[pattern.stratum()] += count;
            if pattern.stratum() <= Stratum::DayWord.code() && !pattern.is_hopeless() {
                hopeful += count / 2.0;
            }
        }
        let apart = (0..Stratum::COUNT).map(prior::strangers).collect();
        Self { persons: hopeful, same: prior::same(), strangers, apart, across, siblings_join }
    }

    /// How probable one person is where a pattern is seen.
    fn expect(&self, one_city: OneCity, pattern: Pattern) -> f64 {
        let stratum = pattern.stratum();
        let (mut same, mut apart) = (self.persons, self.strangers[stratum]);
        if one_city {
            same *= (-f64::from(ONE_CITY)).exp2();
        }
        for (field, level) in pattern.levels() {
            same *= self.same[field][level];
            apart *= self.apart[stratum][field][level];
        }
        if same + apart > 0.0 { same / (same + apart) } else { 0.0 }
    }

    fn round(&self, patterns: &[(OneCity, Pattern, f64)]) -> Self {
        let weighed = |shares: Shares, weight: f64| shares.map(|levels| scaled(&levels, weight));
        let mut next = Self {
            persons: SOME,
            same: weighed(prior::same(), prior::WEIGHT_SAME),
            strangers: [SOME; Stratum::COUNT],
            across: self.across,
            siblings_join: self.siblings_join,
            apart: (0..Stratum::COUNT)
                .map(|stratum| weighed(prior::strangers(stratum), prior::WEIGHT_STRANGERS))
                .collect(),
        };
        for (one_city, pattern, count) in patterns {
            // Who shares nothing of the name is nobody's other self: without this a network of strangers only
            // could be taken for one of persons only. The same of who looks like a brother or sister.
            let stratum = pattern.stratum();
            let is_sibling = pattern.is_of_siblings() && !self.siblings_join[stratum];
            let is_nobody = pattern.is_hopeless() || is_sibling;
            let one = if is_nobody { 0.0 } else { self.expect(*one_city, *pattern) * count };
            next.persons += if *one_city { 0.0 } else { one };
            next.strangers[stratum] += count - one;
            for (field, level) in pattern.levels() {
                next.same[field][level] += if *one_city { 0.0 } else { one };
                next.apart[stratum][field][level] += count - one;
            }
        }
        // Strangers meet as often across cities as within one: what was met of both tells how often.
        let share = self.across / (1.0 + self.across);
        next.strangers = next.strangers.map(|met| SOME + (met - SOME) * share);
        let whole = |shares: Shares| shares.map(|levels| scaled(&levels, 1.0 / levels.iter().sum::<f64>()));
        Self { same: whole(next.same), apart: next.apart.into_iter().map(whole).collect(), ..next }
    }

    fn model(&self) -> Model {
        let before = self.strangers.map(|strangers| (self.persons / strangers).log2());
        let bits = |apart: &Shares| {
            std::array::from_fn(|field| {
                (0..LEVELS[field])
                    .map(|level| (self.same[field][level] / apart[field][level]).log2())
                    .collect()
            })
        };
        Model { siblings_join: self.siblings_join, before, bits: self.apart.iter().map(bits).collect() }
    }
}

fn scaled(levels: &[f64], by: f64) -> Vec<f64> {
    levels.iter().map(|level| level * by).collect()
}

#[cfg(test)]
mod tests {
    use super::super::pattern::{Birth, Name};
    use super::*;

    fn pattern(best: u8, worst: u8) -> Pattern {
        Pattern::of(Stratum::Day, Birth::Equal, Name::of(best, worst, false, false))
    }

    #[test]
    fn weights_and_probabilities_are_one_scale() {
        assert!((probability(0) - 0.5).abs() < 1e-12);
        assert_eq!(weight_of(0.5), 0);
        assert_eq!(weight_of(probability(17)), 17);
    }

    #[test]
    fn a_thousand_strangers_and_fifty_persons_are_told_apart() {
        let across = [(0, 0, 50), (0, 1, 9), (0, 3, 60), (3, 3, 900)];
        let within = [(0, 3, 58), (3, 3, 905)];
        let counted = |one_city: OneCity, (best, worst, count)| ((one_city, pattern(best, worst)), count);
        let across = across.map(|met| counted(false, met));
        let counts = across.into_iter().chain(within.map(|met| counted(true, met))).collect();
        let model = Model::fit(&counts, [500, 500]);
        assert!(probability(model.weight(pattern(0, 0))) > 0.97);
        assert!(probability(model.weight(pattern(0, 3))) < 0.2);
    }

    #[test]
    fn an_empty_network_has_presumptions() {
        let model = Model::fit(&Counts::new(), []);
        assert!(model.weight(pattern(0, 0)) > model.weight(pattern(3, 3)));
    }
}
