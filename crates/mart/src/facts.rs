//! The facts of a partition, column by column.

use std::collections::HashMap;

use kernel::{AgeBracket, Day, Gender};

use crate::fact::{Fact, Text};

/// The last day of a stay that has none yet: beyond every period.
pub(crate) const OPEN_END: i32 = i32::MAX;

/// A text column: each distinct value once, and a code for each fact.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TextColumn {
    pub(crate) values: Vec<Box<str>>,
    pub(crate) codes: Vec<u16>,
}

/// The facts of one partition, column by column, ordered by day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    pub(crate) day: Vec<i32>,
    /// [`OPEN_END`] where there is none.
    pub(crate) until: Vec<i32>,
    pub(crate) texts: [TextColumn; Text::COUNT],
    pub(crate) subject: Vec<u32>,
    pub(crate) network_subject: Vec<u32>,
    pub(crate) household: Vec<u32>,
    pub(crate) gender: Vec<u8>,
    pub(crate) age: Vec<u8>,
    pub(crate) vulnerabilities: Vec<u32>,
    pub(crate) minutes: Vec<Option<u32>>,
    pub(crate) amount_cents: Vec<Option<i64>>,
    pub(crate) recorded_on: Vec<i32>,
}

impl Facts {
    /// How many.
    pub fn len(&self) -> usize {
        self.day.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.day.is_empty()
    }

    /// The fact at a position.
    pub fn get(&self, row: usize) -> Fact<'_> {
        let text = |text: Text| {
            let column = &self.texts[text as usize];
            &*column.values[usize::from(column.codes[row])]
        };
        Fact {
            day: day_of(self.day[row]),
            until: Some(self.until[row]).filter(|last| *last != OPEN_END).map(day_of),
            kind: text(Text::Kind),
            area: text(Text::Area),
            service: text(Text::Service),
            point: text(Text::Point),
            work_package: text(Text::WorkPackage),
            subject: self.subject[row],
            network_subject: self.network_subject[row],
            household: self.household[row],
            gender: Gender::ALL[usize::from(self.gender[row])],
            age: AgeBracket::ALL[usize::from(self.age[row])],
            citizenship: text(Text::Citizenship),
            permit: text(Text::Permit),
            vulnerabilities: self.vulnerabilities[row],
            modality: text(Text::Modality),
            outcome: text(Text::Outcome),
            minutes: self.minutes[row],
            amount_cents: self.amount_cents[row],
            recorded_on: day_of(self.recorded_on[row]),
        }
    }

    /// Every fact, in order of day.
    pub fn iter(&self) -> impl Iterator<Item = Fact<'_>> {
        (0..self.len()).map(|row| self.get(row))
    }
}

/// Facts being gathered.
#[derive(Debug, Default)]
pub struct FactsBuilder {
    facts: Facts,
    codes: [HashMap<Box<str>, u16>; Text::COUNT],
}

impl FactsBuilder {
    /// Adds a fact. A partition may hold 65,536 distinct values in a column; a value beyond that counts
    /// as unknown, which no city's month comes near.
    pub fn push(&mut self, fact: &Fact<'_>) {
        let facts = &mut self.facts;
        facts.day.push(days_of(fact.day));
        facts.until.push(fact.until.map_or(OPEN_END, days_of));
        let texts = fact.texts();
        for ((column, codes), value) in facts.texts.iter_mut().zip(&mut self.codes).zip(texts) {
            let code = match codes.get(value) {
                Some(code) => *code,
                None => {
                    let code = u16::try_from(column.values.len()).unwrap_or(0);
                    column.values.push(value.into());
                    codes.insert(value.into(), code);
                    code
                }
            };
            column.codes.push(code);
        }
        facts.subject.push(fact.subject);
        facts.network_subject.push(fact.network_subject);
        facts.household.push(fact.household);
        facts.gender.push(fact.gender as u8);
        facts.age.push(fact.age as u8);
        facts.vulnerabilities.push(fact.vulnerabilities);
        facts.minutes.push(fact.minutes);
        facts.amount_cents.push(fact.amount_cents);
        facts.recorded_on.push(days_of(fact.recorded_on));
    }

    /// The facts, ordered by day; facts of one day keep the order they came in.
    pub fn finish(self) -> Facts {
        if self.facts.day.is_sorted() {
            return self.facts;
        }
        let mut order: Vec<usize> = (0..self.facts.len()).collect();
        order.sort_by_key(|row| self.facts.day[*row]);
        let mut sorted = Self::default();
        for row in order {
            sorted.push(&self.facts.get(row));
        }
        sorted.facts
    }
}

/// Days since 1970-01-01.
pub(crate) fn days_of(day: Day) -> i32 {
    day.to_epoch_days()
}

/// The day of a number of days since 1970-01-01.
pub(crate) fn day_of(days: i32) -> Day {
    Day::from_epoch_days(days).unwrap_or_default()
}
