//! Variance between units beyond the variance within them.

use crate::interval::{Interval, Level};
use serde::Serialize;

/// One unit's estimate and the variance of that estimate within the unit.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Estimate {
    /// The estimate, on a scale where errors are about normal (a difference, a log ratio).
    pub value: f64,
    /// Its sampling variance, above 0, in the squared unit of the estimate.
    pub variance: f64,
}

/// Result of [`dersimonian_laird`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct BetweenUnits {
    /// Variance between units, 0 when the units differ no more than chance, in squared units.
    pub tau2: f64,
    /// Cochran's Q: the weighted sum of squared deviations from the fixed mean.
    pub q: f64,
    /// Share of the total variation that lies between units, 0 to 1 (Higgins & Thompson 2002).
    pub i2: f64,
    /// Total over typical within-unit variance, 1 or more (Higgins & Thompson 2002).
    pub h2: f64,
    /// Inverse-variance mean, as if all units shared one value.
    pub fixed_mean: f64,
    /// Mean with `tau2` added to every variance.
    pub mean: f64,
    /// Standard error of [`BetweenUnits::mean`].
    pub standard_error: f64,
}

impl BetweenUnits {
    /// Normal interval of the mean.
    pub fn interval(&self, level: Level) -> Interval {
        let half = level.z() * self.standard_error;
        Interval { lower: Some(self.mean - half), upper: self.mean + half }
    }
}

/// Moment estimator of the variance between units (DerSimonian & Laird 1986).
///
/// `None` under two estimates, or when a value is not finite or a variance not above 0.
pub fn dersimonian_laird(estimates: &[Estimate]) -> Option<BetweenUnits> {
    let usable = |e: &Estimate| e.value.is_finite() && e.variance.is_finite() && e.variance > 0.0;
    if estimates.len() < 2 || !estimates.iter().all(usable) {
        return None;
    }
    let weights: Vec<f64> = estimates.iter().map(|e| 1.0 / e.variance).collect();
    let fixed_mean = weighted_mean(estimates, &weights);
    let q: f64 = estimates.iter().zip(&weights).map(|(e, w)| w * (e.value - fixed_mean).powi(2)).sum();
    let degrees = estimates.len() as f64 - 1.0;
    let tau2 = moment_tau2(q, &weights);
    // The typical within-unit variance is the one that makes h2 = 1 + tau2 / typical.
    let typical = degrees / weight_spread(&weights);
    let random: Vec<f64> = estimates.iter().map(|e| 1.0 / (e.variance + tau2)).collect();
    Some(BetweenUnits {
        tau2,
        q,
        i2: tau2 / (tau2 + typical),
        h2: 1.0 + tau2 / typical,
        fixed_mean,
        mean: weighted_mean(estimates, &random),
        standard_error: random.iter().sum::<f64>().sqrt().recip(),
    })
}

fn weighted_mean(estimates: &[Estimate], weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().sum();
    estimates.iter().zip(weights).map(|(e, w)| w * e.value).sum::<f64>() / total
}

/// Sum of the weights less the sum of their squares over that sum.
fn weight_spread(weights: &[f64]) -> f64 {
    let total: f64 = weights.iter().sum();
    total - weights.iter().map(|w| w * w).sum::<f64>() / total
}

/// `(q - (n - 1)) / spread of the weights`, or 0 where that is negative or there are under two units.
///
/// `q` is the sum of squared z-scores and `weights` the inverse within-unit variances.
pub(crate) fn moment_tau2(q: f64, weights: &[f64]) -> f64 {
    if weights.len() < 2 {
        return 0.0;
    }
    ((q - (weights.len() as f64 - 1.0)) / weight_spread(weights)).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_units_have_no_variance_between_them() {
        let units = [Estimate { value: 2.0, variance: 0.5 }; 4];
        let result = dersimonian_laird(&units).unwrap();
        assert_eq!((result.tau2, result.i2, result.h2, result.mean), (0.0, 0.0, 1.0, 2.0));
    }

    #[test]
    fn no_result_without_usable_estimates() {
        let one = Estimate { value: 2.0, variance: 0.5 };
        assert_eq!(dersimonian_laird(&[one]), None);
        assert_eq!(dersimonian_laird(&[one, Estimate { value: 1.0, variance: 0.0 }]), None);
        assert_eq!(dersimonian_laird(&[one, Estimate { value: f64::NAN, variance: 1.0 }]), None);
    }
}
