//! Uniting two people who are one: found by search, seen side by side, taken back like any decision on a pair.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::Response;
use kernel::Day;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Notice};
use ui::{Page, Problem, Section};

use super::super::read::{self, Card, Standing};
use super::open::{self, shown};
use super::results::{Matches, Offer, Results, find};
use super::{desk, file_of, header, random, refused, sent, to, words};
use crate::names;
use crate::pages::{App, id};
use crate::people::PersonId;
use crate::people::pairs::PairId;

/// People that may be chosen from.
const MOST_FOUND: usize = 8;

#[derive(Template)]
#[template(path = "people/merge.html")]
pub(super) struct MergePage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    restricted: Option<Notice>,
    lead: String,
    search: Option<(Field, Results)>,
    sides: Vec<Side>,
    con: Field,
    home: String,
    can_unite: bool,
}

struct Side {
    name: String,
    href: String,
    lines: Vec<Line>,
}

/// One thing known of a side; `differs` where the other side says something else.
struct Line {
    name: String,
    value: String,
    differs: bool,
}

/// What the page is made of.
pub(super) struct MergeView<'a> {
    pub card: &'a Card,
    pub standing: &'a Standing,
    /// Whoever was chosen.
    pub other: Option<&'a Card>,
    /// What was searched, and who was found.
    pub searched: (&'a str, &'a names::Query, &'a Matches),
    pub today: Day,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    q: Option<String>,
    con: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let person: PersonId = id(&person)?;
    let mut reader = app.store.reader().await?;
    let opened = open::person(&app, &who, &mut reader, person).await?;
    let other: Option<PersonId> = asked.con.as_deref().map(id).transpose()?;
    let other = match other.filter(|other| *other != person) {
        Some(other) => Some(open::person(&app, &who, &mut reader, other).await?),
        None => None,
    };
    drop(reader);
    let other_id = other.as_ref().map(|other| other.card.person);
    let people: Vec<PersonId> = std::iter::once(person).chain(other_id).collect();
    shown(&app, &who, &people, What::File).await?;
    // Who looks for the other one begins with those who are called alike.
    let typed = asked.q.unwrap_or_else(|| opened.card.name.clone());
    let query = names::Query::typed(&typed, opened.today);
    let mut matches = Matches::default();
    if other.is_none() {
        matches = find(&app, &who, &query, &typed, MOST_FOUND, What::Desk).await?;
        matches.list.retain(|found| found.card.person != person);
    }
    let standing = match &other {
        Some(other) if opened.standing == Standing::Open => &other.standing,
        _ => &opened.standing,
    };
    let view = MergeView {
        card: &opened.card,
        standing,
        other: other.as_ref().map(|other| &other.card),
        searched: (&typed, &query, &matches),
        today: opened.today,
    };
    Ok(ui::render(&MergePage::new(page, &app.vocabulary, &view)))
}

#[derive(Deserialize)]
pub(super) struct Uniting {
    con: String,
}

pub(super) async fn unite(
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Form(uniting): Form<Uniting>,
) -> Result<Response, Problem> {
    let (person, other): (PersonId, PersonId) = (id(&person)?, sent(&uniting.con)?);
    let actor = who.actor();
    let merged = desk(&app, &who, &actor)?.merge(person, other, &mut random()).await.map_err(refused)?;
    let mut reader = app.store.reader().await?;
    let city = who.city()?;
    let gone = [person, other];
    let mut kept = person;
    for one in gone {
        kept = read::united_with(&mut reader, city, one).await?.map_or(kept, |(kept, _)| kept);
    }
    Ok(to(format!("{}?unita={}", file_of(kept), merged.pair)))
}

pub(super) async fn undo(
    who: Who,
    State(app): State<App>,
    Path((person, pair)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (person, pair): (PersonId, PairId) = (id(&person)?, id(&pair)?);
    let actor = who.actor();
    desk(&app, &who, &actor)?.unmerge(pair, &mut random()).await.map_err(refused)?;
    Ok(to(format!("{}?fatto=separate", file_of(person))))
}

impl MergePage {
    pub(super) fn new(page: Page, vocabulary: &Vocabulary, view: &MergeView<'_>) -> Self {
        let title = page.t("people-merge-title");
        let page = page.titled(Section::Desk, &title);
        let MergeView { card, standing, today, .. } = *view;
        let home = format!("{}/unisci", file_of(card.person));
        let (typed, query, matches) = view.searched;
        let address = format!("{home}?con=");
        let search = view.other.is_none().then(|| {
            let field = Field::search("q", page.t("people-merge-search"))
                .hint(page.t("people-search-hint"))
                .autocomplete("off")
                .value(typed);
            let results = Results::new(&page, vocabulary, today, query, matches, Offer::Choose(&address));
            let none = results.is_empty();
            (field, if none { Results::saying(page.t("people-merge-none")) } else { results })
        });
        let lead = match view.other {
            Some(_) => page.t("people-merge-lead-two"),
            None => page.t("people-merge-lead"),
        };
        Self {
            breadcrumb: words::breadcrumb(&page, Some(card), &title),
            heading: page.t_with("people-merge-of", &[("name", &card.name)]),
            restricted: header::restricted(&page, standing),
            lead,
            search,
            sides: view.other.map(|other| sides(&page, vocabulary, card, other, today)).unwrap_or_default(),
            con: Field::hidden("con", view.other.map(|other| other.person.to_string()).unwrap_or_default()),
            home,
            can_unite: view.other.is_some() && *standing == Standing::Open,
            page,
        }
    }
}

fn sides(page: &Page, vocabulary: &Vocabulary, one: &Card, other: &Card, today: Day) -> Vec<Side> {
    let lines = |card: &Card| {
        let mut lines = vec![(page.t("people-name"), card.name.clone())];
        lines.extend(header::lines(page, vocabulary, card, today).into_iter().take(3));
        lines.push((page.t("people-spellings"), spellings(card)));
        lines.push((page.t("people-contacts"), page.number(card.contacts)));
        lines.push((page.t("people-known"), page.date(&card.first_day)));
        lines
    };
    // How often and since when people were met is no difference between them.
    let compared = 4;
    let (left, right) = (lines(one), lines(other));
    let side = |card: &Card, lines: &[(String, String)], others: &[(String, String)]| Side {
        name: card.name.clone(),
        href: file_of(card.person),
        lines: lines
            .iter()
            .zip(others)
            .enumerate()
            .map(|(at, ((name, value), (_, other)))| Line {
                name: name.clone(),
                value: value.clone(),
                differs: at < compared && value != other,
            })
            .collect(),
    };
    vec![side(one, &left, &right), side(other, &right, &left)]
}

fn spellings(card: &Card) -> String {
    let others = card.other_names();
    if others.is_empty() { ui::format::NOT_APPLICABLE.to_owned() } else { others.join("; ") }
}
