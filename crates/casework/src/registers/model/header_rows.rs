//! Where the header of a sheet is: in one row, or in two of which the upper one groups columns.

use std::borrow::Cow;
use std::collections::BTreeMap;

use documents::sheets::{Cell, Row, Sheet};
use kernel::text::fold;

/// How far down a sheet its header is looked for.
pub(super) const WITHIN: usize = 60;

/// A row, or two taken together, that may be a header.
pub(super) struct HeaderRow<'a> {
    /// The position of its first row.
    pub first: usize,
    /// The position of its last row, under which the contacts stand.
    pub last: usize,
    /// The header, with the line of its last row.
    pub row: Cow<'a, Row>,
}

/// Every row near the top, each followed by itself taken together with the row above.
pub(super) fn candidates(sheet: &Sheet) -> impl Iterator<Item = HeaderRow<'_>> {
    let rows = &sheet.rows[..sheet.rows.len().min(WITHIN)];
    rows.iter().enumerate().flat_map(move |(at, row)| {
        let alone = HeaderRow { first: at, last: at, row: Cow::Borrowed(row) };
        let pair = at.checked_sub(1).and_then(|above| {
            let row = together(&rows[above], row)?;
            Some(HeaderRow { first: above, last: at, row: Cow::Owned(row) })
        });
        std::iter::once(alone).chain(pair)
    })
}

/// The texts of two rows that follow each other: of the lower, or where it is blank of the upper. A lower text
/// that stands there twice (*Data* of the contact, *Data* of birth) is told apart by the group above it.
fn together(upper: &Row, lower: &Row) -> Option<Row> {
    let words = |row: &Row| row.cells.iter().all(|cell| cell.is_blank() || is_words(cell));
    let several = |row: &Row| row.cells.iter().filter(|cell| !cell.is_blank()).count() >= 2;
    if lower.line != upper.line + 1 || !words(upper) || !words(lower) || !several(upper) || !several(lower) {
        return None;
    }
    let mut times = BTreeMap::<String, u32>::new();
    for cell in &lower.cells {
        *times.entry(fold(&cell.shown())).or_default() += 1;
    }
    let mut group = String::new();
    let width = upper.cells.len().max(lower.cells.len());
    let cells = (0..width).map(|column| {
        let above = upper.cells.get(column).filter(|cell| !cell.is_blank());
        if let Some(above) = above {
            group = above.shown();
        }
        match lower.cells.get(column).filter(|cell| !cell.is_blank()) {
            Some(below) if times.get(&fold(&below.shown())).is_some_and(|times| *times > 1) => {
                Cell::Text(format!("{group} {}", below.shown()))
            }
            Some(below) => below.clone(),
            None => above.cloned().unwrap_or_default(),
        }
    });
    Some(Row { line: lower.line, cells: cells.collect() })
}

/// A text that says something with letters and no numbers: no day, no amount.
fn is_words(cell: &Cell) -> bool {
    matches!(cell, Cell::Text(text) if text.chars().any(char::is_alphabetic)
        && !text.chars().next().is_some_and(|first| first.is_ascii_digit()))
}
