//! Days as people write them in Italy.

use chrono::{Datelike, NaiveDate};
use documents::sheets::{Cell, NO_DAY, Row};
use kernel::Day;
use kernel::text::fold;

/// Why a cell is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDay {
    /// It is written as a day, but the calendar has none like it.
    Impossible,
    /// It is not written as a day.
    Unreadable,
}

/// What a sheet's name or title says of the days in it: *Febbraio 2025*.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Heading {
    year: Option<i32>,
    month: Option<u32>,
}

impl Heading {
    /// The year of the first text that has exactly one, and likewise the month: *Progetto 2024–2027* says
    /// neither.
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found = Self::default();
        for text in texts {
            let folded = fold(text);
            let words = || folded.split(' ');
            let named = |word: &str| if word.len() > 2 { month_named(word) } else { None };
            let mut months: Vec<u32> = words().filter_map(named).collect();
            months.dedup();
            let mut years: Vec<i32> = words().filter_map(year_named).collect();
            // After the month two digits are a year: *Gen 25*, *Marzo_25*.
            let pairs = words().zip(words().skip(1));
            years.extend(pairs.filter_map(|(month, year)| named(month).and(short_year(year))));
            years.dedup();
            // *03 2025*, *2025-03*, and nothing else.
            if let [a, b] = words().collect::<Vec<_>>()[..] {
                let month = if year_named(a).is_some() { b } else { a };
                let number =
                    month.parse().ok().filter(|month: &u32| (1..=12).contains(month) && years.len() == 1);
                months.extend(number);
            }
            found.month = found.month.or(if let [month] = months[..] { Some(month) } else { None });
            found.year = found.year.or(if let [year] = years[..] { Some(year) } else { None });
        }
        found
    }
}

/// `2025`, as a year of this century.
fn year_named(word: &str) -> Option<i32> {
    if word.len() != 4 {
        return None;
    }
    word.parse().ok().filter(|year| (2000..2100).contains(year))
}

/// `25`, as the project's years are written short.
fn short_year(word: &str) -> Option<i32> {
    if word.len() != 2 {
        return None;
    }
    word.parse().ok().filter(|year| (20..40).contains(year)).map(|year: i32| 2000 + year)
}

/// What kind of day is read.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// A contact: two digits are a year of this century, and what the sheet's heading says is left out.
    Contact(Heading),
    /// A birth: two digits are the latest year that is not after today; a year alone is its first day.
    Birth {
        /// Today.
        today: Day,
    },
}

impl Kind {
    const fn heading(self) -> Heading {
        match self {
            Self::Contact(heading) => heading,
            Self::Birth { .. } => Heading { year: None, month: None },
        }
    }

    fn day(self, day: u32, month: u32, year: i32, digits: usize) -> Result<Day, NoDay> {
        // Of a birth with unknown day or month (*00/00/1990*) the year is what was written.
        let unknown = matches!(self, Self::Birth { .. }) && (day == 0 || month == 0);
        let (day, month) = if unknown { (1, 1) } else { (day, month) };
        let at = |year| NaiveDate::from_ymd_opt(year, month, day);
        let found = match (digits, self) {
            (2, Self::Contact(_)) => at(2000 + year),
            (2, Self::Birth { today }) => {
                at(2000 + year).filter(|birth| *birth <= today).or_else(|| at(1900 + year))
            }
            (4, _) => at(year),
            _ => return Err(NoDay::Unreadable),
        };
        found.ok_or(NoDay::Impossible)
    }
}

/// Reads a cell that is not blank.
pub(super) fn read(cell: &Cell, kind: Kind) -> Result<Day, NoDay> {
    match cell {
        Cell::Date(day) => Ok(*day),
        Cell::Moment(moment) if moment.date() != NO_DAY => Ok(moment.date()),
        Cell::Number(number) => of_number(*number, kind),
        Cell::Text(text) => of_text(text, kind),
        _ => Err(NoDay::Unreadable),
    }
}

/// The nearest day there is to one that the calendar does not have: the last of its month, as `28/02/2025`.
pub(super) fn nearest(written: &str) -> Option<String> {
    let parts: Vec<&str> = written.split(|letter: char| !letter.is_ascii_digit()).collect();
    let [day, month, year] = parts[..] else { return None };
    let (day, month, year): (u32, u32, i32) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
    let first = NaiveDate::from_ymd_opt(if year < 100 { 2000 + year } else { year }, month, 1)?;
    let last = kernel::Month::of(first).last();
    ((29..=31).contains(&day) && day > last.day()).then(|| last.format("%d/%m/%Y").to_string())
}

/// The day that a row of one cell says: a date, or a text that names one.
pub(super) fn alone(row: &Row, heading: Heading) -> Option<Day> {
    let mut seen = row.cells.iter().filter(|cell| !cell.is_blank());
    match (seen.next(), seen.next()) {
        (Some(cell @ (Cell::Date(_) | Cell::Moment(_) | Cell::Text(_))), None) => {
            let number = matches!(cell, Cell::Text(text) if text.trim().parse::<f64>().is_ok());
            read(cell, Kind::Contact(heading)).ok().filter(|_| !number)
        }
        _ => None,
    }
}

/// A spreadsheet's serial number, a day of the month that the sheet names, the year of a birth, or a day
/// written as one number.
fn of_number(number: f64, kind: Kind) -> Result<Day, NoDay> {
    if !(1.0..1e8).contains(&number) {
        return Err(NoDay::Unreadable);
    }
    let whole = number.floor() as i32;
    match kind {
        Kind::Birth { today } if (1900..=today.year()).contains(&whole) && number.fract() == 0.0 => {
            NaiveDate::from_ymd_opt(whole, 1, 1).ok_or(NoDay::Unreadable)
        }
        Kind::Contact(Heading { year: Some(year), month: Some(month) }) if whole <= 31 => {
            NaiveDate::from_ymd_opt(year, month, whole.unsigned_abs()).ok_or(NoDay::Impossible)
        }
        Kind::Contact(_) if whole < 20_000 => Err(NoDay::Unreadable),
        _ if whole < 366 => Err(NoDay::Unreadable),
        _ if whole < 100_000 => {
            NO_DAY.checked_add_signed(chrono::Duration::days(i64::from(whole) - 1)).ok_or(NoDay::Unreadable)
        }
        _ => of_digits(&whole.to_string(), kind),
    }
}

/// `14032025`, `20250314`, `140325`.
fn of_digits(digits: &str, kind: Kind) -> Result<Day, NoDay> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|part| part.parse::<u32>().ok());
    let day = |day: Option<u32>, month: Option<u32>, year: Option<u32>, digits| {
        let year = year.ok_or(NoDay::Unreadable)?.cast_signed();
        kind.day(day.ok_or(NoDay::Unreadable)?, month.ok_or(NoDay::Unreadable)?, year, digits)
    };
    match digits.len() {
        8 if matches!(part(0, 2), Some(19 | 20)) && part(4, 6).is_some_and(|month| month <= 12) => {
            day(part(6, 8), part(4, 6), part(0, 4), 4)
        }
        8 => day(part(0, 2), part(2, 4), part(4, 8), 4),
        7 => day(part(0, 1), part(1, 3), part(3, 7), 4),
        6 => day(part(0, 2), part(2, 4), part(4, 6), 2),
        _ => Err(NoDay::Unreadable),
    }
}

fn of_text(text: &str, kind: Kind) -> Result<Day, NoDay> {
    let text = text.trim();
    if text.len() > 60 {
        return Err(NoDay::Unreadable);
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match (text.len(), text.parse::<f64>()) {
            (6 | 8, _) => of_digits(text, kind),
            (_, Ok(number)) => of_number(number, kind),
            _ => Err(NoDay::Unreadable),
        };
    }
    if let Ok(number) = text.replace(',', ".").parse::<f64>()
        && number >= 20_000.0
    {
        return of_number(number, kind);
    }
    let folded = fold(text);
    let mut words: Vec<&str> = folded.split(' ').collect();
    words.retain(|word| {
        !is_weekday(word) && !["del", "di", "il", "of", "the", "gg", "dal", "ore"].contains(word)
    });
    // Beside a whole date *mar* is a Tuesday, not March.
    if let ["mar", rest @ ..] = &words[..]
        && rest.len() >= 3
        && let Ok(day) = of_words(rest, kind)
    {
        return Ok(day);
    }
    let found = of_words(&words, kind);
    // A birth may be told with its place: *Dakar, 1/5/1990*.
    if found == Err(NoDay::Unreadable) && matches!(kind, Kind::Birth { .. }) {
        words.retain(|word| part(word).is_some());
        if words.len() == 3 {
            return of_words(&words, kind);
        }
    }
    found
}

/// Three words that are numbers or a month's name, in one of the usual orders; a time may follow.
fn of_words(words: &[&str], kind: Kind) -> Result<Day, NoDay> {
    let mut parts: Vec<Part> = Vec::with_capacity(3);
    for word in words.iter().take(3) {
        match part(word) {
            Some(part) => parts.push(part),
            None => break,
        }
    }
    if words.len() > parts.len() && !words[parts.len()..].iter().all(|word| is_time(word)) {
        return Err(NoDay::Unreadable);
    }
    let heading = kind.heading();
    match parts[..] {
        [Part::Number(year, 4), Part::Number(month, _), Part::Number(day, 1 | 2)]
        | [Part::Number(year, 4), Part::Month(month), Part::Number(day, 1 | 2)] => {
            kind.day(day, month, year.cast_signed(), 4)
        }
        [Part::Number(day, 1 | 2), Part::Number(month, 1 | 2), Part::Number(year, digits)]
        | [Part::Number(day, 1 | 2), Part::Month(month), Part::Number(year, digits)]
        | [Part::Month(month), Part::Number(day, 1 | 2), Part::Number(year, digits)] => {
            kind.day(day, month, year.cast_signed(), digits)
        }
        [Part::Number(day, 1 | 2), Part::Number(month, 1 | 2)]
        | [Part::Number(day, 1 | 2), Part::Month(month)] => match heading.year {
            Some(year) => kind.day(day, month, year, 4),
            None => Err(NoDay::Unreadable),
        },
        [Part::Number(day, 1 | 2)] => match (heading.year, heading.month) {
            (Some(year), Some(month)) => kind.day(day, month, year, 4),
            _ => Err(NoDay::Unreadable),
        },
        _ => Err(NoDay::Unreadable),
    }
}

#[derive(Clone, Copy)]
enum Part {
    /// A number and how many digits it has.
    Number(u32, usize),
    Month(u32),
}

fn part(word: &str) -> Option<Part> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    match (digits, rest) {
        (0, name) => month_named(name).map(Part::Month),
        (1..=2, "" | "o" | "st" | "nd" | "rd" | "th" | "a") | (3..=4, "") => {
            number.parse().ok().map(|value| Part::Number(value, digits))
        }
        // The T between day and time in ISO 8601.
        (2, time) if time.starts_with('t') && is_time(&time[1..]) => {
            number.parse().ok().map(|value| Part::Number(value, digits))
        }
        _ => None,
    }
}

/// What may follow a day: `10`, `30`, `00z`, `am`, `h`.
fn is_time(word: &str) -> bool {
    let rest = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    !matches!(word.len() - rest.len(), 4 | 5 | 10..)
        && matches!(rest, "" | "z" | "am" | "pm" | "h" | "m" | "s" | "ore" | "alle")
}

fn month_named(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["gennaio", "gen", "genn", "january", "jan"],
        &["febbraio", "feb", "febb", "february"],
        &["marzo", "mar", "mzo", "march"],
        &["aprile", "apr", "april"],
        &["maggio", "mag", "magg", "may"],
        &["giugno", "giu", "june", "jun"],
        &["luglio", "lug", "july", "jul"],
        &["agosto", "ago", "august", "aug"],
        &["settembre", "set", "sett", "september", "sep", "sept"],
        &["ottobre", "ott", "october", "oct"],
        &["novembre", "nov", "november"],
        &["dicembre", "dic", "december", "dec"],
    ];
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(month, _)| month)
}

fn is_weekday(word: &str) -> bool {
    const DAYS: [&str; 28] = [
        "lunedi",
        "martedi",
        "mercoledi",
        "giovedi",
        "venerdi",
        "sabato",
        "domenica",
        "lun",
        "mart",
        "mer",
        "gio",
        "ven",
        "sab",
        "dom",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
    ];
    DAYS.contains(&word)
}
