//! Correcting a stay, or taking away one that never was; with a reason that stays beside it.

use std::collections::BTreeMap;

use access::Who;
use access::reads::What;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::parts::{Choice, Field};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, Second, wrong};
use super::room::{Ground, Room, parsed};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{Refusal, StayId};
use crate::desk::pathways::read::{self, House, Housed};
use crate::desk::pathways::write::{DeskError, StayAs};
use crate::pages::App;

/// What the page is made of.
pub(super) struct CorrectView {
    pub housed: Housed,
    pub houses: BTreeMap<String, House>,
}

impl CorrectView {
    async fn of(room: &Room<'_>, id: StayId) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let housed = read::one_stay(&mut reader, &room.keys, id).await?.ok_or_else(Problem::not_found)?;
        let houses = read::houses(&read::places(&mut reader, room.city.code).await?);
        drop(reader);
        room.read(&[housed.person], What::Stays).await?;
        Ok(Self { housed, houses })
    }

    fn as_is(&self, room: &Room<'_>) -> Sent {
        let stay = &self.housed.stay;
        Sent::with([
            ("modulo", room.token().to_string()),
            ("punto", stay.point.clone()),
            ("letto", stay.bed.clone().unwrap_or_default()),
            ("dal", stay.from.to_string()),
            ("al", stay.until.map(|day| day.to_string()).unwrap_or_default()),
        ])
    }
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = CorrectView::of(&room, parsed(&id)?).await?;
    Ok(ui::render(&form(page, &room.ground(), &view, &view.as_is(&room), &Faults::default())))
}

pub(super) async fn correct(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (id, token): (StayId, _) = (parsed(&id)?, sent.token()?);
    let view = CorrectView::of(&room, id).await?;
    let mut faults = Faults::default();
    let from = sent.day("dal", &page, &mut faults);
    let until = sent.day_if_any("al", &page, &mut faults);
    let point = sent.get("punto").to_owned();
    if !view.houses.contains_key(&point) {
        faults.add("punto", page.t("pathways-choose-one"));
    }
    if let (Some(from), true) = (from, faults.is_empty()) {
        let to = StayAs { point, bed: sent.get("letto").to_owned(), from, until };
        match room.writer().correct_stay(token, id, &to, sent.get("motivo")).await {
            Ok(()) => {
                return Ok(Redirect::to(&format!("/permanenze/{id}?fatto=si")).into_response());
            }
            Err(DeskError::Refused(refusal)) => {
                let field = match refusal {
                    Refusal::Empty | Refusal::TooLong(_) => "motivo",
                    Refusal::NoNight(_) => "al",
                    _ => "dal",
                };
                faults.refuse(field, &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    Ok(wrong(&form(page, &room.ground(), &view, &sent, &faults)))
}

pub(super) fn form(
    page: Page,
    ground: &Ground<'_>,
    view: &CorrectView,
    sent: &Sent,
    faults: &Faults,
) -> FormPage {
    let name = words::name(&page, view.housed.identity.as_ref());
    let title = page.t_with("pathways-stay-correct-title", &[("name", &name)]);
    let page = page.titled(Section::Desk, title);
    let form = Filling { page: &page, sent, faults };
    let house = |(point, house): (&String, &House)| Choice::new(point.as_str(), house.name.as_str());
    let houses = view.houses.iter().map(house).collect();
    let fields = vec![
        form.list("punto", "pathways-house", houses).required(),
        form.text("letto", "pathways-bed").hint(page.t("pathways-bed-hint")),
        form.day("dal", "pathways-stay-from").required(),
        form.day("al", "pathways-stay-until").hint(page.t("pathways-stay-until-hint")),
        form.text("motivo", "pathways-reason").hint(page.t("pathways-reason-hint")).required(),
    ];
    let here = format!("/permanenze/{}", view.housed.stay.id);
    let second = Second {
        title: page.t("pathways-stay-withdraw-title"),
        text: page.t("pathways-stay-withdraw-text"),
        action: format!("{here}/togli"),
        fields: vec![
            Field::hidden("modulo", ground.token().to_string()),
            form.text("motivo-togli", "pathways-reason").required(),
        ],
        button: page.t("pathways-withdraw-button"),
    };
    let above =
        [("/permanenze".to_owned(), page.t("pathways-stays-title")), (words::file(view.housed.person), name)];
    FormPage {
        breadcrumb: words::way_back(&page, &above, &page.t("pathways-correct-here")),
        lead: page.t("pathways-correct-lead"),
        token: form.token(),
        groups: vec![Group::plain(fields)],
        button: page.t("pathways-correct-button"),
        back: here,
        second: Some(second),
        page,
    }
}

pub(super) async fn withdraw(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (id, token): (StayId, _) = (parsed(&id)?, sent.token()?);
    match room.writer().withdraw_stay(token, id, sent.get("motivo-togli")).await {
        Ok(()) => Ok(Redirect::to("/permanenze").into_response()),
        Err(DeskError::Refused(refusal)) if refusal.is_of_text() => {
            let view = CorrectView::of(&room, id).await?;
            let mut faults = Faults::default();
            faults.refuse("motivo-togli", &page, &refusal);
            Ok(wrong(&form(page, &room.ground(), &view, &view.as_is(&room), &faults)))
        }
        Err(error) => Err(words::problem(error)),
    }
}
