//! How full the houses of a city are on a day, and who is there.

use std::collections::BTreeMap;

use access::reads::What;
use access::{Action, Who};
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use kernel::Day;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Column, Empty, Field, Notice, Shape, Status, Table, Tone};
use ui::{Page, Problem, Say, Section};

use super::fields::Filling;
use super::points::capitalised;
use super::room::{Ground, Room};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::Occupancy;
use crate::desk::pathways::read::{self, House, Housed};
use crate::pages::App;

/// People listed; a city with more than these has them on other days.
const MOST: u32 = 1000;

#[derive(Template)]
#[template(path = "pathways/occupancy.html")]
pub(super) struct OccupancyPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    day: Field,
    houses: Option<Table>,
    empty: Empty,
    people: Vec<People>,
    cut: bool,
    places: Option<Places>,
}

/// Who is in a house.
struct People {
    house: String,
    table: Table,
}

/// The form that says how many beds a house has.
struct Places {
    fields: Vec<Field>,
    history: Vec<String>,
}

/// What the page is made of.
#[derive(Default)]
pub(super) struct OccupancyView {
    pub day: Day,
    pub houses: BTreeMap<String, House>,
    pub taken: BTreeMap<String, u32>,
    /// Who is where; nothing for those who may not know.
    pub people: Option<Vec<Housed>>,
    /// Whether who asks may say how many beds there are.
    pub may_change: bool,
}

impl OccupancyView {
    pub async fn of(room: &Room<'_>, day: Day) -> Result<Self, Problem> {
        let city = room.city.code;
        let mut reader = room.reader().await?;
        let houses = read::houses(&read::places(&mut reader, city).await?);
        let taken = read::taken(&mut reader, city, day).await?;
        let people = if room.who.may_in(Action::ReadPerson, city) {
            Some(read::on_day(&mut reader, &room.keys, day, MOST).await?)
        } else {
            None
        };
        drop(reader);
        if let Some(people) = &people {
            let ids: Vec<_> = people.iter().map(|one| one.person).collect();
            room.read(&ids, What::Stays).await?;
        }
        let may_change = room.who.may_in(Action::ManagePlaces, city);
        Ok(Self { day, houses, taken, people, may_change })
    }

    /// A house on the day.
    fn house(&self, point: &str) -> Occupancy {
        let beds = self.houses.get(point).and_then(|house| house.capacity.on(self.day));
        Occupancy { beds, taken: self.taken.get(point).copied().unwrap_or_default() }
    }

    /// Every house that has beds, or people, by its folded name.
    fn points(&self) -> Vec<&String> {
        let mut points: Vec<&String> = self.houses.keys().chain(self.taken.keys()).collect();
        points.sort();
        points.dedup();
        points
    }

    fn name(&self, point: &str) -> String {
        self.houses.get(point).map_or_else(|| capitalised(point), |house| house.name.clone())
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    giorno: Option<String>,
    fatto: Option<String>,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let day = match asked.giorno.as_deref().filter(|text| !text.is_empty()) {
        None => room.today(),
        Some(text) => text.parse().map_err(|_| Problem::bad_request(Say::new("pathways-day-unreadable")))?,
    };
    let view = OccupancyView::of(&room, day).await?;
    let page = if asked.fatto.is_some() {
        let notice = Notice::new(Tone::Success, page.t("pathways-beds-kept"), "");
        page.notice(notice)
    } else {
        page
    };
    let sent = fresh(&room);
    Ok(ui::render(&OccupancyPage::new(page, &room.ground(), &view, &sent, &Faults::default())))
}

/// The form for beds before anything was typed.
fn fresh(room: &Room<'_>) -> Sent {
    Sent::with([("modulo", room.token().to_string()), ("da", room.today().to_string())])
}

/// The page again with what was wrong in the form for beds.
pub(super) async fn wrong(
    page: Page,
    room: &Room<'_>,
    sent: &Sent,
    faults: &Faults,
) -> Result<Response, Problem> {
    let view = OccupancyView::of(room, room.today()).await?;
    let shown = ui::render(&OccupancyPage::new(page, &room.ground(), &view, sent, faults));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}

impl OccupancyPage {
    pub(super) fn new(
        page: Page,
        ground: &Ground<'_>,
        view: &OccupancyView,
        sent: &Sent,
        faults: &Faults,
    ) -> Self {
        let title = page.t_with("pathways-occupancy-title", &[("city", &ground.city.name)]);
        let page = page.titled(Section::Desk, title);
        let points = view.points();
        let empty = Empty::new(page.t("pathways-no-house"), page.t("pathways-no-house-text"));
        Self {
            breadcrumb: words::way_back(&page, &[], &page.t("pathways-stays-title")),
            lead: lead(&page, ground, view, &points),
            day: Field::date("giorno", page.t("pathways-on-day")).value(view.day.to_string()),
            houses: (!points.is_empty()).then(|| houses(&page, view, &points)),
            empty,
            people: points.iter().filter_map(|point| people(&page, view, point)).collect(),
            cut: view.people.as_ref().is_some_and(|people| people.len() >= MOST as usize),
            places: view.may_change.then(|| places(&page, view, sent, faults)),
            page,
        }
    }
}

fn lead(page: &Page, ground: &Ground<'_>, view: &OccupancyView, points: &[&String]) -> String {
    if points.is_empty() {
        return page.t("pathways-occupancy-none");
    }
    let all: Vec<Occupancy> = points.iter().map(|point| view.house(point)).collect();
    let taken: u32 = all.iter().map(|one| one.taken).sum();
    let free: u32 = all.iter().filter_map(|one| one.free()).sum();
    let over = all.iter().filter(|one| one.over() > 0).count();
    let when = if view.day == ground.today() { page.t("pathways-today") } else { page.date(&view.day) };
    let mut lead =
        page.t_with("pathways-occupancy-lead", &[("when", &when), ("taken", &taken), ("free", &free)]);
    if over > 0 {
        lead = format!("{lead} {}", page.tn("pathways-occupancy-over", over));
    }
    lead
}

fn houses(page: &Page, view: &OccupancyView, points: &[&String]) -> Table {
    let columns = vec![
        Column::text(page.t("pathways-house")),
        Column::number(page.t("pathways-beds")),
        Column::number(page.t("pathways-taken")),
        Column::number(page.t("pathways-free")),
        Column::text(page.t("pathways-state")),
    ];
    let row = |point: &&String| {
        let now = view.house(point);
        let number = |value: Option<u32>| {
            value.map_or_else(|| ui::format::unknown(page.lang).to_owned(), |value| page.number(value))
        };
        let status = match (now.over(), now.free()) {
            (0, None) => Status::new(Shape::None, page.t("pathways-house-no-beds")),
            (0, Some(0)) => Status::new(Shape::Done, page.t("pathways-house-full")),
            (0, Some(_)) => Status::new(Shape::Open, page.t("pathways-house-places")),
            (over, _) => Status::new(Shape::Attention, page.tn("pathways-house-over", over)),
        };
        let name = view.name(point);
        let name = if now.taken > 0 && view.people.is_some() {
            Cell::link(format!("#{}", anchor(point)), name)
        } else {
            Cell::text(name)
        };
        let beds = Cell::text(number(now.beds));
        vec![
            name,
            beds,
            Cell::text(page.number(now.taken)),
            Cell::text(number(now.free())),
            Cell::part(status),
        ]
    };
    let caption = page.t("pathways-houses");
    Table::new(page, "case", caption, columns).hide_caption().cards().rows(points.iter().map(row))
}

/// The anchor of a house in the page.
fn anchor(point: &str) -> String {
    format!("casa-{}", point.replace(' ', "-"))
}

fn people(page: &Page, view: &OccupancyView, point: &str) -> Option<People> {
    let there: Vec<&Housed> = view.people.as_ref()?.iter().filter(|one| one.stay.point == point).collect();
    if there.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(page.t("pathways-person")),
        Column::text(page.t("pathways-bed")),
        Column::text(page.t("pathways-since")),
        Column::text(page.t("pathways-stay-until")),
    ];
    let row = |one: &&Housed| {
        let not_said = || ui::format::NOT_APPLICABLE.to_owned();
        vec![
            Cell::link(format!("/permanenze/{}", one.stay.id), words::name(page, one.identity.as_ref())),
            Cell::text(one.stay.bed.clone().unwrap_or_else(not_said)),
            Cell::text(page.date(&one.stay.from)),
            Cell::text(one.stay.until.map_or_else(not_said, |day| page.date(&day))),
        ]
    };
    let house = view.name(point);
    let caption = page.t_with("pathways-people-in", &[("house", &house)]);
    let table =
        Table::new(page, anchor(point), caption, columns).hide_caption().cards().rows(there.iter().map(row));
    Some(People { house, table })
}

fn places(page: &Page, view: &OccupancyView, sent: &Sent, faults: &Faults) -> Places {
    let form = Filling { page, sent, faults };
    let fields = vec![
        form.token(),
        form.text("nome", "pathways-house-name").hint(page.t("pathways-house-name-hint")).required(),
        form.number("posti", "pathways-beds").hint(page.t("pathways-beds-hint")).required(),
        form.day("da", "pathways-beds-since").required(),
    ];
    let line = |house: &House| {
        let beds = |(since, beds): (Day, u32)| {
            page.t_with("pathways-beds-from", &[("n", &beds), ("day", &page.date(&since))])
        };
        let all: Vec<String> = house.capacity.changes().map(beds).collect();
        format!("{}: {}", house.name, all.join(" · "))
    };
    Places { fields, history: view.houses.values().map(line).collect() }
}
