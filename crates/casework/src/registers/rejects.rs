//! Rejected rows as a spreadsheet: mended there, it is imported like any register.

use std::collections::BTreeMap;

use documents::tables::{self, TableError, TableSheet, Value};
use ui::Lang;

use super::history::RejectedRow;
use super::model::{Reason, Rejection};

/// The rows of an import as they are kept.
pub fn rows_of(rejections: &[Rejection], headers: &BTreeMap<String, Vec<String>>) -> Vec<RejectedRow> {
    let row = |row: &Rejection| RejectedRow {
        sheet: row.sheet.clone(),
        line: row.line,
        header: row.column.clone(),
        value: row.value.clone(),
        reason: row.reason.code().to_owned(),
        nearest: row.nearest.clone(),
        headers: headers.get(&row.sheet).cloned().unwrap_or_default(),
        cells: row.cells.clone(),
    };
    rejections.iter().map(row).collect()
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
    let ours = match lang {
        Lang::It => {
            ["Riga di origine", "Colonna da correggere", "Motivo dello scarto", "Valore valido più vicino"]
        }
        Lang::En => ["Line of origin", "Column to mend", "Reason of rejection", "Nearest valid value"],
    };
    let mut sheets: Vec<TableSheet> = Vec::new();
    for row in rows {
        let name = if row.sheet.is_empty() { "Registro" } else { &row.sheet };
        if sheets.last().is_none_or(|sheet| sheet.name != name) {
            let columns = row.headers.iter().cloned().chain(ours.map(str::to_owned)).collect();
            sheets.push(TableSheet { name: name.to_owned(), columns, ..TableSheet::default() });
        }
        if let Some(sheet) = sheets.last_mut() {
            let mut cells: Vec<Value> = row.cells.iter().map(|cell| Value::from(cell.as_str())).collect();
            cells.resize(row.headers.len(), Value::Empty);
            cells.push(Value::from(i64::from(row.line)));
            cells.push(Value::from(row.header.as_str()));
            cells.push(Value::from(message(&row.reason, lang)));
            cells.push(Value::from(row.nearest.clone().unwrap_or_default()));
            sheet.rows.push(cells);
        }
    }
    tables::xlsx(&sheets)
}
