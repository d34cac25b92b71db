//! Words that several of these pages use.

use axum::http::StatusCode;
use kernel::Day;
use network::vocabulary::Vocabulary;
use ui::parts::{Breadcrumb, Shape, Status};
use ui::{Lang, Page, Problem, Say};

use super::room::Room;
use crate::desk::pathways::model::{
    Answer, Due, Goal, Level, Need, Pathway, PathwayId, Refusal, ResultKind, Stay,
};
use crate::desk::pathways::read::{Corrected, Followed, Someone};
use crate::desk::pathways::write::DeskError;
use crate::people::PersonId;
use crate::people::written::Identity;

/// What somebody is called: surname, then given name.
pub(super) fn name(page: &Page, identity: Option<&Identity>) -> String {
    let Some(identity) = identity else { return page.t("pathways-name-erased") };
    let whole = format!("{} {}", identity.surname.trim(), identity.given.trim());
    let whole = whole.trim();
    if whole.is_empty() { page.t("pathways-name-unknown") } else { whole.to_owned() }
}

/// The address of a person's file.
pub(super) fn file(person: PersonId) -> String {
    format!("/persone/{person}")
}

/// The way back to a person's file.
pub(super) fn breadcrumb(page: &Page, person: &Someone, here: &str) -> Breadcrumb {
    let above = vec![
        ("/sportello".to_owned(), page.t("ui-nav-desk")),
        (file(person.id), name(page, Some(&person.identity))),
    ];
    Breadcrumb::new(page, above, here)
}

/// The address of a pathway.
pub(super) fn pathway(id: PathwayId) -> String {
    format!("/percorsi/{id}")
}

/// The way back to a pathway.
pub(super) fn of_pathway(page: &Page, found: &Followed, here: &str) -> Breadcrumb {
    let above = [
        ("/percorsi".to_owned(), page.t("pathways-list-title")),
        (pathway(found.pathway.id), name(page, found.identity.as_ref())),
    ];
    way_back(page, &above, here)
}

/// What a goal says.
pub(super) fn goal(page: &Page, goal: &Goal) -> String {
    goal.text.as_ref().map_or_else(|| page.t("pathways-text-erased"), |goal| goal.text.clone())
}

/// The way back to a list of this part.
pub(super) fn way_back(page: &Page, above: &[(String, String)], here: &str) -> Breadcrumb {
    let desk = ("/sportello".to_owned(), page.t("ui-nav-desk"));
    let above = std::iter::once(desk).chain(above.iter().cloned()).collect();
    Breadcrumb::new(page, above, here)
}

/// The name of an outcome; the code where the catalogue has lost it.
pub(super) fn outcome(vocabulary: &Vocabulary, lang: Lang, code: &str) -> String {
    let found = vocabulary.outcomes().get(code);
    found.map_or_else(|| code.to_owned(), |term| lang.pick(&term.name_it, &term.name_en).clone())
}

/// An area of life.
pub(super) fn need(page: &Page, need: Need) -> String {
    page.t(&format!("pathways-need-{}", need.code()))
}

/// What a level means in an area: `3 · In una sistemazione di fortuna…`.
pub(super) fn level(page: &Page, need: Need, level: Level) -> String {
    let words = page.t(&format!("pathways-level-{}-{}", need.code(), level.number()));
    format!("{} · {words}", level.number())
}

/// How near a day is, in words.
pub(super) fn due(page: &Page, due: Due) -> String {
    match due {
        Due::Overdue(days) => page.tn("pathways-due-overdue", days),
        Due::Today => page.t("pathways-due-today"),
        Due::Soon(days) => page.tn("pathways-due-soon", days),
        Due::Later(day) => page.t_with("pathways-due-later", &[("day", &page.date(&day))]),
        Due::Never => page.t("pathways-due-never"),
        Due::Done(day) => page.t_with("pathways-due-done", &[("day", &page.date(&day))]),
    }
}

/// The same with a shape.
pub(super) fn due_status(page: &Page, day: Due) -> Status {
    let shape = match day {
        Due::Overdue(_) | Due::Today => Shape::Attention,
        Due::Soon(_) => Shape::Half,
        Due::Later(_) | Due::Never => Shape::Open,
        Due::Done(_) => Shape::Done,
    };
    Status::new(shape, due(page, day))
}

/// Whether a pathway is open.
pub(super) fn state(page: &Page, pathway: &Pathway) -> Status {
    if pathway.is_open() {
        Status::new(Shape::Half, page.t("pathways-is-open"))
    } else {
        Status::new(Shape::Done, page.t("pathways-is-closed"))
    }
}

/// Whether somebody is there, or left.
pub(super) fn stay_state(page: &Page, stay: &Stay) -> Status {
    if stay.until.is_none() {
        Status::new(Shape::Half, page.t("pathways-is-there"))
    } else {
        Status::new(Shape::Done, page.t("pathways-has-left"))
    }
}

/// That something was corrected or taken away.
pub(super) fn corrected(page: &Page, one: &Corrected) -> String {
    let what = page.t(&format!("pathways-what-{}", one.what));
    let key = if one.withdrawn { "pathways-event-withdrawn" } else { "pathways-event-corrected" };
    page.t_with(key, &[("what", &what), ("who", &one.by)])
}

/// The same with when and why, on one line.
pub(super) fn correction(page: &Page, one: &Corrected) -> String {
    let (what, moment) = (corrected(page, one), page.moment(&one.at));
    let reason = one.reason.clone().unwrap_or_else(|| page.t("pathways-text-erased"));
    page.t_with("pathways-correction", &[("moment", &moment), ("what", &what), ("reason", &reason)])
}

/// What was asked.
pub(super) fn kind(page: &Page, kind: ResultKind) -> String {
    page.t(&format!("pathways-result-{}", kind.code()))
}

/// What was answered, in words.
pub(super) fn answer(page: &Page, answer: Answer) -> String {
    match answer {
        Answer::LanguageBefore(level) | Answer::LanguageAfter(level) => level.code().to_owned(),
        Answer::Helpful(helpful) => page.t(&format!("pathways-helpful-{}", helpful.code())),
        Answer::Recognition | Answer::LongTerm => page.t("pathways-application-made"),
    }
}

/// Why something is refused, and what to do.
pub(super) fn refusal(page: &Page, refusal: &Refusal) -> String {
    let on = |key: &str, day: &Day| page.t_with(key, &[("day", &page.date(day))]);
    match refusal {
        Refusal::Future => page.t("pathways-refused-future"),
        Refusal::TooEarly => page.t("pathways-refused-too-early"),
        Refusal::BeforeBeginning(day) => on("pathways-refused-before-beginning", day),
        Refusal::NoNight(day) => on("pathways-refused-no-night", day),
        Refusal::Twice { since, .. } => on("pathways-refused-twice", since),
        Refusal::Overlaps { since, .. } => on("pathways-refused-overlaps", since),
        Refusal::Closed => page.t("pathways-refused-closed"),
        Refusal::Open => page.t("pathways-refused-open"),
        Refusal::OutsidePathway { from } => on("pathways-refused-outside", from),
        Refusal::NoLevel => page.t("pathways-refused-no-level"),
        Refusal::Empty => page.t("pathways-refused-empty"),
        Refusal::TooLong(most) => page.tn("pathways-refused-too-long", *most),
        Refusal::Unchanged => page.t("pathways-refused-unchanged"),
        Refusal::Restricted => page.t("pathways-restricted"),
    }
}

/// A refusal that no field of the page can show, or another failure.
pub(super) fn problem(error: DeskError) -> Problem {
    match error {
        DeskError::NotFound => Problem::not_found(),
        DeskError::TakenBack => Problem::conflict(Say::new("pathways-taken-back")),
        DeskError::Refused(Refusal::Restricted) => restricted(),
        DeskError::Refused(Refusal::Closed) => Problem::conflict(Say::new("pathways-closed-meanwhile")),
        DeskError::Refused(_) => Problem::conflict(Say::new("pathways-changed-meanwhile")),
        DeskError::Store(error) => Problem::internal(&error),
    }
}

/// The person asked that their data be kept and not used.
fn restricted() -> Problem {
    Problem::new(
        StatusCode::CONFLICT,
        Say::new("pathways-restricted"),
        Say::new("pathways-restricted-remedy"),
    )
}

impl Room<'_> {
    /// Refuses to do anything for somebody whose data may only be kept.
    pub fn may_use(&self, person: &Someone) -> Result<(), Problem> {
        if person.restricted { Err(restricted()) } else { Ok(()) }
    }
}
