//! What a workbook seems to say, for a person to correct.

use std::collections::BTreeMap;

use chrono::Datelike;
use documents::sheets::{Cell, Row, Sheet, Workbook};
use kernel::text::fold;
use network::vocabulary::Vocabulary;

use super::dates::{self, Heading, Kind};
use super::headers::{self, Says};
use super::mapping::{Mapping, keys, title};
use super::read::{HEADER_WITHIN, heading};
use super::services::{self, Named};
use super::{Meaning, values};

/// How many rows under the header are looked at to see what a column holds.
const SAMPLE: usize = 300;

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
    let Some(at) = header_row(sheet, vocabulary) else {
        return SheetProposal {
            name: sheet.name.clone(),
            header_line: None,
            columns: possible_columns(sheet),
            rows: sheet.rows.len(),
            missing: vec![Meaning::Day, Meaning::FullName, Meaning::Service],
        };
    };
    let header = &sheet.rows[at];
    let rows = &sheet.rows[at + 1..];
    let context = heading(sheet, at);
    let width = header.cells.len();
    let counts: Vec<Content> =
        (0..width).map(|column| Content::of(rows, column, context, vocabulary)).collect();
    let mut found: Vec<(Meaning, Confidence)> = (0..width)
        .map(|column| understood(&fold(&header.cells[column].shown()), &counts[column], vocabulary))
        .collect();
    settle(&mut found, &counts);
    let has = |wanted: fn(&Meaning) -> bool| found.iter().any(|(meaning, _)| wanted(meaning));
    let mut missing = Vec::new();
    if !has(|meaning| *meaning == Meaning::Day) {
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
        .map(|(column, (key, (meaning, confidence)))| ColumnProposal {
            key,
            header: title(header, column),
            meaning,
            confidence,
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
    for (at, row) in sheet.rows.iter().take(HEADER_WITHIN).enumerate() {
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

/// The row with most headers that are known; at least two, one of which says when or who.
fn header_row(sheet: &Sheet, vocabulary: &Vocabulary) -> Option<usize> {
    let mut best = None;
    for (at, row) in sheet.rows.iter().take(HEADER_WITHIN).enumerate() {
        let (mut known, mut first) = (0, false);
        for cell in &row.cells {
            let Cell::Text(text) = cell else { continue };
            if text.len() > 120 {
                continue;
            }
            let folded = fold(text);
            let meaning = headers::meaning(&folded).map(|(meaning, _)| meaning);
            first |= meaning.as_ref().is_some_and(|it| *it == Meaning::Day || it.is_name());
            known += usize::from(meaning.is_some() || vocabulary.services().find_folded(&folded).is_some());
        }
        if known >= 2 && first && best.is_none_or(|(most, _)| known > most) {
            best = Some((known, at));
        }
    }
    best.map(|(_, at)| at)
}

/// What the first values of a column are.
#[derive(Default)]
struct Content {
    filled: usize,
    marks: usize,
    services: usize,
    countries: usize,
    permits: usize,
    genders: usize,
    days: usize,
    recent: usize,
}

impl Content {
    fn of(rows: &[Row], column: usize, context: Heading, vocabulary: &Vocabulary) -> Self {
        let mut it = Self::default();
        let own = BTreeMap::new();
        for cell in rows.iter().take(SAMPLE).filter_map(|row| row.cells.get(column)) {
            if cell.is_blank() {
                continue;
            }
            it.filled += 1;
            it.marks += usize::from(values::mark(cell).is_some());
            if let Ok(day) = dates::read(cell, Kind::Contact(context)) {
                it.days += 1;
                it.recent += usize::from(day.year() >= 2020);
            }
            if let Cell::Text(text) = cell
                && text.len() < 300
            {
                it.services += usize::from(matches!(services::named(text, &own, vocabulary), Named::All(_)));
                it.countries += usize::from(vocabulary.countries().find(text).is_some());
                it.permits += usize::from(vocabulary.permits().find(text).is_some());
                it.genders += usize::from(values::gender(text).is_some());
            }
        }
        it
    }

    /// Whether most values are of the kind, and there are some.
    const fn mostly(&self, kind: usize) -> bool {
        kind > 0 && kind * 2 > self.filled
    }

    /// Whether nearly all values are of the kind, and there are several.
    const fn nearly_all(&self, kind: usize) -> bool {
        kind >= 3 && kind * 10 >= self.filled * 8
    }

    fn agrees(&self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Permit => self.mostly(self.permits),
            Meaning::Citizenship => self.mostly(self.countries),
            Meaning::Service => self.mostly(self.services),
            Meaning::Birth => self.filled > 0,
            _ => true,
        }
    }

    /// What the values alone say.
    fn says(&self) -> Option<Meaning> {
        let kinds = [
            (self.genders, Meaning::Gender),
            (self.countries, Meaning::Citizenship),
            (self.permits, Meaning::Permit),
            (self.services, Meaning::Service),
        ];
        kinds.into_iter().find(|(count, _)| self.nearly_all(*count)).map(|(_, meaning)| meaning)
    }
}

fn understood(folded: &str, content: &Content, vocabulary: &Vocabulary) -> (Meaning, Confidence) {
    let service = vocabulary.services().find_folded(folded).map(|service| service.code.clone());
    let header = headers::meaning(folded);
    // Under a service's name stand marks; under *Permesso di soggiorno*, which names a service as well as a
    // column of titles, they must be nearly all there is.
    if let Some(code) = service {
        let marked = if headers::is_usual(folded) {
            content.nearly_all(content.marks)
        } else {
            content.filled == 0 || content.mostly(content.marks)
        };
        if marked {
            return (Meaning::ServiceMark(code), Confidence::Header);
        }
    }
    match header {
        Some((meaning, Says::Plainly)) => return (meaning, Confidence::Header),
        Some((meaning, Says::Perhaps)) if content.agrees(&meaning) => return (meaning, Confidence::Header),
        _ => {}
    }
    match content.says() {
        Some(meaning) => (meaning, Confidence::Values),
        None => (Meaning::Ignore, Confidence::NotUnderstood),
    }
}

/// One column for each meaning that a contact has once: the one understood best, then the first. A given
/// name without a surname is the whole name. Without a day, the column of recent days is it.
fn settle(found: &mut [(Meaning, Confidence)], counts: &[Content]) {
    for at in 0..found.len() {
        let (meaning, confidence) = found[at].clone();
        if meaning.may_repeat() {
            continue;
        }
        let better = found.iter().enumerate().any(|(other, (same, other_confidence))| {
            *same == meaning
                && other != at
                && (*other_confidence > confidence || (*other_confidence == confidence && other < at))
        });
        if better {
            found[at] = (Meaning::Ignore, Confidence::NotUnderstood);
        }
    }
    let position = |found: &[(Meaning, Confidence)], wanted: Meaning| {
        found.iter().position(|(meaning, _)| *meaning == wanted)
    };
    let (surname, given) = (position(found, Meaning::Surname), position(found, Meaning::Given));
    let whole = [Meaning::SurnameFirst, Meaning::GivenFirst, Meaning::FullName]
        .into_iter()
        .find_map(|meaning| position(found, meaning));
    match (surname, given, whole) {
        (None, Some(given), None) => found[given].0 = Meaning::FullName,
        (None, Some(given), Some(_)) => found[given] = (Meaning::Ignore, Confidence::NotUnderstood),
        _ => {}
    }
    if position(found, Meaning::Day).is_none() {
        let free = |at: &usize| matches!(found[*at].0, Meaning::Ignore);
        let day = (0..found.len())
            .filter(free)
            .find(|at| counts[*at].nearly_all(counts[*at].days) && counts[*at].mostly(counts[*at].recent));
        if let Some(at) = day {
            found[at] = (Meaning::Day, Confidence::Values);
        }
    }
}
