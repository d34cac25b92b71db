//! Reading spreadsheets of any usual kind into plain rows of cells, without trusting the file.
//!
//! Nothing is evaluated: a formula is a [`Cell::Formula`], whatever value the program that saved the
//! file left beside it, because that value need not be what the formula says.

mod book;
mod container;
mod extent;
mod text;

use chrono::NaiveDateTime;
use kernel::Day;

/// What a file holds: one sheet for a text file, as many as it has for a workbook.
#[derive(Clone, Debug, PartialEq)]
pub struct Workbook {
    /// In the order of the file.
    pub sheets: Vec<Sheet>,
}

/// One sheet, without its blank rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// As on the tab; empty for a text file.
    pub name: String,
    /// Rows with at least one cell that is not blank, from the top.
    pub rows: Vec<Row>,
    /// How many blank rows lie between the first and the last row kept.
    pub blank: u32,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Counted from 1, as the spreadsheet shows it; in a text file the physical line where the row starts.
    pub line: u32,
    /// From the first column; blank cells at the end are left out.
    pub cells: Vec<Cell>,
}

/// One cell. Of merged cells the first row's value stands in each row that the merge covers.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Cell {
    /// Nothing, or only blanks.
    #[default]
    Empty,
    /// Text as it is, blanks around it included.
    Text(String),
    /// A number that is not formatted as a date.
    Number(f64),
    /// A number formatted as a date, at midnight.
    Date(Day),
    /// A number formatted as a date with a time; on 1899-12-31 if it is only a time.
    Moment(NaiveDateTime),
    /// True or false.
    Bool(bool),
    /// A formula, with its equals sign. Never evaluated.
    Formula(String),
    /// An error such as `#N/A`.
    Error(String),
}

impl Cell {
    /// Whether nothing can be seen in the cell.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// The cell as an Italian spreadsheet shows it; reading the text again gives the same meaning.
    pub fn shown(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Formula(text) | Self::Error(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.format("%d/%m/%Y").to_string(),
            Self::Moment(moment) if moment.date() == NO_DAY => moment.format("%H:%M").to_string(),
            Self::Moment(moment) => moment.format("%d/%m/%Y %H:%M").to_string(),
            Self::Bool(true) => "VERO".to_owned(),
            Self::Bool(false) => "FALSO".to_owned(),
        }
    }

    fn text(text: String) -> Self {
        if text.trim().is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

/// The day that spreadsheets give to a time without a day.
pub const NO_DAY: Day = match Day::from_ymd_opt(1899, 12, 31) {
    Some(day) => day,
    None => Day::MIN,
};

/// How much of a file is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes of everything inside a zip container, unpacked.
    pub unpacked: u64,
    /// Unpacked bytes for each packed one, once the whole passes 16 MiB.
    pub ratio: u64,
    /// Sheets of a workbook.
    pub sheets: usize,
    /// Rows of all sheets that are not blank.
    pub rows: usize,
    /// Columns of a sheet.
    pub columns: usize,
    /// Cells of all sheets.
    pub cells: usize,
    /// Bytes of text in all cells.
    pub text: usize,
}

impl Default for Limits {
    /// Room for a city's five busiest years in one file.
    fn default() -> Self {
        Self {
            bytes: 64 << 20,
            unpacked: 512 << 20,
            ratio: 250,
            sheets: 250,
            rows: 500_000,
            columns: 500,
            cells: 12_000_000,
            text: 384 << 20,
        }
    }
}

/// Why a file is not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// There is nothing in the file.
    #[error("the file is empty: choose the register that holds the contacts")]
    Empty,
    /// More than a limit allows.
    #[error("the file is too large: {what} {found}, at most {limit} are accepted; split it, a file a year")]
    TooLarge {
        /// What there is too much of.
        what: &'static str,
        /// How much was found, at least.
        found: u64,
        /// How much is accepted.
        limit: u64,
    },
    /// A small file that unpacks to an enormous one.
    #[error(
        "the file unpacks to {unpacked} bytes from {packed}: no spreadsheet does; save it again from a \
         spreadsheet program"
    )]
    Bomb {
        /// Bytes in the file.
        packed: u64,
        /// Bytes unpacked, at least.
        unpacked: u64,
    },
    /// A password is needed.
    #[error("the file is protected by a password: remove the protection and save it again")]
    Encrypted,
    /// The container or what is in it cannot be read.
    #[error("the file is damaged ({0}): open it in a spreadsheet program and save it again")]
    Corrupt(String),
    /// Something else than a spreadsheet.
    #[error("this is {0}, not a spreadsheet: choose an XLSX, XLS, ODS or CSV file")]
    NotASpreadsheet(&'static str),
    /// Formulas instead of values.
    #[error(
        "{formulas} of {cells} cells are formulas (the first in sheet «{sheet}», line {line}): formulas are \
         not evaluated; copy the sheet and paste it as values"
    )]
    Formulas {
        /// Cells with a formula.
        formulas: usize,
        /// Cells that are not blank.
        cells: usize,
        /// Where the first one is.
        sheet: String,
        /// Its line.
        line: u32,
    },
    /// A quotation mark that never ends.
    #[error("the quotation mark opened in line {line} is never closed: close it, or remove it")]
    OpenQuote {
        /// Where the row starts that never ends.
        line: u32,
    },
}

impl SheetError {
    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty_file",
            Self::TooLarge { .. } => "too_large",
            Self::Bomb { .. } => "zip_bomb",
            Self::Encrypted => "encrypted",
            Self::Corrupt(_) => "corrupt",
            Self::NotASpreadsheet(_) => "not_a_spreadsheet",
            Self::Formulas { .. } => "formulas",
            Self::OpenQuote { .. } => "open_quote",
        }
    }

    /// What is wrong and what to do, in Italian.
    pub fn message_it(&self) -> String {
        match self {
            Self::Empty => "Il file è vuoto: scegliere il registro che contiene gli accessi.".to_owned(),
            Self::TooLarge { what, found, limit } => format!(
                "Il file è troppo grande: {} {found}, se ne accettano al massimo {limit}. Dividerlo, per \
                 esempio un file per anno.",
                match *what {
                    "bytes" => "byte",
                    "sheets" => "fogli",
                    "rows" => "righe",
                    "columns" => "colonne",
                    "cells" => "celle",
                    other => other,
                }
            ),
            Self::Bomb { packed, unpacked } => format!(
                "Il file, di {packed} byte, ne contiene {unpacked}: nessun foglio di calcolo è così. \
                 Salvarlo di nuovo con un programma per fogli di calcolo."
            ),
            Self::Encrypted => {
                "Il file è protetto da una password: togliere la protezione e salvarlo di nuovo.".to_owned()
            }
            Self::Corrupt(_) => "Il file è danneggiato: aprirlo con un programma per fogli di calcolo e \
                                 salvarlo di nuovo."
                .to_owned(),
            Self::NotASpreadsheet(_) => {
                "Il file non è un foglio di calcolo: scegliere un file XLSX, XLS, ODS o CSV.".to_owned()
            }
            Self::Formulas { formulas, cells, sheet, line } => format!(
                "{formulas} celle su {cells} sono formule (la prima nel foglio «{sheet}», riga {line}). Le \
                 formule non vengono calcolate: copiare il foglio e incollarlo come valori."
            ),
            Self::OpenQuote { line } => {
                format!(
                    "Le virgolette aperte alla riga {line} non vengono mai chiuse: chiuderle o toglierle."
                )
            }
        }
    }
}

/// Reads a file: XLSX, XLSM, XLS and ODS by what is in it, anything else as text with a delimiter.
///
/// The name is only used to tell a person what was found; what counts is the content.
///
/// # Errors
/// When the file is not a spreadsheet that can be read within the limits; see [`SheetError`].
pub fn read(bytes: &[u8], file_name: &str, limits: &Limits) -> Result<Workbook, SheetError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(SheetError::Empty);
    }
    at_most("bytes", bytes.len(), limits.bytes)?;
    let workbook = match container::sniff(bytes, file_name, limits)? {
        container::Kind::Xlsx { merged } => guarded(|| book::xlsx(bytes, merged, limits))?,
        container::Kind::Ods => guarded(|| book::ods(bytes, limits))?,
        container::Kind::Xls => guarded(|| book::xls(bytes, limits))?,
        container::Kind::Text => text::read(bytes, limits)?,
    };
    if workbook.sheets.iter().all(|sheet| sheet.rows.is_empty()) {
        return Err(SheetError::Empty);
    }
    refuse_formulas(&workbook)?;
    Ok(workbook)
}

/// A file made by hand or cut short can lead the workbook reader to an index out of bounds. Such a file
/// is damaged, and it must not take the server down with it. Nothing of the interrupted reading is
/// shared, so there is no broken state to see. Memory and time are bounded by the limits, not by this.
fn guarded(read: impl FnOnce() -> Result<Workbook, SheetError>) -> Result<Workbook, SheetError> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(SheetError::Corrupt("unreadable structure".to_owned())))
}

/// A numbering column, an age and the totals may well be formulas; a file where more than a third of the
/// cells are formulas has no contacts to count.
fn refuse_formulas(workbook: &Workbook) -> Result<(), SheetError> {
    let (mut cells, mut formulas, mut first) = (0, 0, None);
    for sheet in &workbook.sheets {
        for row in &sheet.rows {
            for cell in row.cells.iter().filter(|cell| !cell.is_blank()) {
                cells += 1;
                if matches!(cell, Cell::Formula(_)) {
                    formulas += 1;
                    first.get_or_insert((sheet, row));
                }
            }
        }
    }
    match first {
        Some((sheet, row)) if formulas * 3 > cells => {
            Err(SheetError::Formulas { formulas, cells, sheet: sheet.name.clone(), line: row.line })
        }
        _ => Ok(()),
    }
}

fn at_most(what: &'static str, found: usize, limit: usize) -> Result<(), SheetError> {
    if found > limit {
        return Err(SheetError::TooLarge { what, found: found as u64, limit: limit as u64 });
    }
    Ok(())
}

/// Gathers the cells of all sheets, counting them against the limits.
struct Gatherer<'a> {
    limits: &'a Limits,
    rows: usize,
    cells: usize,
    text: usize,
}

impl<'a> Gatherer<'a> {
    const fn new(limits: &'a Limits) -> Self {
        Self { limits, rows: 0, cells: 0, text: 0 }
    }

    /// Adds a cell to the sheet; the cells of a row may come in any order, the rows from the top.
    fn put(&mut self, sheet: &mut Sheet, line: u32, column: usize, cell: Cell) -> Result<(), SheetError> {
        if cell.is_blank() {
            return Ok(());
        }
        at_most("columns", column + 1, self.limits.columns)?;
        if sheet.rows.last().is_none_or(|row| row.line < line) {
            self.rows += 1;
            at_most("rows", self.rows, self.limits.rows)?;
            if let Some(last) = sheet.rows.last() {
                sheet.blank += line - last.line - 1;
            }
            sheet.rows.push(Row { line, cells: Vec::new() });
        }
        let row = match sheet.rows.last_mut() {
            Some(row) if row.line == line => row,
            _ => return Err(SheetError::Corrupt("rows out of order".to_owned())),
        };
        let grown = (column + 1).saturating_sub(row.cells.len());
        self.cells += grown;
        at_most("cells", self.cells, self.limits.cells)?;
        if let Cell::Text(text) | Cell::Formula(text) = &cell {
            self.text += text.len();
            at_most("bytes", self.text, self.limits.text)?;
        }
        if grown > 0 {
            row.cells.resize(column + 1, Cell::Empty);
        }
        row.cells[column] = cell;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
