//! Numbers no funnel can be drawn from.

use super::{Kind, Unit};
use thiserror::Error;

/// Beyond this a count is no longer exact and sums of counts may overflow.
pub(super) const MOST: f64 = 1e15;

/// Why no funnel can be drawn. `index` is the place of the unit in the input, from 0.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
pub enum FunnelError {
    /// No unit, or no unit with a denominator.
    #[error("no unit has a denominator above 0: leave the comparison out for this period")]
    Nothing,
    /// The multiplier of a rate is not a positive number.
    #[error("a rate per {per} makes no sense: state a number above 0")]
    Per {
        /// The multiplier.
        per: f64,
    },
    /// A negative, missing or absurdly large number.
    #[error(
        "unit {index} has numerator {numerator} and denominator {denominator}: \
         both must be from 0 to 10^15; leave out a unit whose numbers are missing"
    )]
    NotACount {
        /// Place of the unit.
        index: usize,
        /// Its numerator.
        numerator: f64,
        /// Its denominator.
        denominator: f64,
    },
    /// Events without anything they could happen in.
    #[error("unit {index} has {numerator} events and a denominator of 0: correct or leave out the unit")]
    NoDenominator {
        /// Place of the unit.
        index: usize,
        /// Its numerator.
        numerator: f64,
    },
    /// A share above one.
    #[error(
        "unit {index} has {numerator} events among {denominator} cases: \
         correct the unit, or use a rate if one case may have several events"
    )]
    MoreThanAll {
        /// Place of the unit.
        index: usize,
        /// Its numerator.
        numerator: f64,
        /// Its denominator.
        denominator: f64,
    },
}

/// Refuses what cannot be meant, naming the first such unit.
pub(super) fn check(kind: Kind, units: &[Unit]) -> Result<(), FunnelError> {
    if let Kind::Rate { per } = kind
        && !(per.is_finite() && per > 0.0)
    {
        return Err(FunnelError::Per { per });
    }
    let is_count = |x: &f64| (0.0..=MOST).contains(x);
    for (index, &Unit { numerator, denominator }) in units.iter().enumerate() {
        if ![numerator, denominator].iter().all(is_count) {
            return Err(FunnelError::NotACount { index, numerator, denominator });
        }
        if denominator == 0.0 && numerator > 0.0 {
            return Err(FunnelError::NoDenominator { index, numerator });
        }
        if kind == Kind::Proportion && numerator > denominator {
            return Err(FunnelError::MoreThanAll { index, numerator, denominator });
        }
    }
    Ok(())
}
