//! What is answered: never a bare number.

use std::fmt;
use std::sync::Arc;

use kernel::Timestamp;
use serde::Serialize;
use serde::ser::{SerializeMap, SerializeStruct};

use crate::{Dimension, Measure, Question};

/// What one of the counted things is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit(Measure);

impl Unit {
    /// The unit of a measure.
    pub const fn of(measure: Measure) -> Self {
        Self(measure)
    }

    /// As it is written.
    pub const fn name(self) -> &'static str {
        match self.0 {
            Measure::Contacts => "contacts",
            Measure::Persons
            | Measure::NetworkPersons
            | Measure::NewPersons
            | Measure::InCharge
            | Measure::OutcomePersons => "persons",
            Measure::Minutes => "minutes",
            Measure::Sessions => "sessions",
            Measure::Households => "households",
            Measure::Stays => "stays",
            Measure::Outcomes => "outcomes",
        }
    }

    /// How often one of them is counted.
    pub const fn counted(self) -> &'static str {
        match self.0 {
            Measure::Contacts => "each contact once",
            Measure::Persons => "once per city",
            Measure::NetworkPersons => "once in the network, linked without names",
            Measure::NewPersons => "once per city, at the first contact counted",
            Measure::Minutes => "as written in the registers, each row once",
            Measure::Sessions => "each day of a point of access once",
            Measure::InCharge => "once per city, with a pathway open on the last day",
            Measure::Households => "each household once per city, with a member met",
            Measure::Stays => "each stay once, also if only a part of it falls inside",
            Measure::Outcomes => "each closed pathway and each result once",
            Measure::OutcomePersons => "once per city, with a closed pathway or a result",
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// How firm a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Status {
    /// It moves with every write.
    #[default]
    Live,
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("live")
    }
}

/// A value of a dimension, shared by the cells that have it.
pub type Label = Arc<str>;

/// One figure and the values it stands for, in the order of the question's dimensions.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cell {
    /// A value for each dimension asked by.
    pub values: Vec<Label>,
    /// The figure.
    pub value: u64,
}

/// Where an answer comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Provenance {
    /// The journal's newest entry that is counted.
    pub journal: i64,
    /// Partitions the question could touch.
    pub partitions: usize,
}

/// An answer, with all that makes a number readable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// What is counted.
    pub unit: Unit,
    /// The moment up to which writes are counted.
    pub cut_off: Timestamp,
    /// How firm it is.
    pub status: Status,
    /// Whether the cells add up to the total.
    pub additive: bool,
    /// The figures that are not zero, in the order of their values.
    pub cells: Vec<Cell>,
    /// The figure for the whole question.
    pub total: Option<u64>,
    /// Where it comes from.
    pub source: Provenance,
}

impl Answer {
    /// How time enters the count.
    pub fn basis(&self) -> crate::Basis {
        self.question.basis
    }

    /// The figure of one combination of values; zero if it has no cell.
    pub fn value(&self, values: &[&str]) -> u64 {
        let cell = self
            .cells
            .iter()
            .find(|cell| cell.values.iter().map(|value| &**value).eq(values.iter().copied()));
        cell.map_or(0, |cell| cell.value)
    }

    /// The stable JSON form.
    pub fn to_json(&self) -> String {
        // Texts and numbers always serialise.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// A header and a line for each cell (RFC 4180).
    pub fn to_csv(&self) -> String {
        let mut text = String::new();
        let names = self.question.by.iter().map(|dimension| dimension.name());
        let header = names.chain([self.question.measure.name()]).collect::<Vec<_>>();
        text.push_str(&header.join(","));
        text.push_str("\r\n");
        for cell in &self.cells {
            for value in &cell.values {
                text.push_str(&quoted(value));
                text.push(',');
            }
            text.push_str(&cell.value.to_string());
            text.push_str("\r\n");
        }
        text
    }
}

/// Quotes what needs it, and keeps a spreadsheet from reading a text as a formula.
pub(crate) fn quoted(value: &str) -> String {
    let guarded =
        if value.starts_with(['=', '+', '-', '@']) { format!("'{value}") } else { value.to_owned() };
    if guarded.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

struct Cells<'a>(&'a [Dimension], &'a [Cell]);
struct OneCell<'a>(&'a [Dimension], &'a Cell);

impl Serialize for Cells<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.1.iter().map(|cell| OneCell(self.0, cell)))
    }
}

impl Serialize for OneCell<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len() + 1))?;
        for (dimension, value) in self.0.iter().zip(&self.1.values) {
            map.serialize_entry(dimension.name(), &**value)?;
        }
        map.serialize_entry("value", &self.1.value)?;
        map.end()
    }
}

impl Serialize for Answer {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut answer = serializer.serialize_struct("Answer", 11)?;
        answer.serialize_field("question", &self.question)?;
        answer.serialize_field("unit", self.unit.name())?;
        answer.serialize_field("counted", self.unit.counted())?;
        answer.serialize_field("basis", &self.question.basis)?;
        answer.serialize_field("period", &self.question.period)?;
        answer.serialize_field("cut_off", &self.cut_off.to_string())?;
        answer.serialize_field("status", &self.status.to_string())?;
        answer.serialize_field("additive", &self.additive)?;
        answer.serialize_field("cells", &Cells(&self.question.by, &self.cells))?;
        answer.serialize_field("total", &self.total)?;
        answer.serialize_field("source", &self.source)?;
        answer.end()
    }
}
