//! Confidence intervals for a proportion, a count of events and a mean.

use crate::special::{gamma_p_inverse, gamma_q_inverse, student_quantile};
use serde::Serialize;

/// Events from which Byar's approximation replaces the exact Poisson interval.
pub const BYAR_FROM: f64 = 10.0;

/// How sure an interval is, both sides together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Level {
    /// 95 %: one city in twenty lies outside by chance alone.
    P95,
    /// 99.8 %: two cities in a thousand lie outside by chance alone.
    P998,
}

impl Level {
    /// Share left outside on both sides together: 0.05 or 0.002.
    pub fn alpha(self) -> f64 {
        match self {
            Level::P95 => 0.05,
            Level::P998 => 0.002,
        }
    }

    /// Normal quantile that leaves half of [`Level::alpha`] above it.
    pub fn z(self) -> f64 {
        match self {
            Level::P95 => 1.959_963_984_540_054,
            Level::P998 => 3.090_232_306_167_813_5,
        }
    }
}

/// A confidence interval, in the unit of the quantity it belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Interval {
    /// Lower limit; `None` where the formula gives none (it is not zero and must not be shown as zero).
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: f64,
}

impl Interval {
    /// The interval with both limits multiplied by `factor` (for instance "per 1,000").
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self { lower: self.lower.map(|lower| lower * factor), upper: self.upper * factor }
    }
}

fn is_count(x: f64) -> bool {
    x.is_finite() && x >= 0.0
}

/// Wilson's score interval for `events` out of `n`, as a share from 0 to 1 (Wilson 1927; Altman 2000).
///
/// Decimal numbers of events are accepted. `None` when `n` is 0 or the numbers are no proportion.
pub fn wilson(events: f64, n: f64, level: Level) -> Option<Interval> {
    wilson_between(events, n, 0.0, level)
}

/// Wilson's interval when the true shares of units also vary with variance `tau2` (in squared shares).
///
/// It holds the centres `c` with `|p - c| <= z sqrt(c (1 - c) / n + tau2)`: the additive funnel limits read
/// backwards. With `tau2` zero it is Wilson's interval.
pub(crate) fn wilson_between(events: f64, n: f64, tau2: f64, level: Level) -> Option<Interval> {
    if !is_count(events) || !is_count(n) || n == 0.0 || events > n {
        return None;
    }
    let share = events / n;
    let z2 = level.z() * level.z();
    // Roots of (1 + z²/n) c² - (2p + z²/n) c + p² - z² tau2 = 0, written so that little cancels.
    let discriminant = z2 / n * (z2 / n + 4.0 * share * (1.0 - share)) + 4.0 * z2 * tau2 * (1.0 + z2 / n);
    let (middle, half, scale) = (2.0 * share + z2 / n, discriminant.sqrt(), 2.0 * (1.0 + z2 / n));
    let lower = 2.0 * (share * share - z2 * tau2) / (middle + half);
    Some(Interval { lower: Some(lower.max(0.0)), upper: ((middle + half) / scale).min(1.0) })
}

/// Byar's approximation for a Poisson count (Breslow & Day 1987), in events.
///
/// The lower limit is `None` where the formula is undefined or negative (few events at 99.8 %).
pub fn byar(events: f64, level: Level) -> Option<Interval> {
    if !is_count(events) {
        return None;
    }
    let cubed = |x: f64, z: f64| {
        let root = 1.0 - 1.0 / (9.0 * x) + z / (3.0 * x.sqrt());
        x * root * root * root
    };
    let lower = (events > 0.0).then(|| cubed(events, -level.z())).filter(|lower| *lower >= 0.0);
    Some(Interval { lower, upper: cubed(events + 1.0, level.z()) })
}

/// Exact Poisson interval from the chi-square distribution (Garwood 1936), in events.
pub fn exact_poisson(events: f64, level: Level) -> Option<Interval> {
    if !is_count(events) {
        return None;
    }
    let half = level.alpha() / 2.0;
    let lower = if events == 0.0 { 0.0 } else { gamma_p_inverse(events, half) };
    Some(Interval { lower: Some(lower), upper: gamma_q_inverse(events + 1.0, half) })
}

/// The interval the product shows for a count: exact under [`BYAR_FROM`] events, Byar's from there.
pub fn poisson(events: f64, level: Level) -> Option<Interval> {
    if events < BYAR_FROM { exact_poisson(events, level) } else { byar(events, level) }
}

/// Student's interval for the mean of `values`, in their unit; `None` under two values.
pub fn student_mean(values: &[f64], level: Level) -> Option<Interval> {
    if values.len() < 2 || values.iter().any(|v| !v.is_finite()) {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let variance = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0);
    let half = student_quantile(1.0 - level.alpha() / 2.0, n - 1.0) * (variance / n).sqrt();
    Some(Interval { lower: Some(mean - half), upper: mean + half })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::special::normal_quantile;

    #[test]
    fn the_levels_are_normal_quantiles() {
        for level in [Level::P95, Level::P998] {
            assert!((level.z() - normal_quantile(1.0 - level.alpha() / 2.0)).abs() < 1e-12);
        }
    }

    #[test]
    fn no_result_without_a_count() {
        assert_eq!(wilson(0.0, 0.0, Level::P95), None);
        assert_eq!(wilson(3.0, 2.0, Level::P95), None);
        assert_eq!(wilson(f64::NAN, 2.0, Level::P95), None);
        assert_eq!(poisson(-1.0, Level::P95), None);
        assert_eq!(poisson(f64::NAN, Level::P95), None);
        assert_eq!(byar(f64::INFINITY, Level::P95), None);
        assert_eq!(student_mean(&[1.0], Level::P95), None);
    }

    #[test]
    fn zero_events_have_an_upper_limit_only_in_effect() {
        let interval = poisson(0.0, Level::P95).unwrap();
        assert_eq!(interval.lower, Some(0.0));
        // 1 - exp(-x) = 0.975
        assert!((interval.upper - 40f64.ln()).abs() < 1e-12);
        assert_eq!(byar(0.0, Level::P95).unwrap().lower, None);
    }

    #[test]
    fn a_share_stays_between_none_and_all() {
        assert_eq!(wilson(0.0, 7.0, Level::P998).unwrap().lower, Some(0.0));
        assert!((wilson(7.0, 7.0, Level::P998).unwrap().upper - 1.0).abs() < 1e-15);
        let wider = wilson_between(3.0, 7.0, 0.04, Level::P95).unwrap();
        let plain = wilson(3.0, 7.0, Level::P95).unwrap();
        assert!(wider.lower < plain.lower && wider.upper > plain.upper);
    }
}
