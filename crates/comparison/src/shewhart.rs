//! Shewhart control charts with frozen baselines and excluded points, and the run tests of Anhøj.
//!
//! Formulas: Montgomery, *Introduction to Statistical Quality Control*; variants as in qicharts2. Limits are
//! three standard deviations from the centre, cut at 0 (and at 1 for shares). A new phase is a new chart.

use crate::special::fair_binomial_quantile;
use serde::Serialize;
use thiserror::Error;

/// Mean moving range of two over the standard deviation, for normal values.
const RANGE_PER_SIGMA: f64 = 1.128;
/// Upper limit of a moving range of two, in mean ranges.
const RANGE_LIMIT: f64 = 3.267;
/// Power that makes times between rare events about normal (Nelson 1994).
const TIME_POWER: f64 = 3.6;

/// Kind of chart.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Chart {
    /// Individual values.
    I,
    /// Moving ranges of individual values.
    Mr,
    /// Shares: events among cases.
    P,
    /// Counts over equal areas of opportunity.
    C,
    /// Counts per `per` of an area of opportunity that may change.
    U {
        /// Multiplier of the value.
        per: f64,
    },
    /// Time between rare events.
    T,
}

/// One measurement.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Sample {
    /// The value, or the number of events.
    pub value: f64,
    /// Cases or area of opportunity; read by the P and U chart only.
    pub denominator: f64,
    /// Counts towards centre and limits.
    pub baseline: bool,
    /// False for a point with a known cause: drawn, but part of neither the limits nor the tests for runs.
    pub included: bool,
}

/// One point of a chart, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Plotted {
    /// What is drawn; `None` for the first moving range.
    pub value: Option<f64>,
    /// Lower limit at this point.
    pub lower: f64,
    /// Upper limit at this point.
    pub upper: f64,
    /// Beyond a limit. Excluded points are marked too.
    pub outside: bool,
}

/// Tests for runs around the centre, which need no limits (Anhøj & Olesen 2014).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Runs {
    /// Points not excluded.
    pub observations: usize,
    /// Those of them that are not on the centre.
    pub useful: usize,
    /// Longest run of useful points on one side.
    pub longest: usize,
    /// Longest run that chance explains: log2 of the useful points, rounded, plus 3.
    pub longest_max: usize,
    /// Times neighbours lie on different sides.
    pub crossings: usize,
    /// Fewest crossings that chance explains: the 5 % quantile of fair coins between useful points.
    pub crossings_min: usize,
    /// A run too long or crossings too few.
    pub signal: bool,
}

/// A chart of one phase.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ControlChart {
    /// Centre line, in the unit of the values.
    pub centre: f64,
    /// One point for each sample.
    pub points: Vec<Plotted>,
    /// Tests for runs.
    pub runs: Runs,
}

/// Why no chart can be drawn. `index` counts from 0.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ShewhartError {
    /// Too few samples in the baseline.
    #[error(
        "the baseline has too few included samples: at least one, and two in a row for I, MR and T charts"
    )]
    Baseline,
    /// A value or denominator that cannot be meant.
    #[error("sample {index} is no valid measurement for this chart: correct it or leave it out")]
    Sample {
        /// Place of the sample.
        index: usize,
    },
}

/// Draws `chart` of `samples` in order of time, all of one phase.
///
/// # Errors
/// [`ShewhartError`] when a sample is invalid for the chart or the baseline too short.
pub fn chart(chart: Chart, samples: &[Sample]) -> Result<ControlChart, ShewhartError> {
    if let Some(index) = samples.iter().position(|s| !valid(chart, s)) {
        return Err(ShewhartError::Sample { index });
    }
    let (centre, plotted) = match chart {
        Chart::I => individuals(samples, |v| v, |v| v)?,
        Chart::T => individuals(samples, |v| v.powf(TIME_POWER.recip()), |v| v.max(0.0).powf(TIME_POWER))?,
        Chart::Mr => moving_ranges(samples)?,
        Chart::P => counts(samples, |s| s.denominator, |c| c * (1.0 - c), 1.0, 1.0)?,
        Chart::C => counts(samples, |_| 1.0, |c| c, f64::INFINITY, 1.0)?,
        Chart::U { per } => counts(samples, |s| s.denominator, |c| c, f64::INFINITY, per)?,
    };
    let points: Vec<Plotted> = plotted.into_iter().map(mark).collect();
    let runs = runs(samples, &points, centre);
    Ok(ControlChart { centre, points, runs })
}

fn valid(chart: Chart, sample: &Sample) -> bool {
    let Sample { value, denominator, .. } = *sample;
    let exposed = denominator.is_finite() && denominator > 0.0;
    value.is_finite()
        && match chart {
            Chart::I | Chart::Mr => true,
            Chart::C | Chart::T => value >= 0.0,
            Chart::P => exposed && (0.0..=denominator).contains(&value),
            Chart::U { per } => exposed && value >= 0.0 && per.is_finite() && per > 0.0,
        }
}

/// Value with its two limits.
type Drawn = (Option<f64>, f64, f64);

fn mark((value, lower, upper): Drawn) -> Plotted {
    let outside = value.is_some_and(|v| v < lower || v > upper);
    Plotted { value, lower, upper, outside }
}

fn in_baseline(sample: &Sample) -> bool {
    sample.baseline && sample.included
}

/// Mean of the numbers, or [`ShewhartError::Baseline`] when there are none.
fn baseline_mean(numbers: impl Iterator<Item = f64>) -> Result<f64, ShewhartError> {
    let (count, sum) = numbers.fold((0.0, 0.0), |(count, sum), x| (count + 1.0, sum + x));
    if count > 0.0 { Ok(sum / count) } else { Err(ShewhartError::Baseline) }
}

/// Mean of the ranges between neighbours that are both in the baseline.
fn mean_range(samples: &[Sample], scale: impl Fn(f64) -> f64) -> Result<f64, ShewhartError> {
    let neighbours = samples.windows(2).filter(|pair| pair.iter().all(in_baseline));
    baseline_mean(neighbours.map(|pair| (scale(pair[1].value) - scale(pair[0].value)).abs()))
}

/// Individual values, calculated on the scale of `there` and brought `back`.
fn individuals(
    samples: &[Sample],
    there: impl Fn(f64) -> f64,
    back: impl Fn(f64) -> f64,
) -> Result<(f64, Vec<Drawn>), ShewhartError> {
    let centre = baseline_mean(samples.iter().filter(|s| in_baseline(s)).map(|s| there(s.value)))?;
    let half = 3.0 * mean_range(samples, &there)? / RANGE_PER_SIGMA;
    let (lower, upper) = (back(centre - half), back(centre + half));
    Ok((back(centre), samples.iter().map(|s| (Some(s.value), lower, upper)).collect()))
}

fn moving_ranges(samples: &[Sample]) -> Result<(f64, Vec<Drawn>), ShewhartError> {
    let centre = mean_range(samples, |v| v)?;
    let range = |at: usize| at.checked_sub(1).map(|before| (samples[at].value - samples[before].value).abs());
    Ok((centre, (0..samples.len()).map(|at| (range(at), 0.0, RANGE_LIMIT * centre)).collect()))
}

/// Counts over their denominators; `spread` is the variance at the centre for a denominator of 1.
fn counts(
    samples: &[Sample],
    denominator: impl Fn(&Sample) -> f64,
    spread: impl Fn(f64) -> f64,
    most: f64,
    per: f64,
) -> Result<(f64, Vec<Drawn>), ShewhartError> {
    let baseline = || samples.iter().filter(|s| in_baseline(s));
    let exposure: f64 = baseline().map(&denominator).sum();
    if exposure <= 0.0 {
        return Err(ShewhartError::Baseline);
    }
    let centre = baseline().map(|s| s.value).sum::<f64>() / exposure;
    let drawn = |sample: &Sample| {
        let size = denominator(sample);
        let half = 3.0 * (spread(centre) / size).sqrt();
        (Some(sample.value / size * per), (centre - half).max(0.0) * per, (centre + half).min(most) * per)
    };
    Ok((centre * per, samples.iter().map(drawn).collect()))
}

fn runs(samples: &[Sample], points: &[Plotted], centre: f64) -> Runs {
    let tested = || samples.iter().zip(points).filter(|(sample, _)| sample.included);
    let above: Vec<bool> =
        tested().filter_map(|(_, p)| p.value).filter(|v| *v != centre).map(|v| v > centre).collect();
    let useful = above.len();
    let longest = above.chunk_by(|a, b| a == b).map(<[bool]>::len).max().unwrap_or(0);
    let crossings = above.windows(2).filter(|pair| pair[0] != pair[1]).count();
    let longest_max = (useful.max(1) as f64).log2().round() as usize + 3;
    let crossings_min = fair_binomial_quantile(0.05, useful.saturating_sub(1));
    let signal = longest > longest_max || crossings < crossings_min;
    Runs { observations: tested().count(), useful, longest, longest_max, crossings, crossings_min, signal }
}
