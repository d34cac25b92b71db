//! Giving somebody a place in a house or flat.

use std::collections::BTreeMap;

use access::Who;
use access::reads::What;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use ui::parts::{Choice, Notice, Tone};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, wrong};
use super::room::Room;
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{Occupancy, Refusal, StayId};
use crate::desk::pathways::read::{self, House, Someone};
use crate::desk::pathways::write::{DeskError, NewStay};
use crate::pages::App;

/// What the page is made of.
pub(super) struct StayView {
    pub person: Someone,
    pub houses: BTreeMap<String, House>,
    /// How many have a place today, house by house.
    pub taken: BTreeMap<String, u32>,
    pub today: Day,
}

impl StayView {
    async fn of(room: &Room<'_>, id: &str) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let person = room.person(&mut reader, id).await?;
        room.may_use(&person)?;
        let houses = read::houses(&read::places(&mut reader, room.city.code).await?);
        let taken = read::taken(&mut reader, room.city.code, room.today()).await?;
        drop(reader);
        room.read(&[person.id], What::Stays).await?;
        Ok(Self { person, houses, taken, today: room.today() })
    }
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = StayView::of(&room, &id).await?;
    let sent = Sent::with([("modulo", room.token().to_string()), ("dal", room.today().to_string())]);
    Ok(ui::render(&form(page, &view, &sent, &Faults::default())))
}

pub(super) async fn begin(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token = StayId(sent.token()?);
    let view = StayView::of(&room, &id).await?;
    let mut faults = Faults::default();
    let from = sent.day("dal", &page, &mut faults);
    let until = sent.day_if_any("al", &page, &mut faults);
    let point = sent.get("punto");
    if !view.houses.contains_key(point) {
        faults.add("punto", page.t("pathways-choose-one"));
    }
    if let (Some(from), true) = (from, faults.is_empty()) {
        let (point, bed) = (point.to_owned(), sent.get("letto").to_owned());
        let stay = NewStay { id: token, person: view.person.id, point, bed, from, until };
        match room.writer().begin_stay(&stay).await {
            Ok(stay) => {
                return Ok(Redirect::to(&format!("/permanenze/{stay}?fatto=si")).into_response());
            }
            Err(DeskError::Refused(refusal)) => {
                let field = match refusal {
                    Refusal::NoNight(_) => "al",
                    Refusal::TooLong(_) => "letto",
                    _ => "dal",
                };
                faults.refuse(field, &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    Ok(wrong(&form(page, &view, &sent, &faults)))
}

/// The houses to choose from, each with what is free today.
pub(super) fn choices(
    page: &Page,
    houses: &BTreeMap<String, House>,
    taken: &BTreeMap<String, u32>,
    today: Day,
) -> Vec<Choice> {
    let choice = |(point, house): (&String, &House)| {
        let taken = taken.get(point).copied().unwrap_or_default();
        let now = Occupancy { beds: house.capacity.on(today), taken };
        let free = match (now.free(), now.beds) {
            (Some(free), Some(beds)) => {
                page.t_with("pathways-house-free", &[("name", &house.name), ("free", &free), ("beds", &beds)])
            }
            _ => page.t_with("pathways-house-unknown", &[("name", &house.name), ("taken", &taken)]),
        };
        Choice::new(point.as_str(), free)
    };
    let none = Choice::new("", page.t("pathways-choose"));
    std::iter::once(none).chain(houses.iter().map(choice)).collect()
}

pub(super) fn form(page: Page, view: &StayView, sent: &Sent, faults: &Faults) -> FormPage {
    let name = words::name(&page, Some(&view.person.identity));
    let title = page.t_with("pathways-stay-title", &[("name", &name)]);
    let mut page = page.titled(Section::Desk, title);
    if view.houses.is_empty() {
        let notice =
            Notice::new(Tone::Warning, page.t("pathways-no-house"), page.t("pathways-no-house-text"))
                .link("/permanenze", page.t("pathways-see-houses"));
        page = page.notice(notice);
    }
    let form = Filling { page: &page, sent, faults };
    let houses = choices(&page, &view.houses, &view.taken, view.today);
    let fields = vec![
        form.list("punto", "pathways-house", houses).required(),
        form.text("letto", "pathways-bed").hint(page.t("pathways-bed-hint")),
        form.day("dal", "pathways-stay-from").hint(page.t("pathways-stay-from-hint")).required(),
        form.day("al", "pathways-stay-until").hint(page.t("pathways-stay-until-hint")),
    ];
    FormPage {
        breadcrumb: words::breadcrumb(&page, &view.person, &page.t("pathways-stay-here")),
        lead: page.t("pathways-stay-lead"),
        token: form.token(),
        groups: vec![Group::plain(fields)],
        button: page.t("pathways-stay-button"),
        back: words::file(view.person.id),
        second: None,
        page,
    }
}
