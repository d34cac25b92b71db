//! From one row to one contact, or to the reason why not.

use std::collections::HashMap;

use documents::sheets::{Cell, Row};
use kernel::text::fold;
use kernel::{Day, Gender};
use network::vocabulary::{Term, Terms, Vocabulary};

use super::dates::{self, Heading, Kind, NoDay};
use super::mapping::{Mapping, title};
use super::names::{self, Order};
use super::no_contact::{is_about_nobody, is_header, is_title, is_total};
use super::read::first_day;
use super::services::{self, Named};
use super::values::{self, NoLength};
use super::{Entry, Meaning, Reason, Rejection};

/// What became of a row.
pub(super) enum Outcome {
    Entry(Entry),
    Rejection(Rejection),
    Blank,
    Total,
    Title,
    Header,
}

/// The columns of one sheet.
pub(super) struct Columns {
    pub(super) meanings: Vec<Meaning>,
    titles: Vec<String>,
    /// The folded headers.
    pub(super) folded: Vec<String>,
    pub(super) heading: Heading,
    /// The day that a line of its own says of those under it, where no column says it.
    section: Option<Day>,
}

impl Columns {
    pub fn new(header: &Row, meanings: Vec<Meaning>, heading: Heading) -> Self {
        let folded = header.cells.iter().map(|cell| fold(&cell.shown())).collect();
        let titles = (0..header.cells.len()).map(|column| title(header, column)).collect();
        Self { meanings, titles, folded, heading, section: None }
    }

    /// Whether the row is a line such as *Lunedì 3 marzo 2025*, alone in a sheet without a column of days: the
    /// day of the rows under it.
    pub fn begins_day(&mut self, row: &Row) -> bool {
        if self.find(&Meaning::Day).is_some() {
            return false;
        }
        let day = dates::alone(row, self.heading);
        self.section = day.or(self.section);
        day.is_some()
    }

    pub(super) fn find(&self, wanted: &Meaning) -> Option<usize> {
        self.meanings.iter().position(|meaning| meaning == wanted)
    }

    pub(super) fn all(&self, wanted: fn(&Meaning) -> bool) -> impl Iterator<Item = usize> + '_ {
        self.meanings.iter().enumerate().filter(move |(_, meaning)| wanted(meaning)).map(|(column, _)| column)
    }

    /// The headers of several columns, for a fault that lies in none of them alone.
    fn titles_of(&self, wanted: fn(&Meaning) -> bool) -> String {
        let mut titles: Vec<&str> = self.all(wanted).map(|column| self.titles[column].as_str()).collect();
        if titles.len() > 3 {
            titles.truncate(3);
            titles.push("…");
        }
        titles.join(" / ")
    }
}

/// What is wrong with a row.
struct Fault {
    column: String,
    value: String,
    reason: Reason,
    nearest: Option<String>,
}

/// Reads rows, remembering what it has looked up: registers say the same few words again and again.
pub(super) struct Reader<'a> {
    mapping: &'a Mapping,
    vocabulary: &'a Vocabulary,
    today: Day,
    services: HashMap<String, Named>,
    permits: HashMap<String, Option<String>>,
    citizenships: HashMap<String, Option<String>>,
}

impl<'a> Reader<'a> {
    pub fn new(mapping: &'a Mapping, vocabulary: &'a Vocabulary, today: Day) -> Self {
        let (services, permits, citizenships) = Default::default();
        Self { mapping, vocabulary, today, services, permits, citizenships }
    }

    pub fn read(&mut self, sheet: &str, row: &Row, columns: &Columns) -> Outcome {
        if is_header(row, columns) {
            return Outcome::Header;
        }
        let has_kept = columns.all(Meaning::is_kept).any(|column| !cell(row, column).is_blank());
        if is_total(row, columns) {
            return Outcome::Total;
        }
        if is_title(row, columns) {
            return Outcome::Title;
        }
        if !has_kept {
            return Outcome::Blank;
        }
        if is_about_nobody(row, columns) {
            return Outcome::Title;
        }
        match self.entry(sheet, row, columns) {
            Ok(entry) => Outcome::Entry(entry),
            Err(fault) => Outcome::Rejection(Rejection {
                sheet: sheet.to_owned(),
                line: row.line,
                column: fault.column,
                value: fault.value,
                reason: fault.reason,
                nearest: fault.nearest,
                cells: (0..columns.titles.len().max(row.cells.len()))
                    .map(|column| cell(row, column).shown())
                    .collect(),
            }),
        }
    }

    fn entry(&mut self, sheet: &str, row: &Row, columns: &Columns) -> Result<Entry, Fault> {
        refuse_formulas(row, columns)?;
        let day = self.day(row, columns)?;
        let (surname, given) = name(row, columns)?;
        let services = self.services(row, columns)?;
        let birth = self.birth(row, columns, day)?;
        let gender = gender(row, columns)?;
        let citizenship = self.citizenship(row, columns)?;
        let permit = self.permit(row, columns)?;
        let minutes = minutes(row, columns)?;
        Ok(Entry {
            sheet: sheet.to_owned(),
            line: row.line,
            day,
            surname,
            given,
            birth,
            gender,
            citizenship,
            permit,
            services,
            point: free(row, columns, &Meaning::Point),
            minutes,
            modality: free(row, columns, &Meaning::Modality),
            note: note(row, columns),
        })
    }

    fn day(&self, row: &Row, columns: &Columns) -> Result<Day, Fault> {
        let nowhere = |reason| {
            let column = columns.titles_of(|meaning| *meaning == Meaning::Day);
            let value = columns.section.map(|day| day.to_string()).unwrap_or_default();
            Fault { column, value, reason, nearest: None }
        };
        let (day, cell) = match (stated(row, columns, &Meaning::Day), columns.section) {
            (Some((column, cell)), _) => {
                let wrong = |reason| fault(columns, column, cell, reason);
                let day = dates::read(cell, Kind::Contact(columns.heading)).map_err(|no| match no {
                    NoDay::Impossible => {
                        Fault { nearest: dates::nearest(&cell.shown()), ..wrong(Reason::DayImpossible) }
                    }
                    NoDay::Unreadable => wrong(Reason::DayUnreadable),
                })?;
                (day, Some((column, cell)))
            }
            (None, Some(day)) => (day, None),
            (None, None) => return Err(nowhere(Reason::DayMissing)),
        };
        let wrong = |reason| match cell {
            Some((column, cell)) => fault(columns, column, cell, reason),
            None => nowhere(reason),
        };
        if day > self.today {
            Err(wrong(Reason::DayInFuture))
        } else if day < first_day() {
            Err(wrong(Reason::DayBeforeProject))
        } else {
            Ok(day)
        }
    }

    fn birth(&self, row: &Row, columns: &Columns, day: Day) -> Result<Option<Day>, Fault> {
        let Some((column, cell)) = stated(row, columns, &Meaning::Birth) else { return Ok(None) };
        let wrong = |reason| fault(columns, column, cell, reason);
        let birth = dates::read(cell, Kind::Birth { today: self.today }).map_err(|no| match no {
            NoDay::Impossible => {
                Fault { nearest: dates::nearest(&cell.shown()), ..wrong(Reason::BirthImpossible) }
            }
            NoDay::Unreadable => wrong(Reason::BirthUnreadable),
        })?;
        match kernel::person::age_on(birth, day) {
            None => Err(wrong(Reason::BirthAfterContact)),
            Some(121..) => Err(wrong(Reason::AgeImpossible)),
            Some(_) => Ok(Some(birth)),
        }
    }

    fn services(&mut self, row: &Row, columns: &Columns) -> Result<Vec<String>, Fault> {
        let mut codes = Vec::new();
        for (column, meaning) in columns.meanings.iter().enumerate() {
            let cell = cell(row, column);
            match meaning {
                Meaning::Service if is_stated(cell) => match self.named(&cell.shown()) {
                    Named::All(named) => codes.extend(named),
                    Named::Unknown(piece) => {
                        let nearest = self.vocabulary.services().nearest(&piece);
                        return Err(Fault {
                            nearest: nearest.map(|service| service.name_it.clone()),
                            value: piece,
                            ..fault(columns, column, cell, Reason::ServiceUnknown)
                        });
                    }
                },
                Meaning::ServiceMark(code) => match values::mark(cell) {
                    Some(true) => codes.push(code.clone()),
                    Some(false) => {}
                    None => {
                        let wrong = fault(columns, column, cell, Reason::MarkUnreadable);
                        return Err(Fault { nearest: Some("X".to_owned()), ..wrong });
                    }
                },
                _ => {}
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        codes.retain(|code| seen.insert(code.clone()));
        if codes.is_empty() {
            let column = columns.titles_of(Meaning::is_service);
            return Err(Fault {
                column,
                value: String::new(),
                reason: Reason::ServiceMissing,
                nearest: None,
            });
        }
        Ok(codes)
    }

    fn named(&mut self, text: &str) -> Named {
        if let Some(known) = self.services.get(text) {
            return known.clone();
        }
        let named = services::named(text, &self.mapping.services, self.vocabulary);
        self.services.insert(text.to_owned(), named.clone());
        named
    }

    fn citizenship(&mut self, row: &Row, columns: &Columns) -> Result<Option<String>, Fault> {
        let Some((column, cell)) = stated(row, columns, &Meaning::Citizenship) else { return Ok(None) };
        let (own, terms) = (&self.mapping.citizenships, self.vocabulary.countries());
        look_up(&mut self.citizenships, own, terms, &cell.shown())
            .map_err(|nearest| Fault { nearest, ..fault(columns, column, cell, Reason::CitizenshipUnknown) })
            .map(Some)
    }

    fn permit(&mut self, row: &Row, columns: &Columns) -> Result<Option<String>, Fault> {
        let Some((column, cell)) = stated(row, columns, &Meaning::Permit) else { return Ok(None) };
        let (own, terms) = (&self.mapping.permits, self.vocabulary.permits());
        let code = look_up(&mut self.permits, own, terms, &cell.shown())
            .map_err(|nearest| Fault { nearest, ..fault(columns, column, cell, Reason::PermitUnknown) })?;
        Ok(Some(code).filter(|code| code != "unknown"))
    }
}

/// The code of a term by one of the city's own words or one of its known forms, or the nearest name.
fn look_up<T: Term>(
    seen: &mut HashMap<String, Option<String>>,
    own: &std::collections::BTreeMap<String, String>,
    terms: &Terms<T>,
    text: &str,
) -> Result<String, Option<String>> {
    let found = seen.entry(text.to_owned()).or_insert_with(|| {
        let folded = fold(text);
        let known = || terms.find_folded(&folded).or_else(|| terms.abbreviated(text));
        own.get(&folded).cloned().or_else(|| known().map(|term| term.code().to_owned()))
    });
    found.clone().ok_or_else(|| terms.nearest(text).map(|term| term.name_it().to_owned()))
}

static NOTHING: Cell = Cell::Empty;

pub(super) fn cell(row: &Row, column: usize) -> &Cell {
    row.cells.get(column).unwrap_or(&NOTHING)
}

/// Whether the cell says something other than that nothing is known.
pub(super) fn is_stated(cell: &Cell) -> bool {
    match cell {
        Cell::Empty => false,
        Cell::Text(text) => !values::is_missing(text),
        _ => true,
    }
}

/// The column and cell of a meaning, where it says something.
pub(super) fn stated<'r>(row: &'r Row, columns: &Columns, meaning: &Meaning) -> Option<(usize, &'r Cell)> {
    let column = columns.find(meaning)?;
    let cell = cell(row, column);
    is_stated(cell).then_some((column, cell))
}

fn fault(columns: &Columns, column: usize, cell: &Cell, reason: Reason) -> Fault {
    Fault { column: columns.titles[column].clone(), value: cell.shown(), reason, nearest: None }
}

/// A formula, or an error, where a value is needed. In a text a leading equals sign is a formula as well:
/// it would become one in the next spreadsheet. A note may hold anything.
fn refuse_formulas(row: &Row, columns: &Columns) -> Result<(), Fault> {
    for column in columns.all(|meaning| meaning.is_kept() && *meaning != Meaning::Note) {
        let cell = cell(row, column);
        let reason = match cell {
            Cell::Formula(_) => Reason::Formula,
            Cell::Text(text) if text.trim_start().starts_with('=') => Reason::Formula,
            Cell::Error(_) => Reason::CellError,
            _ => continue,
        };
        return Err(fault(columns, column, cell, reason));
    }
    Ok(())
}

fn name(row: &Row, columns: &Columns) -> Result<(String, String), Fault> {
    let part = |meaning| stated(row, columns, &meaning).map(|(_, cell)| names::tidy(&cell.shown()));
    let whole = |meaning, order| part(meaning).map(|whole| names::split(&whole, order));
    let (surname, given) = (part(Meaning::Surname), part(Meaning::Given));
    if surname.is_some() || given.is_some() {
        return Ok((surname.unwrap_or_default(), given.unwrap_or_default()));
    }
    whole(Meaning::SurnameFirst, Order::SurnameFirst)
        .or_else(|| whole(Meaning::GivenFirst, Order::GivenFirst))
        .or_else(|| whole(Meaning::FullName, Order::Unknown))
        .ok_or_else(|| Fault {
            column: columns.titles_of(Meaning::is_name),
            value: String::new(),
            reason: Reason::NameMissing,
            nearest: None,
        })
}

fn gender(row: &Row, columns: &Columns) -> Result<Gender, Fault> {
    let marked =
        |meaning| columns.find(&meaning).is_some_and(|column| values::mark(cell(row, column)) == Some(true));
    match stated(row, columns, &Meaning::Gender) {
        None => Ok(match (marked(Meaning::WomanMark), marked(Meaning::ManMark)) {
            (true, false) => Gender::F,
            (false, true) => Gender::M,
            _ => Gender::Unknown,
        }),
        Some((column, cell)) => values::gender(&cell.shown()).ok_or_else(|| Fault {
            nearest: Some("F, M, X".to_owned()),
            ..fault(columns, column, cell, Reason::GenderUnknown)
        }),
    }
}

fn minutes(row: &Row, columns: &Columns) -> Result<Option<u32>, Fault> {
    let in_minutes = stated(row, columns, &Meaning::Minutes).map(|stated| (stated, 1.0));
    let in_hours = || stated(row, columns, &Meaning::Hours).map(|stated| (stated, 60.0));
    let Some(((column, cell), unit)) = in_minutes.or_else(in_hours) else { return Ok(None) };
    values::minutes(cell, unit).map(Some).map_err(|no| {
        let (reason, nearest) = match no {
            NoLength::Unreadable => (Reason::MinutesUnreadable, None),
            // The sign is most often a dash that slipped in.
            NoLength::Negative => {
                (Reason::MinutesNegative, Some(cell.shown().replace('-', "").trim().to_owned()))
            }
            NoLength::TooMany => (Reason::MinutesTooMany, None),
        };
        Fault { nearest, ..fault(columns, column, cell, reason) }
    })
}

fn free(row: &Row, columns: &Columns, meaning: &Meaning) -> Option<String> {
    stated(row, columns, meaning).map(|(_, cell)| names::tidy(&cell.shown()))
}

fn note(row: &Row, columns: &Columns) -> Option<String> {
    let parts: Vec<String> = columns
        .all(|meaning| *meaning == Meaning::Note)
        .map(|column| cell(row, column).shown().trim().to_owned())
        .filter(|text| !text.is_empty())
        .collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
