//! What the desk's first page says of contacts: what was just saved, with the way back, and what was recorded today.

use access::{Action as Deed, Who};
use askama::Template;
use kernel::{CityCode, Timestamp};
use store::{Reader, StoreError, params};
use ui::parts::Markup;
use ui::{Page, Problem};
use uuid::Uuid;

use super::correct::UNDO_MINUTES;
use super::pages::words;
use super::row::{ContactId, Stored, VisitId};
use super::{points_of, sql};
use crate::pages::App;
use crate::people::{PersonId, written};

/// Contacts that the list of the day holds.
const MOST_SHOWN: u32 = 100;

/// What somebody recorded today.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Today {
    /// The list: HTML of a template of ours.
    pub html: Markup,
    /// How many visits there are.
    pub visits: usize,
    /// Whose names are in it: whoever shows it writes them into the log of reads first.
    pub persons: Vec<PersonId>,
}

#[derive(Template)]
#[template(path = "contacts/today.html")]
struct List {
    visits: Vec<Visit>,
    correct: String,
    empty: String,
}

struct Visit {
    id: Option<Uuid>,
    who: String,
    href: String,
    services: Vec<String>,
    what: String,
    when: String,
    correct: String,
    correct_label: String,
}

/// What somebody recorded today, the newest first.
///
/// # Errors
/// What the database says.
pub async fn today(page: &Page, app: &App, who: &Who, reader: &mut Reader) -> Result<Today, Problem> {
    let city = who.city()?;
    let since = midnight(app.clock.now());
    let values = params![city, &who.login, since, MOST_SHOWN];
    let rows = reader.fetch_all(&sql::RECORDED_SINCE, values).await?;
    let keys = app.vault.city(city)?;
    let mut visits: Vec<Visit> = Vec::new();
    let mut persons = Vec::new();
    for row in &rows {
        let stored = Stored::read(row)?;
        let content = stored.plain();
        let service = words::service(&app.vocabulary, page.lang, &content.service);
        // A gathering has as many contacts as people: one line for all.
        if let Some(last) = visits.last_mut()
            && last.id == content.visit
        {
            if !last.services.contains(&service) {
                last.services.push(service);
            }
            continue;
        }
        let title: Option<Vec<u8>> = row.get(23)?;
        let name = match (stored.form, title, content.gathering) {
            (_, Some(title), Some(gathering)) => keys.open_text(sql::GATHERING_TITLE, gathering, &title)?,
            (Some(form), ..) => {
                let name = written::read(&keys, form, row, 19)?.form.whole_name().trim().to_owned();
                if name.is_empty() { page.t("contacts-erased") } else { name }
            }
            (None, ..) => page.tn("contacts-nobody-n", content.heads),
        };
        let person = stored.person.filter(|_| content.gathering.is_none());
        persons.extend(person);
        visits.push(Visit {
            id: content.visit,
            href: person.map(|person| format!("/persone/{person}")).unwrap_or_default(),
            services: vec![service],
            what: String::new(),
            when: when(page, app, content.recorded_at, content.day),
            correct: correct_href(who, city, stored.id),
            correct_label: page.t_with("contacts-correct-of", &[("name", &name)]),
            who: name,
        });
    }
    for visit in &mut visits {
        visit.what = visit.services.join(", ");
    }
    let count = visits.len();
    let list =
        List { visits, correct: page.t("contacts-correct-open"), empty: page.t("contacts-today-empty") };
    Ok(Today { html: Markup(list.render()?), visits: count, persons })
}

fn when(page: &Page, app: &App, at: Timestamp, day: kernel::Day) -> String {
    let hour = at.local().format("%H:%M").to_string();
    let day = words::day(page, app.clock.now().day(), day);
    page.t_with("contacts-today-when", &[("hour", &hour), ("day", &day)])
}

fn correct_href(who: &Who, city: CityCode, contact: ContactId) -> String {
    if who.may_in(Deed::CorrectContact, city) {
        format!("/contatti/{contact}/correggi")
    } else {
        String::new()
    }
}

/// The beginning of the day of a moment, by the clock of Italy.
fn midnight(now: Timestamp) -> Timestamp {
    use chrono::Timelike as _;
    let time = now.local().time();
    let since = i64::from(time.num_seconds_from_midnight()) * 1_000_000 + i64::from(time.nanosecond()) / 1000;
    Timestamp::from_micros(now.micros() - since)
}

#[derive(Template)]
#[template(path = "contacts/saved.html")]
struct Saved {
    undo: Option<String>,
    undo_label: String,
    title: String,
    text: String,
}

/// What was just saved (`salvato` in the address), with the button that takes it back; or that it was taken back
/// (`annullato`). It names nobody.
///
/// # Errors
/// What the database says.
pub async fn told(
    page: &Page,
    app: &App,
    who: &Who,
    reader: &mut Reader,
    saved: Option<&str>,
    undone: Option<&str>,
) -> Result<Option<Markup>, Problem> {
    let undo_label = page.t("contacts-undo");
    let part = match (saved.and_then(|id| id.parse::<VisitId>().ok()), undone) {
        (Some(visit), _) => {
            let contacts = of_visit(reader, who.city()?, visit).await?;
            let Some(first) = contacts.first().map(Stored::plain) else { return Ok(None) };
            let is_own = first.recorded_by.as_deref() == Some(who.login.as_str());
            let age = app.clock.now().micros() - first.recorded_at.micros();
            let may_undo = is_own && age <= UNDO_MINUTES * 60_000_000;
            let points = points_of(app, who.city()?, []);
            let mut services: Vec<String> = Vec::new();
            for contact in &contacts {
                let service = words::service(&app.vocabulary, page.lang, &contact.plain().service);
                if !services.contains(&service) {
                    services.push(service);
                }
            }
            let day = words::day(page, app.clock.now().day(), first.day);
            let point = first.point.as_ref().map(|point| points.name(point));
            let text: Vec<String> = [services.join(", "), day].into_iter().chain(point).collect();
            Saved {
                undo: may_undo.then(|| format!("/contatti/{visit}/annulla")),
                undo_label,
                title: page.tn("contacts-saved", contacts.iter().map(|one| one.plain().heads).sum::<u32>()),
                text: text.join(" · "),
            }
        }
        (None, Some(_)) => Saved {
            undo: None,
            undo_label,
            title: page.t("contacts-undone"),
            text: page.t("contacts-undone-text"),
        },
        (None, None) => return Ok(None),
    };
    Ok(Some(Markup(part.render()?)))
}

/// The contacts that were saved with a form, those that were not taken back since.
///
/// # Errors
/// When the database refuses.
pub async fn of_visit(
    reader: &mut Reader,
    city: CityCode,
    visit: VisitId,
) -> Result<Vec<Stored>, StoreError> {
    let rows = reader.fetch_all(&sql::OF_VISIT, params![city, visit.0]).await?;
    rows.iter().map(Stored::read).collect()
}
