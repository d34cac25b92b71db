//! What the values of a column are, and whether they bear out its header.

use std::collections::BTreeMap;

use chrono::Datelike;
use documents::sheets::{Cell, Row};
use network::vocabulary::Vocabulary;

use super::Meaning;
use super::dates::{self, Heading, Kind};
use super::services::{self, Named};
use super::values::{self, NoLength};

/// How many rows under the header are looked at to see what a column holds.
const SAMPLE: usize = 300;

/// What the first values of a column are.
#[derive(Default)]
pub(super) struct Content {
    pub filled: usize,
    /// Of the filled, those that do not say that nothing is known.
    pub stated: usize,
    pub marks: usize,
    pub services: usize,
    pub countries: usize,
    pub permits: usize,
    pub genders: usize,
    pub days: usize,
    pub recent: usize,
    pub lengths: usize,
}

impl Content {
    pub fn of(rows: &[Row], column: usize, context: Heading, vocabulary: &Vocabulary) -> Self {
        let mut it = Self::default();
        let own = BTreeMap::new();
        for cell in rows.iter().take(SAMPLE).filter_map(|row| row.cells.get(column)) {
            if cell.is_blank() {
                continue;
            }
            it.filled += 1;
            it.stated += usize::from(!matches!(cell, Cell::Text(text) if values::is_missing(text)));
            it.marks += usize::from(values::mark(cell).is_some());
            it.lengths += usize::from(values::minutes(cell, 1.0) != Err(NoLength::Unreadable));
            if let Ok(day) = dates::read(cell, Kind::Contact(context)) {
                it.days += 1;
                it.recent += usize::from(day.year() >= 2020);
            }
            if let Cell::Text(text) = cell
                && text.len() < 300
            {
                it.services += usize::from(matches!(services::named(text, &own, vocabulary), Named::All(_)));
                let (countries, permits) = (vocabulary.countries(), vocabulary.permits());
                it.countries += usize::from(countries.find(text).or(countries.abbreviated(text)).is_some());
                it.permits += usize::from(permits.find(text).or(permits.abbreviated(text)).is_some());
                it.genders += usize::from(values::gender(text).is_some());
            }
        }
        it
    }

    /// Whether most values are of the kind, and there are some.
    pub const fn mostly(&self, kind: usize) -> bool {
        kind > 0 && kind * 2 > self.filled
    }

    /// Whether nearly all values are of the kind, and there are several.
    pub const fn nearly_all(&self, kind: usize) -> bool {
        kind >= 3 && kind * 10 >= self.filled * 8
    }

    /// Whether the column says something else than its header promises: *Permesso* with *sì* and *no*, *Genere* with
    /// numbers. Such a column is left out, because no row of it could be read.
    pub fn refutes(&self, meaning: &Meaning) -> bool {
        const ENOUGH: usize = 8;
        let kind = match meaning {
            Meaning::Permit => self.permits,
            Meaning::Citizenship => self.countries,
            Meaning::Gender => self.genders,
            Meaning::Minutes | Meaning::Hours => self.lengths,
            _ => return false,
        };
        self.stated >= ENOUGH && kind * 4 < self.stated
    }

    pub fn agrees(&self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Permit => self.mostly(self.permits),
            Meaning::Citizenship => self.mostly(self.countries),
            Meaning::Service => self.mostly(self.services),
            Meaning::FullName => ![self.countries, self.genders, self.services, self.days]
                .into_iter()
                .any(|other| self.mostly(other)),
            Meaning::WomanMark | Meaning::ManMark => self.mostly(self.marks),
            Meaning::Birth => self.filled > 0,
            _ => true,
        }
    }

    /// What the values alone say.
    pub fn says(&self) -> Option<Meaning> {
        // An X is a gender as well as a mark.
        if self.nearly_all(self.marks) {
            return None;
        }
        let kinds = [
            (self.genders, Meaning::Gender),
            (self.countries, Meaning::Citizenship),
            (self.permits, Meaning::Permit),
            (self.services, Meaning::Service),
        ];
        kinds.into_iter().find(|(count, _)| self.nearly_all(*count)).map(|(_, meaning)| meaning)
    }
}
