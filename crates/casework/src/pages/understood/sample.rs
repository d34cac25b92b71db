//! The first rows as they are written and as they are read.

use std::collections::HashMap;

use documents::sheets::{Cell as SheetCell, Row};
use network::vocabulary::Vocabulary;
use ui::Page;
use ui::parts::{Column, Table};

use super::super::words;
use super::Understood;
use super::columns::shortened;
use crate::registers::model::Entry;

/// Rows shown.
const ROWS: usize = 5;

/// The first rows that were understood; nothing if none was.
pub(super) fn table(page: &Page, vocabulary: &Vocabulary, it: &Understood) -> Option<Table> {
    let entries = it.reading.entries.get(..ROWS.min(it.reading.entries.len()))?;
    if entries.is_empty() {
        return None;
    }
    let written: HashMap<(&str, u32), &Row> = it
        .workbook
        .sheets
        .iter()
        .flat_map(|sheet| sheet.rows.iter().map(move |row| ((sheet.name.as_str(), row.line), row)))
        .filter(|(place, _)| entries.iter().any(|entry| (entry.sheet.as_str(), entry.line) == *place))
        .collect();
    let columns = vec![
        Column::text(page.t("registers-column-line")),
        Column::text(page.t("registers-column-written")),
        Column::text(page.t("registers-column-understood")),
    ];
    let rows = entries.iter().map(|entry| {
        let row = written.get(&(entry.sheet.as_str(), entry.line));
        let before = row.map(|row| before(row)).unwrap_or_default();
        let place = words::place(page, &entry.sheet, entry.line);
        vec![place.into(), before.into(), after(page, vocabulary, entry).into()]
    });
    Some(Table::new(page, "sample", page.t("registers-sample-caption"), columns).cards().rows(rows))
}

fn before(row: &Row) -> String {
    let cells: Vec<String> = row
        .cells
        .iter()
        .filter(|cell| !cell.is_blank())
        .map(SheetCell::shown)
        .map(|it| shortened(&it))
        .collect();
    cells.join(" | ")
}

fn after(page: &Page, vocabulary: &Vocabulary, entry: &Entry) -> String {
    let lang = page.lang;
    let part = |key: &str, value: String| page.t_with(key, &[("value", &value)]);
    let services: Vec<String> =
        entry.services.iter().map(|code| words::service(vocabulary, lang, code)).collect();
    let name = [entry.surname.as_str(), entry.given.as_str()].join(" ").trim().to_owned();
    let parts = [
        Some(page.date(&entry.day)),
        Some(if name.is_empty() { ui::format::unknown(lang).to_owned() } else { name }),
        entry.birth.map(|birth| part("registers-after-birth", page.date(&birth))),
        (entry.gender != kernel::Gender::Unknown).then(|| words::gender(page, entry.gender)),
        entry.citizenship.as_ref().map(|code| words::country(vocabulary, lang, code)),
        entry.permit.as_ref().map(|code| words::permit(vocabulary, lang, code)),
        Some(services.join(" + ")),
        entry.point.clone(),
        entry.minutes.map(|minutes| part("registers-after-minutes", page.number(minutes))),
        entry.modality.clone(),
        entry.note.as_ref().map(|note| shortened(note)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
