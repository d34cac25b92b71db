//! One pathway: what the person needs, before and after; goals and steps; what happened.

use std::collections::BTreeMap;

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::Day;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Notice, Shape, Status, Table, Tone};
use ui::{Page, Problem, Section};

use super::fields::action_area;
use super::points::{point_name, points};
use super::room::{Room, parsed};
use super::{history, needs, words};
use crate::desk::pathways::model::{Assessment, Due, Goal, GoalState, PathwayId, Step, most_urgent};
use crate::desk::pathways::read::{self, Corrected, Followed, Recorded};
use crate::pages::App;

#[derive(Template)]
#[template(path = "pathways/one.html")]
pub(super) struct OnePage {
    page: Page,
    breadcrumb: Breadcrumb,
    status: Status,
    lead: String,
    about: Vec<(String, String)>,
    here: String,
    person: String,
    is_open: bool,
    may_follow: bool,
    needs: Option<Table>,
    goals: Vec<ShownGoal>,
    note: Option<String>,
    events: Vec<(String, String, String)>,
}

/// A goal as it is shown.
struct ShownGoal {
    id: String,
    text: String,
    need: String,
    status: Status,
    is_open: bool,
    steps: Vec<ShownStep>,
    reached: String,
    dropped: String,
    again: String,
    add: String,
}

/// A step as it is shown, with the one button that changes it.
struct ShownStep {
    id: String,
    text: String,
    status: Status,
    is_done: bool,
    label: String,
}

/// What the page is made of.
pub(super) struct OneView {
    pub found: Followed,
    pub assessments: Vec<Assessment>,
    pub goals: Vec<Goal>,
    /// What was asked when it closed.
    pub results: Vec<Recorded>,
    pub corrections: Vec<Corrected>,
    pub points: BTreeMap<String, String>,
    pub today: Day,
    /// The login of who reads.
    pub login: String,
}

impl OneView {
    async fn of(room: &Room<'_>, id: PathwayId) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let found = room.pathway(&mut reader, id).await?;
        let assessments = read::assessments(&mut reader, &room.keys, id).await?;
        let goals = read::goals(&mut reader, &room.keys, id).await?;
        let mut results = read::results(&mut reader, &room.keys, found.person).await?;
        results.retain(|one| one.pathway == Some(id));
        let corrections = read::corrections(&mut reader, &room.keys, id.0).await?;
        let points = points(room, &mut reader).await?;
        drop(reader);
        room.read(&[found.person], What::Pathways).await?;
        let (today, login) = (room.today(), room.who.login.clone());
        Ok(Self { found, assessments, goals, results, corrections, points, today, login })
    }
}

#[derive(Deserialize)]
pub(super) struct Happened {
    fatto: Option<String>,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    Query(happened): Query<Happened>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = OneView::of(&room, parsed(&id)?).await?;
    let done = happened.fatto.as_deref().and_then(|what| match what {
        "aperto" => Some(page.t("pathways-opened-now")),
        "chiuso" => Some(page.t("pathways-closed-now")),
        "valutato" => Some(page.t("pathways-assessed-now")),
        "corretto" => Some(page.t("pathways-corrected-now")),
        "seguito" => Some(page.t("pathways-followed-now")),
        _ => None,
    });
    let page = match done {
        Some(what) => page.notice(Notice::new(Tone::Success, what, "")),
        None => page,
    };
    Ok(ui::render(&OnePage::new(page, &app.vocabulary, &view)))
}

impl OnePage {
    pub(super) fn new(page: Page, vocabulary: &Vocabulary, view: &OneView) -> Self {
        let pathway = &view.found.pathway;
        let name = words::name(&page, view.found.identity.as_ref());
        let above = [
            ("/percorsi".to_owned(), page.t("pathways-list-title")),
            (words::file(view.found.person), name.clone()),
        ];
        let title = page.t_with("pathways-one-title", &[("name", &name)]);
        let page = page.titled(Section::Desk, title);
        Self {
            breadcrumb: words::way_back(&page, &above, &page.t("pathways-one-here")),
            status: words::state(&page, pathway),
            lead: lead(&page, vocabulary, view),
            about: about(&page, view),
            here: words::pathway(pathway.id),
            person: words::file(view.found.person),
            is_open: pathway.is_open(),
            may_follow: pathway.is_open() && pathway.followed_by != view.login,
            needs: needs::before_after(&page, &view.assessments),
            goals: view.goals.iter().map(|goal| shown(&page, view, goal)).collect(),
            note: view.found.note.clone(),
            events: history::of_pathway(&page, vocabulary, view),
            page,
        }
    }
}

fn lead(page: &Page, vocabulary: &Vocabulary, view: &OneView) -> String {
    let pathway = &view.found.pathway;
    if let Some(closing) = &pathway.closing {
        let outcome = words::outcome(vocabulary, page.lang, &closing.outcome);
        return page.t_with(
            "pathways-one-closed",
            &[
                ("from", &page.date(&pathway.opened_on)),
                ("on", &page.date(&closing.on)),
                ("outcome", &outcome),
            ],
        );
    }
    let days = (view.today - pathway.opened_on).num_days();
    let since = page.t_with("pathways-one-open", &[("day", &page.date(&pathway.opened_on)), ("n", &days)]);
    let next = match most_urgent(&view.goals) {
        Some(day) => words::due(page, Due::of(Some(day), None, view.today)),
        None => return format!("{since} {}", page.t("pathways-one-no-step")),
    };
    format!("{since} {}", page.t_with("pathways-one-next", &[("when", &next)]))
}

fn about(page: &Page, view: &OneView) -> Vec<(String, String)> {
    let pathway = &view.found.pathway;
    let point = pathway
        .point
        .as_deref()
        .map_or_else(|| page.t("pathways-point-none"), |code| point_name(&view.points, code));
    vec![
        (page.t("pathways-area"), action_area(page, pathway.area)),
        (page.t("pathways-point"), point),
        (page.t("pathways-followed-by"), pathway.followed_by.clone()),
    ]
}

fn shown(page: &Page, view: &OneView, goal: &Goal) -> ShownGoal {
    let here = words::pathway(view.found.pathway.id);
    let text = words::goal(page, goal);
    let on = |key: &str, day: &Day| page.t_with(key, &[("day", &page.date(day))]);
    let status = match &goal.state {
        GoalState::Open => words::due_status(page, goal.due(view.today)),
        GoalState::Reached(day) => Status::new(Shape::Done, on("pathways-goal-reached", day)),
        GoalState::Dropped(day) => Status::new(Shape::None, on("pathways-goal-dropped", day)),
    };
    let label = |key: &str| page.t_with(key, &[("goal", &text)]);
    ShownGoal {
        id: goal.id.to_string(),
        need: goal.text.as_ref().map(|goal| words::need(page, goal.need)).unwrap_or_default(),
        status,
        is_open: goal.is_open() && view.found.pathway.is_open(),
        steps: goal.steps.iter().map(|step| shown_step(page, view, step)).collect(),
        reached: label("pathways-goal-mark-reached"),
        dropped: label("pathways-goal-mark-dropped"),
        again: label("pathways-goal-mark-open"),
        add: format!("{here}/obiettivi/{}/passo", goal.id),
        text,
    }
}

fn shown_step(page: &Page, view: &OneView, step: &Step) -> ShownStep {
    let text = step.text.clone().unwrap_or_else(|| page.t("pathways-text-erased"));
    let key = if step.done_on.is_some() { "pathways-step-not-done" } else { "pathways-step-done" };
    ShownStep {
        id: step.id.to_string(),
        status: words::due_status(page, step.due(view.today)),
        is_done: step.done_on.is_some(),
        label: page.t_with(key, &[("step", &text)]),
        text,
    }
}
