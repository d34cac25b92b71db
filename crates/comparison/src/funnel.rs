//! Funnel plot: each city against the limits expected by chance for a denominator of its size.
//!
//! Sources: Spiegelhalter, "Funnel plots for comparing institutional performance", *Statistics in Medicine*
//! 24 (2005); for the limits and flags the published tables of PHEindicatormethods; for over-dispersion the
//! documentation of FunnelPlotR and Spiegelhalter, "Handling over-dispersion of performance indicators",
//! *Quality and Safety in Health Care* 14 (2005).

mod error;
mod limits;
mod overdispersion;

pub use error::FunnelError;
pub use overdispersion::additive_limits;

use crate::interval::{Interval, Level, poisson, wilson_between};
use serde::Serialize;

/// What the numerator and denominator of every unit are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Kind {
    /// Events among `denominator` cases that each have the event or not. Values are shares from 0 to 1.
    Proportion,
    /// Events in a population or time at risk. Values are per `per` of it.
    Rate {
        /// Multiplier of the value, for instance 1000.
        per: f64,
    },
    /// Observed events (numerator) over expected events (denominator). Values are compared with 1.
    Ratio,
}

/// One city's numbers. Decimals are accepted: modelled counts are not whole.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Unit {
    /// Events, 0 or more.
    pub numerator: f64,
    /// Cases, population or expected events, 0 or more.
    pub denominator: f64,
}

/// Where a city stands against the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
pub enum Verdict {
    /// Too few events are expected to say anything.
    TooFew,
    /// Not to be told from the centre.
    Within,
    /// Above the 95 % limit.
    Higher,
    /// Above the 99.8 % limit.
    MuchHigher,
    /// Below the 95 % limit.
    Lower,
    /// Below the 99.8 % limit.
    MuchLower,
}

/// One city of a [`Funnel`]. Value and interval are in the unit of the [`Kind`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Point {
    /// Events, as given.
    pub numerator: f64,
    /// Denominator, as given.
    pub denominator: f64,
    /// Share, rate or ratio; `None` when the denominator is 0.
    pub value: Option<f64>,
    /// 95 % interval of the value; it leaves out the centre exactly when the verdict does.
    pub interval: Option<Interval>,
    /// Events the city would have at the centre.
    pub expected: f64,
    /// Numerator over `expected`; `None` when nothing is expected.
    pub ratio: Option<f64>,
    /// Verdict by the 95 % and 99.8 % limits.
    pub verdict: Verdict,
}

/// The four limits at one denominator, in the unit of the [`Kind`].
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Limits {
    /// Lower 99.8 % limit.
    pub lower998: f64,
    /// Lower 95 % limit.
    pub lower95: f64,
    /// Upper 95 % limit.
    pub upper95: f64,
    /// Upper 99.8 % limit.
    pub upper998: f64,
}

/// How much more the cities differ than chance alone explains.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Overdispersion {
    /// Mean squared z-score of the cities kept; 1 is what chance gives.
    pub phi: f64,
    /// Variance between cities added to the limits: of shares for proportions, of log ratios otherwise.
    pub tau2: f64,
    /// Cities the estimate rests on, after leaving out the tenth at either end.
    pub kept: usize,
}

/// Choices of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Rule {
    /// Expected events under which a city gets no verdict; of a proportion also expected non-events.
    pub minimum_expected: f64,
    /// Widen the limits by the additive model when the cities differ more than chance explains.
    pub adjust: bool,
}

impl Default for Rule {
    fn default() -> Self {
        Self { minimum_expected: 5.0, adjust: true }
    }
}

/// Cities, the centre they are compared with, and what is needed to draw the limits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Funnel {
    /// What is compared.
    pub kind: Kind,
    /// All numerators over all denominators, in the unit of the kind; 1 for ratios.
    pub centre: f64,
    /// One point for each unit, in the order given.
    pub points: Vec<Point>,
    /// Present when the cities differ more than chance explains (chi-square test at 5 % over those kept), and
    /// limits, verdicts and intervals are all widened by the additive model.
    pub overdispersion: Option<Overdispersion>,
}

impl Funnel {
    /// Compares `units`. A unit with denominator 0 and no events, or with too few expected events, is kept in
    /// the list with [`Verdict::TooFew`].
    ///
    /// # Errors
    /// [`FunnelError`] names the unit whose numbers cannot be meant.
    pub fn new(kind: Kind, units: &[Unit], rule: &Rule) -> Result<Self, FunnelError> {
        error::check(kind, units)?;
        let events: f64 = units.iter().map(|u| u.numerator).sum();
        let exposure: f64 = units.iter().map(|u| u.denominator).sum();
        if exposure <= 0.0 {
            return Err(FunnelError::Nothing);
        }
        let centre = match kind {
            Kind::Proportion => (events / exposure).min(1.0),
            Kind::Rate { per } => events / exposure * per,
            Kind::Ratio => 1.0,
        };
        let mut funnel = Self { kind, centre, points: Vec::new(), overdispersion: None };
        if rule.adjust {
            let judged: Vec<Unit> = units.iter().copied().filter(|u| funnel.enough(u, rule)).collect();
            funnel.overdispersion = overdispersion::estimate(kind, funnel.raw_centre(), &judged);
        }
        funnel.points = units.iter().map(|unit| funnel.point(unit, rule)).collect();
        Ok(funnel)
    }

    /// The limits at `denominator`, with over-dispersion where it is adjusted for.
    ///
    /// Without a denominator above 0 anything is within them: 0 to 1 for a proportion, 0 to infinity otherwise.
    /// Denominators over 10^15 count as that.
    pub fn limits(&self, denominator: f64) -> Limits {
        let denominator = denominator.clamp(0.0, error::MOST);
        let [lower95, upper95] = self.pair(denominator, Level::P95);
        let [lower998, upper998] = self.pair(denominator, Level::P998);
        Limits { lower998, lower95, upper95, upper998 }
    }

    /// The limits at `steps + 1` denominators from `from` to `to`, closer together where the curve bends most.
    /// Denominators of 0 or less are left out.
    pub fn curve(&self, from: f64, to: f64, steps: usize) -> Vec<(f64, Limits)> {
        let last = steps.max(1);
        (0..=last)
            .map(|step| {
                let share = step as f64 / last as f64;
                if step == last { to } else { from + (to - from) * share * share }
            })
            .filter(|denominator| denominator.is_finite() && *denominator > 0.0)
            .map(|denominator| (denominator, self.limits(denominator)))
            .collect()
    }

    /// The centre per single unit of the denominator.
    fn raw_centre(&self) -> f64 {
        match self.kind {
            Kind::Rate { per } => self.centre / per,
            Kind::Proportion | Kind::Ratio => self.centre,
        }
    }

    fn tau2(&self) -> Option<f64> {
        self.overdispersion.map(|o| o.tau2)
    }

    fn enough(&self, unit: &Unit, rule: &Rule) -> bool {
        let expected = self.raw_centre() * unit.denominator;
        let scarcer = match self.kind {
            Kind::Proportion => expected.min(unit.denominator - expected),
            Kind::Rate { .. } | Kind::Ratio => expected,
        };
        expected > 0.0 && scarcer >= rule.minimum_expected
    }

    fn pair(&self, denominator: f64, level: Level) -> [f64; 2] {
        match self.kind {
            Kind::Proportion => {
                limits::proportion(self.centre, denominator, self.tau2().unwrap_or(0.0), level)
            }
            Kind::Rate { per } => limits::events(self.raw_centre() * denominator, self.tau2(), level)
                .map(|events| limits::per_denominator(events, denominator) * per),
            Kind::Ratio => limits::events(denominator, self.tau2(), level)
                .map(|events| limits::per_denominator(events, denominator)),
        }
    }

    /// Interval of the share for a proportion, of the events otherwise.
    fn raw_interval(&self, unit: &Unit, expected: f64, level: Level) -> Option<Interval> {
        match (self.kind, self.tau2()) {
            (Kind::Proportion, tau2) => {
                wilson_between(unit.numerator, unit.denominator, tau2.unwrap_or(0.0), level)
            }
            (_, None) => poisson(unit.numerator, level),
            (_, Some(tau2)) => overdispersion::interval(unit.numerator, expected, tau2, level),
        }
    }

    fn point(&self, unit: &Unit, rule: &Rule) -> Point {
        let Unit { numerator, denominator } = *unit;
        let expected = self.raw_centre() * denominator;
        let scale = match self.kind {
            Kind::Proportion | Kind::Ratio => 1.0,
            Kind::Rate { per } => per,
        };
        let (target, to_value) = match self.kind {
            Kind::Proportion => (self.centre, 1.0),
            Kind::Rate { .. } | Kind::Ratio => (expected, scale / denominator),
        };
        let exposed = denominator > 0.0;
        let at = |level| if exposed { self.raw_interval(unit, expected, level) } else { None };
        let verdict = match (at(Level::P95), at(Level::P998)) {
            (Some(i95), Some(i998)) if self.enough(unit, rule) => judge(i95, i998, target),
            _ => Verdict::TooFew,
        };
        Point {
            numerator,
            denominator,
            value: exposed.then(|| numerator / denominator * scale),
            interval: at(Level::P95).map(|interval| interval.scaled(to_value)),
            expected,
            ratio: (expected > 0.0).then(|| numerator / expected),
            verdict,
        }
    }
}

/// Strict comparison, the wider interval first.
fn judge(i95: Interval, i998: Interval, target: f64) -> Verdict {
    let above = |i: Interval| i.lower.is_some_and(|lower| lower > target);
    if above(i998) {
        Verdict::MuchHigher
    } else if i998.upper < target {
        Verdict::MuchLower
    } else if above(i95) {
        Verdict::Higher
    } else if i95.upper < target {
        Verdict::Lower
    } else {
        Verdict::Within
    }
}
