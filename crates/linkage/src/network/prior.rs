//! What is presumed before anything was counted, as shares. It speaks where a network is young and few pairs
//! were met; what is counted outvotes it. The numbers are judgements, not measurements: `docs/adr/0050`.

use super::pattern::{Birth, Field, LEVELS, Name, Stratum};

/// As many pairs as the presumed shares among one person's encodings weigh.
pub(crate) const WEIGHT_SAME: f64 = 60.0;
/// As many pairs as the presumed shares among strangers weigh, in each stratum.
pub(crate) const WEIGHT_STRANGERS: f64 = 30.0;
/// No level is rarer than this where it is presumed.
const LEAST: f64 = 2e-4;

/// Shares of the levels, one vector a field.
pub(crate) type Shares = [Vec<f64>; Field::COUNT];

fn shares(birth: [f64; Birth::COUNT], name: [f64; Name::COUNT], rest: [&[f64]; 4]) -> Shares {
    let [length, gender, citizenship, further] = rest;
    std::array::from_fn(|field| {
        let given = match field {
            Field::BIRTH => &birth[..],
            Field::NAME => &name[..],
            Field::LENGTH => length,
            Field::GENDER => gender,
            Field::CITIZENSHIP => citizenship,
            _ => further,
        };
        let shares: Vec<f64> = given.iter().map(|share| share.max(LEAST)).collect();
        let all: f64 = shares.iter().sum();
        debug_assert_eq!(shares.len(), LEVELS[field]);
        shares.iter().map(|share| share / all).collect()
    })
}

/// Among encodings of one person.
pub(crate) fn same() -> Shares {
    shares(
        // Equal, 1 January, exchanged, year off, other part, one 1 January, same year, other year, missing, differ.
        [0.88, 0.05, 0.01, 0.015, 0.01, 0.02, 0.002, 0.001, 0.012, 0.002],
        // EE, EN, NN, EW, NW, WW, E-, N-, W-, --; one word E, N, W, -; none.
        [0.70, 0.14, 0.04, 0.03, 0.006, 0.001, 0.035, 0.004, 0.001, 0.001, 0.03, 0.006, 0.002, 0.001, 0.001],
        [&[0.93, 0.07], &[0.985, 0.0, 0.015], &[0.975, 0.0, 0.025], &[0.8, 0.08, 0.12]],
    )
}

/// Among strangers who meet in a stratum, by its number.
pub(crate) fn strangers(stratum: usize) -> Shares {
    let at = |wanted: Stratum| stratum == wanted.code();
    let birth = if at(Stratum::Day) || at(Stratum::DayWord) {
        [0.85, 0.0, 0.15, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    } else if at(Stratum::YearPair) {
        [0.005, 0.02, 0.003, 0.0, 0.15, 0.12, 0.70, 0.0, 0.0, 0.0]
    } else if at(Stratum::January) {
        [0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    } else if at(Stratum::DayPair) {
        [0.0, 0.0, 0.0, 0.06, 0.0, 0.0, 0.0, 0.94, 0.0, 0.0]
    } else if at(Stratum::Pair) {
        [0.001, 0.001, 0.0, 0.0, 0.001, 0.001, 0.02, 0.001, 0.08, 0.9]
    } else {
        [0.001, 0.001, 0.0, 0.001, 0.003, 0.001, 0.02, 0.003, 0.08, 0.88]
    };
    let pair = at(Stratum::YearPair) || at(Stratum::DayPair) || at(Stratum::Pair);
    let name = if pair {
        [0.85, 0.005, 0.0, 0.01, 0.0, 0.0, 0.13, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    } else if at(Stratum::January) {
        [0.25, 0.08, 0.0, 0.12, 0.0, 0.0, 0.55, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    } else if at(Stratum::DayWord) {
        [0.06, 0.03, 0.0, 0.04, 0.0, 0.0, 0.85, 0.0, 0.0, 0.0, 0.02, 0.0, 0.0, 0.0, 0.0]
    } else {
        [0.003, 0.003, 0.001, 0.004, 0.004, 0.012, 0.06, 0.02, 0.08, 0.778, 0.003, 0.001, 0.002, 0.03, 0.01]
    };
    // A name tells gender and country: who shares it mostly shares these.
    let (gender, citizenship): (&[f64], &[f64]) = if pair || at(Stratum::January) {
        (&[0.93, 0.0, 0.07], &[0.75, 0.0, 0.25])
    } else {
        (&[0.55, 0.0, 0.45], &[0.12, 0.0, 0.88])
    };
    shares(birth, name, [&[0.8, 0.2], gender, citizenship, &[0.03, 0.05, 0.92]])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_field_are_one() {
        for shares in (0..Stratum::COUNT).map(strangers).chain([same()]) {
            for (field, levels) in shares.iter().enumerate() {
                assert_eq!(levels.len(), LEVELS[field]);
                assert!((levels.iter().sum::<f64>() - 1.0).abs() < 1e-9);
            }
        }
    }
}
