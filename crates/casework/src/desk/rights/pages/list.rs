//! The requests of a city: those that wait, by the day they are due, then those answered.

use access::Who;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::Day;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Column, Empty, Notice, Table, Tone};
use ui::{Page, Problem, Section};

use super::room::Room;
use super::words;
use crate::desk::people::read::Card;
use crate::desk::rights::read::{self, Request};
use crate::pages::App;

/// Requests that each of the two tables shows.
const MOST_SHOWN: u32 = 100;

#[derive(Template)]
#[template(path = "rights/list.html")]
pub(super) struct ListPage {
    page: Page,
    breadcrumb: Breadcrumb,
    done: Option<Notice>,
    lead: String,
    open: Option<Table>,
    settled: Option<Table>,
    empty: Empty,
}

#[derive(Deserialize)]
pub(super) struct AskedFor {
    fatto: Option<String>,
}

/// What the page is made of.
pub(super) struct ListView {
    pub open: Vec<Request>,
    pub settled: Vec<Request>,
    /// Who they are, those who were not erased.
    pub cards: Vec<Card>,
    pub today: Day,
    /// Whether somebody was just erased.
    pub erased: bool,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Query(asked): Query<AskedFor>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let mut reader = room.reader().await?;
    let open = read::list(&mut reader, &room.keys, true, MOST_SHOWN).await?;
    let settled = read::list(&mut reader, &room.keys, false, MOST_SHOWN).await?;
    let all: Vec<Request> = open.iter().chain(&settled).cloned().collect();
    let cards = room.cards(&mut reader, &all).await?;
    drop(reader);
    room.list(&cards).await?;
    let erased = asked.fatto.as_deref() == Some("cancellata");
    Ok(ui::render(&ListPage::new(page, &ListView { open, settled, cards, today: room.today(), erased })))
}

impl ListPage {
    pub(super) fn new(page: Page, view: &ListView) -> Self {
        let title = page.t("rights-list-title");
        let page = page.titled(Section::Desk, title.clone());
        let late = view.open.iter().filter(|one| one.is_late(view.today)).count();
        let lead = page.tn("rights-list-lead", view.open.len());
        let lead = if late > 0 { format!("{lead} {}", page.tn("rights-list-late", late)) } else { lead };
        let (text, action) = (page.t("rights-list-empty-text"), page.t("rights-list-empty-action"));
        Self {
            breadcrumb: words::way_back(&page, true, &title),
            done: view
                .erased
                .then(|| Notice::new(Tone::Success, page.t("rights-erased"), page.t("rights-erased-text"))),
            lead,
            open: table(&page, view, "aperte", &view.open),
            settled: table(&page, view, "risposte", &view.settled),
            empty: Empty::new(page.t("rights-list-empty"), text).action("/sportello", action),
            page,
        }
    }
}

fn table(page: &Page, view: &ListView, id: &str, requests: &[Request]) -> Option<Table> {
    let is_open = id == "aperte";
    let column = |key: &str| Column::text(page.t(key));
    let last = if is_open { "rights-due" } else { "rights-answered" };
    let columns = vec![
        column("rights-kind"),
        column("rights-person"),
        column("rights-received"),
        column(last),
        column("rights-state"),
    ];
    let row = |one: &Request| {
        let answered = one.settled.as_ref().map(|(at, _)| page.date(&at.day())).unwrap_or_default();
        vec![
            Cell::link(format!("/diritti/{}", one.id), words::kind(page, one.kind)),
            Cell::text(words::whose(page, one, &view.cards)),
            Cell::text(page.date(&one.received_on)),
            Cell::text(if is_open { page.date(&one.due_on) } else { answered }),
            Cell::part(words::state(page, one, view.today)),
        ]
    };
    let caption = page.t(if is_open { "rights-list-open" } else { "rights-list-settled" });
    let table = Table::new(page, id, caption, columns).hide_caption().cards();
    (!requests.is_empty()).then(|| table.rows(requests.iter().map(row)))
}
