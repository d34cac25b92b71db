//! Tables that people download: a workbook or a text file, which say exactly what the page said.
//!
//! No exported text starts a formula in a spreadsheet program. Text that would is *guarded* by an
//! apostrophe in front, and [`crate::sheets::read`] takes exactly one such apostrophe away again, so a
//! file that was downloaded, mended and imported is otherwise unchanged.

mod text;
mod workbook;

use chrono::NaiveDateTime;
use kernel::Day;

pub use text::{csv, csv_more};
pub use workbook::xlsx;

/// One sheet to write.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableSheet {
    /// The tab; characters that spreadsheet programs refuse are replaced.
    pub name: String,
    /// Lines above the table: what it shows, unit, period, source.
    pub title_lines: Vec<String>,
    /// The header.
    pub columns: Vec<String>,
    /// The rows; each as long as the header, or shorter.
    pub rows: Vec<Vec<Value>>,
}

/// One value to write.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// Nothing.
    #[default]
    Empty,
    /// Text, guarded where it has to be.
    Text(String),
    /// A number.
    Number(f64),
    /// A whole number.
    Integer(i64),
    /// A day.
    Day(Day),
    /// A day with a time.
    Moment(NaiveDateTime),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Day> for Value {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

/// A table that cannot be written.
#[derive(Debug, thiserror::Error)]
#[error("the table could not be written: {0}")]
pub struct TableError(String);

/// Whether a spreadsheet program could take the text for a formula, or a guard is already there and would
/// be taken away on reading. A sign before a plain number, or alone, is no formula.
fn needs_guard(text: &str) -> bool {
    let body = text.trim_start_matches('\'');
    match body.chars().next() {
        Some('=' | '@' | '\t' | '\r') => true,
        Some('+' | '-') => {
            let guarded = body.len() < text.len();
            guarded || !body[1..].chars().all(|letter| letter.is_ascii_digit() || ".,".contains(letter))
        }
        _ => false,
    }
}

/// The text with an apostrophe in front where it needs one.
fn guarded(text: &str) -> std::borrow::Cow<'_, str> {
    if needs_guard(text) { format!("'{text}").into() } else { text.into() }
}

/// The text without the apostrophe that [`guarded`] put there.
pub(crate) fn unguarded(text: String) -> String {
    match text.strip_prefix('\'') {
        Some(rest) if needs_guard(rest) => rest.to_owned(),
        _ => text,
    }
}

#[cfg(test)]
mod tests;
