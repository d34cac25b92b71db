//! Those who are found: the same list on the desk's first page, on the page of the search, while a person is being
//! registered, and wherever somebody is to be chosen.

use access::Who;
use access::reads::What;
use askama::Template;
use askama::filters::HtmlSafe;
use kernel::Day;
use linkage::BirthAgreement;
use network::vocabulary::Vocabulary;
use store::Reader;
use ui::parts::{Shape, Status};
use ui::{Page, Problem};

use super::super::read::{self, Card};
use super::{file_of, words};
use crate::names::{Hit, Query};
use crate::pages::App;
use crate::people::PersonId;

/// People that a list shows.
pub(super) const MOST_SHOWN: usize = 20;

/// Somebody who was found.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub hit: Hit,
    pub card: Card,
}

/// Those who were found.
#[derive(Clone, Debug, Default)]
pub(super) struct Matches {
    pub list: Vec<Match>,
    /// Whether there are more.
    pub more: bool,
    /// Whether too little was typed to look for anybody.
    pub too_little: bool,
}

/// What can be done with somebody in the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Offer<'a> {
    /// Open the file, record a contact.
    Open,
    /// Open the file: they may be who is being registered.
    Recognise,
    /// Choose them: the address that the identifier completes.
    Choose(&'a str),
}

/// Looks for people, and writes down that whoever asks is shown them.
pub(super) async fn find(
    app: &App,
    who: &Who,
    query: &Query,
    typed: &str,
    at_most: usize,
    what: What,
) -> Result<Matches, Problem> {
    if query.says_too_little() {
        return Ok(Matches { too_little: !typed.trim().is_empty(), ..Matches::default() });
    }
    let city = app.home(who)?.code;
    let found = app.names.search(&app.store, &app.vault, city, query, at_most).await?;
    let mut reader = app.store.reader().await?;
    let matches = matched(app, city, &mut reader, found).await?;
    drop(reader);
    let ids: Vec<_> = matches.list.iter().map(|found| found.card.person.0).collect();
    app.reads.search(who, city, typed, &ids, what).await?;
    Ok(matches)
}

async fn matched(
    app: &App,
    city: kernel::CityCode,
    reader: &mut Reader,
    found: crate::names::Found,
) -> Result<Matches, Problem> {
    let people: Vec<PersonId> = found.hits.iter().map(|hit| hit.person).collect();
    let cards = read::cards(reader, &*app.vault.city(city)?, &people).await?;
    // Who was united or erased between the search and the reading is left out.
    let hit = |card: &Card| found.hits.iter().find(|hit| hit.person == card.person).copied();
    let list = cards.into_iter().filter_map(|card| Some(Match { hit: hit(&card)?, card })).collect();
    Ok(Matches { list, more: found.more, too_little: false })
}

/// The list.
#[derive(Template)]
#[template(path = "people/results.html")]
pub(super) struct Results {
    heading: String,
    items: Vec<Item>,
    note: String,
}

impl HtmlSafe for Results {}

struct Item {
    key: String,
    name: String,
    href: String,
    line: String,
    why: String,
    written: String,
    met: String,
    status: Option<Status>,
    action: Option<(String, String, String)>,
}

impl Results {
    /// Those who were found for a query; `typed` is what was typed.
    pub(super) fn new(
        page: &Page,
        vocabulary: &Vocabulary,
        today: Day,
        query: &Query,
        matches: &Matches,
        offer: Offer<'_>,
    ) -> Self {
        let item =
            |(place, found): (usize, &Match)| item(page, vocabulary, today, query, found, place, offer);
        let items: Vec<Item> = matches.list.iter().enumerate().map(item).collect();
        let note = if matches.too_little {
            page.t("people-too-little")
        } else if matches.more {
            page.tn("people-more", items.len())
        } else {
            String::new()
        };
        let heading = match (items.len(), offer) {
            (0, _) => String::new(),
            (_, Offer::Recognise) => page.t("people-recognise"),
            (count, _) => page.tn("people-found", count),
        };
        Self { heading, items, note }
    }

    /// The same under other words.
    pub(super) fn headed(self, heading: String) -> Self {
        Self { heading, ..self }
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty() && self.note.is_empty()
    }

    /// An empty list that says something.
    pub(super) fn saying(note: String) -> Self {
        Self { heading: String::new(), items: Vec::new(), note }
    }
}

fn item(
    page: &Page,
    vocabulary: &Vocabulary,
    today: Day,
    query: &Query,
    found: &Match,
    place: usize,
    offer: Offer<'_>,
) -> Item {
    let card = &found.card;
    let matched = card.spellings.iter().find(|spelling| spelling.form == found.hit.form);
    let written = matched.map(|spelling| spelling.written.whole_name().trim().to_owned());
    let written = written.filter(|written| *written != card.name);
    let status = if card.is_restricted {
        Some(Status::new(Shape::None, page.t("people-status-restricted")))
    } else {
        card.in_charge.map(|day| {
            Status::new(Shape::Done, page.t_with("people-status-in-charge", &[("day", &page.date(&day))]))
        })
    };
    let href = file_of(card.person);
    let action = match offer {
        Offer::Open if !card.is_restricted => Some((
            format!("/contatti/nuovo?persona={}", card.person),
            page.t("people-contact"),
            page.t_with("people-contact-of", &[("name", &card.name)]),
        )),
        Offer::Open => None,
        Offer::Recognise => Some((
            href.clone(),
            page.t("people-it-is"),
            page.t_with("people-it-is-name", &[("name", &card.name)]),
        )),
        Offer::Choose(address) => Some((
            format!("{address}{}", card.person),
            page.t("people-choose-one"),
            page.t_with("people-choose-name", &[("name", &card.name)]),
        )),
    };
    // The first nine are opened by their number.
    let key = if offer == Offer::Open && place < 9 { (place + 1).to_string() } else { String::new() };
    Item {
        key,
        href,
        line: words::line(page, vocabulary, card, today),
        why: why(page, query, found),
        written: written
            .map(|written| page.t_with("people-written", &[("name", &written)]))
            .unwrap_or_default(),
        met: words::last_met(page, card),
        name: card.name.clone(),
        status,
        action,
    }
}

/// Why somebody was found: what of the name and of the birth agrees.
fn why(page: &Page, query: &Query, found: &Match) -> String {
    let written = found.card.spellings.iter().find(|spelling| spelling.form == found.hit.form);
    let name = match found.hit.fit.likeness() {
        likeness if likeness >= 0.99 => "same",
        likeness if likeness >= 0.9 => "alike",
        likeness if likeness >= 0.6 => "begins",
        _ => "other",
    };
    let birth = match query.birth_agreement(written.and_then(|spelling| spelling.written.birth)) {
        Some(BirthAgreement::Equal | BirthAgreement::EqualFirstOfJanuary) => Some("same"),
        Some(BirthAgreement::SameYear) => Some("year"),
        Some(BirthAgreement::Differ) => Some("differs"),
        Some(BirthAgreement::Missing) | None => None,
        Some(BirthAgreement::Near | BirthAgreement::OtherDay | BirthAgreement::Slip) => Some("near"),
    };
    let mut parts = Vec::new();
    if query.has_name() {
        parts.push(page.t(&format!("people-why-name-{name}")));
    }
    parts.extend(birth.map(|birth| page.t(&format!("people-why-birth-{birth}"))));
    parts.join(", ")
}
