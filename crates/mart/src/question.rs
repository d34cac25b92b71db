//! What can be asked.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use kernel::{Day, Period, text};
use serde::Serialize;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Measure {
    /// Contacts: one service to one person on one day.
    Contacts,
    /// Distinct persons, once per city: over cities the sum of the city counts.
    Persons,
    /// Distinct persons, once in the network, by exact identity.
    NetworkPersons,
    /// Persons whose first counted fact falls in the period, once per city.
    NewPersons,
    /// Minutes of work.
    Minutes,
    /// Sessions: a point of access on a day with at least one contact.
    Sessions,
}

/// A way of telling facts apart.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Dimension {
    /// The city.
    City,
    /// `2025-03`.
    Month,
    /// `2025-Q1`.
    Quarter,
    /// `2025-H1`.
    Half,
    /// `2025`.
    Year,
    /// `2025-03-14`.
    Day,
    /// The kind of fact.
    Kind,
    /// The action area.
    Area,
    /// The service.
    Service,
    /// The point of access.
    Point,
    /// The work package.
    WorkPackage,
    /// Gender of the person.
    Gender,
    /// Age bracket of the person at first contact.
    Age,
    /// Citizenship of the person.
    Citizenship,
    /// Title of stay.
    Permit,
    /// At a desk, on the street…
    Modality,
    /// How it ended.
    Outcome,
}

macro_rules! names {
    ($kind:ident, $what:literal, [$($variant:ident => $name:literal),* $(,)?]) => {
        impl $kind {
            /// Every one, in order.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// As it is written.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }
        }

        impl fmt::Display for $kind {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.name())
            }
        }

        impl FromStr for $kind {
            type Err = AskError;
            fn from_str(name: &str) -> Result<Self, AskError> {
                let found = Self::ALL.iter().find(|one| one.name() == name).copied();
                found.ok_or_else(|| AskError::unknown($what, name, Self::ALL.iter().map(|one| one.name())))
            }
        }

        impl Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }
    };
}

names!(Measure, "measure", [
    Contacts => "contacts",
    Persons => "persons",
    NetworkPersons => "network_persons",
    NewPersons => "new_persons",
    Minutes => "minutes",
    Sessions => "sessions",
]);

names!(Dimension, "dimension", [
    City => "city",
    Month => "month",
    Quarter => "quarter",
    Half => "half",
    Year => "year",
    Day => "day",
    Kind => "kind",
    Area => "area",
    Service => "service",
    Point => "point",
    WorkPackage => "work_package",
    Gender => "gender",
    Age => "age",
    Citizenship => "citizenship",
    Permit => "permit",
    Modality => "modality",
    Outcome => "outcome",
]);

impl Dimension {
    /// Whether it is a span of time.
    pub const fn is_time(self) -> bool {
        matches!(self, Self::Month | Self::Quarter | Self::Half | Self::Year | Self::Day)
    }

    /// Whether it belongs to the person, so that a person has one value of it.
    pub const fn is_of_person(self) -> bool {
        matches!(self, Self::Gender | Self::Age | Self::Citizenship)
    }
}

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
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InPeriod => f.write_str("in_period"),
            Self::CumulativeSince(day) => write!(f, "cumulative_since {day}"),
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
    /// Inside the period, or from a day on.
    pub basis: Basis,
    /// Which state of the facts.
    pub as_of: AsOf,
}

impl Question {
    /// A figure for a period, of all facts.
    pub fn new(measure: Measure, period: Period) -> Self {
        let (filter, basis) = (Filter::default(), Basis::InPeriod);
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
}

/// A question that has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// A name that nothing has.
    #[error("there is no {what} «{name}»{}; there are: {valid}",
        text::did_you_mean(nearest.as_deref()))]
    Unknown {
        /// Measure, dimension, city…
        what: &'static str,
        /// What was written.
        name: String,
        /// The nearest that exists.
        nearest: Option<String>,
        /// All that exist.
        valid: String,
    },
    /// The same dimension twice.
    #[error("«{0}» is asked for twice: name each dimension once")]
    Twice(Dimension),
    /// A running total over two time scales at once.
    #[error("a figure counted from a day on can run along one time dimension, not two: leave one out")]
    TwoTimeScales,
    /// Time is filtered by the period.
    #[error("«{0}» is a span of time: give it as the period, not as a filter")]
    TimeFilter(Dimension),
}

impl AskError {
    /// An unknown name, with the nearest and all that exist.
    pub fn unknown<'a>(what: &'static str, name: &str, valid: impl IntoIterator<Item = &'a str>) -> Self {
        let valid: Vec<&str> = valid.into_iter().collect();
        Self::Unknown {
            what,
            name: name.to_owned(),
            nearest: text::nearest(name, valid.iter().copied()).map(str::to_owned),
            valid: valid.join(", "),
        }
    }
}
