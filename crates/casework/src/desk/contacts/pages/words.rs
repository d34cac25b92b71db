//! Words that the pages of contacts share.

use kernel::Day;
use network::vocabulary::{Term as _, Vocabulary};
use ui::parts::Breadcrumb;
use ui::{Lang, Page};

use super::super::model::{Modality, Outcome, Points};
use super::super::row::Content;
use super::super::subject::Subject;

/// The name of a service, or its code where the vocabulary has lost it.
pub fn service(vocabulary: &Vocabulary, lang: Lang, code: &str) -> String {
    let name =
        |service: &network::vocabulary::Service| lang.pick(service.name_it(), service.name_en()).to_owned();
    vocabulary.services().get(code).map_or_else(|| code.to_owned(), name)
}

/// How somebody was met, or what a register wrote of it.
pub fn modality(page: &Page, code: &str) -> String {
    Modality::of(code)
        .map_or_else(|| code.to_owned(), |one| page.t(&format!("contacts-modality-{}", one.code())))
}

/// How a contact ended.
pub fn outcome(page: &Page, code: &str) -> String {
    Outcome::of(code)
        .map_or_else(|| code.to_owned(), |one| page.t(&format!("contacts-outcome-{}", one.code())))
}

/// A day: today by its word.
pub fn day(page: &Page, today: Day, day: Day) -> String {
    if day == today { page.t("contacts-today-word") } else { page.date(&day) }
}

/// What a contact says beside its service, in one line.
pub fn line(page: &Page, points: &Points, content: &Content) -> String {
    let mut parts = Vec::new();
    parts.extend(content.point.as_ref().map(|point| points.name(point)));
    parts.extend(content.modality.as_ref().map(|code| modality(page, code)));
    parts.extend(content.minutes.map(|minutes| page.tn("contacts-minutes-n", minutes)));
    parts.extend(content.outcome.as_ref().map(|code| outcome(page, code)));
    if content.heads > 1 {
        parts.push(page.tn("contacts-heads-n", content.heads));
    }
    parts.join(" · ")
}

/// The way back: the desk, then the person if there is one.
pub fn breadcrumb(page: &Page, subject: Option<&Subject>, here: &str) -> Breadcrumb {
    let mut above = vec![("/sportello".to_owned(), page.t("ui-nav-desk"))];
    above.extend(subject.map(|subject| (format!("/persone/{}", subject.person), subject.name.clone())));
    Breadcrumb::new(page, above, here)
}
