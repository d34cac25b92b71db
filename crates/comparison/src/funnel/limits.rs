//! Funnel limits: the interval of a unit read backwards, from the centre to the values that would reach it.

use super::overdispersion::additive_limits;
use crate::interval::{BYAR_FROM, Level, byar};
use crate::special::gamma_pq;

/// Lower and upper limit of a share at `denominator` around `centre`: `centre ∓ z sqrt(variance)`, cut at 0
/// and 1, where the variance is `centre (1 - centre) / denominator + tau2`.
pub(super) fn proportion(centre: f64, denominator: f64, tau2: f64, level: Level) -> [f64; 2] {
    if denominator.is_nan() || denominator <= 0.0 {
        return [0.0, 1.0];
    }
    let half = level.z() * (centre * (1.0 - centre) / denominator + tau2).sqrt();
    [(centre - half).max(0.0), (centre + half).min(1.0)]
}

/// Lower and upper limit in events where `expected` events are expected, with the additive model if `tau2`.
///
/// Adjusting never narrows the limits: on each side the wider of the Poisson and the additive limit counts,
/// because the additive one rests on a normal approximation that is too narrow for few events.
pub(super) fn events(expected: f64, tau2: Option<f64>, level: Level) -> [f64; 2] {
    if expected.is_nan() || expected <= 0.0 {
        return [0.0, f64::INFINITY];
    }
    let [lower, upper] = [lower_events(expected, level), upper_events(expected, level)];
    let Some(tau2) = tau2 else { return [lower, upper] };
    let [added_lower, added_upper] = additive_limits(expected, tau2, level).map(|ratio| ratio * expected);
    // Under half an event no count can be told from 0, so nothing lies below the limit.
    let added_lower = if added_lower < 0.5 { 0.0 } else { added_lower };
    [lower.min(added_lower), upper.max(added_upper)]
}

/// Events as a share of the denominator; without one there is no limit.
pub(super) fn per_denominator(events: f64, denominator: f64) -> f64 {
    if denominator > 0.0 {
        events / denominator
    } else if events > 0.0 {
        f64::INFINITY
    } else {
        0.0
    }
}

/// The count whose lower interval limit is `expected`: more events than this lie above the funnel.
fn upper_events(expected: f64, level: Level) -> f64 {
    let lower_of = |count| byar(count, level).and_then(|i| i.lower).unwrap_or(0.0);
    // Exact and Byar's limits differ a little at the seam; the whole count 10 decides the side of it.
    if lower_of(BYAR_FROM) <= expected {
        return bisect(BYAR_FROM, beyond(BYAR_FROM, |count| lower_of(count) > expected), |count| {
            lower_of(count) > expected
        });
    }
    let tail = level.alpha() / 2.0;
    bisect(0.0, BYAR_FROM, |count| gamma_pq(count, expected).0 < tail)
}

/// The count whose upper interval limit is `expected`: fewer events than this lie below the funnel.
fn lower_events(expected: f64, level: Level) -> f64 {
    let reaches = |count| byar(count, level).is_none_or(|i| i.upper >= expected);
    if !reaches(BYAR_FROM) {
        return bisect(BYAR_FROM, beyond(BYAR_FROM, reaches), reaches);
    }
    let tail = level.alpha() / 2.0;
    let reaches = |count: f64| gamma_pq(count + 1.0, expected).1 >= tail;
    if reaches(0.0) { 0.0 } else { bisect(0.0, BYAR_FROM, reaches) }
}

/// A doubling of `from` at which `holds` is true, or infinity.
fn beyond(from: f64, holds: impl Fn(f64) -> bool) -> f64 {
    let mut end = 2.0 * from;
    while end.is_finite() && !holds(end) {
        end *= 2.0;
    }
    end
}

/// Where `holds` turns from false to true between `low` and `high`.
fn bisect(mut low: f64, mut high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return high;
        }
        if holds(middle) { high = middle } else { low = middle }
    }
}
