//! What has to be asked of somebody: recorded in their own file too, whether they have a pathway or not.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::parts::{Breadcrumb, Choice, Field, Notice, Tone};
use ui::{Page, Problem, Say, Section};

use super::fields::Filling;
use super::room::{Ground, Room, parsed};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{Answer, Helpful, ResultId, ResultKind};
use crate::desk::pathways::read::{self, Corrected, Recorded, Someone};
use crate::desk::pathways::write::{DeskError, Told};
use crate::pages::App;

#[derive(Template)]
#[template(path = "pathways/results.html")]
pub(super) struct ResultsPage {
    page: Page,
    breadcrumb: Breadcrumb,
    questions: Vec<Question>,
    recorded: Vec<Line>,
    corrections: Vec<String>,
}

/// One thing that is asked, with a form of its own.
struct Question {
    title: String,
    hint: String,
    fields: Vec<Field>,
    button: String,
}

/// A result that was recorded, with the way to take it away.
struct Line {
    what: String,
    when: String,
    action: String,
    token: Field,
    reason: Field,
    label: String,
}

/// The forms of the page, by the kind their answers are of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asking {
    Language,
    Helpful,
    Application,
}

impl Asking {
    const ALL: [Self; 3] = [Self::Language, Self::Helpful, Self::Application];

    fn of(kind: ResultKind) -> Self {
        match kind {
            ResultKind::LanguageBefore | ResultKind::LanguageAfter => Self::Language,
            ResultKind::Helpful => Self::Helpful,
            ResultKind::Recognition | ResultKind::LongTerm => Self::Application,
        }
    }

    const fn code(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Helpful => "helpful",
            Self::Application => "application",
        }
    }
}

/// What the page is made of.
pub(super) struct ResultsView {
    pub person: Someone,
    pub recorded: Vec<Recorded>,
    pub corrections: Vec<Corrected>,
}

impl ResultsView {
    async fn of(room: &Room<'_>, id: &str) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let person = room.person(&mut reader, id).await?;
        room.may_use(&person)?;
        let recorded = read::results(&mut reader, &room.keys, person.id).await?;
        let mut corrections = read::corrections_of(&mut reader, &room.keys, person.id).await?;
        corrections.retain(|one| one.what == "result");
        drop(reader);
        room.read(&[person.id], What::Pathways).await?;
        Ok(Self { person, recorded, corrections })
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
    let view = ResultsView::of(&room, &id).await?;
    let page = match happened.fatto.as_deref() {
        Some("tolto") => page.clone().notice(Notice::new(Tone::Success, page.t("pathways-result-gone"), "")),
        Some(_) => page.clone().notice(Notice::new(Tone::Success, page.t("pathways-result-kept"), "")),
        None => page,
    };
    Ok(ui::render(&ResultsPage::new(page, &room.ground(), &view, None, &Sent::default(), &Faults::default())))
}

pub(super) async fn keep(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token = ResultId(sent.token()?);
    let view = ResultsView::of(&room, &id).await?;
    let Some(kind) = ResultKind::from_code(sent.get("cosa")) else {
        return Err(Problem::bad_request(Say::new("pathways-unreadable")));
    };
    let mut faults = Faults::default();
    let day = sent.day("giorno", &page, &mut faults);
    let answer = Answer::read(kind, sent.get("risposta"));
    if answer.is_none() {
        faults.add("risposta", page.t("pathways-choose-one"));
    }
    if let (Some(day), Some(answer)) = (day, answer) {
        let told = Told { id: token, person: view.person.id, answer, day };
        match room.writer().keep(&told).await {
            Ok(_) => {
                let there = format!("{}/esiti?fatto=si", words::file(view.person.id));
                return Ok(Redirect::to(&there).into_response());
            }
            Err(DeskError::Refused(refusal)) => faults.refuse("giorno", &page, &refusal),
            Err(error) => return Err(words::problem(error)),
        }
    }
    let shown = ResultsPage::new(page, &room.ground(), &view, Some(kind), &sent, &faults);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, ui::render(&shown)).into_response())
}

pub(super) async fn withdraw(
    State(app): State<App>,
    who: Who,
    Path((id, result)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (result, token): (ResultId, _) = (parsed(&result)?, sent.token()?);
    let mut reader = room.reader().await?;
    let person = room.person(&mut reader, &id).await?;
    drop(reader);
    match room.writer().withdraw_result(token, result, sent.get("motivo")).await {
        Ok(()) => Ok(Redirect::to(&format!("{}/esiti?fatto=tolto", words::file(person.id))).into_response()),
        Err(DeskError::Refused(refusal)) if refusal.is_of_text() => {
            Err(Problem::bad_request(Say::new("pathways-reason-missing"))
                .remedy(Say::new("pathways-reason-missing-remedy")))
        }
        Err(error) => Err(words::problem(error)),
    }
}

impl ResultsPage {
    pub(super) fn new(
        page: Page,
        ground: &Ground<'_>,
        view: &ResultsView,
        asked: Option<ResultKind>,
        sent: &Sent,
        faults: &Faults,
    ) -> Self {
        let name = words::name(&page, Some(&view.person.identity));
        let title = page.t_with("pathways-results-title", &[("name", &name)]);
        let page = page.titled(Section::Desk, title);
        let today = ground.today().to_string();
        let question = |asking: Asking| {
            let fresh = Sent::with([("modulo", ground.token().to_string()), ("giorno", today.clone())]);
            let none = Faults::default();
            // What was typed stays in the form that was sent.
            let is_sent = asked.is_some_and(|kind| Asking::of(kind) == asking);
            let (sent, faults) = if is_sent { (sent, faults) } else { (&fresh, &none) };
            question(&Filling { page: &page, sent, faults }, asking)
        };
        Self {
            breadcrumb: words::breadcrumb(&page, &view.person, &page.t("pathways-results-here")),
            questions: Asking::ALL.map(question).into(),
            recorded: view.recorded.iter().rev().map(|one| line(&page, ground, view, one)).collect(),
            corrections: view.corrections.iter().map(|one| words::correction(&page, one)).collect(),
            page,
        }
    }
}

fn question(form: &Filling<'_>, asking: Asking) -> Question {
    let page = form.page;
    let id = |name: &str| format!("{}-{name}", asking.code());
    let kinds = |kinds: &[ResultKind]| {
        let choices = kinds.iter().map(|kind| Choice::new(kind.code(), words::kind(page, *kind))).collect();
        form.list("cosa", "pathways-result-which", choices).id(id("cosa"))
    };
    let mut fields = vec![form.token()];
    match asking {
        Asking::Language => {
            fields.push(kinds(&[ResultKind::LanguageBefore, ResultKind::LanguageAfter]));
            fields.push(form.language("risposta", "pathways-level").id(id("risposta")));
        }
        Asking::Helpful => {
            fields.push(Field::hidden("cosa", ResultKind::Helpful.code()));
            let none = Choice::new("", page.t("pathways-choose"));
            let answers = Helpful::ALL
                .map(|one| Choice::new(one.code(), page.t(&format!("pathways-helpful-{}", one.code()))));
            let answers = std::iter::once(none).chain(answers).collect();
            fields.push(form.list("risposta", "pathways-answer", answers).id(id("risposta")));
        }
        Asking::Application => fields.push(kinds(&[ResultKind::Recognition, ResultKind::LongTerm])),
    }
    fields.push(form.day("giorno", "pathways-result-day").id(id("giorno")).required());
    Question {
        title: page.t(&format!("pathways-asking-{}", asking.code())),
        hint: page.t(&format!("pathways-asking-{}-hint", asking.code())),
        fields,
        button: page.t("pathways-result-button"),
    }
}

fn line(page: &Page, ground: &Ground<'_>, view: &ResultsView, one: &Recorded) -> Line {
    let (kind, answer) = (words::kind(page, one.answer.kind()), words::answer(page, one.answer));
    let what = page.t_with("pathways-result-line", &[("kind", &kind), ("answer", &answer)]);
    let when = page.t_with("pathways-recorded", &[("day", &page.date(&one.day)), ("who", &one.by)]);
    Line {
        label: page.t_with("pathways-result-remove", &[("what", &what)]),
        action: format!("{}/esiti/{}/togli", words::file(view.person.id), one.id),
        token: Field::hidden("modulo", ground.token().to_string()),
        reason: Field::text("motivo", page.t("pathways-reason")).id(format!("motivo-{}", one.id)).required(),
        what,
        when,
    }
}
