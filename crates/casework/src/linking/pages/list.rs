//! The questions of a city: one to ask, those that follow, those answered.

use std::collections::BTreeMap;

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use network::Cities;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Column, Empty, Notice, Table, Tone};
use ui::{Page, Problem, Section};
use uuid::Uuid;

use crate::desk::people::read::{Card, cards};
use crate::linking::answers::{self, Answer, Question, QuestionId};
use crate::pages::App;
use crate::people::PersonId;

/// As many questions of each kind are on the page: their people are read in one go.
const MOST_SHOWN: u32 = 10;

#[derive(Template)]
#[template(path = "questions/questions.html")]
pub(super) struct QuestionsPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    undo: Option<Answered>,
    question: Option<Asked>,
    others: Option<Table>,
    answered: Vec<Answered>,
    empty: Empty,
}

/// The question to ask.
struct Asked {
    name: String,
    about: String,
    file: String,
    text: String,
    action: String,
    answers: Vec<(&'static str, String)>,
}

/// An answer, with the way back.
struct Answered {
    what: String,
    when: String,
    action: String,
    label: String,
}

/// What an address says: which question, and what has just been done.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Address {
    domanda: Option<String>,
    fatto: Option<String>,
    annullata: Option<String>,
}

/// What the page is made of.
#[derive(Default)]
pub(super) struct QuestionsView {
    pub waiting: u32,
    pub open: Vec<Question>,
    pub answered: Vec<Question>,
    pub people: BTreeMap<PersonId, Card>,
    /// The question shown; the first that waits unless asked otherwise.
    pub chosen: Option<QuestionId>,
    /// The question just answered.
    pub done: Option<QuestionId>,
    /// Whether an answer has just been taken back.
    pub undone: bool,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Query(address): Query<Address>,
) -> Result<Response, Problem> {
    let city = app.home(&who)?.code;
    let keys = app.vault.city(city)?;
    let mut reader = app.store.reader().await?;
    let (waiting, _) = answers::waiting(&mut reader, city).await?;
    let open = answers::questions(&mut reader, city, false, MOST_SHOWN).await?;
    let answered = answers::questions(&mut reader, city, true, MOST_SHOWN).await?;
    let people: Vec<PersonId> = open.iter().chain(&answered).map(|question| question.person).collect();
    let cards = cards(&mut reader, &keys, &people).await?;
    drop(reader);
    let shown: Vec<Uuid> = cards.iter().map(|card| card.person.0).collect();
    if !shown.is_empty() {
        app.reads.list(&who, city, &shown, What::Questions).await?;
    }
    let question = |text: Option<String>| text.and_then(|text| text.parse().ok());
    let view = QuestionsView {
        waiting,
        open,
        answered,
        people: cards.into_iter().map(|card| (card.person, card)).collect(),
        chosen: question(address.domanda),
        done: question(address.fatto),
        undone: address.annullata.is_some(),
    };
    Ok(ui::render(&QuestionsPage::new(page, &app.cities, &view)))
}

impl QuestionsView {
    /// The question to ask: the one asked for while it waits, else the first.
    fn shown(&self) -> Option<&Question> {
        let asked = self.chosen.and_then(|id| self.open.iter().find(|question| question.id == id));
        asked.or(self.open.first())
    }

    fn name(&self, page: &Page, question: &Question) -> String {
        let card = self.people.get(&question.person);
        let name = card.map(|card| card.name.clone()).filter(|name| !name.is_empty());
        name.unwrap_or_else(|| page.t("questions-nameless"))
    }
}

impl QuestionsPage {
    pub(super) fn new(page: Page, cities: &Cities, view: &QuestionsView) -> Self {
        let title = page.t("questions-title");
        let mut page = page.titled(Section::Desk, title.clone());
        if view.undone {
            let notice = Notice::new(Tone::Info, page.t("questions-undone"), page.t("questions-undone-text"));
            page = page.notice(notice);
        }
        let desk = ("/sportello".to_owned(), page.t("ui-nav-desk"));
        let shown = view.shown();
        let done = view.done.and_then(|id| view.answered.iter().find(|question| question.id == id));
        let lead = if view.open.is_empty() {
            page.t("questions-lead-none")
        } else {
            page.tn("questions-lead", view.waiting)
        };
        Self {
            breadcrumb: Breadcrumb::new(&page, vec![desk], &title),
            lead,
            undo: done.map(|question| answered(&page, cities, view, question)),
            question: shown.map(|question| asked(&page, cities, view, question)),
            others: others(&page, cities, view, shown),
            answered: view.answered.iter().map(|question| answered(&page, cities, view, question)).collect(),
            empty: Empty::new(page.t("questions-empty"), page.t("questions-empty-text"))
                .action("/sportello", page.t("questions-empty-action")),
            page,
        }
    }
}

/// The city and the years, as they are asked about: «a Bologna nel 2024 o nel 2025».
fn text(page: &Page, cities: &Cities, question: &Question) -> String {
    let city = city(cities, question);
    if question.years.is_empty() {
        return page.t_with("questions-ask-ever", &[("city", &city)]);
    }
    let year = |year: &String| page.t_with("questions-ask-year", &[("year", year)]);
    let years: Vec<String> = question.years.iter().map(year).collect();
    let years = years.join(&format!(" {} ", page.t("questions-ask-or")));
    page.t_with("questions-ask", &[("city", &city), ("years", &years)])
}

fn city(cities: &Cities, question: &Question) -> String {
    let city = cities.get(question.other_city);
    city.map_or_else(|| question.other_city.to_string(), |city| city.name.clone())
}

fn asked(page: &Page, cities: &Cities, view: &QuestionsView, question: &Question) -> Asked {
    let card = view.people.get(&question.person);
    let birth = card.and_then(|card| card.birth);
    let unknown = || ui::format::unknown(page.lang).to_owned();
    let birth = birth.map_or_else(unknown, |birth| page.date(&birth));
    let answer = |answer: Answer| (answer.code(), page.t(&format!("questions-answer-{}", answer.code())));
    Asked {
        name: view.name(page, question),
        about: page.t_with("questions-born", &[("birth", &birth)]),
        file: format!("/persone/{}", question.person),
        text: text(page, cities, question),
        action: format!("/domande/{}", question.id),
        answers: Answer::ALL.map(answer).to_vec(),
    }
}

fn others(page: &Page, cities: &Cities, view: &QuestionsView, shown: Option<&Question>) -> Option<Table> {
    let others = || view.open.iter().filter(|question| shown.is_none_or(|shown| shown.id != question.id));
    others().next()?;
    let column = |key: &str| Column::text(page.t(key));
    let columns = vec![column("questions-person"), column("questions-city"), column("questions-since")];
    let rows = others().map(|question| {
        vec![
            Cell::link(format!("/domande?domanda={}", question.id), view.name(page, question)),
            Cell::text(city(cities, question)),
            Cell::text(page.date(&question.found_at.day())),
        ]
    });
    Some(Table::new(page, "others", page.t("questions-others"), columns).hide_caption().cards().rows(rows))
}

fn answered(page: &Page, cities: &Cities, view: &QuestionsView, question: &Question) -> Answered {
    let name = view.name(page, question);
    let city = city(cities, question);
    let (code, when) = question.answer.as_ref().map_or_else(Default::default, |(answer, at, who)| {
        (answer.code(), page.t_with("questions-when-who", &[("moment", &page.moment(at)), ("who", who)]))
    });
    let said = page.t(&format!("questions-answered-{code}"));
    Answered {
        what: page.t_with("questions-answered", &[("name", &name), ("city", &city), ("answer", &said)]),
        when,
        action: format!("/domande/{}/annulla", question.id),
        label: page.t_with("questions-undo-of", &[("name", &name), ("city", &city)]),
    }
}
