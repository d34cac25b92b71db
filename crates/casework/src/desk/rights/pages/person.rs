//! The rights of one person: a copy, putting right, restriction, erasure; and what they asked.

use access::Who;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Day;
use ui::parts::{Breadcrumb, Cell, Column, Field, Notice, Table};
use ui::{Page, Problem, Section};

use super::room::Room;
use super::sent::{Faults, Sent, text};
use super::words;
use crate::desk::people::read::{Card, Standing};
use crate::desk::rights::model::{Kind, NewRequest, RequestId};
use crate::desk::rights::read::{self, Request, Restricted};
use crate::pages::App;

#[derive(Template)]
#[template(path = "rights/person.html")]
pub(super) struct PersonPage {
    page: Page,
    breadcrumb: Breadcrumb,
    restricted: Option<Notice>,
    heading: String,
    home: String,
    file: String,
    can_rectify: bool,
    is_restricted: bool,
    history: Vec<String>,
    token: Field,
    reason: Field,
    requests: Option<Table>,
    request_token: Field,
    fields: Vec<Field>,
}

/// What the page is made of.
pub(super) struct PersonView {
    pub card: Card,
    pub standing: Standing,
    pub requests: Vec<Request>,
    pub restrictions: Vec<Restricted>,
    pub today: Day,
    /// The identifiers of what the two forms will write.
    pub tokens: [String; 2],
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    shown(page, &room, &id, &Sent::default(), &Faults::default()).await
}

/// The page, with what was typed and what is wrong with it.
pub(super) async fn shown(
    page: Page,
    room: &Room<'_>,
    id: &str,
    sent: &Sent,
    faults: &Faults,
) -> Result<Response, Problem> {
    let mut reader = room.reader().await?;
    let opened = room.person(&mut reader, id).await?;
    let person = opened.card.person;
    let requests = read::of_person(&mut reader, &room.keys, person).await?;
    let restrictions = read::restrictions(&mut reader, &room.keys, person).await?;
    drop(reader);
    room.view(person).await?;
    let view = PersonView {
        card: opened.card,
        standing: opened.standing,
        requests,
        restrictions,
        today: room.today(),
        tokens: [room.token(), room.token()],
    };
    Ok(ui::render(&PersonPage::new(page, &view, sent, faults)))
}

/// Writes down what the person asks.
pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let mut faults = Faults::default();
    let kind = Kind::of(sent.get("tipo"));
    if kind.is_none() {
        faults.add("tipo", page.t("rights-kind-missing"));
    }
    let received = sent.day("giorno", &page, &mut faults);
    if received.is_some_and(|day| day > room.today()) {
        faults.add("giorno", page.t("rights-day-later"));
    }
    let note = text(&sent, "richiesta", false, &page, &mut faults);
    let (Some(kind), Some(received_on), true) = (kind, received, faults.is_empty()) else {
        return Ok(words::again(shown(page, &room, &id, &sent, &faults).await?));
    };
    let (request, person) = (RequestId(sent.token()?), super::room::parsed(&id)?);
    let actor = who.actor();
    let new = NewRequest { kind, received_on, note };
    room.rights(&actor).ask(request, person, &new).await.map_err(words::problem)?;
    Ok(words::to(format!("/diritti/{request}")))
}

impl PersonPage {
    pub(super) fn new(page: Page, view: &PersonView, sent: &Sent, faults: &Faults) -> Self {
        let PersonView { card, standing, requests, restrictions, today, tokens } = view;
        let title = page.t("rights-title");
        let page = page.titled(Section::Desk, title.clone());
        let is_restricted = matches!(standing, Standing::Restricted { .. });
        let typed = |name: &str, or: &str| {
            let typed = sent.get(name);
            if typed.is_empty() { or.to_owned() } else { typed.to_owned() }
        };
        let codes = Kind::ALL.iter().map(|kind| kind.code());
        let reason = if is_restricted { "rights-unrestrict-reason" } else { "rights-restrict-reason" };
        Self {
            breadcrumb: words::breadcrumb(&page, card, true, &title),
            restricted: words::restricted(&page, standing),
            heading: page.t_with("rights-of", &[("name", &card.name)]),
            home: words::home(card.person),
            file: format!("/persone/{}", card.person),
            can_rectify: !is_restricted,
            is_restricted,
            history: restrictions.iter().map(|one| line(&page, one)).collect(),
            token: Field::hidden("modulo", &tokens[0]).id("modulo-limitazione"),
            reason: Field::area("motivo", page.t(reason))
                .value(sent.get("motivo"))
                .error(faults.of("motivo")),
            requests: table(&page, requests, *today),
            request_token: Field::hidden("modulo", typed("modulo", &tokens[1])).id("modulo-richiesta"),
            fields: vec![
                Field::list("tipo", page.t("rights-kind"), words::choices(&page, "rights-kind", codes))
                    .value(sent.get("tipo"))
                    .error(faults.of("tipo")),
                Field::date("giorno", page.t("rights-received"))
                    .hint(page.t("rights-received-hint"))
                    .value(typed("giorno", &today.to_string()))
                    .error(faults.of("giorno")),
                Field::area("richiesta", page.t("rights-note"))
                    .hint(page.t("rights-note-hint"))
                    .value(sent.get("richiesta"))
                    .error(faults.of("richiesta")),
            ],
            page,
        }
    }
}

fn line(page: &Page, one: &Restricted) -> String {
    let key = if one.is_on { "rights-history-on" } else { "rights-history-off" };
    let (day, reason) = (page.date(&one.at.day()), one.reason.clone().unwrap_or_default());
    page.t_with(key, &[("day", &day as &dyn ui::ToValue), ("who", &one.by), ("reason", &reason)])
}

fn table(page: &Page, requests: &[Request], today: Day) -> Option<Table> {
    let columns = ["rights-kind", "rights-received", "rights-due", "rights-state"];
    let columns = columns.map(|key| Column::text(page.t(key))).to_vec();
    let row = |one: &Request| {
        vec![
            Cell::link(format!("/diritti/{}", one.id), words::kind(page, one.kind)),
            Cell::text(page.date(&one.received_on)),
            Cell::text(page.date(&one.due_on)),
            Cell::part(words::state(page, one, today)),
        ]
    };
    let table = Table::new(page, "richieste", page.t("rights-requests"), columns).hide_caption().cards();
    (!requests.is_empty()).then(|| table.rows(requests.iter().map(row)))
}
