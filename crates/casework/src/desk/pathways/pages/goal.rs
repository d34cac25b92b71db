//! Planning a goal with its first steps, and saying what became of it.

use access::Who;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use ui::parts::Choice;
use ui::{Page, Problem, Say, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, wrong};
use super::room::{Room, parsed, random};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{GoalId, GoalText, Need, PathwayId, check_goal};
use crate::desk::pathways::read::Followed;
use crate::desk::pathways::write::{DeskError, GoalMark, NewGoal};
use crate::pages::App;

/// The fields of the first steps: text, and by which day.
const STEPS: [(&str, &str); 3] =
    [("passo-1", "passo-1-entro"), ("passo-2", "passo-2-entro"), ("passo-3", "passo-3-entro")];

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let found = room.open_pathway(&id).await?;
    let sent = Sent::with([("modulo", room.token().to_string())]);
    Ok(ui::render(&form(page, &found, &sent, &Faults::default())))
}

pub(super) async fn plan(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (pathway, token): (PathwayId, _) = (parsed(&id)?, GoalId(sent.token()?));
    let mut faults = Faults::default();
    let due_on = sent.day_if_any("entro", &page, &mut faults);
    let steps = steps(&page, &sent, &mut faults);
    let need = Need::from_code(sent.get("ambito"));
    if need.is_none() {
        faults.add("ambito", page.t("pathways-choose-one"));
    }
    if let Err(refusal) = check_goal(sent.get("obiettivo")) {
        faults.refuse("obiettivo", &page, &refusal);
    }
    if let (Some(need), true) = (need, faults.is_empty()) {
        let text = GoalText { text: sent.get("obiettivo").to_owned(), need };
        let goal = NewGoal { id: token, text, due_on, steps };
        match room.writer().plan(pathway, &goal, &mut random()).await {
            Ok(()) => {
                let there = format!("{}#obiettivo-{token}", words::pathway(pathway));
                return Ok(Redirect::to(&there).into_response());
            }
            Err(DeskError::Refused(refusal)) if refusal.is_of_text() => {
                faults.refuse("obiettivo", &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    let found = room.open_pathway(&id).await?;
    Ok(wrong(&form(page, &found, &sent, &faults)))
}

/// The first steps that were written.
fn steps(page: &Page, sent: &Sent, faults: &mut Faults) -> Vec<(String, Option<Day>)> {
    let mut steps = Vec::new();
    for (text, due) in STEPS {
        let day = sent.day_if_any(due, page, faults);
        match check_goal(sent.get(text)) {
            Ok(()) => steps.push((sent.get(text).to_owned(), day)),
            // A day without a step says that the step was forgotten.
            Err(refusal) if day.is_some() || !sent.get(text).is_empty() => {
                faults.refuse(text, page, &refusal)
            }
            Err(_) => {}
        }
    }
    steps
}

pub(super) fn form(page: Page, found: &Followed, sent: &Sent, faults: &Faults) -> FormPage {
    let name = words::name(&page, found.identity.as_ref());
    let title = page.t_with("pathways-goal-title", &[("name", &name)]);
    let page = page.titled(Section::Desk, title);
    let form = Filling { page: &page, sent, faults };
    let none = Choice::new("", page.t("pathways-choose"));
    let needs = Need::ALL.map(|need| Choice::new(need.code(), words::need(&page, need)));
    let goal = vec![
        form.text("obiettivo", "pathways-goal-text").hint(page.t("pathways-goal-hint")).required(),
        form.list("ambito", "pathways-goal-need", std::iter::once(none).chain(needs).collect()).required(),
        form.day("entro", "pathways-goal-due"),
    ];
    let mut steps = Vec::new();
    for (text, due) in STEPS {
        steps.push(form.text(text, "pathways-step-text"));
        steps.push(form.day(due, "pathways-step-due"));
    }
    FormPage {
        breadcrumb: words::of_pathway(&page, found, &page.t("pathways-goal-here")),
        lead: page.t("pathways-goal-lead"),
        token: form.token(),
        groups: vec![
            Group::plain(goal),
            Group::new(page.t("pathways-steps"), page.t("pathways-steps-hint"), steps),
        ],
        button: page.t("pathways-goal-button"),
        back: words::pathway(found.pathway.id),
        second: None,
        page,
    }
}

/// One press says what became of a goal.
pub(super) async fn mark(
    State(app): State<App>,
    who: Who,
    Path((_, goal)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let goal: GoalId = parsed(&goal)?;
    let mark = match sent.get("stato") {
        "raggiunto" => GoalMark::Reached,
        "lasciato" => GoalMark::Dropped,
        "aperto" => GoalMark::Open,
        _ => return Err(Problem::bad_request(Say::new("pathways-unreadable"))),
    };
    let pathway = room.writer().mark_goal(goal, mark).await.map_err(words::problem)?;
    Ok(Redirect::to(&format!("{}#obiettivo-{goal}", words::pathway(pathway))).into_response())
}
