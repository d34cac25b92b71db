//! Workbooks, read cell by cell.

use std::io::{Cursor, Read};

use calamine::{CellErrorType, Data, Dimensions, ExcelDateTime, Ods, Range, Reader, Xls, Xlsx};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::{Cell, Gatherer, Limits, NO_DAY, Sheet, SheetError, Workbook, at_most, extent};

/// Reads an XLSX or XLSM as a stream of cells, so that a sheet with one cell in its last corner costs no
/// more than any other.
pub(super) fn xlsx(bytes: &[u8], merged: bool, limits: &Limits) -> Result<Workbook, SheetError> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(corrupt)?;
    let mut gatherer = Gatherer::new(limits);
    let mut sheets = Vec::new();
    let names = worksheet_names(&book, limits)?;
    for name in names {
        let mut sheet = Sheet { name, rows: Vec::new(), blank: 0 };
        let mut reader = book.worksheet_cells_reader(&sheet.name).map_err(corrupt)?;
        while let Some(record) = reader.next_cell_with_formula().map_err(corrupt)? {
            let (row, column) = record.pos;
            let cell = match record.formula {
                Some(formula) => Cell::Formula(format!("={formula}")),
                None => value(record.value.into()),
            };
            gatherer.put(&mut sheet, row + 1, column as usize, cell)?;
        }
        drop(reader);
        if merged {
            let areas = book.merge_cells_by_sheet_name(&sheet.name).map_err(corrupt)?;
            spread(&mut sheet, &areas, &mut gatherer)?;
        }
        sheets.push(sheet);
    }
    Ok(Workbook { sheets })
}

/// A value merged over several rows belongs to each of them: a day written once beside six contacts.
/// Over several columns it stays in the first.
fn spread(sheet: &mut Sheet, merged: &[Dimensions], gatherer: &mut Gatherer) -> Result<(), SheetError> {
    let mut visited = 0;
    for area in merged.iter().filter(|area| area.end.0 > area.start.0) {
        let column = area.start.1 as usize;
        let from = sheet.rows.partition_point(|row| row.line < area.start.0 + 1);
        let to = sheet.rows.partition_point(|row| row.line <= area.end.0 + 1);
        let first = match sheet.rows.get(from).filter(|row| row.line == area.start.0 + 1) {
            Some(row) => row.cells.get(column).cloned().unwrap_or_default(),
            None => continue,
        };
        visited += to - from;
        at_most("cells", visited, gatherer.limits.cells)?;
        for row in sheet.rows.get_mut(from + 1..to).unwrap_or_default() {
            if row.cells.get(column).is_none_or(Cell::is_blank) {
                if row.cells.len() <= column {
                    gatherer.cells += column + 1 - row.cells.len();
                    row.cells.resize(column + 1, Cell::Empty);
                }
                row.cells[column] = first.clone();
                gatherer.text += 32;
            }
        }
        at_most("cells", gatherer.cells, gatherer.limits.cells)?;
        at_most("bytes", gatherer.text, gatherer.limits.text)?;
    }
    Ok(())
}

/// Reads an ODS.
pub(super) fn ods(bytes: &[u8], limits: &Limits) -> Result<Workbook, SheetError> {
    let (rows, columns) = extent::of(&content(bytes)?);
    at_most("columns", columns, limits.columns)?;
    at_most("cells", rows.saturating_mul(columns), limits.cells)?;
    let book = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::OdsError::Password => SheetError::Encrypted,
        other => corrupt(other),
    })?;
    ranges(book, limits)
}

/// The part of an ODS that holds the cells; encrypted it is no text, and the reader will say so.
fn content(bytes: &[u8]) -> Result<String, SheetError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(corrupt)?;
    let mut content = Vec::new();
    archive.by_name("content.xml").map_err(corrupt)?.read_to_end(&mut content).map_err(corrupt)?;
    Ok(String::from_utf8_lossy(&content).into_owned())
}

/// Reads an XLS of Excel 97 to 2003.
pub(super) fn xls(bytes: &[u8], limits: &Limits) -> Result<Workbook, SheetError> {
    let book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsError::Password => SheetError::Encrypted,
        other => corrupt(other),
    })?;
    ranges(book, limits)
}

fn ranges<'a, R>(mut book: R, limits: &Limits) -> Result<Workbook, SheetError>
where
    R: Reader<Cursor<&'a [u8]>>,
{
    let mut gatherer = Gatherer::new(limits);
    let mut sheets = Vec::new();
    for name in worksheet_names(&book, limits)? {
        let mut sheet = Sheet { name, rows: Vec::new(), blank: 0 };
        let values = book.worksheet_range(&sheet.name).map_err(corrupt)?;
        let formulas = book.worksheet_formula(&sheet.name).unwrap_or_else(|_| Range::empty());
        for (row, column, data) in cells(&values) {
            let cell = match formulas.get_value((row, column)) {
                Some(formula) if !formula.is_empty() => Cell::Formula(format!("={formula}")),
                _ => value(data.clone()),
            };
            gatherer.put(&mut sheet, row + 1, column as usize, cell)?;
        }
        sheets.push(sheet);
    }
    Ok(Workbook { sheets })
}

/// The cells of a range with their places in the sheet.
fn cells(range: &Range<Data>) -> impl Iterator<Item = (u32, u32, &Data)> {
    let (top, left) = range.start().unwrap_or_default();
    range.used_cells().map(move |(row, column, data)| (top + row as u32, left + column as u32, data))
}

fn worksheet_names<'a, R>(book: &R, limits: &Limits) -> Result<Vec<String>, SheetError>
where
    R: Reader<Cursor<&'a [u8]>>,
{
    let sheets = book.sheets_metadata();
    at_most("sheets", sheets.len(), limits.sheets)?;
    Ok(sheets
        .iter()
        .filter(|sheet| sheet.typ == calamine::SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect())
}

fn value(data: Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        Data::String(text) => Cell::text(crate::tables::unguarded(text)),
        Data::Float(number) => Cell::Number(number),
        Data::Int(number) => Cell::Number(number as f64),
        Data::Bool(truth) => Cell::Bool(truth),
        Data::DateTime(stamp) => dated(&stamp),
        Data::DateTimeIso(text) => iso(&text).unwrap_or(Cell::Text(text)),
        Data::DurationIso(text) => duration(&text).unwrap_or(Cell::Text(text)),
        Data::Error(error) => Cell::Error(name_of(&error).to_owned()),
    }
}

fn dated(stamp: &ExcelDateTime) -> Cell {
    let serial = stamp.as_f64();
    if stamp.is_duration() || (0.0..1.0).contains(&serial) {
        return timed(serial * 86_400.0);
    }
    match stamp.as_datetime() {
        Some(moment) => day_or_moment(moment),
        None => Cell::Number(serial),
    }
}

/// A length of time up to a day, as a moment without a day; more is a number of days.
fn timed(seconds: f64) -> Cell {
    let whole = seconds.round();
    if (0.0..86_400.0).contains(&whole)
        && let Some(time) = NaiveTime::from_num_seconds_from_midnight_opt(whole as u32, 0)
    {
        return Cell::Moment(NO_DAY.and_time(time));
    }
    Cell::Number(seconds / 86_400.0)
}

fn day_or_moment(moment: NaiveDateTime) -> Cell {
    if moment.time() == NaiveTime::MIN { Cell::Date(moment.date()) } else { Cell::Moment(moment) }
}

fn iso(text: &str) -> Option<Cell> {
    let text = text.trim_end_matches('Z');
    if let Ok(day) = text.parse::<NaiveDate>() {
        return Some(Cell::Date(day));
    }
    text.parse::<NaiveDateTime>().ok().map(day_or_moment)
}

/// `PT01H30M00S`, as ODS writes a time.
fn duration(text: &str) -> Option<Cell> {
    let mut seconds = 0.0;
    let mut digits = String::new();
    for letter in text.strip_prefix("PT")?.chars() {
        match letter {
            '0'..='9' | '.' => digits.push(letter),
            ',' => digits.push('.'),
            _ => {
                let unit = match letter {
                    'H' => 3600.0,
                    'M' => 60.0,
                    'S' => 1.0,
                    _ => return None,
                };
                seconds += digits.parse::<f64>().ok()? * unit;
                digits.clear();
            }
        }
    }
    Some(timed(seconds))
}

const fn name_of(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        _ => "#VALUE!",
    }
}

fn corrupt(error: impl std::fmt::Debug) -> SheetError {
    let mut what = format!("{error:?}");
    if let Some((cut, _)) = what.char_indices().nth(160) {
        what.truncate(cut);
    }
    SheetError::Corrupt(what)
}
