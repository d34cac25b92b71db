//! The measures and dimensions, and how they are written.

use std::fmt;
use std::str::FromStr;

use serde::Serialize;

use crate::rules::AskError;

/// What is counted.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Measure {
    /// Contacts: one service to one person on one day.
    Contacts,
    /// Distinct persons, once per city: over cities the sum of the city counts.
    Persons,
    /// Distinct persons, once in the network, as the cities' people are linked.
    NetworkPersons,
    /// Persons whose first counted contact falls in the period, once per city.
    NewPersons,
    /// Minutes of work.
    Minutes,
    /// Sessions: a point of access on a day with at least one contact.
    Sessions,
    /// Distinct persons, once per city, with an open pathway on the last day of the period, or of each of its
    /// months, quarters…: more pathways opened up to that day, itself included, than closed. All pathways
    /// known count, however long ago they opened. A span that ends in the future is answered as things stand.
    InCharge,
    /// Distinct households, once per city, of which somebody was met.
    Households,
    /// Stays that overlap the period, or each of its months, quarters…
    Stays,
    /// Outcomes: pathways closed, and results.
    Outcomes,
    /// Distinct persons, once per city, with an outcome.
    OutcomePersons,
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
    /// The kind of fact, among those that the measure counts.
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
    /// How it ended; of a result, which.
    Outcome,
    /// What makes the person vulnerable: a fact can have several values, so that figures never add up by it.
    Vulnerability,
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
    InCharge => "in_charge",
    Households => "households",
    Stays => "stays",
    Outcomes => "outcomes",
    OutcomePersons => "outcome_persons",
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
    Vulnerability => "vulnerability",
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
