//! Rows that are no contacts: headers once more, totals, titles, lines about nobody.

use documents::sheets::{Cell, Row};
use kernel::text::fold;

use super::dates::{self, Kind, NoDay};
use super::row::{Columns, cell, is_stated, stated};
use super::{Meaning, values};

/// The header once more: at least half of the row's cells, and two, say what the header says above them.
pub(super) fn is_header(row: &Row, columns: &Columns) -> bool {
    let (mut texts, mut equal) = (0, 0);
    for (column, cell) in row.cells.iter().enumerate() {
        if let Cell::Text(text) = cell
            && !cell.is_blank()
        {
            texts += 1;
            equal += usize::from(columns.folded.get(column).is_some_and(|title| *title == fold(text)));
        } else if !cell.is_blank() {
            return false;
        }
    }
    equal >= 2 && equal * 2 >= texts
}

/// A row of totals: a word for a total and no day, or nothing but numbers, and neither day nor name.
pub(super) fn is_total(row: &Row, columns: &Columns) -> bool {
    let day = || {
        stated(row, columns, &Meaning::Day)
            .is_some_and(|(_, cell)| dates::read(cell, Kind::Contact(columns.heading)).is_ok())
    };
    let counted = row.cells.iter().enumerate().any(|(column, cell)| {
        columns.meanings.get(column) != Some(&Meaning::Note)
            && matches!(cell, Cell::Text(text) if says_total(text))
    });
    if counted {
        let named = columns.all(|meaning| meaning.is_name() || meaning.is_service()).any(|column| {
            let cell = cell(row, column);
            is_stated(cell) && !is_count(cell) && !says_total(&cell.shown())
        });
        return !named || !day();
    }
    let stated_name = columns.all(Meaning::is_name).any(|column| is_stated(cell(row, column)));
    let mut seen = row.cells.iter().filter(|cell| !cell.is_blank()).peekable();
    let kept = columns.all(Meaning::is_kept).any(|column| !cell(row, column).is_blank());
    !stated_name && kept && seen.peek().is_some() && seen.all(is_count) && !day()
}

/// What stands in a row of sums: a number, as such or as a text file writes it, or how it is computed.
fn is_count(cell: &Cell) -> bool {
    match cell {
        Cell::Number(_) | Cell::Formula(_) | Cell::Error(_) => true,
        Cell::Text(text) => text.trim().replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite),
        _ => false,
    }
}

fn says_total(text: &str) -> bool {
    const TOTALS: [&str; 12] = [
        "totale",
        "totali",
        "tot",
        "total",
        "totals",
        "somma",
        "sommano",
        "subtotale",
        "subtot",
        "subtotal",
        "complessivo",
        "complessivi",
    ];
    // Cheaper than folding, and nearly every cell ends here.
    let holds = |word: &str| text.as_bytes().windows(3).any(|it| it.eq_ignore_ascii_case(word.as_bytes()));
    if text.len() > 80 || !["tot", "som", "com"].into_iter().any(holds) {
        return false;
    }
    let folded = fold(text);
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    TOTALS.contains(&first)
        || (["n", "numero", "sub", "gran", "grand", "nr"].contains(&first)
            && words.next().is_some_and(|word| TOTALS.contains(&word)))
}

/// A row with no word of a person, and not both a day and a service: a numbered line that was never filled in, a
/// count or a signature at the foot.
pub(super) fn is_about_nobody(row: &Row, columns: &Columns) -> bool {
    let (mut person, mut day, mut service) = (false, columns.find(&Meaning::Day).is_none(), false);
    for (column, meaning) in columns.meanings.iter().enumerate() {
        let cell = cell(row, column);
        match meaning {
            Meaning::Day => day |= is_stated(cell),
            Meaning::Service => service |= is_stated(cell),
            Meaning::ServiceMark(_) => service |= values::mark(cell) != Some(false),
            Meaning::WomanMark | Meaning::ManMark => person |= values::mark(cell) != Some(false),
            Meaning::Birth | Meaning::Gender | Meaning::Citizenship | Meaning::Permit => {
                person |= is_stated(cell);
            }
            meaning => person |= meaning.is_name() && is_stated(cell),
        }
    }
    !(person || day && service)
}

/// A text alone in its row, where no name, service or day stands: a title, a note at the foot.
pub(super) fn is_title(row: &Row, columns: &Columns) -> bool {
    let mut seen = row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_blank());
    let (Some((column, Cell::Text(text))), None) = (seen.next(), seen.next()) else { return false };
    if !text.chars().any(char::is_alphabetic) {
        return false;
    }
    match columns.meanings.get(column) {
        Some(Meaning::Day) => {
            dates::read(&row.cells[column], Kind::Contact(columns.heading)) == Err(NoDay::Unreadable)
                && !values::is_missing(text)
        }
        Some(meaning) => !meaning.is_name() && !meaning.is_service(),
        None => true,
    }
}
