//! The referrals of a city: those to answer, those it waits for, those that were answered.

use access::Who;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::Timestamp;
use network::Cities;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Choice, Column, Empty, Field, Pager, Table};
use ui::{Page, Problem, Say, Section};

use super::room::Room;
use super::words;
use crate::desk::referrals::model::{Kind, Referral};
use crate::desk::referrals::read::{self, Counts, List, Place};
use crate::pages::App;

/// Referrals on a page.
const PER_PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "referrals/list.html")]
pub(super) struct ListPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    filters: Vec<Field>,
    table: Option<Table>,
    empty: Empty,
    pager: Option<Pager>,
}

/// What an address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// `attesa` or `risposti`; else those to answer.
    #[serde(default)]
    pub stato: String,
    /// `service`, `body` or `city`; else all.
    #[serde(default)]
    pub tipo: String,
    /// Where the page before ended.
    #[serde(default)]
    pub dopo: String,
}

impl Asked {
    fn list(&self) -> List {
        match self.stato.as_str() {
            "attesa" => List::Waiting,
            "risposti" => List::Answered,
            _ => List::ToAnswer,
        }
    }

    fn after(&self) -> Result<Option<Place>, Problem> {
        if self.dopo.is_empty() {
            return Ok(None);
        }
        let place = self.dopo.split_once('_').and_then(|(at, id)| {
            Some(Place { at: Timestamp::from_micros(at.parse().ok()?), id: id.parse().ok()? })
        });
        place.map(Some).ok_or_else(|| Problem::bad_request(Say::new("referrals-unreadable")))
    }

    /// The address of the same list from another place on.
    fn href(&self, dopo: Option<Place>) -> String {
        let dopo = dopo.map(|place| format!("{}_{}", place.at.micros(), place.id)).unwrap_or_default();
        let list = match self.list() {
            List::ToAnswer => "",
            List::Waiting => "attesa",
            List::Answered => "risposti",
        };
        let kind = Kind::of(&self.tipo).map(Kind::code).unwrap_or_default();
        let pairs = [("stato", list), ("tipo", kind), ("dopo", dopo.as_str())];
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> = given.map(|(name, value)| format!("{name}={value}")).collect();
        if query.is_empty() { "/invii".to_owned() } else { format!("/invii?{}", query.join("&")) }
    }
}

/// What the page is made of.
pub(super) struct ListView<'a> {
    pub asked: Asked,
    pub counts: Counts,
    /// One more than a page shows, if there are more.
    pub found: Vec<Referral>,
    pub cities: &'a Cities,
    pub vocabulary: &'a Vocabulary,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (after, kind) = (asked.after()?, Kind::of(&asked.tipo));
    let mut reader = room.reader().await?;
    let counts = read::counts(&mut reader, room.city.code).await?;
    let found = read::list(&mut reader, &room.keys, asked.list(), kind, after, PER_PAGE + 1).await?;
    drop(reader);
    let shown = found.iter().take(PER_PAGE as usize);
    room.list(&shown.filter_map(|one| one.person).collect::<Vec<_>>()).await?;
    let (cities, vocabulary) = (&*app.cities, &*app.vocabulary);
    Ok(ui::render(&ListPage::new(page, &ListView { asked, counts, found, cities, vocabulary })))
}

impl ListPage {
    pub(super) fn new(page: Page, view: &ListView<'_>) -> Self {
        let title = page.t("referrals-list-title");
        let page = page.titled(Section::Desk, title.clone());
        let list = view.asked.list();
        let shown = &view.found[..view.found.len().min(PER_PAGE as usize)];
        let more = view.found.len() > shown.len();
        let last = shown.last().filter(|_| more).map(|one| place(list, one));
        let is_first = view.asked.dopo.is_empty();
        let pager = (more || !is_first).then(|| {
            let first = (!is_first).then(|| view.asked.href(None));
            let next = last.map(|place| view.asked.href(Some(place)));
            Pager::new(&page, page.tn("referrals-shown", shown.len()), first, next)
        });
        let key = match list {
            List::ToAnswer => "answer",
            List::Waiting => "waiting",
            List::Answered => "answered",
        };
        let text = page.t(&format!("referrals-empty-{key}-text"));
        let empty = Empty::new(page.t(&format!("referrals-empty-{key}")), text)
            .action("/sportello", page.t("referrals-empty-action"));
        let to_answer = page.tn("referrals-lead-to-answer", view.counts.to_answer);
        let waiting = page.tn("referrals-lead-waiting", view.counts.waiting);
        Self {
            breadcrumb: words::way_back(&page, &[], &title),
            lead: format!("{to_answer} {waiting}"),
            filters: filters(&page, &view.asked),
            table: (!shown.is_empty()).then(|| table(&page, view, shown)),
            empty,
            pager,
            page,
        }
    }
}

fn place(list: List, one: &Referral) -> Place {
    let answered = one.answered.as_ref().map(|answered| answered.at);
    let at = answered.filter(|_| list == List::Answered).unwrap_or(one.at);
    Place { at, id: one.id }
}

fn filters(page: &Page, asked: &Asked) -> Vec<Field> {
    let choice = |value: &str, key: &str| Choice::new(value, page.t(key));
    let states = vec![
        choice("", "referrals-list-answer"),
        choice("attesa", "referrals-list-waiting"),
        choice("risposti", "referrals-list-answered"),
    ];
    let kinds = Kind::ALL.iter().map(|kind| choice(kind.code(), &format!("referrals-kind-{}", kind.code())));
    let kinds = std::iter::once(choice("", "referrals-kind-all")).chain(kinds).collect();
    vec![
        Field::list("stato", page.t("referrals-state"), states).value(asked.stato.as_str()),
        Field::list("tipo", page.t("referrals-kind"), kinds).value(asked.tipo.as_str()),
    ]
}

fn table(page: &Page, view: &ListView<'_>, shown: &[Referral]) -> Table {
    let to_answer = view.asked.list() == List::ToAnswer;
    let column = |key: &str| Column::text(page.t(key));
    let columns = if to_answer {
        vec![
            column("referrals-party"),
            column("referrals-service"),
            column("referrals-gender"),
            column("referrals-age"),
            column("referrals-citizenship"),
            column("referrals-since"),
        ]
    } else {
        vec![
            column("referrals-party"),
            column("referrals-person"),
            column("referrals-service"),
            column("referrals-state"),
            column("referrals-since"),
        ]
    };
    let row = |one: &Referral| {
        let since = page.date(&one.at.day());
        let mut cells = vec![Cell::link(words::address(one), words::party(page, view.cities, one))];
        let service = Cell::text(words::service(page, view.vocabulary, one));
        match one.offer.as_ref().filter(|_| to_answer) {
            Some(offer) => {
                cells.push(service);
                cells.extend(words::about(page, view.vocabulary, offer).map(Cell::text));
            }
            None => {
                cells.push(Cell::text(words::name(page, one.identity.as_ref())));
                cells.push(service);
                cells.push(Cell::part(words::state(page, one.state)));
            }
        }
        cells.push(Cell::text(since));
        cells
    };
    let caption = page.t("referrals-list-title");
    Table::new(page, "invii", caption, columns).hide_caption().cards().rows(shown.iter().map(row))
}
