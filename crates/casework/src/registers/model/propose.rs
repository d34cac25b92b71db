//! What a workbook seems to say, for a person to correct.

use std::collections::{BTreeMap, BTreeSet};

use documents::sheets::{Cell, Row, Sheet, Workbook};
use kernel::text::fold;
use network::vocabulary::Vocabulary;

use super::Meaning;
use super::content::Content;
use super::dates;
use super::header_rows::{self, HeaderRow};
use super::headers;
use super::mapping::{Mapping, keys, title};
use super::read::heading;
use super::understood::{Understood, settle};

/// What a workbook seems to say.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Every sheet, in the order of the file.
    pub sheets: Vec<SheetProposal>,
}

/// What a sheet seems to say.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetProposal {
    /// Its name.
    pub name: String,
    /// The line of its header; nothing if none was found.
    pub header_line: Option<u32>,
    /// Its columns; without a header, those that it may have.
    pub columns: Vec<ColumnProposal>,
    /// Rows under the header.
    pub rows: usize,
    /// What a register needs and the sheet lacks: of [`Meaning::Day`], [`Meaning::FullName`] and
    /// [`Meaning::Service`], those for which there is no column.
    pub missing: Vec<Meaning>,
}

impl SheetProposal {
    /// Whether the sheet holds contacts.
    pub fn is_register(&self) -> bool {
        self.header_line.is_some() && self.missing.is_empty()
    }
}

/// What a column seems to say.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnProposal {
    /// The key under which a [`Mapping`] keeps it.
    pub key: String,
    /// The header as written.
    pub header: String,
    /// What it seems to say.
    pub meaning: Meaning,
    /// How sure that is.
    pub confidence: Confidence,
    /// The first five values, as shown.
    pub sample: Vec<String>,
}

/// Why a column is thought to say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Neither header nor values say anything known.
    NotUnderstood,
    /// The values alone say it.
    Values,
    /// The header says it, or may say it and the values agree.
    Header,
}

impl Proposal {
    /// Whether any sheet holds contacts.
    pub fn is_register(&self) -> bool {
        self.sheets.iter().any(SheetProposal::is_register)
    }

    /// The mapping that reads the workbook as proposed. Where two sheets disagree on a header, the one
    /// that was understood better counts, then the first.
    pub fn mapping(&self) -> Mapping {
        let mut best = BTreeMap::<&str, &ColumnProposal>::new();
        for column in self.sheets.iter().flat_map(|sheet| &sheet.columns) {
            let kept = best.entry(&column.key).or_insert(column);
            let rank = |it: &ColumnProposal| (it.meaning.is_kept(), it.confidence);
            if rank(column) > rank(kept) {
                *kept = column;
            }
        }
        let columns =
            best.into_iter().map(|(key, column)| (key.to_owned(), column.meaning.clone())).collect();
        Mapping { columns, ..Mapping::default() }
    }
}

/// Finds the header of each sheet and what its columns say.
pub fn propose(workbook: &Workbook, vocabulary: &Vocabulary) -> Proposal {
    Proposal { sheets: workbook.sheets.iter().map(|sheet| propose_sheet(sheet, vocabulary)).collect() }
}

fn propose_sheet(sheet: &Sheet, vocabulary: &Vocabulary) -> SheetProposal {
    let Some(found) = header_row(sheet, vocabulary) else {
        return SheetProposal {
            name: sheet.name.clone(),
            header_line: None,
            columns: possible_columns(sheet),
            rows: sheet.rows.len(),
            missing: vec![Meaning::Day, Meaning::FullName, Meaning::Service],
        };
    };
    let header = &*found.row;
    let rows = &sheet.rows[found.last + 1..];
    let context = heading(sheet, found.first);
    let width = header.cells.len();
    let counts: Vec<Content> =
        (0..width).map(|column| Content::of(rows, column, context, vocabulary)).collect();
    let mut found: Vec<Understood> = (0..width)
        .map(|column| Understood::of(&header.cells[column].shown(), &counts[column], vocabulary))
        .collect();
    settle(&mut found, &counts);
    let has = |wanted: fn(&Meaning) -> bool| found.iter().any(|column| wanted(&column.meaning));
    let mut missing = Vec::new();
    let sections = || rows.iter().any(|row| dates::alone(row, context).is_some());
    if !has(|meaning| *meaning == Meaning::Day) && !sections() {
        missing.push(Meaning::Day);
    }
    if !has(Meaning::is_name) {
        missing.push(Meaning::FullName);
    }
    if !has(Meaning::is_service) {
        missing.push(Meaning::Service);
    }
    let columns = keys(header)
        .into_iter()
        .zip(found)
        .enumerate()
        .map(|(column, (key, understood))| ColumnProposal {
            key,
            header: title(header, column),
            confidence: understood.confidence(),
            meaning: understood.meaning,
            sample: sample(rows, column),
        })
        .collect();
    SheetProposal {
        name: sheet.name.clone(),
        header_line: Some(header.line),
        columns,
        rows: rows.len(),
        missing,
    }
}

fn sample(rows: &[Row], column: usize) -> Vec<String> {
    rows.iter()
        .filter_map(|row| row.cells.get(column))
        .filter(|cell| !cell.is_blank())
        .take(5)
        .map(Cell::shown)
        .collect()
}

/// The columns under the row with most texts near the top, for a person to say what they hold: perhaps a header
/// in words that nobody wrote before.
fn possible_columns(sheet: &Sheet) -> Vec<ColumnProposal> {
    let texts = |row: &Row| row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_))).count();
    let mut best: Option<(usize, usize)> = None;
    for (at, row) in sheet.rows.iter().take(header_rows::WITHIN).enumerate() {
        let texts = texts(row);
        if texts >= 2 && best.is_none_or(|(most, _)| texts > most) {
            best = Some((texts, at));
        }
    }
    let Some((_, at)) = best else { return Vec::new() };
    keys(&sheet.rows[at])
        .into_iter()
        .enumerate()
        .map(|(column, key)| ColumnProposal {
            key,
            header: title(&sheet.rows[at], column),
            meaning: Meaning::Ignore,
            confidence: Confidence::NotUnderstood,
            sample: sample(&sheet.rows[at + 1..], column),
        })
        .collect()
}

/// The row, or the two rows, with most headers that are known; at least two, one of which says when or who. What a
/// contact has once counts once: of two columns *Data* only one is understood.
fn header_row<'a>(sheet: &'a Sheet, vocabulary: &Vocabulary) -> Option<HeaderRow<'a>> {
    let mut best: Option<(usize, HeaderRow<'a>)> = None;
    for candidate in header_rows::candidates(sheet) {
        let mut known = 0;
        let mut once = BTreeSet::new();
        for cell in &candidate.row.cells {
            let Cell::Text(text) = cell else { continue };
            if text.len() > 120 {
                continue;
            }
            match headers::meaning(&fold(text)) {
                Some((meaning, _)) if !meaning.may_repeat() => {
                    once.insert(meaning);
                }
                Some(_) => known += 1,
                None => known += usize::from(service_headed(text, vocabulary).is_some()),
            }
        }
        known += once.len();
        let first = once.iter().any(|it| *it == Meaning::Day || it.is_name());
        if known >= 2 && first && best.as_ref().is_none_or(|(most, _)| known > *most) {
            best = Some((known, candidate));
        }
    }
    best.map(|(_, header)| header)
}

/// The service that a header names, in full or abbreviated, or after a word for services: *Servizio: alloggio*.
pub(super) fn service_headed(header: &str, vocabulary: &Vocabulary) -> Option<String> {
    let services = vocabulary.services();
    let folded = fold(header);
    let named = folded.split_once(' ').filter(|(first, _)| headers::is_of_service(first));
    services
        .find_folded(&folded)
        .or_else(|| services.abbreviated(header))
        .or_else(|| services.find_folded(named?.1))
        .map(|service| service.code.clone())
}
