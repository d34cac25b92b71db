//! What is known of a person beside who they are, with its history; something new, something that holds no more.

use access::reads::What;
use access::{Action, Resource, Who};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::Response;
use kernel::Day;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use store::Actor;
use ui::parts::{Breadcrumb, Choice, Field, Notice};
use ui::{Page, Problem, Section};

use super::super::model::{Detail, DetailId, Faults, Kind};
use super::super::read::{self, Card, Standing};
use super::super::write::NewDetail;
use super::open::{self, shown};
use super::words::Lexicon;
use super::{again, desk, file_of, forged, header, random, refused, sent, to, words};
use crate::pages::{App, id};
use crate::people::PersonId;

#[derive(Template)]
#[template(path = "people/details.html")]
pub(super) struct DetailsPage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    restricted: Option<Notice>,
    lead: String,
    kinds: Vec<KindShown>,
    reserved: String,
    form: Option<NewForm>,
}

struct KindShown {
    name: String,
    now: Vec<Shown>,
    before: Vec<Shown>,
    add: Option<(String, String)>,
}

struct Shown {
    value: String,
    span: String,
    by: String,
    kept: String,
    /// Where it is ended, and by which words.
    end: Option<(String, String, String)>,
}

struct NewForm {
    heading: String,
    fields: Vec<Field>,
}

/// What the form of a new detail says, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    modulo: String,
    pub tipo: String,
    valore: String,
    dal: String,
    punto: String,
}

/// What the page is made of.
pub(super) struct DetailsView<'a> {
    pub card: &'a Card,
    pub standing: &'a Standing,
    pub details: &'a [Detail],
    pub may_see: &'a dyn Fn(Option<&str>) -> bool,
    /// The points of access that whoever writes may keep something to.
    pub offices: &'a [(String, String)],
    /// What is being written.
    pub writing: Option<(Kind, &'a Fields, &'a Faults)>,
    pub today: Day,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    tipo: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let fields = Fields {
        modulo: DetailId::new(app.clock.now(), &mut random()).to_string(),
        tipo: asked.tipo.unwrap_or_default(),
        dal: app.clock.now().day().to_string(),
        ..Fields::default()
    };
    page_of(page, &app, &who, id(&person)?, &fields, &Faults::new()).await
}

async fn page_of(
    page: Page,
    app: &App,
    who: &Who,
    person: PersonId,
    fields: &Fields,
    faults: &Faults,
) -> Result<Response, Problem> {
    let mut reader = app.store.reader().await?;
    let opened = open::person(app, who, &mut reader, person).await?;
    let details = read::details(&mut reader, &opened.keys, person).await?;
    drop(reader);
    shown(app, who, &[person], What::File).await?;
    let city = opened.city.code;
    let may_see = |office: Option<&str>| who.may(Action::ReadSpecial, &Resource::office(city, office));
    let kind = fields.tipo.parse().ok().filter(|kind| Kind::WRITTEN.contains(kind));
    let kind = kind.filter(|kind: &Kind| !opened.is_restricted() && (!kind.is_special() || may_see(None)));
    let offices = offices(app, who);
    let view = DetailsView {
        card: &opened.card,
        standing: &opened.standing,
        details: &details,
        may_see: &may_see,
        offices: &offices,
        writing: kind.map(|kind| (kind, fields, faults)),
        today: opened.today,
    };
    Ok(ui::render(&DetailsPage::new(page, Lexicon::of(app), &view)))
}

/// The points of access where whoever asks works, by code and name.
fn offices(app: &App, who: &Who) -> Vec<(String, String)> {
    let name = |code: &String| {
        let point = app.points.iter().find(|point| kernel::text::fold(&point.name) == *code);
        point.map_or_else(|| code.clone(), |point| point.name.clone())
    };
    who.offices.iter().map(|code| (code.clone(), name(code))).collect()
}

pub(super) async fn tell(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let (id, person): (DetailId, PersonId) = (sent(&fields.modulo)?, id(&person)?);
    let kind: Kind = sent(&fields.tipo)?;
    let office = Some(fields.punto.clone()).filter(|office| !office.is_empty());
    // Nobody keeps something to a point where they do not work, or writes what they may not read.
    let resource = Resource::office(who.city()?, office.as_deref());
    if !Kind::WRITTEN.contains(&kind) || office.as_ref().is_some_and(|office| !who.offices.contains(office)) {
        return Err(forged());
    }
    if kind.is_special() {
        who.require(Action::ReadSpecial, &resource)?;
    }
    let mut faults = Faults::new();
    let value = kind.read(&fields.valore, &app.vocabulary, &mut faults);
    let since = since(&fields.dal, app.clock.now().day(), &mut faults);
    let (Some(value), Some(since)) = (value, since) else {
        return Ok(again(page_of(page, &app, &who, person, &fields, &faults).await?));
    };
    let actor = who.actor();
    let new = NewDetail { kind, value, since, office };
    desk(&app, &who, &actor)?.tell(id, person, &new).await.map_err(refused)?;
    Ok(to(format!("{}/dati", file_of(person))))
}

/// The first day something held: today or before.
pub(super) fn since(typed: &str, today: Day, faults: &mut Faults) -> Option<Day> {
    let day = if typed.trim().is_empty() { Some(today) } else { typed.trim().parse().ok() };
    let day = day.filter(|day| *day <= today);
    if day.is_none() {
        faults.insert("dal", ui::Say::new("people-fault-since"));
    }
    day
}

#[derive(Deserialize)]
pub(super) struct Ending {
    come: String,
}

pub(super) async fn end(
    who: Who,
    State(app): State<App>,
    Path((person, detail)): Path<(String, String)>,
    Form(ending): Form<Ending>,
) -> Result<Response, Problem> {
    let (person, detail): (PersonId, DetailId) = (id(&person)?, id(&detail)?);
    let mut reader = app.store.reader().await?;
    let keys = app.vault.city(who.city()?)?;
    let details = read::details(&mut reader, &keys, person).await?;
    drop(reader);
    let known = details.into_iter().find(|known| known.id == detail).ok_or_else(Problem::not_found)?;
    if known.kind.is_special() || known.office.is_some() {
        who.require(Action::ReadSpecial, &Resource::office(who.city()?, known.office.as_deref()))?;
    }
    let until = match ending.come.as_str() {
        "oggi" => app.clock.now().day().max(known.since),
        "sbagliato" => known.since.pred_opt().unwrap_or(known.since),
        _ => return Err(forged()),
    };
    let actor: Actor = who.actor();
    desk(&app, &who, &actor)?.end_detail(detail, person, until).await.map_err(refused)?;
    Ok(to(format!("{}/dati", file_of(person))))
}

impl DetailsPage {
    pub(super) fn new(page: Page, lexicon: Lexicon<'_>, view: &DetailsView<'_>) -> Self {
        let title = page.t("people-details-title");
        let page = page.titled(Section::Desk, &title);
        let DetailsView { card, standing, may_see, .. } = *view;
        let home = format!("{}/dati", file_of(card.person));
        let is_open = *standing == Standing::Open;
        let mut hides = !may_see(None);
        let mut kinds = Vec::new();
        for kind in Kind::ALL {
            if kind.is_special() && !may_see(None) {
                continue;
            }
            let (mut now, mut before) = (Vec::new(), Vec::new());
            for detail in view.details.iter().filter(|detail| detail.kind == kind) {
                let is_kept = kind.is_special() || detail.office.is_some();
                if is_kept && !may_see(detail.office.as_deref()) {
                    hides = true;
                    continue;
                }
                let holds = detail.holds_on(view.today);
                let shown = shown_as(&page, lexicon, &home, detail, holds && is_open && kind != Kind::Notice);
                if holds { now.push(shown) } else { before.push(shown) }
            }
            let label =
                page.t(if now.is_empty() || !kind.is_single() { "people-add" } else { "people-change" });
            let name = page.t(&format!("people-kind-{}", kind.code()));
            let add = (is_open && Kind::WRITTEN.contains(&kind))
                .then(|| (format!("{home}?tipo={}#scrivi", kind.code()), format!("{label}: {name}")));
            kinds.push(KindShown { name, now, before, add });
        }
        Self {
            breadcrumb: words::breadcrumb(&page, Some(card), &title),
            heading: page.t_with("people-details-of", &[("name", &card.name)]),
            restricted: header::restricted(&page, standing),
            lead: page.t("people-details-lead"),
            kinds,
            reserved: if hides { page.t("people-reserved") } else { String::new() },
            form: view.writing.map(|(kind, fields, faults)| {
                new_form(&page, lexicon.vocabulary, view.offices, kind, fields, faults)
            }),
            page,
        }
    }
}

fn shown_as(page: &Page, lexicon: Lexicon<'_>, home: &str, detail: &Detail, can_end: bool) -> Shown {
    let value = words::detail(page, lexicon, detail);
    let words =
        [("moment", &page.moment(&detail.recorded_at) as &dyn ui::ToValue), ("who", &detail.recorded_by)];
    Shown {
        span: words::span(page, detail.since, detail.until),
        by: page.t_with("people-recorded", &words),
        kept: if detail.office.is_some() { page.t("people-kept-by-office") } else { String::new() },
        end: can_end.then(|| {
            let label = |key: &str| page.t_with(key, &[("value", &value)]);
            (format!("{home}/{}/fine", detail.id), label("people-end-of"), label("people-wrong-of"))
        }),
        value,
    }
}

fn new_form(
    page: &Page,
    vocabulary: &Vocabulary,
    offices: &[(String, String)],
    kind: Kind,
    fields: &Fields,
    faults: &Faults,
) -> NewForm {
    let fault = |name: &str| faults.get(name).map(|fault| page.say(fault)).unwrap_or_default();
    let name = page.t(&format!("people-kind-{}", kind.code()));
    let value = match kind {
        Kind::Language => Field::text("valore", &name)
            .hint(page.t("people-language-hint"))
            .suggestions(words::names(vocabulary.languages(), page.lang)),
        Kind::Permit => Field::list("valore", &name, words::choices(page, vocabulary.permits())),
        Kind::Vulnerability => {
            Field::list("valore", &name, words::choices(page, vocabulary.vulnerabilities()))
                .hint(page.t("people-vulnerability-hint"))
        }
        Kind::Note => Field::area("valore", &name),
        _ => Field::text("valore", &name),
    };
    let mut all = vec![
        Field::hidden("modulo", &fields.modulo),
        Field::hidden("tipo", kind.code()),
        value.value(&fields.valore).error(fault("valore")).autocomplete("off"),
        Field::date("dal", page.t("people-since-field")).value(&fields.dal).error(fault("dal")),
    ];
    if !offices.is_empty() {
        let everybody = Choice::new("", page.t("people-office-none"));
        let own = offices
            .iter()
            .map(|(code, name)| Choice::new(code, page.t_with("people-office-only", &[("name", name)])));
        all.push(
            Field::list("punto", page.t("people-office"), std::iter::once(everybody).chain(own).collect())
                .hint(page.t("people-office-hint"))
                .value(&fields.punto),
        );
    }
    NewForm { heading: page.t_with("people-write", &[("what", &name)]), fields: all }
}
