//! Assessing needs again, so that progress shows.

use access::Who;
use access::reads::What;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, wrong};
use super::room::{Room, parsed};
use super::sent::{Faults, Sent};
use super::{needs, words};
use crate::desk::pathways::model::{AssessmentId, PathwayId, Progress, Refusal, progress};
use crate::desk::pathways::read::{self, Followed};
use crate::desk::pathways::write::DeskError;
use crate::pages::App;

/// What the page is made of.
pub(super) struct AssessView {
    pub found: Followed,
    /// What was found before.
    pub before: Vec<Progress>,
}

impl AssessView {
    async fn of(room: &Room<'_>, id: &str) -> Result<Self, Problem> {
        let id: PathwayId = parsed(id)?;
        let mut reader = room.reader().await?;
        let found = room.pathway(&mut reader, id).await?;
        let before = progress(&read::assessments(&mut reader, &room.keys, id).await?);
        drop(reader);
        room.read(&[found.person], What::Pathways).await?;
        Ok(Self { found, before })
    }
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = AssessView::of(&room, &id).await?;
    let sent = Sent::with([("modulo", room.token().to_string()), ("giorno", room.today().to_string())]);
    Ok(ui::render(&form(page, &view, &sent, &Faults::default())))
}

pub(super) async fn assess(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (pathway, token): (PathwayId, _) = (parsed(&id)?, AssessmentId(sent.token()?));
    let mut faults = Faults::default();
    if let Some(day) = sent.day("giorno", &page, &mut faults) {
        match room.writer().assess(token, pathway, day, &needs::chosen(&sent)).await {
            Ok(()) => {
                return Ok(Redirect::to(&format!("/percorsi/{pathway}?fatto=valutato")).into_response());
            }
            Err(DeskError::Refused(refusal)) => {
                let field = match refusal {
                    Refusal::NoLevel => "bisogni",
                    Refusal::TooLong(_) => "note",
                    _ => "giorno",
                };
                faults.refuse(field, &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    let view = AssessView::of(&room, &id).await?;
    Ok(wrong(&form(page, &view, &sent, &faults)))
}

pub(super) fn form(page: Page, view: &AssessView, sent: &Sent, faults: &Faults) -> FormPage {
    let name = words::name(&page, view.found.identity.as_ref());
    let title = page.t_with("pathways-assess-title", &[("name", &name)]);
    let page = page.titled(Section::Desk, title);
    let form = Filling { page: &page, sent, faults };
    let mut needs = needs::fields(&form, &view.before);
    needs.push(form.area("note", "pathways-note").hint(page.t("pathways-note-hint")));
    let asked = Group::new(page.t("pathways-needs"), page.t("pathways-needs-hint"), needs);
    FormPage {
        breadcrumb: words::of_pathway(&page, &view.found, &page.t("pathways-assess-here")),
        lead: page.t("pathways-assess-lead"),
        token: form.token(),
        groups: vec![
            Group::plain(vec![form.day("giorno", "pathways-assessed-on").required()]),
            asked.error(faults.of("bisogni")),
        ],
        button: page.t("pathways-assess-button"),
        back: words::pathway(view.found.pathway.id),
        second: None,
        page,
    }
}
