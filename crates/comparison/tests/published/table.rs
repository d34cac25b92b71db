//! Reading of the published tables and comparison of decimal numbers.

use csv::StringRecord;
use std::collections::HashMap;
use std::path::Path;

/// Rows of a published table, by column name.
pub struct Table {
    columns: HashMap<String, usize>,
    rows: Vec<StringRecord>,
}

/// One row of a [`Table`].
#[derive(Clone, Copy)]
pub struct Row<'a> {
    columns: &'a HashMap<String, usize>,
    record: &'a StringRecord,
}

impl Table {
    /// Reads `tests/published/<name>` and checks that it has `rows` rows, so that none goes untested.
    pub fn read(name: &str, rows: usize) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published").join(name);
        let mut reader = csv::Reader::from_path(&path).expect("published table");
        let columns = reader.headers().expect("header").iter().map(String::from).zip(0..).collect();
        let records: Vec<StringRecord> = reader.records().map(|r| r.expect("row")).collect();
        assert_eq!(records.len(), rows, "{name}");
        Self { columns, rows: records }
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row { columns: &self.columns, record })
    }

    /// The rows whose `column` is `value`.
    pub fn of<'a>(&'a self, column: &'a str, value: &'a str) -> Vec<Row<'a>> {
        self.rows().filter(|row| row.text(column) == value).collect()
    }

    /// Distinct values of `column`, in the order they appear.
    pub fn values(&self, column: &str) -> Vec<String> {
        let mut seen: Vec<String> = self.rows().map(|row| row.text(column).to_owned()).collect();
        seen.dedup();
        seen
    }
}

impl<'a> Row<'a> {
    pub fn text(&self, column: &str) -> &'a str {
        &self.record[self.columns[column]]
    }

    /// The number in `column`; `None` where the cell is empty.
    pub fn maybe(&self, column: &str) -> Option<f64> {
        let text = self.text(column);
        (!text.is_empty()).then(|| text.parse().unwrap_or_else(|_| panic!("{column}: {text}")))
    }

    pub fn number(&self, column: &str) -> f64 {
        self.maybe(column).unwrap_or_else(|| panic!("{column} is empty"))
    }

    pub fn yes(&self, column: &str) -> bool {
        matches!(self.text(column), "true" | "1")
    }

    /// Numbers of a cell separated by spaces.
    pub fn list(&self, column: &str) -> Vec<f64> {
        self.text(column).split_whitespace().map(|part| part.parse().expect("number")).collect()
    }
}

/// Relative comparison, absolute for an expected 0.
pub fn relative(value: f64, expected: f64, tolerance: f64, what: &str) {
    let scale = if expected == 0.0 { 1.0 } else { expected.abs() };
    assert!((value - expected).abs() <= tolerance * scale, "{what}: {value}, published {expected}");
}

/// Absolute comparison.
pub fn absolute(value: f64, expected: f64, tolerance: f64, what: &str) {
    assert!((value - expected).abs() <= tolerance, "{what}: {value}, published {expected}");
}
