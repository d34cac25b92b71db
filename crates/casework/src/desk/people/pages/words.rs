//! Words that the pages of people share.

use kernel::person::age_on;
use kernel::{Day, Gender};
use network::vocabulary::{Term, Terms, Vocabulary};
use ui::parts::{Breadcrumb, Choice};
use ui::{Lang, Page};

use super::super::model::person::is_day_uncertain;
use super::super::model::{Detail, Kind, Notices};
use super::super::read::Card;
use super::file_of;
use crate::pages::App;

/// Where the words for what is known come from.
#[derive(Clone, Copy)]
pub(super) struct Lexicon<'a> {
    pub vocabulary: &'a Vocabulary,
    pub notices: &'a Notices,
}

impl<'a> Lexicon<'a> {
    pub(super) fn of(app: &'a App) -> Self {
        Self { vocabulary: &app.vocabulary, notices: &app.notices }
    }
}

/// The name of a term, or its code where the vocabulary has lost it.
pub(super) fn name<T: Term>(terms: &Terms<T>, lang: Lang, code: &str) -> String {
    terms
        .get(code)
        .map_or_else(|| code.to_owned(), |term| lang.pick(term.name_it(), term.name_en()).to_owned())
}

/// All names of a vocabulary, by name.
pub(super) fn names<T: Term>(terms: &Terms<T>, lang: Lang) -> Vec<String> {
    let mut names: Vec<String> =
        terms.iter().map(|term| lang.pick(term.name_it(), term.name_en()).to_owned()).collect();
    names.sort_by_key(|name| kernel::text::fold(name));
    names
}

/// A list to choose a term from, nothing chosen first.
pub(super) fn choices<T: Term>(page: &Page, terms: &Terms<T>) -> Vec<Choice> {
    let none = Choice::new("", page.t("people-choose"));
    let all =
        terms.iter().map(|term| Choice::new(term.code(), page.lang.pick(term.name_it(), term.name_en())));
    std::iter::once(none).chain(all).collect()
}

/// When somebody was born and how old they are; that the day is not certain where it is a first of January.
pub(super) fn birth(page: &Page, birth: Option<Day>, today: Day) -> String {
    let Some(birth) = birth else { return page.t("people-birth-unknown") };
    let age = age_on(birth, today).unwrap_or(0);
    let key = if is_day_uncertain(birth) { "people-birth-uncertain" } else { "people-birth" };
    page.t_with(key, &[("day", &page.date(&birth)), ("age", &age)])
}

/// A gender in words.
pub(super) fn gender(page: &Page, gender: Gender) -> String {
    match gender {
        Gender::Unknown => ui::format::unknown(page.lang).to_owned(),
        known => page.t(&format!("people-gender-{}", known.code())),
    }
}

/// A citizenship in words.
pub(super) fn citizenship(page: &Page, vocabulary: &Vocabulary, code: Option<&str>) -> String {
    code.map_or_else(
        || page.t("people-citizenship-unknown"),
        |code| name(vocabulary.countries(), page.lang, code),
    )
}

/// What a person is known by, in one line: birth, citizenship.
pub(super) fn line(page: &Page, vocabulary: &Vocabulary, card: &Card, today: Day) -> String {
    let parts = [birth(page, card.birth, today), citizenship(page, vocabulary, card.citizenship.as_deref())];
    parts.join(" · ")
}

/// When somebody was last met.
pub(super) fn last_met(page: &Page, card: &Card) -> String {
    match card.last_met {
        Some(day) => page.t_with("people-last-met", &[("day", &page.date(&day))]),
        None => page.t_with("people-never-met", &[("day", &page.date(&card.first_day))]),
    }
}

/// What a detail says.
pub(super) fn detail(page: &Page, lexicon: Lexicon<'_>, detail: &Detail) -> String {
    let Lexicon { vocabulary, notices } = lexicon;
    match detail.kind {
        Kind::Language => name(vocabulary.languages(), page.lang, &detail.value),
        Kind::Permit => name(vocabulary.permits(), page.lang, &detail.value),
        Kind::Vulnerability => name(vocabulary.vulnerabilities(), page.lang, &detail.value),
        Kind::Notice => {
            let (language, version) = detail.value.split_once(' ').unwrap_or((&detail.value, ""));
            let name = notices.get(language).map_or(language, |notice| notice.name.as_str());
            page.t_with("people-notice-given", &[("language", &name), ("version", &version)])
        }
        _ => detail.value.clone(),
    }
}

/// The days something held.
pub(super) fn span(page: &Page, since: Day, until: Option<Day>) -> String {
    match until {
        None => page.t_with("people-since", &[("day", &page.date(&since))]),
        Some(until) if until < since => page.t("people-void"),
        Some(until) => page.period(&kernel::Period { from: since, to: until }),
    }
}

/// The way back from a page of a person: the desk, then their file unless this is it.
pub(super) fn breadcrumb(page: &Page, card: Option<&Card>, here: &str) -> Breadcrumb {
    let mut above = vec![("/sportello".to_owned(), page.t("ui-nav-desk"))];
    above.extend(card.map(|card| (file_of(card.person), card.name.clone())));
    Breadcrumb::new(page, above, here)
}

/// The size of a file as people say it.
pub(super) fn size(page: &Page, bytes: u32) -> String {
    if bytes < 1_048_576 {
        page.tn("people-size-kilobytes", bytes.div_ceil(1024))
    } else {
        let megabytes = page.decimal(&(f64::from(bytes) / 1_048_576.0), 1);
        page.t_with("people-size-megabytes", &[("size", &megabytes)])
    }
}
