//! Rejected rows as a spreadsheet: mended there, it is imported like any register.

use std::collections::BTreeMap;

use documents::tables::{self, TableError, TableSheet, Value};
use ui::Lang;

use super::model::{Reason, Rejection};
use super::rejected::RejectedRow;

/// The rows of an import as they are kept.
pub fn rows_of(rejections: &[Rejection], headers: &BTreeMap<String, Vec<String>>) -> Vec<RejectedRow> {
    rejections.iter().map(|row| RejectedRow::of(row, headers)).collect()
}

/// What is wrong with a row and how to mend it, in a language.
pub fn message(reason: &str, lang: Lang) -> String {
    match Reason::from_code(reason) {
        Some(reason) if lang == Lang::It => reason.message_it().to_owned(),
        Some(reason) => reason.message_en().to_owned(),
        None => reason.to_owned(),
    }
}

/// A sheet for each sheet of the register, its columns as they were, and behind them the line, the column at
/// fault, the reason and the nearest valid value. Those four are passed over when the file comes back.
///
/// # Errors
/// When the spreadsheet cannot be made.
pub fn spreadsheet(rows: &[RejectedRow], lang: Lang) -> Result<Vec<u8>, TableError> {
    let ours = ours(lang);
    let mut sheets: Vec<TableSheet> = Vec::new();
    for row in rows {
        let name = if row.content.sheet.is_empty() { "Registro" } else { &row.content.sheet };
        if sheets.last().is_none_or(|sheet| sheet.name != name) {
            let columns = row.content.headers.iter().cloned().chain(ours.map(str::to_owned)).collect();
            sheets.push(TableSheet { name: name.to_owned(), columns, ..TableSheet::default() });
        }
        if let Some(sheet) = sheets.last_mut() {
            let mut cells: Vec<Value> =
                row.content.cells.iter().map(|cell| Value::from(cell.as_str())).collect();
            cells.resize(row.content.headers.len(), Value::Empty);
            cells.extend(behind(row, lang));
            sheet.rows.push(cells);
        }
    }
    tables::xlsx(&sheets)
}

/// The same as one text file: the columns of all sheets side by side, each header once for every time a sheet
/// has it.
///
/// # Errors
/// When the text cannot be made.
pub fn text(rows: &[RejectedRow], lang: Lang) -> Result<Vec<u8>, TableError> {
    let mut columns: Vec<(&str, usize)> = Vec::new();
    let mut lines = Vec::new();
    for row in rows {
        let mut seen = BTreeMap::<&str, usize>::new();
        let mut cells = Vec::new();
        for (header, cell) in row.content.headers.iter().zip(&row.content.cells) {
            let time = seen.entry(header).or_default();
            let key = (header.as_str(), *time);
            *time += 1;
            let place = columns.iter().position(|column| *column == key).unwrap_or_else(|| {
                columns.push(key);
                columns.len() - 1
            });
            cells.resize(cells.len().max(place + 1), Value::Empty);
            cells[place] = Value::from(cell.as_str());
        }
        lines.push((cells, row));
    }
    let width = columns.len();
    let columns = columns.iter().map(|(header, _)| *header).chain(ours(lang)).map(str::to_owned).collect();
    let mut sheet = TableSheet { columns, ..TableSheet::default() };
    for (mut cells, row) in lines {
        cells.resize(width, Value::Empty);
        cells.extend(behind(row, lang));
        sheet.rows.push(cells);
    }
    tables::csv(&sheet)
}

fn ours(lang: Lang) -> [&'static str; 4] {
    match lang {
        Lang::It => {
            ["Riga di origine", "Colonna da correggere", "Motivo dello scarto", "Valore valido più vicino"]
        }
        Lang::En => ["Line of origin", "Column to mend", "Reason of rejection", "Nearest valid value"],
    }
}

fn behind(row: &RejectedRow, lang: Lang) -> [Value; 4] {
    [
        Value::from(i64::from(row.line)),
        Value::from(row.content.header.as_str()),
        Value::from(message(&row.reason, lang)),
        Value::from(row.content.nearest.clone().unwrap_or_default()),
    ]
}
