//! XmR chart of one city over time, with the rules of "Making data count" (NHS England).
//!
//! Limits are the mean ∓ 2.66 mean moving ranges. The product default is [`Screening::Once`], as in
//! NHSRplotthedots: moving ranges of 3.267 times their mean or more are left out once. The spreadsheet of
//! "Making data count" leaves none out ([`Screening::None`]).

pub mod signals;

use serde::Serialize;

/// Mean moving ranges from the mean to a limit.
const LIMIT: f64 = 2.66;
/// Mean moving ranges from which a moving range is left out.
const RANGE_OUTLIER: f64 = 3.267;
/// Points under which the limits are trial limits.
const TRIAL_UNDER: usize = 12;

/// Whether extreme moving ranges are left out of the limits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Screening {
    /// Leave out moving ranges of 3.267 times their mean or more, once. The product default.
    #[default]
    Once,
    /// Use every moving range.
    None,
}

/// Why a point is more than chance. In the order of precedence: a point gets the first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Signal {
    /// Above the upper limit.
    Above,
    /// Below the lower limit.
    Below,
    /// One of seven points in a row that each rise.
    Rising,
    /// One of seven points in a row that each fall.
    Falling,
    /// Near the upper limit, with another one among three points in a row above the mean.
    NearUpper,
    /// Near the lower limit, with another one among three points in a row below the mean.
    NearLower,
    /// One of seven points in a row above the mean.
    HighSide,
    /// One of seven points in a row below the mean.
    LowSide,
}

/// One point of a [`RunChart`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RunPoint {
    /// The value, as given.
    pub value: f64,
    /// What makes it more than chance, if anything.
    pub signal: Option<Signal>,
}

/// A series with its mean and limits, all in the unit of the values.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunChart {
    /// Mean of the values.
    pub mean: f64,
    /// Lower limit. It may lie below 0 where the values cannot.
    pub lower: f64,
    /// Upper limit.
    pub upper: f64,
    /// True under twelve points: the limits are trial limits and must be called so.
    pub is_trial: bool,
    /// The points in the order given.
    pub points: Vec<RunPoint>,
}

/// The XmR chart of `values` in order of time; `None` under two values or where one is not finite.
pub fn xmr(values: &[f64], screening: Screening) -> Option<RunChart> {
    if values.len() < 2 || values.iter().any(|v| !v.is_finite()) {
        return None;
    }
    let centre = mean(values);
    let half = LIMIT * mean_range(values, screening);
    let (lower, upper) = (centre - half, centre + half);
    let points = values.iter().zip(signals::signals(values, centre, half));
    Some(RunChart {
        mean: centre,
        lower,
        upper,
        is_trial: values.len() < TRIAL_UNDER,
        points: points.map(|(&value, signal)| RunPoint { value, signal }).collect(),
    })
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn mean_range(values: &[f64], screening: Screening) -> f64 {
    let ranges: Vec<f64> = values.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    let all = mean(&ranges);
    if screening == Screening::None {
        return all;
    }
    let kept: Vec<f64> = ranges.into_iter().filter(|range| *range < RANGE_OUTLIER * all).collect();
    // Nothing is left only where all values are equal.
    if kept.is_empty() { all } else { mean(&kept) }
}

/// The direction in which a measure gets better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Improvement {
    /// More is better.
    Increase,
    /// Less is better.
    Decrease,
    /// Neither: there is no target to keep.
    Neutral,
}

/// Whether the process, as it runs now, will keep its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Assurance {
    /// Every value within the limits keeps the target.
    ConsistentPass,
    /// No value within the limits keeps the target.
    ConsistentFail,
    /// Chance decides from one period to the next.
    Inconsistent,
}

/// Compares `target` with the limits of a run chart; a value equal to the target keeps it.
///
/// `None` for a neutral measure or a number that is not finite.
pub fn assurance(lower: f64, upper: f64, target: f64, improvement: Improvement) -> Option<Assurance> {
    if ![lower, upper, target].iter().all(|x| x.is_finite()) {
        return None;
    }
    let (worst_keeps, best_fails) = match improvement {
        Improvement::Increase => (lower >= target, upper < target),
        Improvement::Decrease => (upper <= target, lower > target),
        Improvement::Neutral => return None,
    };
    Some(match (worst_keeps, best_fails) {
        (true, _) => Assurance::ConsistentPass,
        (_, true) => Assurance::ConsistentFail,
        _ => Assurance::Inconsistent,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_chart_without_two_finite_values() {
        assert_eq!(xmr(&[], Screening::Once), None);
        assert_eq!(xmr(&[1.0], Screening::Once), None);
        assert_eq!(xmr(&[1.0, f64::NAN], Screening::Once), None);
    }

    #[test]
    fn equal_values_have_no_signal() {
        let chart = xmr(&[3.0; 20], Screening::Once).unwrap();
        assert_eq!((chart.lower, chart.upper, chart.is_trial), (3.0, 3.0, false));
        assert!(chart.points.iter().all(|p| p.signal.is_none()));
    }

    #[test]
    fn limits_are_trial_limits_under_twelve_points() {
        let values: Vec<f64> = (0..12).map(|i| f64::from(i % 3)).collect();
        assert!(xmr(&values[..11], Screening::Once).unwrap().is_trial);
        assert!(!xmr(&values, Screening::Once).unwrap().is_trial);
    }

    #[test]
    fn a_target_on_a_limit_is_kept() {
        assert_eq!(assurance(1.0, 2.0, 1.0, Improvement::Increase), Some(Assurance::ConsistentPass));
        assert_eq!(assurance(1.0, 2.0, 2.0, Improvement::Increase), Some(Assurance::Inconsistent));
        assert_eq!(assurance(1.0, 2.0, f64::NAN, Improvement::Increase), None);
    }
}
