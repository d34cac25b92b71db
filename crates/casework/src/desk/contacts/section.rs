//! What contacts show in a person's file: the newest of them, and a line of the timeline for each visit.

use access::Action as Deed;
use askama::Template;
use kernel::{Day, Timestamp};
use store::{Reader, params};
use ui::Problem;
use ui::parts::{Cell, Column, Table};
use uuid::Uuid;

use super::correction::{self, Correction};
use super::pages::words;
use super::row::{ContactId, Content, Stored};
use super::{points_of, sql};
use crate::desk::file::{Event, File, FileSection};

/// Contacts that a file shows; the oldest of somebody met more often are in the numbers and in the registers.
const MOST_SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "contacts/section.html")]
struct Section {
    can_record: bool,
    new_href: String,
    new_label: String,
    table: Option<Table>,
    more: String,
    empty: String,
}

/// What this part shows in a person's file.
///
/// # Errors
/// What the database says.
pub async fn section(file: &File<'_>, reader: &mut Reader) -> Result<FileSection, Problem> {
    let (page, city) = (file.page, file.city.code);
    let keys = file.app.vault.city(city)?;
    let at_most = i64::try_from(MOST_SHOWN + 1).unwrap_or(i64::MAX);
    let rows = reader.fetch_all(&sql::OF_PERSON, params![city, file.person.0, at_most]).await?;
    let mut contacts = Vec::with_capacity(rows.len());
    for row in rows.iter().take(MOST_SHOWN) {
        let stored = Stored::read(row)?;
        contacts.push((stored.id, stored.content(&keys)?));
    }
    let taken_back = correction::taken_back(reader, &keys, file.person, 100).await?;
    let more = rows.len() > MOST_SHOWN;
    let part = Section {
        can_record: !file.restricted && file.who.may_in(Deed::RecordContact, city),
        new_href: format!("/contatti/nuovo?persona={}", file.person),
        new_label: page.t("contacts-section-new"),
        table: (!contacts.is_empty()).then(|| table(file, &contacts)),
        more: if more { page.tn("contacts-section-more", MOST_SHOWN) } else { String::new() },
        empty: page.t("contacts-section-empty"),
    };
    let mut events = visits(file, &contacts);
    events.extend(taken_back.iter().filter_map(|correction| withdrawn(file, correction)));
    Ok(FileSection { id: "contatti", title: page.t("contacts-section"), html: part.render()?, events })
}

fn table(file: &File<'_>, contacts: &[(ContactId, Content)]) -> Table {
    let page = file.page;
    let may_correct = file.who.may_in(Deed::CorrectContact, file.city.code);
    let mut columns = vec![
        Column::text(page.t("contacts-day")),
        Column::text(page.t("contacts-service")),
        Column::text(page.t("contacts-how")),
        Column::text(page.t("contacts-note")),
        Column::text(page.t("contacts-by")),
    ];
    if may_correct {
        columns.push(Column::text(page.t("contacts-action")));
    }
    let points = points_of(file.app, file.city.code, []);
    let rows = contacts.iter().map(|(id, content)| {
        let dash = |text: String| if text.is_empty() { ui::format::NOT_APPLICABLE.to_owned() } else { text };
        let by = content.recorded_by.clone().unwrap_or_else(|| page.t("contacts-by-register"));
        let mut cells = vec![
            Cell::text(page.date(&content.day)),
            Cell::text(words::service(&file.app.vocabulary, page.lang, &content.service)),
            Cell::text(dash(words::line(page, &points, content))),
            Cell::text(dash(content.note.clone().unwrap_or_default())),
            Cell::text(by),
        ];
        if may_correct {
            let is_of_desk = content.told.is_none();
            let key = if is_of_desk { "contacts-correct-open" } else { "contacts-look" };
            cells.push(Cell::link(format!("/contatti/{id}/correggi"), page.t(key)));
        }
        cells
    });
    Table::new(page, "contatti-tabella", page.t("contacts-section"), columns)
        .hide_caption()
        .cards()
        .rows(rows)
}

/// One event for the contacts that were saved together, or told by one row of a register.
fn visits(file: &File<'_>, contacts: &[(ContactId, Content)]) -> Vec<Event> {
    let points = points_of(file.app, file.city.code, []);
    let mut events: Vec<(Visit, Event)> = Vec::new();
    for (id, content) in contacts {
        let service = words::service(&file.app.vocabulary, file.page.lang, &content.service);
        let visit = Visit::of(content);
        if let Some((last, event)) = events.last_mut()
            && *last == visit
        {
            event.what = format!("{}, {service}", event.what);
            continue;
        }
        let detail = words::line(file.page, &points, content);
        let event = Event {
            day: content.day,
            at: content.recorded_at,
            what: service,
            detail: (!detail.is_empty()).then_some(detail),
            href: Some(format!("/contatti/{id}/correggi")),
        };
        events.push((visit, event));
    }
    events.into_iter().map(|(_, event)| event).collect()
}

/// What contacts of one visit share.
#[derive(PartialEq, Eq)]
struct Visit {
    day: Day,
    saved: Option<Uuid>,
    told: Option<super::row::Told>,
    at: Timestamp,
}

impl Visit {
    fn of(content: &Content) -> Self {
        Self { day: content.day, saved: content.visit, told: content.told, at: content.recorded_at }
    }
}

fn withdrawn(file: &File<'_>, correction: &Correction) -> Option<Event> {
    let was = correction.was.as_ref()?;
    let service = words::service(&file.app.vocabulary, file.page.lang, &was.service);
    Some(Event {
        day: was.day,
        at: correction.made_at,
        what: file.page.t_with("contacts-event-withdrawn", &[("service", &service)]),
        detail: correction.reason.clone(),
        href: Some(format!("/contatti/{}/correggi", correction.contact)),
    })
}
