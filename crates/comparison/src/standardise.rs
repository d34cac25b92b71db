//! Standardisation: what a city's figure would be with another mix of age, gender or citizenship.
//!
//! Formulas as in PHEindicatormethods (Fingertips technical guidance of Public Health England).

use crate::interval::{Interval, Level, byar, poisson};
use serde::Serialize;
use thiserror::Error;

/// Events under which a directly standardised rate is withheld.
pub const DIRECT_FROM: f64 = 10.0;

/// One group of a directly standardised rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Stratum {
    /// Events; a group without a count has 0.
    pub events: f64,
    /// People or time at risk, above 0.
    pub population: f64,
    /// Size of the group in the standard population.
    pub standard: f64,
}

/// One group where a person may have several events.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RepeatStratum {
    /// Persons with one event, with two, with three and so on.
    pub persons_by_events: Vec<f64>,
    /// People or time at risk, above 0.
    pub population: f64,
    /// Size of the group in the standard population.
    pub standard: f64,
}

/// A directly standardised rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DirectRate {
    /// Events in all groups.
    pub events: f64,
    /// The rate per the multiplier asked for.
    pub value: f64,
    /// Its interval by the method of Dobson et al. (1991) on Byar's limits.
    pub interval: Interval,
}

/// One group of an indirectly standardised ratio.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ReferenceStratum {
    /// The city's people or time at risk in the group; 0 is allowed.
    pub population: f64,
    /// Events in the reference, usually the whole network.
    pub reference_events: f64,
    /// People or time at risk in the reference, above 0.
    pub reference_population: f64,
}

/// An indirectly standardised ratio and rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Indirect {
    /// Events of the city.
    pub observed: f64,
    /// Events the city would have at the reference rate of each group.
    pub expected: f64,
    /// `observed / expected`.
    pub ratio: f64,
    /// Interval of the ratio: exact Poisson under 10 events, Byar's from 10.
    pub interval: Interval,
    /// Crude rate of the reference, per the multiplier asked for.
    pub reference_rate: f64,
    /// `ratio * reference_rate`.
    pub rate: f64,
    /// Interval of the rate.
    pub rate_interval: Interval,
}

/// Why nothing can be standardised. `index` is the place of the group, from 0.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum StandardiseError {
    /// A number that is negative, infinite or missing.
    #[error(
        "group {index} has a negative or missing number: correct it, or give 0 events where there are none"
    )]
    NotACount {
        /// Place of the group.
        index: usize,
    },
    /// A rate over nobody.
    #[error("group {index} has a population of 0: join it with a neighbouring group")]
    NoPopulation {
        /// Place of the group.
        index: usize,
    },
    /// No standard population, or nothing expected.
    #[error("the standard or reference gives no weight to any group: check that the groups match")]
    NoWeight,
    /// The city's events are no count.
    #[error("the observed events are negative or missing: give a number of 0 or more")]
    Observed,
}

fn is_count(x: f64) -> bool {
    x.is_finite() && x >= 0.0
}

/// Directly standardised rate per `per`; `None` is a rate withheld because of fewer than [`DIRECT_FROM`] events.
///
/// # Errors
/// [`StandardiseError`] names the group that cannot be used.
pub fn dsr(strata: &[Stratum], per: f64, level: Level) -> Result<Option<DirectRate>, StandardiseError> {
    // For a Poisson count the variance is the count.
    direct(strata.iter().map(|s| (*s, s.events)), per, level)
}

/// Directly standardised rate of events of which one person may have several: the same rate, wider interval.
///
/// The variance of a group's events is the sum over persons of their squared number of events.
///
/// # Errors
/// As [`dsr`].
pub fn dsr_of_repeat_events(
    strata: &[RepeatStratum],
    per: f64,
    level: Level,
) -> Result<Option<DirectRate>, StandardiseError> {
    let moment = |stratum: &RepeatStratum, power: i32| -> f64 {
        let weights = (1..).map(|events| f64::from(events).powi(power));
        stratum.persons_by_events.iter().zip(weights).map(|(persons, weight)| persons * weight).sum()
    };
    if let Some(index) = strata.iter().position(|s| s.persons_by_events.iter().any(|p| !is_count(*p))) {
        return Err(StandardiseError::NotACount { index });
    }
    let as_stratum =
        |s: &RepeatStratum| Stratum { events: moment(s, 1), population: s.population, standard: s.standard };
    direct(strata.iter().map(|s| (as_stratum(s), moment(s, 2))), per, level)
}

/// Weighted rate of groups, each with the variance of its events.
fn direct(
    strata: impl Iterator<Item = (Stratum, f64)>,
    per: f64,
    level: Level,
) -> Result<Option<DirectRate>, StandardiseError> {
    let (mut events, mut standard, mut rate, mut variance) = (0.0, 0.0, 0.0, 0.0);
    for (index, (stratum, event_variance)) in strata.enumerate() {
        if ![stratum.events, stratum.population, stratum.standard].into_iter().all(is_count) {
            return Err(StandardiseError::NotACount { index });
        }
        if stratum.population == 0.0 {
            return Err(StandardiseError::NoPopulation { index });
        }
        let weight = stratum.standard / stratum.population;
        events += stratum.events;
        standard += stratum.standard;
        rate += weight * stratum.events;
        variance += weight * weight * event_variance;
    }
    if standard == 0.0 {
        return Err(StandardiseError::NoWeight);
    }
    if events < DIRECT_FROM {
        return Ok(None);
    }
    // Dobson: the interval of the events, stretched to the standard deviation of the rate.
    let stretch = (variance / events).sqrt();
    let Some(count) = byar(events, level) else { return Ok(None) };
    let at = |limit: f64| (rate + stretch * (limit - events)) / standard * per;
    let interval = Interval { lower: count.lower.map(at), upper: at(count.upper) };
    Ok(Some(DirectRate { events, value: rate / standard * per, interval }))
}

/// Indirectly standardised ratio and rate per `per` of a city with `observed` events.
///
/// # Errors
/// [`StandardiseError`] names the group that cannot be used, or says that nothing is expected.
pub fn isr(
    observed: f64,
    strata: &[ReferenceStratum],
    per: f64,
    level: Level,
) -> Result<Indirect, StandardiseError> {
    let (mut expected, mut reference_events, mut reference_population) = (0.0, 0.0, 0.0);
    for (index, s) in strata.iter().enumerate() {
        if ![s.population, s.reference_events, s.reference_population].into_iter().all(is_count) {
            return Err(StandardiseError::NotACount { index });
        }
        if s.reference_population == 0.0 {
            return Err(StandardiseError::NoPopulation { index });
        }
        expected += s.population * s.reference_events / s.reference_population;
        reference_events += s.reference_events;
        reference_population += s.reference_population;
    }
    if expected <= 0.0 {
        return Err(StandardiseError::NoWeight);
    }
    let events = poisson(observed, level).ok_or(StandardiseError::Observed)?;
    let (ratio, interval) = (observed / expected, events.scaled(1.0 / expected));
    let reference_rate = reference_events / reference_population * per;
    let (rate, rate_interval) = (ratio * reference_rate, interval.scaled(reference_rate));
    Ok(Indirect { observed, expected, ratio, interval, reference_rate, rate, rate_interval })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_name_the_group() {
        let good = Stratum { events: 20.0, population: 100.0, standard: 10.0 };
        let empty = Stratum { population: 0.0, ..good };
        let missing = Stratum { events: f64::NAN, ..good };
        assert_eq!(dsr(&[good, empty], 1.0, Level::P95), Err(StandardiseError::NoPopulation { index: 1 }));
        assert_eq!(dsr(&[missing], 1.0, Level::P95), Err(StandardiseError::NotACount { index: 0 }));
        assert_eq!(dsr(&[], 1.0, Level::P95), Err(StandardiseError::NoWeight));
        assert_eq!(isr(1.0, &[], 1.0, Level::P95), Err(StandardiseError::NoWeight));
    }

    #[test]
    fn one_event_each_is_the_plain_rate() {
        let plain = [Stratum { events: 20.0, population: 100.0, standard: 10.0 }];
        let repeat = [RepeatStratum { persons_by_events: vec![20.0], population: 100.0, standard: 10.0 }];
        assert_eq!(dsr(&plain, 1e3, Level::P95), dsr_of_repeat_events(&repeat, 1e3, Level::P95));
    }
}
