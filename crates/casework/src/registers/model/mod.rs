//! What a register says: from rows of cells to contacts, or to reasons why not.
//!
//! [`propose`] finds the header of each sheet and what its columns say; the lead corrects it; [`read`]
//! turns every row into exactly one [`Entry`] or one [`Rejection`], or counts it among the rows that are
//! no contacts. Nothing is evaluated, guessed or dropped in silence.

mod content;
mod dates;
mod header_rows;
mod headers;
mod mapping;
mod meaning;
mod names;
mod no_contact;
mod propose;
mod read;
mod reason;
mod row;
mod services;
mod understood;
mod values;

use std::collections::BTreeMap;

use kernel::{Day, Gender};

pub use mapping::Mapping;
pub use meaning::{Meaning, NotAMeaning};
pub use propose::{ColumnProposal, Confidence, Proposal, SheetProposal, propose};
pub use read::{first_day, read};
pub use reason::Reason;

/// One row that was understood: a person met on a day, for one service or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The sheet; empty for a text file.
    pub sheet: String,
    /// The line as a person sees it.
    pub line: u32,
    /// The day of the contact.
    pub day: Day,
    /// The surname, or the whole name where nothing tells its parts.
    pub surname: String,
    /// The given name; empty where nothing tells it from the surname.
    pub given: String,
    /// The day of birth.
    pub birth: Option<Day>,
    /// The gender.
    pub gender: Gender,
    /// The citizenship, as the code of a country.
    pub citizenship: Option<String>,
    /// The title of stay, as its code.
    pub permit: Option<String>,
    /// The services, as their codes, each once; at least one.
    pub services: Vec<String>,
    /// The point of access as written.
    pub point: Option<String>,
    /// The length in minutes.
    pub minutes: Option<u32>,
    /// How the contact took place, as written.
    pub modality: Option<String>,
    /// Anything else, as written.
    pub note: Option<String>,
}

/// One row that cannot be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The sheet; empty for a text file.
    pub sheet: String,
    /// The line as a person sees it.
    pub line: u32,
    /// The header of the column at fault, as written.
    pub column: String,
    /// What stands there.
    pub value: String,
    /// Why it cannot be right.
    pub reason: Reason,
    /// The nearest value that would be.
    pub nearest: Option<String>,
    /// The whole row as shown, one text for each column of the sheet's header.
    pub cells: Vec<String>,
}

/// What a workbook says under a mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The rows that were understood, in the order of the file.
    pub entries: Vec<Entry>,
    /// The rows that cannot be right, in the order of the file.
    pub rejections: Vec<Rejection>,
    /// The rows that are no contacts.
    pub skipped: Skipped,
    /// The header of each sheet that was read, by its name: one text a column, as written.
    pub headers: BTreeMap<String, Vec<String>>,
    /// The sheets without a header that the mapping knows: nothing was read from them.
    pub unread: Vec<String>,
}

impl Reading {
    /// Rows that claim to be contacts.
    pub fn rows(&self) -> usize {
        self.entries.len() + self.rejections.len()
    }
}

/// The day of birth that a text says, in any of the ways it is written in Italy; a year alone is its first of
/// January.
pub fn birth_written(text: &str, today: Day) -> Option<Day> {
    dates::read(&documents::sheets::Cell::Text(text.to_owned()), dates::Kind::Birth { today }).ok()
}

/// Rows that are no contacts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Skipped {
    /// Nothing in the columns that are kept.
    pub blank: usize,
    /// Totals and sums.
    pub totals: usize,
    /// Titles: above the header, or a line of text alone in its row.
    pub titles: usize,
    /// The header, each time it stands in the sheet.
    pub headers: usize,
}

#[cfg(test)]
mod shape_tests;
#[cfg(test)]
mod tests;
