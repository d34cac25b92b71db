//! Correcting a pathway, or taking away one that was opened by mistake; with a reason that stays beside it.

use std::collections::BTreeMap;

use access::Who;
use access::reads::What;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, Second, wrong};
use super::points::points;
use super::room::{Ground, Room, parsed};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{ActionArea, PathwayId, Refusal};
use crate::desk::pathways::read::Followed;
use crate::desk::pathways::write::{DeskError, PathwayAs};
use crate::pages::App;

/// What the page is made of.
pub(super) struct CorrectView {
    pub found: Followed,
    pub points: BTreeMap<String, String>,
}

impl CorrectView {
    async fn of(room: &Room<'_>, id: &str) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let found = room.pathway(&mut reader, parsed(id)?).await?;
        let mut points = points(room, &mut reader).await?;
        drop(reader);
        room.read(&[found.person], What::Pathways).await?;
        // What it says now can be left as it is.
        if let Some(code) = &found.pathway.point {
            points.entry(code.clone()).or_insert_with(|| super::points::capitalised(code));
        }
        Ok(Self { found, points })
    }

    /// What the form shows before anything was typed: how it is.
    fn as_is(&self, room: &Room<'_>) -> Sent {
        let pathway = &self.found.pathway;
        let closing = pathway.closing.as_ref();
        Sent::with([
            ("modulo", room.token().to_string()),
            ("giorno", pathway.opened_on.to_string()),
            ("area", pathway.area.code().to_owned()),
            ("punto", pathway.point.clone().unwrap_or_default()),
            ("chiusura", closing.map(|closing| closing.on.to_string()).unwrap_or_default()),
            ("esito", closing.map(|closing| closing.outcome.clone()).unwrap_or_default()),
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
    let view = CorrectView::of(&room, &id).await?;
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
    let (pathway, token): (PathwayId, _) = (parsed(&id)?, sent.token()?);
    let view = CorrectView::of(&room, &id).await?;
    let mut faults = Faults::default();
    let to = corrected(&room, &page, &view, &sent, &mut faults);
    if let (Some(to), true) = (to, faults.is_empty()) {
        match room.writer().correct_pathway(token, pathway, &to, sent.get("motivo")).await {
            Ok(()) => {
                let there = format!("{}?fatto=corretto", words::pathway(pathway));
                return Ok(Redirect::to(&there).into_response());
            }
            Err(DeskError::Refused(refusal)) => {
                let field = match refusal {
                    Refusal::Empty | Refusal::TooLong(_) => "motivo",
                    Refusal::Twice { .. } => "punto",
                    Refusal::BeforeBeginning(_) => "chiusura",
                    _ => "giorno",
                };
                faults.refuse(field, &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    Ok(wrong(&form(page, &room.ground(), &view, &sent, &faults)))
}

/// What the pathway is to say.
fn corrected(
    room: &Room<'_>,
    page: &Page,
    view: &CorrectView,
    sent: &Sent,
    faults: &mut Faults,
) -> Option<PathwayAs> {
    let opened_on = sent.day("giorno", page, faults);
    let area = ActionArea::from_code(sent.get("area"));
    if area.is_none() {
        faults.add("area", page.t("pathways-choose-one"));
    }
    let point = Some(sent.get("punto")).filter(|code| !code.is_empty());
    if point.is_some_and(|code| !view.points.contains_key(code)) {
        faults.add("punto", page.t("pathways-choose-one"));
    }
    let stays_closed = !view.found.pathway.is_open() && sent.get("riapri").is_empty();
    let closed = if stays_closed {
        let on = sent.day("chiusura", page, faults);
        let outcomes = room.app.vocabulary.outcomes();
        let outcome = outcomes.get(sent.get("esito")).filter(|outcome| outcome.closes());
        if outcome.is_none() {
            faults.add("esito", page.t("pathways-choose-one"));
        }
        Some((on?, outcome?.code.clone()))
    } else {
        None
    };
    Some(PathwayAs { area: area?, point: point.map(str::to_owned), opened_on: opened_on?, closed })
}

pub(super) fn form(
    page: Page,
    ground: &Ground<'_>,
    view: &CorrectView,
    sent: &Sent,
    faults: &Faults,
) -> FormPage {
    let name = words::name(&page, view.found.identity.as_ref());
    let title = page.t_with("pathways-correct-title", &[("name", &name)]);
    let page = page.titled(Section::Desk, title);
    let form = Filling { page: &page, sent, faults };
    let mut fields = vec![
        form.day("giorno", "pathways-opened-on").required(),
        form.action_area(),
        form.point(&view.points),
    ];
    if !view.found.pathway.is_open() {
        fields.extend([
            form.day("chiusura", "pathways-closed-on"),
            form.outcome(ground.vocabulary),
            form.check("riapri", "pathways-reopen").hint(page.t("pathways-reopen-hint")),
        ]);
    }
    fields.push(form.text("motivo", "pathways-reason").hint(page.t("pathways-reason-hint")).required());
    let token = ground.token().to_string();
    let second = Second {
        title: page.t("pathways-withdraw-title"),
        text: page.t("pathways-withdraw-text"),
        action: format!("{}/togli", words::pathway(view.found.pathway.id)),
        fields: vec![
            ui::parts::Field::hidden("modulo", token),
            form.text("motivo-togli", "pathways-reason").required(),
        ],
        button: page.t("pathways-withdraw-button"),
    };
    FormPage {
        breadcrumb: words::of_pathway(&page, &view.found, &page.t("pathways-correct-here")),
        lead: page.t("pathways-correct-lead"),
        token: form.token(),
        groups: vec![Group::plain(fields)],
        button: page.t("pathways-correct-button"),
        back: words::pathway(view.found.pathway.id),
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
    let (pathway, token): (PathwayId, _) = (parsed(&id)?, sent.token()?);
    let mut reader = room.reader().await?;
    let found = crate::desk::pathways::read::pathway(&mut reader, &room.keys, pathway).await?;
    drop(reader);
    // Sent twice: it is gone already, and the list is where to go on.
    let there = found.map_or_else(|| "/percorsi".to_owned(), |found| words::file(found.person));
    match room.writer().withdraw_pathway(token, pathway, sent.get("motivo-togli")).await {
        Ok(()) => Ok(Redirect::to(&there).into_response()),
        Err(DeskError::Refused(refusal)) if refusal.is_of_text() => {
            let view = CorrectView::of(&room, &id).await?;
            let mut faults = Faults::default();
            faults.refuse("motivo-togli", &page, &refusal);
            Ok(wrong(&form(page, &room.ground(), &view, &view.as_is(&room), &faults)))
        }
        Err(error) => Err(words::problem(error)),
    }
}
