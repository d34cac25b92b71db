//! What happened, in the order it happened: on the page of a pathway, and in the person's file.

use kernel::{Day, Timestamp};
use network::vocabulary::Vocabulary;
use ui::Page;

use super::one::OneView;
use super::words;
use crate::desk::file::Event;
use crate::desk::pathways::model::{Assessment, GoalState};
use crate::desk::pathways::read::{Corrected, Followed, Housed, Recorded};

/// What happened on a pathway: day, what, and more of it; the newest first.
pub(super) fn of_pathway(
    page: &Page,
    vocabulary: &Vocabulary,
    view: &OneView,
) -> Vec<(String, String, String)> {
    let mut events = pathway(page, vocabulary, &view.found);
    events.extend(view.assessments.iter().map(|one| assessment(page, one)));
    for goal in &view.goals {
        let text = words::goal(page, goal);
        let (key, day) = match goal.state {
            GoalState::Open => continue,
            GoalState::Reached(day) => ("pathways-event-reached", day),
            GoalState::Dropped(day) => ("pathways-event-dropped", day),
        };
        events.push(event(day, Timestamp::default(), page.t(key), Some(text), None));
    }
    events.extend(view.results.iter().map(|one| result(page, one)));
    events.extend(view.corrections.iter().map(|one| correction(page, one)));
    events.sort_by_key(|one| std::cmp::Reverse((one.day, one.at)));
    events.into_iter().map(|one| (page.date(&one.day), one.what, one.detail.unwrap_or_default())).collect()
}

fn event(day: Day, at: Timestamp, what: String, detail: Option<String>, href: Option<String>) -> Event {
    Event { day, at, what, detail, href }
}

/// A pathway opens and closes.
pub(super) fn pathway(page: &Page, vocabulary: &Vocabulary, found: &Followed) -> Vec<Event> {
    let pathway = &found.pathway;
    let href = || Some(words::pathway(pathway.id));
    let by = |who: &str| Some(page.t_with("pathways-by", &[("who", &who)]));
    let opened =
        event(pathway.opened_on, pathway.at, page.t("pathways-event-opened"), by(&pathway.by), href());
    let closed = pathway.closing.as_ref().map(|closing| {
        let outcome = words::outcome(vocabulary, page.lang, &closing.outcome);
        let what = page.t_with("pathways-event-closed", &[("outcome", &outcome)]);
        event(closing.on, closing.at, what, by(&closing.by), href())
    });
    std::iter::once(opened).chain(closed).collect()
}

fn assessment(page: &Page, one: &Assessment) -> Event {
    let note = one.needs.as_ref().map(|needs| needs.note.clone()).filter(|note| !note.is_empty());
    let areas = one.needs.as_ref().map_or(0, |needs| needs.levels.len());
    event(one.day, one.at, page.tn("pathways-event-assessed", areas), note, None)
}

/// Something that was asked.
pub(super) fn result(page: &Page, one: &Recorded) -> Event {
    let (kind, answer) = (words::kind(page, one.answer.kind()), words::answer(page, one.answer));
    let what = page.t_with("pathways-result-line", &[("kind", &kind), ("answer", &answer)]);
    event(one.day, one.at, what, None, None)
}

/// Somebody gets a place and leaves it.
pub(super) fn stay(page: &Page, house: &str, one: &Housed) -> Vec<Event> {
    let href = || Some(format!("/permanenze/{}", one.stay.id));
    let house = |key: &str| page.t_with(key, &[("house", &house)]);
    let came = event(one.stay.from, one.stay.at, house("pathways-event-came"), None, href());
    let left = one.stay.until.map(|day| event(day, one.stay.at, house("pathways-event-left"), None, href()));
    std::iter::once(came).chain(left).collect()
}

/// Something was corrected or taken away.
pub(super) fn correction(page: &Page, one: &Corrected) -> Event {
    let what = words::corrected(page, one);
    event(one.at.day(), one.at, what, one.reason.clone(), None)
}
