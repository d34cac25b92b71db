//! Taking somebody in charge: the day, who follows them, and what they need now, in one form.

use std::collections::BTreeMap;

use access::Who;
use access::reads::What;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::parts::{Notice, Tone};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, wrong};
use super::points::points;
use super::room::{Room, random};
use super::sent::{Faults, Sent};
use super::{needs, words};
use crate::desk::pathways::model::{ActionArea, PathwayId, Refusal};
use crate::desk::pathways::read::{self, Followed, Someone};
use crate::desk::pathways::write::{DeskError, Opening};
use crate::pages::App;

/// What the page is made of.
pub(super) struct OpenView {
    pub person: Someone,
    /// The person's pathways that are open already.
    pub open: Vec<Followed>,
    pub points: BTreeMap<String, String>,
}

impl OpenView {
    async fn of(room: &Room<'_>, id: &str) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let person = room.person(&mut reader, id).await?;
        room.may_use(&person)?;
        let mut open = read::of_person(&mut reader, &room.keys, person.id).await?;
        open.retain(|one| one.pathway.is_open());
        let points = points(room, &mut reader).await?;
        drop(reader);
        room.read(&[person.id], What::Pathways).await?;
        Ok(Self { person, open, points })
    }
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = OpenView::of(&room, &id).await?;
    let mine = who.offices.first().filter(|_| who.offices.len() == 1).cloned();
    let sent = Sent::with([
        ("modulo", room.token().to_string()),
        ("giorno", room.today().to_string()),
        ("area", ActionArea::default().code().to_owned()),
        ("punto", mine.unwrap_or_default()),
    ]);
    Ok(ui::render(&form(page, &view, &sent, &Faults::default())))
}

pub(super) async fn open(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token = PathwayId(sent.token()?);
    let view = OpenView::of(&room, &id).await?;
    let mut faults = Faults::default();
    let on = sent.day("giorno", &page, &mut faults);
    let area = ActionArea::from_code(sent.get("area"));
    let point = Some(sent.get("punto")).filter(|code| !code.is_empty());
    if area.is_none() {
        faults.add("area", page.t("pathways-choose-one"));
    }
    if point.is_some_and(|code| !view.points.contains_key(code)) {
        faults.add("punto", page.t("pathways-choose-one"));
    }
    if let (Some(on), Some(area), true) = (on, area, faults.is_empty()) {
        let (person, point) = (view.person.id, point.map(str::to_owned));
        let opening = Opening { id: token, person, area, point, on, needs: needs::chosen(&sent) };
        match room.writer().open(&opening, &mut random()).await {
            Ok(pathway) => {
                return Ok(Redirect::to(&format!("/percorsi/{pathway}?fatto=aperto")).into_response());
            }
            Err(DeskError::Refused(refusal)) => faults.refuse(field_of(&refusal), &page, &refusal),
            Err(error) => return Err(words::problem(error)),
        }
    }
    Ok(wrong(&form(page, &view, &sent, &faults)))
}

fn field_of(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NoLevel => "bisogni",
        Refusal::TooLong(_) => "note",
        Refusal::Twice { .. } => "punto",
        _ => "giorno",
    }
}

pub(super) fn form(page: Page, view: &OpenView, sent: &Sent, faults: &Faults) -> FormPage {
    let name = words::name(&page, Some(&view.person.identity));
    let title = page.t_with("pathways-open-title", &[("name", &name)]);
    let mut page = page.titled(Section::Desk, title);
    for one in &view.open {
        let since = page.t_with("pathways-open-since", &[("day", &page.date(&one.pathway.opened_on))]);
        let notice = Notice::new(Tone::Info, page.t("pathways-has-open"), since)
            .link(format!("/percorsi/{}", one.pathway.id), page.t("pathways-see-open"));
        page = page.notice(notice);
    }
    let form = Filling { page: &page, sent, faults };
    let who = vec![
        form.day("giorno", "pathways-opened-on").required(),
        form.action_area(),
        form.point(&view.points),
    ];
    let mut needs = needs::fields(&form, &[]);
    needs.push(form.area("note", "pathways-note").hint(page.t("pathways-note-hint")));
    let asked = Group::new(page.t("pathways-needs"), page.t("pathways-needs-hint"), needs);
    FormPage {
        breadcrumb: words::breadcrumb(&page, &view.person, &page.t("pathways-open-here")),
        lead: page.t("pathways-open-lead"),
        token: form.token(),
        groups: vec![Group::plain(who), asked.error(faults.of("bisogni"))],
        button: page.t("pathways-open-button"),
        back: words::file(view.person.id),
        second: None,
        page,
    }
}
