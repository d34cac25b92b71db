//! Text files: RFC 4180 with commas and decimal points, UTF-8 with a mark so that Excel reads accents.
//!
//! The comma is what every statistical program expects; [`crate::sheets::read`] finds any delimiter.
//! Spreadsheet programs in Italian open the XLSX of the same table.

use super::{TableError, TableSheet, Value, guarded};

/// Writes one table. Title lines are left out: the first row is the header, as programs expect.
///
/// Days are written as 2025-03-14, moments as 2025-03-14T09:30:00.
///
/// # Errors
/// When writing to memory fails, which does not happen on a sound machine.
pub fn csv(sheet: &TableSheet) -> Result<Vec<u8>, TableError> {
    let header = sheet.columns.iter().map(|name| Value::Text(name.clone())).collect();
    rows(b"\xEF\xBB\xBF".to_vec(), std::iter::once(&header).chain(&sheet.rows))
}

/// Writes rows that follow a table already begun: for one too long to be held whole.
///
/// # Errors
/// As [`csv`].
pub fn csv_more(more: &[Vec<Value>]) -> Result<Vec<u8>, TableError> {
    rows(Vec::new(), more)
}

fn rows<'a>(begun: Vec<u8>, rows: impl IntoIterator<Item = &'a Vec<Value>>) -> Result<Vec<u8>, TableError> {
    let mut writer =
        ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).flexible(true).from_writer(begun);
    for row in rows {
        writer.write_record(row.iter().map(written)).map_err(|error| TableError(error.to_string()))?;
    }
    writer.into_inner().map_err(|error| TableError(error.to_string()))
}

fn written(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => guarded(text).into_owned(),
        Value::Number(number) => number.to_string(),
        Value::Integer(number) => number.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Moment(moment) => moment.format("%Y-%m-%dT%H:%M:%S").to_string(),
    }
}
