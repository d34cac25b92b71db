//! What became of a contact, told one change after the other.

use kernel::Day;
use ui::Page;

use super::super::correction::Correction;
use super::super::model::Action;
use super::super::row::Content;
use super::setting::Setting;
use super::words;

/// One thing that was done to a contact.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub what: String,
    pub when: String,
    pub reason: String,
    pub changes: Vec<String>,
}

/// The newest first. A change is told by what the contact said before it and after it.
pub(super) fn lines(
    page: &Page,
    setting: &Setting,
    history: &[Correction],
    now: Option<&Content>,
) -> Vec<Line> {
    let mut lines = Vec::with_capacity(history.len());
    let mut after = now;
    for correction in history.iter().rev() {
        let was = correction.was.as_ref().filter(|_| correction.action != Action::Absorbed);
        let changes = match (correction.action, was, after) {
            (Action::Changed, Some(was), Some(after)) => differences(page, setting, was, after),
            _ => Vec::new(),
        };
        lines.push(Line {
            what: page.t(&format!("contacts-action-{}", correction.action.code())),
            when: page.t_with(
                "contacts-when-who",
                &[("moment", &page.moment(&correction.made_at)), ("who", &correction.made_by)],
            ),
            reason: correction.reason.clone().unwrap_or_default(),
            changes,
        });
        after = was.or(after);
    }
    lines
}

/// What two contents differ in, field by field.
fn differences(page: &Page, setting: &Setting, was: &Content, now: &Content) -> Vec<String> {
    let day = |day: Day| page.date(&day);
    let service = |code: &str| words::service(&setting.vocabulary, page.lang, code);
    let point = |point: &Option<String>| point.as_ref().map(|point| setting.points.name(point));
    let fields: [(&str, Option<String>, Option<String>); 8] = [
        ("contacts-day", Some(day(was.day)), Some(day(now.day))),
        ("contacts-service", Some(service(&was.service)), Some(service(&now.service))),
        ("contacts-point", point(&was.point), point(&now.point)),
        (
            "contacts-modality",
            was.modality.as_ref().map(|code| words::modality(page, code)),
            now.modality.as_ref().map(|code| words::modality(page, code)),
        ),
        ("contacts-minutes", was.minutes.map(|n| page.number(n)), now.minutes.map(|n| page.number(n))),
        (
            "contacts-outcome",
            was.outcome.as_ref().map(|code| words::outcome(page, code)),
            now.outcome.as_ref().map(|code| words::outcome(page, code)),
        ),
        ("contacts-heads", Some(page.number(was.heads)), Some(page.number(now.heads))),
        ("contacts-note", was.note.clone(), now.note.clone()),
    ];
    let nothing = || ui::format::unknown(page.lang).to_owned();
    let differ = fields.into_iter().filter(|(_, was, now)| was != now);
    differ
        .map(|(field, was, now)| {
            let (was, now) = (was.unwrap_or_else(nothing), now.unwrap_or_else(nothing));
            page.t_with("contacts-change", &[("field", &page.t(field)), ("was", &was), ("now", &now)])
        })
        .collect()
}
