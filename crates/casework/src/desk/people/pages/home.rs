//! The desk's first page: who waits, what is due, where to begin.

use access::reads::What;
use access::{Action, Who};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::{Empty, Markup, Todo};
use ui::waits::Waiting;
use ui::{Page, Problem, Section};

use super::open::shown;
use super::results::Results;
use super::search::Find;
use crate::desk;
use crate::desk::contacts::{self, Today};
use crate::pages::App;

#[derive(Template)]
#[template(path = "people/home.html")]
pub(super) struct HomePage {
    page: Page,
    told: Option<Markup>,
    lead: String,
    find: Find,
    can_register: bool,
    can_record: bool,
    /// What the desk keeps: address and words.
    lists: Vec<(&'static str, String)>,
    todo: Option<Todo>,
    today: Markup,
    empty: Option<Empty>,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    salvato: Option<String>,
    annullato: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let city = who.city()?;
    let mut reader = app.store.reader().await?;
    let (saved, undone) = (asked.salvato.as_deref(), asked.annullato.as_deref());
    let told = contacts::told(&page, &app, &who, &mut reader, saved, undone).await?;
    let today = contacts::today(&page, &app, &who, &mut reader).await?;
    drop(reader);
    let waiting = waiting(&app, &who).await?;
    shown(&app, &who, &today.persons, What::Contacts).await?;
    let view = HomeView {
        told,
        today,
        waiting,
        can_register: who.may_in(Action::RegisterPerson, city),
        can_record: who.may_in(Action::RecordContact, city),
        can_follow: who.may_in(Action::ManagePathway, city),
        can_refer: who.may_in(Action::MakeReferral, city),
        can_answer: who.may_in(Action::ExerciseRights, city),
    };
    Ok(ui::render(&HomePage::new(page, view)))
}

/// What waits for whoever asks, in every part of the desk and in the registers.
async fn waiting(app: &App, who: &Who) -> Result<Vec<Waiting>, Problem> {
    access::waits::all(&desk::waits(app), who).await.map_err(|error| Problem::internal(&*error))
}

/// What the page is made of.
pub(super) struct HomeView {
    pub told: Option<Markup>,
    pub today: Today,
    pub waiting: Vec<Waiting>,
    pub can_register: bool,
    pub can_record: bool,
    pub can_follow: bool,
    pub can_refer: bool,
    pub can_answer: bool,
}

impl HomePage {
    pub(super) fn new(page: Page, view: HomeView) -> Self {
        let title = page.t("people-home-title");
        let page = page.titled(Section::Desk, title);
        let waiting: u64 = view.waiting.iter().map(|waiting| waiting.count).sum();
        let lead = page.t_with("people-home-lead", &[("visits", &view.today.visits), ("waiting", &waiting)]);
        let lists = [
            (view.can_follow, "/percorsi", "people-home-pathways"),
            (view.can_follow, "/permanenze", "people-home-stays"),
            (view.can_refer, "/invii", "people-home-referrals"),
            (view.can_answer, "/diritti", "people-home-rights"),
        ];
        let quiet = view.today.visits == 0;
        let empty = quiet.then(|| {
            let empty = Empty::new(page.t("people-home-empty"), page.t("people-home-empty-text"));
            if view.can_register { empty.action("/persone/nuova", page.t("people-register")) } else { empty }
        });
        Self {
            told: view.told,
            lead,
            find: Find::new(&page, "", Results::saying(String::new())),
            can_register: view.can_register,
            can_record: view.can_record,
            lists: lists
                .iter()
                .filter(|list| list.0)
                .map(|(_, href, words)| (*href, page.t(words)))
                .collect(),
            todo: (!view.waiting.is_empty()).then(|| Todo::new(&page, &view.waiting)),
            today: if quiet { Markup::default() } else { view.today.html },
            empty,
            page,
        }
    }
}
