//! Looking for somebody: the page of what was typed, and the list that follows the typing.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Empty, Field};
use ui::{Page, Problem, Section};

use super::super::model::{Faults, PersonFields};
use super::results::{MOST_SHOWN, Matches, Offer, Results, find};
use crate::names;
use crate::pages::App;

#[derive(Template)]
#[template(path = "people/search.html")]
pub(super) struct SearchPage {
    page: Page,
    lead: String,
    find: Find,
    empty: Option<Empty>,
    can_register: bool,
}

/// The search field with its list.
#[derive(Template)]
#[template(path = "people/find.html")]
pub(super) struct Find {
    field: Field,
    label: String,
    button: String,
    results: Results,
}

impl askama::filters::HtmlSafe for Find {}

impl Find {
    /// The field with what was typed, and those who were found for it.
    pub(super) fn new(page: &Page, typed: &str, results: Results) -> Self {
        let field = Field::search("q", page.t("people-search"))
            .hint(page.t("people-search-hint"))
            .autocomplete("off")
            .value(typed);
        Self { field, label: page.t("people-search-label"), button: page.t("people-search-button"), results }
    }
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let today = app.clock.now().day();
    let query = names::Query::typed(&asked.q, today);
    let matches = find(&app, &who, &query, &asked.q, MOST_SHOWN, What::Desk).await?;
    let can_register = who.may_in(access::Action::RegisterPerson, who.city()?);
    let view = SearchView { typed: &asked.q, query: &query, matches: &matches, can_register, today };
    Ok(ui::render(&SearchPage::new(page, &app.vocabulary, &view)))
}

/// What the page is made of.
pub(super) struct SearchView<'a> {
    pub typed: &'a str,
    pub query: &'a names::Query,
    pub matches: &'a Matches,
    pub can_register: bool,
    pub today: kernel::Day,
}

impl SearchPage {
    pub(super) fn new(page: Page, vocabulary: &Vocabulary, view: &SearchView<'_>) -> Self {
        let title = page.t("people-search-title");
        let page = page.titled(Section::Desk, title);
        let SearchView { typed, query, matches, can_register, today } = *view;
        let nobody = matches.list.is_empty() && !matches.too_little;
        let lead = match (typed.trim().is_empty(), nobody) {
            (true, _) => page.t("people-search-lead"),
            (_, true) => page.t_with("people-nobody", &[("typed", &typed.trim())]),
            _ => page.t_with("people-search-lead-found", &[("typed", &typed.trim())]),
        };
        let empty = (nobody && !typed.trim().is_empty()).then(|| {
            let empty = Empty::new(page.t("people-nobody-title"), page.t("people-nobody-text"));
            if can_register { empty.action("/persone/nuova", page.t("people-register")) } else { empty }
        });
        let results = Results::new(&page, vocabulary, today, query, matches, Offer::Open);
        Self { lead, find: Find::new(&page, typed, results), empty, can_register, page }
    }
}

/// People shown while somebody types: as many as stay in sight.
const MOST_WHILE_TYPING: usize = 8;

/// What follows the typing: of a search, or of the fields of a person that is being registered.
#[derive(Deserialize)]
pub(super) struct Typing {
    q: Option<String>,
    #[serde(default)]
    cognome: String,
    #[serde(default)]
    nome: String,
    #[serde(default)]
    nascita: String,
    #[serde(default)]
    genere: String,
    #[serde(default)]
    cittadinanza: String,
}

pub(super) async fn similar(
    page: Page,
    who: Who,
    State(app): State<App>,
    Query(typing): Query<Typing>,
) -> Result<Response, Problem> {
    let today = app.clock.now().day();
    let (query, typed, offer) = match typing.q {
        Some(typed) => (names::Query::typed(&typed, today), typed, Offer::Open),
        None => {
            let Typing { cognome, nome, nascita, genere, cittadinanza, .. } = typing;
            let typed = format!("{cognome} {nome} {nascita}");
            let fields = PersonFields { cognome, nome, nascita, genere, cittadinanza };
            let form = fields.read(&app.vocabulary, today, &mut Faults::new());
            (names::Query::of(&form), typed, Offer::Recognise)
        }
    };
    let at_most = if offer == Offer::Open { MOST_WHILE_TYPING } else { super::new::MOST_ALIKE };
    let matches = find(&app, &who, &query, &typed, at_most, What::Similar).await?;
    Ok(ui::render(&Results::new(&page, &app.vocabulary, today, &query, &matches, offer)))
}
