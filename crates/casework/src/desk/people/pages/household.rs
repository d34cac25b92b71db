//! The people somebody lives with: a new household, somebody who comes into it, somebody who leaves it.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::Response;
use kernel::Day;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Choice, Field, Notice};
use ui::{Page, Problem, Say, Section};

use super::super::model::{Faults, Relation};
use super::super::read::{self, Card, Household, HouseholdId, MemberId, Standing};
use super::super::write::{Joining, Which, WriteError};
use super::details::since;
use super::file::others;
use super::open::{self, shown};
use super::results::{Matches, Offer, Results, find};
use super::{again, desk, file_of, forged, header, random, refused, sent, to, words};
use crate::names;
use crate::pages::{App, id};
use crate::people::PersonId;

/// People that may be chosen from.
const MOST_FOUND: usize = 8;

#[derive(Template)]
#[template(path = "people/household.html")]
pub(super) struct HouseholdPage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    restricted: Option<Notice>,
    lead: String,
    households: Vec<Shown>,
    can_write: bool,
    search: Option<Search>,
    form: Option<JoinForm>,
}

struct Shown {
    title: String,
    members: Vec<MemberShown>,
}

struct MemberShown {
    name: String,
    href: String,
    relation: String,
    span: String,
    end: Option<(String, String, String)>,
}

/// Looking for whoever is to come into the household.
struct Search {
    field: Field,
    results: Results,
}

/// Somebody comes into a household.
struct JoinForm {
    heading: String,
    fields: Vec<Field>,
    button: String,
}

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    modulo: String,
    nuovo: String,
    nucleo: String,
    pub chi: String,
    parentela: String,
    dal: String,
}

/// What the page is made of.
pub(super) struct HouseholdView<'a> {
    pub card: &'a Card,
    pub standing: &'a Standing,
    pub households: &'a [Household],
    pub others: &'a [Card],
    /// What was searched, and who was found.
    pub searched: Option<(&'a str, &'a names::Query, &'a Matches)>,
    /// Who is to come in: the person, or somebody who was chosen.
    pub joining: Option<&'a Card>,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
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
    let today = app.clock.now().day();
    let fields = Fields {
        modulo: MemberId::new(app.clock.now(), &mut random()).to_string(),
        nuovo: HouseholdId::new(app.clock.now(), &mut random()).to_string(),
        chi: asked.con.unwrap_or_default(),
        dal: today.to_string(),
        ..Fields::default()
    };
    let asked = Sent { searched: asked.q, fields, faults: Faults::new() };
    page_of(page, &app, &who, id(&person)?, &asked).await
}

struct Sent {
    searched: Option<String>,
    fields: Fields,
    faults: Faults,
}

async fn page_of(
    page: Page,
    app: &App,
    who: &Who,
    person: PersonId,
    sent: &Sent,
) -> Result<Response, Problem> {
    let mut reader = app.store.reader().await?;
    let opened = open::person(app, who, &mut reader, person).await?;
    let households = read::households(&mut reader, opened.city.code, person).await?;
    let mut people = others(&households, person);
    let others = read::cards(&mut reader, &opened.keys, &people).await?;
    let chosen: Option<PersonId> =
        if sent.fields.chi.is_empty() { None } else { Some(id(&sent.fields.chi)?) };
    let chosen = match chosen {
        Some(chosen) if chosen != person => read::cards(&mut reader, &opened.keys, &[chosen]).await?.pop(),
        _ => None,
    };
    drop(reader);
    people.extend([person]);
    people.extend(chosen.as_ref().map(|card| card.person));
    shown(app, who, &people, What::File).await?;
    let typed = sent.searched.as_deref().unwrap_or_default();
    let query = names::Query::typed(typed, opened.today);
    let mut matches = find(app, who, &query, typed, MOST_FOUND, What::Desk).await?;
    matches.list.retain(|found| found.card.person != person);
    let current = current(&households, person, opened.today);
    let joining = match (&chosen, current) {
        (Some(chosen), Some(_)) => Some(chosen),
        (_, None) => Some(&opened.card),
        _ => None,
    };
    let view = HouseholdView {
        card: &opened.card,
        standing: &opened.standing,
        households: &households,
        others: &others,
        searched: Some((typed, &query, &matches)),
        joining,
        fields: &sent.fields,
        faults: &sent.faults,
        today: opened.today,
    };
    Ok(ui::render(&HouseholdPage::new(page, &app.vocabulary, &view)))
}

/// The household somebody is in on a day.
fn current(households: &[Household], person: PersonId, today: Day) -> Option<&Household> {
    households.iter().find(|household| {
        household.members.iter().any(|member| member.person == person && member.holds_on(today))
    })
}

pub(super) async fn join(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let (person, member): (PersonId, MemberId) = (id(&person)?, sent(&fields.modulo)?);
    let coming: PersonId = if fields.chi.is_empty() { person } else { sent(&fields.chi)? };
    let relation: Relation = sent(&fields.parentela)?;
    let household = if fields.nucleo.is_empty() {
        Which::New(sent(&fields.nuovo)?)
    } else {
        Which::Known(sent(&fields.nucleo)?)
    };
    let mut faults = Faults::new();
    if let Some(since) = since(&fields.dal, app.clock.now().day(), &mut faults) {
        let actor = who.actor();
        let joining = Joining { person: coming, household, relation, since };
        match desk(&app, &who, &actor)?.join_household(member, joining).await {
            Ok(()) => {
                return Ok(to(format!("{}/nucleo", file_of(person))));
            }
            Err(WriteError::InHousehold { number, since }) => {
                let day = page.date(&since);
                let fault = Say::new("people-in-household-since").with("number", number).with("day", day);
                faults.insert("dal", fault);
            }
            Err(error) => return Err(refused(error)),
        }
    }
    let sent = Sent { searched: None, fields, faults };
    Ok(again(page_of(page, &app, &who, person, &sent).await?))
}

#[derive(Deserialize)]
pub(super) struct Leaving {
    come: String,
}

pub(super) async fn leave(
    who: Who,
    State(app): State<App>,
    Path((person, member)): Path<(String, String)>,
    Form(leaving): Form<Leaving>,
) -> Result<Response, Problem> {
    let (person, member): (PersonId, MemberId) = (id(&person)?, id(&member)?);
    let mut reader = app.store.reader().await?;
    let households = read::households(&mut reader, who.city()?, person).await?;
    drop(reader);
    // Only who lives with the person whose page this is.
    let mut members = households.iter().flat_map(|household| &household.members);
    let member = members.find(|known| known.id == member).ok_or_else(Problem::not_found)?;
    let until = match leaving.come.as_str() {
        "oggi" => app.clock.now().day().max(member.since),
        "sbagliato" => member.since.pred_opt().unwrap_or(member.since),
        _ => return Err(forged()),
    };
    let actor = who.actor();
    desk(&app, &who, &actor)?.leave_household(member.id, until).await.map_err(refused)?;
    Ok(to(format!("{}/nucleo", file_of(person))))
}

impl HouseholdPage {
    pub(super) fn new(page: Page, vocabulary: &Vocabulary, view: &HouseholdView<'_>) -> Self {
        let title = page.t("people-household-title");
        let page = page.titled(Section::Desk, &title);
        let HouseholdView { card, standing, households, today, .. } = *view;
        let home = format!("{}/nucleo", file_of(card.person));
        let can_write = *standing == Standing::Open;
        let current = current(households, card.person, today);
        let lead = match (current, households.is_empty()) {
            (Some(household), _) => {
                let there = household.members.iter().filter(|member| member.holds_on(today)).count();
                page.t_with("people-household-lead", &[("n", &there), ("number", &household.number)])
            }
            (None, false) => page.t("people-household-lead-past"),
            (None, true) => page.t("people-household-lead-none"),
        };
        let search = view.searched.filter(|_| can_write && current.is_some() && view.fields.chi.is_empty());
        let address = format!("{home}?con=");
        Self {
            breadcrumb: words::breadcrumb(&page, Some(card), &title),
            heading: page.t_with("people-household-of", &[("name", &card.name)]),
            restricted: header::restricted(&page, standing),
            lead,
            households: households.iter().map(|one| shown_as(&page, view, &home, one)).collect(),
            can_write,
            search: search.map(|(typed, query, matches)| Search {
                field: Field::search("q", page.t("people-household-search"))
                    .hint(page.t("people-search-hint"))
                    .autocomplete("off")
                    .value(typed),
                results: Results::new(&page, vocabulary, today, query, matches, Offer::Choose(&address)),
            }),
            form: view.joining.filter(|_| can_write).map(|joining| join_form(&page, view, joining, current)),
            page,
        }
    }
}

fn shown_as(page: &Page, view: &HouseholdView<'_>, home: &str, household: &Household) -> Shown {
    let member = |member: &read::Member| {
        let is_self = member.person == view.card.person;
        let other = view.others.iter().find(|other| other.person == member.person);
        let name = if is_self { Some(view.card.name.clone()) } else { other.map(|other| other.name.clone()) };
        let name = name.unwrap_or_else(|| page.t("people-somebody"));
        let can_end = member.until.is_none() && *view.standing == Standing::Open;
        MemberShown {
            href: if is_self || other.is_none() { String::new() } else { file_of(member.person) },
            relation: page.t(&format!("people-relation-{}", member.relation.code())),
            span: words::span(page, member.since, member.until),
            end: can_end.then(|| {
                let label = |key: &str| page.t_with(key, &[("value", &name)]);
                (format!("{home}/{}/fine", member.id), label("people-leaves"), label("people-wrong-of"))
            }),
            name,
        }
    };
    Shown {
        title: page.tn("people-household-number", household.number),
        members: household.members.iter().map(member).collect(),
    }
}

fn join_form(page: &Page, view: &HouseholdView<'_>, joining: &Card, current: Option<&Household>) -> JoinForm {
    let fault = |name: &str| view.faults.get(name).map(|fault| page.say(fault)).unwrap_or_default();
    let relations = Relation::ALL.map(|relation| {
        Choice::new(relation.code(), page.t(&format!("people-relation-{}", relation.code())))
    });
    let is_first = joining.person == view.card.person;
    let default = if is_first { Relation::Head } else { Relation::Partner };
    let chosen = if view.fields.parentela.is_empty() { default.code() } else { &view.fields.parentela };
    let fields = vec![
        Field::hidden("modulo", &view.fields.modulo),
        Field::hidden("nuovo", &view.fields.nuovo),
        Field::hidden("nucleo", current.map(|household| household.id.to_string()).unwrap_or_default()),
        Field::hidden("chi", joining.person.to_string()),
        Field::list("parentela", page.t("people-relation"), relations.to_vec()).value(chosen),
        Field::date("dal", page.t("people-since-field")).value(&view.fields.dal).error(fault("dal")),
    ];
    let heading = if is_first {
        page.t("people-household-new")
    } else {
        page.t_with("people-household-add", &[("name", &joining.name)])
    };
    let button = page.t(if is_first { "people-household-make" } else { "people-household-join" });
    JoinForm { heading, fields, button }
}
