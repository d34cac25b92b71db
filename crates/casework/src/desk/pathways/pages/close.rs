//! Closing a pathway: how it ended, and what has to be asked of the person.

use access::Who;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use ui::parts::{Choice, Field, Notice, Tone};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::form::{FormPage, Group, wrong};
use super::room::{Ground, Room, parsed, random};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{
    Answer, Asked, Due, Goal, Helpful, LanguageLevel, PathwayId, Refusal, ResultKind,
};
use crate::desk::pathways::read::{self, Followed};
use crate::desk::pathways::write::{Closure, DeskError};
use crate::pages::App;

/// What the page is made of.
pub(super) struct CloseView {
    pub found: Followed,
    pub goals: Vec<Goal>,
    /// Whether the person was in a language course.
    pub in_course: bool,
    /// The level of Italian on entering it, if it was recorded.
    pub level_before: Option<LanguageLevel>,
    /// Since when they have a place, if they have one.
    pub housed_since: Option<Day>,
}

impl CloseView {
    async fn of(room: &Room<'_>, id: &str) -> Result<Self, Problem> {
        let found = room.open_pathway(id).await?;
        let mut reader = room.reader().await?;
        let goals = read::goals(&mut reader, &room.keys, found.pathway.id).await?;
        let results = read::results(&mut reader, &room.keys, found.person).await?;
        let stays = read::stays_of(&mut reader, &room.keys, found.person).await?;
        let before = |answer: &Answer| match answer {
            Answer::LanguageBefore(level) => Some(*level),
            _ => None,
        };
        let level_before = results.iter().rev().find_map(|one| before(&one.answer));
        let met = read::was_at(&mut reader, room.city.code, found.person, "language_course").await?;
        let housed = stays.iter().find(|one| one.stay.span().holds(room.today()));
        Ok(Self {
            goals,
            in_course: met || level_before.is_some(),
            level_before,
            housed_since: housed.map(|one| one.stay.from),
            found,
        })
    }
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = CloseView::of(&room, &id).await?;
    let sent = Sent::with([("modulo", room.token().to_string()), ("giorno", room.today().to_string())]);
    Ok(ui::render(&form(page, &room.ground(), &view, &sent, &Faults::default())))
}

pub(super) async fn close(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (pathway, token): (PathwayId, _) = (parsed(&id)?, sent.token()?);
    let mut faults = Faults::default();
    let on = sent.day("giorno", &page, &mut faults);
    let known = app.vocabulary.outcomes().get(sent.get("esito")).filter(|outcome| outcome.closes());
    if known.is_none() {
        faults.add("esito", page.t("pathways-choose-one"));
    }
    let answers = on.map(|on| answers(&page, &sent, on, &mut faults)).unwrap_or_default();
    let asked = known.map(|outcome| Asked::of(outcome.can_be_asked(), false));
    if asked.is_some_and(|asked| asked.person) && sent.get("utile").is_empty() {
        faults.add("utile", page.t("pathways-helpful-missing"));
    }
    if let (Some(on), Some(outcome), true) = (on, known, faults.is_empty()) {
        let note = sent.get("note").to_owned();
        let outcome = outcome.code.clone();
        let closure = Closure { id: token, pathway, on, outcome, note, answers };
        match room.writer().close(&closure, &mut random()).await {
            Ok(()) => {
                return Ok(Redirect::to(&format!("{}?fatto=chiuso", words::pathway(pathway))).into_response());
            }
            Err(DeskError::Refused(refusal)) if !matches!(refusal, Refusal::Closed) => {
                faults.refuse("giorno", &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    let view = CloseView::of(&room, &id).await?;
    Ok(wrong(&form(page, &room.ground(), &view, &sent, &faults)))
}

/// What the person answered. Whatever was left at «not asked» is not recorded: nothing is worked out from silence.
fn answers(page: &Page, sent: &Sent, on: Day, faults: &mut Faults) -> Vec<(Answer, Day)> {
    let mut answers = Vec::new();
    let level = LanguageLevel::from_code(sent.get("italiano-prima"));
    answers.extend(level.map(|level| (Answer::LanguageBefore(level), on)));
    let level = LanguageLevel::from_code(sent.get("italiano"));
    answers.extend(level.map(|level| (Answer::LanguageAfter(level), on)));
    let helpful = Helpful::from_code(sent.get("utile"));
    answers.extend(helpful.map(|helpful| (Answer::Helpful(helpful), on)));
    for (field, answer) in [("riconoscimento", Answer::Recognition), ("lungo-periodo", Answer::LongTerm)] {
        answers.extend(sent.day_if_any(field, page, faults).map(|day| (answer, day)));
    }
    answers
}

pub(super) fn form(
    page: Page,
    ground: &Ground<'_>,
    view: &CloseView,
    sent: &Sent,
    faults: &Faults,
) -> FormPage {
    let name = words::name(&page, view.found.identity.as_ref());
    let title = page.t_with("pathways-close-title", &[("name", &name)]);
    let page = with_notices(page.titled(Section::Desk, title), view);
    let form = Filling { page: &page, sent, faults };
    let how = vec![
        form.day("giorno", "pathways-closed-on").hint(page.t("pathways-closed-on-hint")).required(),
        form.outcome(ground.vocabulary).required(),
        form.area("note", "pathways-closing-note").hint(page.t("pathways-note-hint")),
    ];
    let asked = Group::new(page.t("pathways-asked"), page.t("pathways-asked-hint"), asked(&form, view));
    FormPage {
        breadcrumb: words::of_pathway(&page, &view.found, &page.t("pathways-close-here")),
        lead: page.t("pathways-close-lead"),
        token: form.token(),
        groups: vec![Group::plain(how), asked],
        button: page.t("pathways-close-button"),
        back: words::pathway(view.found.pathway.id),
        second: None,
        page,
    }
}

/// Steps that are left, and a place that they still have: good to know before closing.
fn with_notices(page: Page, view: &CloseView) -> Page {
    let left = view.goals.iter().filter(|goal| goal.is_open()).flat_map(|goal| &goal.steps);
    let left = left.filter(|step| !matches!(step.due(Day::MAX), Due::Done(_))).count();
    let mut page = page;
    if left > 0 {
        let notice = Notice::new(Tone::Info, page.tn("pathways-steps-left", left), "");
        page = page.notice(notice);
    }
    if let Some(since) = view.housed_since {
        let since = page.t_with("pathways-still-housed", &[("day", &page.date(&since))]);
        let notice = Notice::new(Tone::Info, since, "")
            .link(format!("{}#permanenze", words::file(view.found.person)), page.t("pathways-see-stay"));
        page = page.notice(notice);
    }
    page
}

fn asked(form: &Filling<'_>, view: &CloseView) -> Vec<Field> {
    let page = form.page;
    let none = Choice::new("", page.t("pathways-choose"));
    let not_asked = Choice::new("non_chiesto", page.t("pathways-not-asked"));
    let helpful =
        Helpful::ALL.map(|one| Choice::new(one.code(), page.t(&format!("pathways-helpful-{}", one.code()))));
    let helpful = std::iter::once(none).chain(helpful).chain([not_asked]).collect();
    let mut fields =
        vec![form.list("utile", "pathways-asked-helpful", helpful).hint(page.t("pathways-helpful-hint"))];
    if view.in_course {
        let after = form.language("italiano", "pathways-asked-language-after");
        match view.level_before {
            Some(level) => {
                let hint = page.t_with("pathways-level-before", &[("level", &level.code())]);
                fields.push(after.hint(hint));
            }
            None => fields.extend([form.language("italiano-prima", "pathways-asked-language-before"), after]),
        }
    }
    let application = |name: &str, kind: ResultKind| {
        let label = format!("pathways-asked-{}", kind.code());
        form.day(name, &label).hint(page.t("pathways-application-hint"))
    };
    fields.push(application("riconoscimento", ResultKind::Recognition));
    fields.push(application("lungo-periodo", ResultKind::LongTerm));
    fields
}
