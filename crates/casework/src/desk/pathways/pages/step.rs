//! One more step towards a goal, and saying that a step is done.

use access::Who;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, wrong};
use super::room::{Room, parsed};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{Goal, GoalId, PathwayId, StepId};
use crate::desk::pathways::read::{self, Followed};
use crate::desk::pathways::write::{DeskError, NewStep};
use crate::pages::App;

/// What the page is made of.
pub(super) struct StepView {
    pub found: Followed,
    pub goal: Goal,
}

impl StepView {
    async fn of(room: &Room<'_>, id: &str, goal: GoalId) -> Result<Self, Problem> {
        let found = room.open_pathway(id).await?;
        let mut reader = room.reader().await?;
        let goals = read::goals(&mut reader, &room.keys, found.pathway.id).await?;
        let goal = goals.into_iter().find(|one| one.id == goal).ok_or_else(Problem::not_found)?;
        Ok(Self { found, goal })
    }
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path((id, goal)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = StepView::of(&room, &id, parsed(&goal)?).await?;
    let sent = Sent::with([("modulo", room.token().to_string())]);
    Ok(ui::render(&form(page, &view, &sent, &Faults::default())))
}

pub(super) async fn plan(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path((id, goal)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (pathway, goal, token): (PathwayId, GoalId, _) = (parsed(&id)?, parsed(&goal)?, sent.token()?);
    let mut faults = Faults::default();
    let due_on = sent.day_if_any("entro", &page, &mut faults);
    if faults.is_empty() {
        let step = NewStep { id: StepId(token), text: sent.get("passo").to_owned(), due_on };
        match room.writer().plan_step(goal, &step).await {
            Ok(()) => {
                let there = format!("{}#obiettivo-{goal}", words::pathway(pathway));
                return Ok(Redirect::to(&there).into_response());
            }
            Err(DeskError::Refused(refusal)) if refusal.is_of_text() => {
                faults.refuse("passo", &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    let view = StepView::of(&room, &id, goal).await?;
    Ok(wrong(&form(page, &view, &sent, &faults)))
}

pub(super) fn form(page: Page, view: &StepView, sent: &Sent, faults: &Faults) -> FormPage {
    let name = words::name(&page, view.found.identity.as_ref());
    let title = page.t_with("pathways-step-title", &[("name", &name)]);
    let page = page.titled(Section::Desk, title);
    let form = Filling { page: &page, sent, faults };
    let fields = vec![
        form.text("passo", "pathways-step-text").hint(page.t("pathways-step-hint")).required(),
        form.day("entro", "pathways-step-due"),
    ];
    let goal = words::goal(&page, &view.goal);
    FormPage {
        breadcrumb: words::of_pathway(&page, &view.found, &page.t("pathways-step-here")),
        lead: page.t_with("pathways-step-lead", &[("goal", &goal)]),
        token: form.token(),
        groups: vec![Group::plain(fields)],
        button: page.t("pathways-step-button"),
        back: words::pathway(view.found.pathway.id),
        second: None,
        page,
    }
}

/// One press says that a step is done, or is not.
pub(super) async fn mark(
    State(app): State<App>,
    who: Who,
    Path((_, step)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let step: StepId = parsed(&step)?;
    let done = sent.get("fatto") == "si";
    let pathway = room.writer().mark_step(step, done).await.map_err(words::problem)?;
    // Who pressed in the list goes on with the list.
    let there = match sent.get("torna") {
        "elenco" => format!("/percorsi?passo={step}"),
        _ => format!("{}#passo-{step}", words::pathway(pathway)),
    };
    Ok(Redirect::to(&there).into_response())
}
