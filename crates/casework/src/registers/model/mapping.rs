//! How a city's registers are read: kept from one file to the next.

use std::collections::BTreeMap;

use documents::sheets::{Cell, Row};
use kernel::text::fold;
use serde::{Deserialize, Serialize};

use super::Meaning;

/// What each column says, by its folded header, so that it applies to a sheet a month and to next month's
/// file. A column without a header is called by its number (`#3`), the second of two with one header by
/// its place among them (`data#2`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Mapping {
    /// What each column says.
    pub columns: BTreeMap<String, Meaning>,
    /// Words of this city for services: folded text → code.
    pub services: BTreeMap<String, String>,
    /// Words of this city for titles of stay: folded text → code.
    pub permits: BTreeMap<String, String>,
    /// Words of this city for citizenships: folded text → code.
    pub citizenships: BTreeMap<String, String>,
}

impl Mapping {
    /// Takes over what a city's profile says, where it says something.
    pub fn corrected_by(mut self, profile: &Self) -> Self {
        let extend = |mine: &mut BTreeMap<String, String>, theirs: &BTreeMap<String, String>| {
            mine.extend(theirs.iter().map(|(word, code)| (word.clone(), code.clone())));
        };
        self.columns.extend(profile.columns.iter().map(|(key, meaning)| (key.clone(), meaning.clone())));
        extend(&mut self.services, &profile.services);
        extend(&mut self.permits, &profile.permits);
        extend(&mut self.citizenships, &profile.citizenships);
        self
    }

    /// What the columns under a header row say; how many of them say something that is kept.
    pub(super) fn meanings(&self, header: &Row) -> Vec<Meaning> {
        keys(header)
            .into_iter()
            .map(|key| self.columns.get(&key).cloned().unwrap_or(Meaning::Ignore))
            .collect()
    }
}

/// The keys of a header row's columns, in order.
pub(super) fn keys(header: &Row) -> Vec<String> {
    let mut seen = BTreeMap::<String, u32>::new();
    header
        .cells
        .iter()
        .enumerate()
        .map(|(column, cell)| {
            let folded = fold(&cell.shown());
            if folded.is_empty() {
                return format!("#{}", column + 1);
            }
            let times = seen.entry(folded.clone()).or_default();
            *times += 1;
            if *times == 1 { folded } else { format!("{folded}#{times}") }
        })
        .collect()
}

/// A header as written, or the name a spreadsheet gives the column.
pub(super) fn title(header: &Row, column: usize) -> String {
    let written = header.cells.get(column).map(Cell::shown).unwrap_or_default();
    let tidy = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if tidy.is_empty() { letters(column) } else { tidy }
}

/// A, B, … Z, AA, AB, …
fn letters(column: usize) -> String {
    let mut rest = column + 1;
    let mut name = Vec::new();
    while rest > 0 {
        rest -= 1;
        name.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    name.iter().rev().collect()
}
