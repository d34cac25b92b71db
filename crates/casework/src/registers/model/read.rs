//! From sheets to contacts.

use documents::sheets::{Row, Sheet, Workbook};
use kernel::Day;
use network::vocabulary::Vocabulary;

use super::dates::Heading;
use super::header_rows::{self, HeaderRow};
use super::mapping::{Mapping, title};
use super::row::{Columns, Outcome, Reader};
use super::{Meaning, Reading};

/// The first day of a contact that the network can have had: its first edition began in 2020. An earlier
/// one is a slip in the year, and would count in a period that no return covers.
pub fn first_day() -> Day {
    Day::from_ymd_opt(2020, 1, 1).unwrap_or_default()
}

/// Reads every sheet that has a header the mapping knows.
///
/// Every row under a header becomes exactly one entry, one rejection, or one of the rows counted as
/// skipped. Equal inputs give equal readings; `today` decides what is in the future.
pub fn read(workbook: &Workbook, mapping: &Mapping, vocabulary: &Vocabulary, today: Day) -> Reading {
    let mut reading = Reading::default();
    let mut reader = Reader::new(mapping, vocabulary, today);
    for sheet in &workbook.sheets {
        read_sheet(sheet, mapping, &mut reader, &mut reading);
    }
    reading
}

fn read_sheet(sheet: &Sheet, mapping: &Mapping, reader: &mut Reader<'_>, reading: &mut Reading) {
    let Some(found) = header_row(sheet, mapping) else {
        reading.unread.push(sheet.name.clone());
        return;
    };
    let header = &*found.row;
    let mut columns = Columns::new(header, mapping.meanings(header), heading(sheet, found.first));
    reading.skipped.titles += found.first;
    reading.skipped.headers += found.last - found.first + 1;
    reading.skipped.blank += sheet.blank as usize;
    for row in &sheet.rows[found.last + 1..] {
        if columns.begins_day(row) {
            reading.skipped.titles += 1;
            continue;
        }
        match reader.read(&sheet.name, row, &columns) {
            Outcome::Entry(entry) => reading.entries.push(entry),
            Outcome::Rejection(rejection) => reading.rejections.push(rejection),
            Outcome::Blank => reading.skipped.blank += 1,
            Outcome::Total => reading.skipped.totals += 1,
            Outcome::Title => reading.skipped.titles += 1,
            Outcome::Header => reading.skipped.headers += 1,
        }
    }
    let titles = (0..header.cells.len()).map(|column| title(header, column)).collect();
    reading.headers.insert(sheet.name.clone(), titles);
}

/// The row that names most of the columns that the mapping keeps; a register says when and who, or what.
fn header_row<'a>(sheet: &'a Sheet, mapping: &Mapping) -> Option<HeaderRow<'a>> {
    let mut best: Option<(usize, HeaderRow<'a>)> = None;
    for candidate in header_rows::candidates(sheet) {
        let meanings = mapping.meanings(&candidate.row);
        let kept = meanings.iter().filter(|meaning| meaning.is_kept()).count();
        let day = meanings.contains(&Meaning::Day);
        let name = meanings.iter().any(Meaning::is_name);
        if kept >= 2 && (day || name) && best.as_ref().is_none_or(|(most, _)| kept > *most) {
            best = Some((kept, candidate));
        }
    }
    best.map(|(_, header)| header)
}

/// What the sheet's name, or else the lines above its header, say of the days in it.
pub(super) fn heading(sheet: &Sheet, header: usize) -> Heading {
    let above = sheet.rows[..header].iter().flat_map(title_texts);
    Heading::of(std::iter::once(sheet.name.as_str()).chain(above))
}

fn title_texts(row: &Row) -> impl Iterator<Item = &str> {
    row.cells.iter().filter_map(|cell| match cell {
        documents::sheets::Cell::Text(text) if text.len() < 200 => Some(text.as_str()),
        _ => None,
    })
}
