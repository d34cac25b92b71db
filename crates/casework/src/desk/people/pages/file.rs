//! A person's file: who they are, what is in charge, what is known, whom they live with, the story.

use std::collections::HashMap;

use access::reads::What;
use access::{Action, Resource, Who};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::Day;
use serde::Deserialize;
use store::Reader;
use ui::parts::{Breadcrumb, Empty, Markup, Notice, Status};
use ui::{Page, Problem, Section};

use super::super::model::{Detail, Kind};
use super::super::read::{self, Attached, Card, Household, Rectified, Standing};
use super::header::{self, Deed};
use super::open::{self, Opened, shown};
use super::timeline::{Own, StoryDay, story};
use super::words::Lexicon;
use super::{file_of, to, words};
use crate::desk::file::{Event, File, FileSection};
use crate::desk::{contacts, pathways, referrals};
use crate::pages::{App, id};
use crate::people::{FormId, PersonId};

#[derive(Template)]
#[template(path = "people/file.html")]
pub(super) struct FilePage {
    page: Page,
    breadcrumb: Breadcrumb,
    done: Option<Done>,
    restricted: Option<Notice>,
    lead: String,
    status: Status,
    lines: Vec<(String, String)>,
    actions: Vec<Deed>,
    sections: Vec<(String, String, Markup)>,
    details: Vec<(String, Vec<String>)>,
    reserved: String,
    details_href: Option<String>,
    household: Vec<Relative>,
    household_title: String,
    household_href: Option<String>,
    story: Vec<StoryDay>,
    older: Option<String>,
    empty: Option<Empty>,
}

/// What has just been done, with the way back if there is one.
pub(super) struct Done {
    pub title: String,
    pub text: String,
    pub undo: Option<(String, String)>,
    pub link: Option<(String, String)>,
}

struct Relative {
    name: String,
    href: String,
    what: String,
}

/// What the file is made of, as the database gives it.
pub(super) struct FileView {
    pub card: Card,
    pub standing: Standing,
    pub details: Vec<Detail>,
    /// Whether whoever reads may see what is special, by the point that keeps it.
    pub may_see: HashMap<Option<String>, bool>,
    pub households: Vec<Household>,
    /// The others in them.
    pub others: Vec<Card>,
    pub rectified: Vec<Rectified>,
    pub attached: Vec<Attached>,
    pub sections: Vec<FileSection>,
    pub actions: Vec<Deed>,
    pub done: Option<Done>,
    pub before: Option<Day>,
    pub today: Day,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    nuova: Option<String>,
    unita: Option<String>,
    fatto: Option<String>,
    prima: Option<Day>,
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
    let opened = match open::person(&app, &who, &mut reader, person).await {
        Ok(opened) => opened,
        Err(problem) => {
            // Who was united with somebody is found there.
            let united = read::united_with(&mut reader, who.city()?, person).await?;
            return united.map(|(kept, _)| to(file_of(kept))).ok_or(problem);
        }
    };
    let view = view(&page, &app, &who, &mut reader, opened, &asked).await?;
    drop(reader);
    let others = view.others.iter().map(|card| card.person);
    let people: Vec<PersonId> = std::iter::once(person).chain(others).collect();
    shown(&app, &who, &people[..1], What::File).await?;
    // Whoever sees the file sees the names of those they live with, and not their files.
    let relatives: Vec<_> = people[1..].iter().map(|person| person.0).collect();
    if !relatives.is_empty() {
        app.reads.list(&who, who.city()?, &relatives, What::File).await?;
    }
    Ok(ui::render(&FilePage::new(page, Lexicon::of(&app), view)))
}

async fn view(
    page: &Page,
    app: &App,
    who: &Who,
    reader: &mut Reader,
    opened: Opened<'_>,
    asked: &Asked,
) -> Result<FileView, Problem> {
    let restricted = opened.is_restricted();
    let Opened { city, keys, card, standing, today } = opened;
    let person = card.person;
    let details = read::details(reader, &keys, person).await?;
    let households = read::households(reader, city.code, person).await?;
    let others = others(&households, person);
    let others = read::cards(reader, &keys, &others).await?;
    let forms: Vec<FormId> = card.spellings.iter().map(|spelling| spelling.form).collect();
    let file = File { app, who, page, city, person, forms: &forms, restricted };
    let sections = vec![
        pathways::section(&file, reader).await?,
        referrals::section(&file, reader).await?,
        contacts::section(&file, reader).await?,
    ];
    let offices = details.iter().map(|detail| detail.office.clone()).chain([None]);
    let sees = |office: &Option<String>| {
        who.may(Action::ReadSpecial, &Resource::office(city.code, office.as_deref()))
    };
    Ok(FileView {
        may_see: offices.map(|office| (office.clone(), sees(&office))).collect(),
        rectified: read::rectifications(reader, &keys, person).await?,
        attached: read::attached(reader, &keys, person).await?,
        actions: header::actions(page, who, city.code, &card, restricted),
        done: done(page, &card, asked),
        before: asked.prima,
        card,
        standing,
        details,
        households,
        others,
        sections,
        today,
    })
}

/// The other people of some households, as many as are shown.
pub(super) fn others(households: &[Household], person: PersonId) -> Vec<PersonId> {
    let mut others: Vec<PersonId> = Vec::new();
    for member in households.iter().flat_map(|household| &household.members) {
        if member.person != person && !others.contains(&member.person) {
            others.push(member.person);
        }
    }
    others.truncate(super::super::sql::MOST_CARDS);
    others
}

fn done(page: &Page, card: &Card, asked: &Asked) -> Option<Done> {
    let home = file_of(card.person);
    if asked.nuova.is_some() {
        return Some(Done {
            title: page.t("people-registered"),
            text: page.t("people-registered-text"),
            undo: None,
            link: Some((format!("{home}/informativa"), page.t("people-action-notice"))),
        });
    }
    if let Some(pair) = &asked.unita {
        // An address that was made up leads to nothing: the undo asks for the pair.
        let pair: crate::people::pairs::PairId = pair.parse().ok()?;
        return Some(Done {
            title: page.t("people-merged"),
            text: page.t("people-merged-text"),
            undo: Some((format!("{home}/unisci/{pair}/annulla"), page.t("people-merge-undo"))),
            link: None,
        });
    }
    let what = asked.fatto.as_deref()?;
    let known = ["rettifica", "separate", "informativa"].contains(&what);
    known.then(|| Done {
        title: page.t(&format!("people-done-{what}")),
        text: String::new(),
        undo: None,
        link: None,
    })
}

impl FilePage {
    pub(super) fn new(page: Page, lexicon: Lexicon<'_>, view: FileView) -> Self {
        let page = page.titled(Section::Desk, &view.card.name);
        let FileView { card, standing, details, may_see, households, others, .. } = &view;
        let home = file_of(card.person);
        let offered = |end: &str| {
            let href = format!("{home}/{end}");
            view.actions.iter().any(|deed| deed.href == href).then_some(href)
        };
        let own = Own { card, details, rectified: &view.rectified, households, attached: &view.attached };
        let mut events: Vec<Event> = own.events(&page);
        events.extend(view.sections.iter().flat_map(|section| section.events.clone()));
        let (story, older) = story(&page, events, view.before);
        let (shown, hides) = known(&page, lexicon, details, may_see, view.today);
        let current = households.iter().find(|household| {
            let is_there =
                |member: &read::Member| member.person == card.person && member.holds_on(view.today);
            household.members.iter().any(is_there)
        });
        Self {
            breadcrumb: words::breadcrumb(&page, None, &card.name),
            restricted: header::restricted(&page, standing),
            lead: header::lead(&page, card),
            status: header::status(&page, card),
            lines: header::lines(&page, lexicon.vocabulary, card, view.today),
            sections: view
                .sections
                .iter()
                .filter(|section| !section.id.is_empty())
                .map(|section| (section.id.to_owned(), section.title.clone(), Markup(section.html.clone())))
                .collect(),
            details: shown,
            reserved: if hides { page.t("people-reserved") } else { String::new() },
            details_href: offered("dati"),
            household: current
                .map(|household| relatives(&page, household, card, others, view.today))
                .unwrap_or_default(),
            household_title: match current {
                Some(household) => page.tn("people-household-number", household.number),
                None => page.t("people-household"),
            },
            household_href: offered("nucleo"),
            empty: story
                .is_empty()
                .then(|| Empty::new(page.t("people-story-empty"), page.t("people-story-empty-text"))),
            older: older.map(|day| format!("{home}?prima={day}#storia")),
            story,
            actions: view.actions,
            done: view.done,
            page,
        }
    }
}

/// What is known of a person today, kind by kind; and whether something is kept from whoever reads. What is special is
/// kept from who may not see it whether there is any or not: that there is none tells something too.
fn known(
    page: &Page,
    lexicon: Lexicon<'_>,
    details: &[Detail],
    may_see: &HashMap<Option<String>, bool>,
    today: Day,
) -> (Vec<(String, Vec<String>)>, bool) {
    let may = |office: &Option<String>| may_see.get(office).copied().unwrap_or(false);
    let mut hides = !may(&None);
    let mut shown = Vec::new();
    for kind in Kind::ALL {
        let mut values = Vec::new();
        for detail in details.iter().filter(|detail| detail.kind == kind && detail.holds_on(today)) {
            let is_kept = detail.kind.is_special() || detail.office.is_some();
            if is_kept && !may(&detail.office) {
                hides = true;
                continue;
            }
            values.push(words::detail(page, lexicon, detail));
        }
        if !values.is_empty() {
            shown.push((page.t(&format!("people-kind-{}", kind.code())), values));
        }
    }
    (shown, hides)
}

fn relatives(page: &Page, household: &Household, card: &Card, others: &[Card], today: Day) -> Vec<Relative> {
    let there = household.members.iter().filter(|member| member.holds_on(today));
    there
        .filter_map(|member| {
            let relation = page.t(&format!("people-relation-{}", member.relation.code()));
            if member.person == card.person {
                let name = page.t_with("people-household-self", &[("name", &card.name)]);
                return Some(Relative { name, href: String::new(), what: relation });
            }
            let other = others.iter().find(|other| other.person == member.person)?;
            Some(Relative { name: other.name.clone(), href: file_of(other.person), what: relation })
        })
        .collect()
}
