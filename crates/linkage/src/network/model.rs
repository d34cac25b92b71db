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

/// How many pairs were met, by pattern.
pub(crate) type Counts = BTreeMap<Pattern, u64>;

/// What was estimated: the weight of every pattern.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// Bits before anything is compared, by stratum.
    before: [f64; Stratum::COUNT],
    /// Bits for each level of each field, by stratum.
    bits: Vec<[Vec<f64>; Field::COUNT]>,
}

impl Model {
    /// The estimate from counts. It depends on them alone.
    pub(crate) fn fit(counts: &Counts) -> Self {
        let patterns: Vec<(Pattern, f64)> = counts
            .iter()
            .map(|(pattern, count)| (*pattern, f64::from(u32::try_from(*count).unwrap_or(u32::MAX))))
            .collect();
        let mut state = Estimate::presumed(&patterns);
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
        eighths.round() as i32
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
}

impl Estimate {
    fn presumed(patterns: &[(Pattern, f64)]) -> Self {
        let mut strangers = [SOME; Stratum::COUNT];
        let mut hopeful = SOME;
        for (pattern, count) in patterns {
            strangers[pattern.stratum()] += count;
            if pattern.stratum() <= Stratum::DayWord.code() && !pattern.is_hopeless() {
                hopeful += count / 2.0;
            }
        }
        let apart = (0..Stratum::COUNT).map(prior::strangers).collect();
        Self { persons: hopeful, same: prior::same(), strangers, apart }
    }

    /// How probable one person is where a pattern is seen.
    fn expect(&self, pattern: Pattern) -> f64 {
        let stratum = pattern.stratum();
        let (mut same, mut apart) = (self.persons, self.strangers[stratum]);
        for (field, level) in pattern.levels() {
            same *= self.same[field][level];
            apart *= self.apart[stratum][field][level];
        }
        if same + apart > 0.0 { same / (same + apart) } else { 0.0 }
    }

    fn round(&self, patterns: &[(Pattern, f64)]) -> Self {
        let weighed = |shares: Shares, weight: f64| shares.map(|levels| scaled(&levels, weight));
        let mut next = Self {
            persons: SOME,
            same: weighed(prior::same(), prior::WEIGHT_SAME),
            strangers: [SOME; Stratum::COUNT],
            apart: (0..Stratum::COUNT)
                .map(|stratum| weighed(prior::strangers(stratum), prior::WEIGHT_STRANGERS))
                .collect(),
        };
        for (pattern, count) in patterns {
            let one = self.expect(*pattern) * count;
            let stratum = pattern.stratum();
            next.persons += one;
            next.strangers[stratum] += count - one;
            for (field, level) in pattern.levels() {
                next.same[field][level] += one;
                next.apart[stratum][field][level] += count - one;
            }
        }
        let whole = |shares: Shares| shares.map(|levels| scaled(&levels, 1.0 / levels.iter().sum::<f64>()));
        Self { same: whole(next.same), apart: next.apart.into_iter().map(whole).collect(), ..next }
    }

    fn model(&self) -> Model {
        let before = self.strangers.map(|strangers| (self.persons / strangers).log2());
        let bits = |apart: &Shares| {
            std::array::from_fn(|field| {
                (0..LEVELS[field]).map(|level| (self.same[field][level] / apart[field][level]).log2()).collect()
            })
        };
        Model { before, bits: self.apart.iter().map(bits).collect() }
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
        let counts =
            Counts::from([(pattern(0, 0), 50), (pattern(0, 1), 9), (pattern(0, 3), 60), (pattern(3, 3), 900)]);
        let model = Model::fit(&counts);
        assert!(probability(model.weight(pattern(0, 0))) > 0.97);
        assert!(probability(model.weight(pattern(0, 3))) < 0.2);
        assert!(probability(model.weight(pattern(3, 3))) < 0.001);
    }

    #[test]
    fn an_empty_network_has_presumptions() {
        let model = Model::fit(&Counts::new());
        assert!(model.weight(pattern(0, 0)) > model.weight(pattern(3, 3)));
    }
}
