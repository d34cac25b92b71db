//! What can be asked.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use kernel::{Day, Period};
use serde::Serialize;

use crate::names::{Dimension, Measure};
use crate::rules::AskError;

/// Only facts whose dimensions have one of these values.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Filter(BTreeMap<Dimension, BTreeSet<String>>);

impl Filter {
    /// Also allows a value of a dimension; the first one allowed shuts out all others.
    #[must_use]
    pub fn only(mut self, dimension: Dimension, value: impl Into<String>) -> Self {
        self.0.entry(dimension).or_default().insert(value.into());
        self
    }

    /// The values a dimension may have; none if it may have any.
    pub fn values(&self, dimension: Dimension) -> Option<&BTreeSet<String>> {
        self.0.get(&dimension)
    }

    /// The dimensions it narrows.
    pub fn dimensions(&self) -> impl Iterator<Item = Dimension> + '_ {
        self.0.keys().copied()
    }
}

/// How time enters the count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Basis {
    /// Inside the period, or inside each of its months, quarters…
    InPeriod,
    /// From a day on to the end of the period, or of each of its months, quarters…
    CumulativeSince(Day),
    /// As things stand on the last day of the period, or of each of its months, quarters…, whenever they
    /// began. The only basis of [`Measure::InCharge`], and of no other measure.
    OnLastDay,
}

impl Basis {
    /// How a measure is counted if nothing else is said.
    pub const fn of(measure: Measure) -> Self {
        match measure {
            Measure::InCharge => Self::OnLastDay,
            _ => Self::InPeriod,
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InPeriod => f.write_str("in_period"),
            Self::CumulativeSince(day) => write!(f, "cumulative_since {day}"),
            Self::OnLastDay => f.write_str("on_last_day"),
        }
    }
}

impl Serialize for Basis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Which state of the facts answers.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum AsOf {
    /// The facts as they are now.
    #[default]
    Live,
}

impl FromStr for AsOf {
    type Err = AskError;
    fn from_str(name: &str) -> Result<Self, AskError> {
        if name == "live" { Ok(Self::Live) } else { Err(AskError::unknown("state", name, ["live"])) }
    }
}

impl Serialize for AsOf {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("live")
    }
}

/// One question. Every number on a page, in a file or in a report answers one.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
pub struct Question {
    /// What is counted.
    pub measure: Measure,
    /// Among which facts.
    #[serde(rename = "where")]
    pub filter: Filter,
    /// One figure for each combination of these.
    pub by: Vec<Dimension>,
    /// When.
    pub period: Period,
    /// Inside the period, from a day on, or on the last day. «In the period» is read as the measure's own.
    pub basis: Basis,
    /// Which state of the facts.
    pub as_of: AsOf,
}

impl Question {
    /// A figure for a period, of all facts.
    pub fn new(measure: Measure, period: Period) -> Self {
        let (filter, basis) = (Filter::default(), Basis::of(measure));
        Self { measure, filter, by: Vec::new(), period, basis, as_of: AsOf::Live }
    }

    /// One figure for each value of these too.
    #[must_use]
    pub fn by(mut self, dimensions: impl IntoIterator<Item = Dimension>) -> Self {
        self.by.extend(dimensions);
        self
    }

    /// Only facts with this value.
    #[must_use]
    pub fn only(mut self, dimension: Dimension, value: impl Into<String>) -> Self {
        self.filter = self.filter.only(dimension, value);
        self
    }

    /// Counted from a day on.
    #[must_use]
    pub fn since(mut self, day: Day) -> Self {
        self.basis = Basis::CumulativeSince(day);
        self
    }

    /// The question with the basis it is answered on.
    pub(crate) fn settled(&self) -> Cow<'_, Self> {
        let basis = Basis::of(self.measure);
        if self.basis == Basis::InPeriod && self.basis != basis {
            return Cow::Owned(Self { basis, ..self.clone() });
        }
        Cow::Borrowed(self)
    }
}
