//! What a workbook seems to say, for a person to correct.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike;
use documents::sheets::{Cell, Row, Sheet, Workbook};
use kernel::text::fold;
use network::vocabulary::Vocabulary;

use super::Meaning;
use super::dates::{self, Heading, Kind};
use super::header_rows::{self, HeaderRow};
use super::headers::{self, Says};
use super::mapping::{Mapping, keys, title};
use super::read::heading;
use super::services::{self, Named};
use super::values::{self, NoLength};

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
        .map(|column| understood(&header.cells[column].shown(), &counts[column], vocabulary))
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

/// The service that a header names, in full or abbreviated.
fn service_headed(header: &str, vocabulary: &Vocabulary) -> Option<String> {
    let services = vocabulary.services();
    services.find(header).or_else(|| services.abbreviated(header)).map(|service| service.code.clone())
}

/// What the first values of a column are.
#[derive(Default)]
struct Content {
    filled: usize,
    /// Of the filled, those that do not say that nothing is known.
    stated: usize,
    marks: usize,
    services: usize,
    countries: usize,
    permits: usize,
    genders: usize,
    days: usize,
    recent: usize,
    lengths: usize,
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
            it.stated += usize::from(!matches!(cell, Cell::Text(text) if values::is_missing(text)));
            it.marks += usize::from(values::mark(cell).is_some());
            it.lengths += usize::from(values::minutes(cell, 1.0) != Err(NoLength::Unreadable));
            if let Ok(day) = dates::read(cell, Kind::Contact(context)) {
                it.days += 1;
                it.recent += usize::from(day.year() >= 2020);
            }
            if let Cell::Text(text) = cell
                && text.len() < 300
            {
                it.services += usize::from(matches!(services::named(text, &own, vocabulary), Named::All(_)));
                let (countries, permits) = (vocabulary.countries(), vocabulary.permits());
                it.countries += usize::from(countries.find(text).or(countries.abbreviated(text)).is_some());
                it.permits += usize::from(permits.find(text).or(permits.abbreviated(text)).is_some());
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

    /// Whether the column says something else than its header promises: *Permesso* with *sì* and *no*, *Genere* with
    /// numbers. Such a column is left out, because no row of it could be read.
    fn refutes(&self, meaning: &Meaning) -> bool {
        const ENOUGH: usize = 8;
        let kind = match meaning {
            Meaning::Permit => self.permits,
            Meaning::Citizenship => self.countries,
            Meaning::Gender => self.genders,
            Meaning::Minutes | Meaning::Hours => self.lengths,
            _ => return false,
        };
        self.stated >= ENOUGH && kind * 4 < self.stated
    }

    fn agrees(&self, meaning: &Meaning) -> bool {
        match meaning {
            Meaning::Permit => self.mostly(self.permits),
            Meaning::Citizenship => self.mostly(self.countries),
            Meaning::Service => self.mostly(self.services),
            Meaning::FullName => ![self.countries, self.genders, self.services, self.days]
                .into_iter()
                .any(|other| self.mostly(other)),
            Meaning::WomanMark | Meaning::ManMark => self.mostly(self.marks),
            Meaning::Birth => self.filled > 0,
            _ => true,
        }
    }

    /// What the values alone say.
    fn says(&self) -> Option<Meaning> {
        // An X is a gender as well as a mark.
        if self.nearly_all(self.marks) {
            return None;
        }
        let kinds = [
            (self.genders, Meaning::Gender),
            (self.countries, Meaning::Citizenship),
            (self.permits, Meaning::Permit),
            (self.services, Meaning::Service),
        ];
        kinds.into_iter().find(|(count, _)| self.nearly_all(*count)).map(|(_, meaning)| meaning)
    }
}

/// What a column seems to say, and by what.
struct Understood {
    folded: String,
    meaning: Meaning,
    by: By,
}

/// What speaks for a meaning, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Nothing,
    Values,
    /// A header that may mean several things, and values that agree; or one that gives way to others.
    Perhaps,
    /// Words of the header.
    Words,
    /// The header, word for word.
    Header,
}

impl Understood {
    const fn confidence(&self) -> Confidence {
        match self.by {
            By::Nothing => Confidence::NotUnderstood,
            By::Values => Confidence::Values,
            By::Perhaps | By::Words | By::Header => Confidence::Header,
        }
    }

    fn forget(&mut self) {
        (self.meaning, self.by) = (Meaning::Ignore, By::Nothing);
    }
}

fn understood(header: &str, content: &Content, vocabulary: &Vocabulary) -> Understood {
    let folded = fold(header);
    let (meaning, by) = said(header, &folded, content, vocabulary);
    Understood { folded, meaning, by }
}

fn said(text: &str, folded: &str, content: &Content, vocabulary: &Vocabulary) -> (Meaning, By) {
    let service = service_headed(text, vocabulary);
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
            return (Meaning::ServiceMark(code), By::Header);
        }
    }
    match header {
        Some((meaning, Says::Plainly)) if !content.refutes(&meaning) => {
            let by = match headers::is_usual(folded) {
                _ if headers::gives_way(folded) => By::Perhaps,
                true => By::Header,
                false => By::Words,
            };
            return (meaning, by);
        }
        Some((meaning, Says::Perhaps)) if content.agrees(&meaning) => return (meaning, By::Perhaps),
        _ => {}
    }
    match content.says() {
        Some(meaning) => (meaning, By::Values),
        None => (Meaning::Ignore, By::Nothing),
    }
}

/// One column for each meaning that a contact has once: the one understood best, then the first. A given
/// name without a surname is the whole name. Without a day, the column of recent days is it.
fn settle(found: &mut [Understood], counts: &[Content]) {
    settle_services(found, counts);
    let position =
        |found: &[Understood], wanted: Meaning| found.iter().position(|column| column.meaning == wanted);
    // *Cognome utente* and *Nome utente*: beside a surname a name is the given one.
    if position(found, Meaning::Surname).is_some()
        && position(found, Meaning::Given).is_none()
        && let Some(given) = found
            .iter_mut()
            .find(|it| it.meaning == Meaning::FullName && headers::is_of_given_name(&it.folded))
    {
        given.meaning = Meaning::Given;
    }
    for at in 0..found.len() {
        let (meaning, by) = (found[at].meaning.clone(), found[at].by);
        if meaning.may_repeat() {
            continue;
        }
        let better = found.iter().enumerate().any(|(other, same)| {
            same.meaning == meaning && other != at && (same.by > by || (same.by == by && other < at))
        });
        if better {
            found[at].forget();
        }
    }
    let (surname, given) = (position(found, Meaning::Surname), position(found, Meaning::Given));
    let whole = [Meaning::SurnameFirst, Meaning::GivenFirst, Meaning::FullName]
        .into_iter()
        .find_map(|meaning| position(found, meaning));
    match (surname, given, whole) {
        (None, Some(given), None) => found[given].meaning = Meaning::FullName,
        (None, Some(given), Some(_)) => found[given].forget(),
        _ => {}
    }
    if position(found, Meaning::Day).is_none() {
        let free = |at: &usize| matches!(found[*at].meaning, Meaning::Ignore);
        let day = (0..found.len())
            .filter(free)
            .find(|at| counts[*at].nearly_all(counts[*at].days) && counts[*at].mostly(counts[*at].recent));
        if let Some(at) = day {
            (found[at].meaning, found[at].by) = (Meaning::Day, By::Values);
        }
    }
}

/// Several columns may name services, but not the need beside the service, nor the desk under *Servizio* beside
/// the *Prestazione*: what was asked for, or where, would be counted as done.
fn settle_services(found: &mut [Understood], counts: &[Content]) {
    let named = |column: usize| counts[column].mostly(counts[column].services);
    let services = |found: &[Understood]| -> Vec<usize> {
        (0..found.len()).filter(|column| found[*column].meaning == Meaning::Service).collect()
    };
    let marked = found.iter().any(|it| matches!(it.meaning, Meaning::ServiceMark(_)));
    let columns = services(found);
    if columns.iter().any(|column| named(*column)) {
        for column in columns.into_iter().filter(|column| counts[*column].stated > 0 && !named(*column)) {
            found[column].forget();
        }
    }
    let columns = services(found);
    let best = columns.iter().map(|column| found[*column].by).max();
    let best = if marked { Some(By::Words) } else { best.map(|by| by.min(By::Words)) };
    for column in columns {
        if Some(found[column].by) < best {
            found[column].forget();
        }
    }
}
