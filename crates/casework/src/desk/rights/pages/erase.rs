//! Erasing a person: what goes and what stays is said first, and it is confirmed by a word.

use access::Who;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::CityCode;
use network::Cities;
use ui::parts::{Breadcrumb, Field, Notice, Tone};
use ui::{Page, Problem, Section};

use super::room::Room;
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::people::read::Card;
use crate::desk::referrals::model::{Side, State as Became};
use crate::desk::referrals::read as referrals;
use crate::desk::rights::model::{GoingOn, Ground, RequestId, is_confirmed};
use crate::desk::rights::read;
use crate::desk::rights::write::{Erasure, RightsError};
use crate::pages::App;

#[derive(Template)]
#[template(path = "rights/erase.html")]
pub(super) struct ErasePage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    going_on: Option<Notice>,
    first: Vec<String>,
    elsewhere: Option<Notice>,
    goes: Vec<String>,
    stays: Vec<String>,
    beyond: Vec<String>,
    file: String,
    home: String,
    token: Field,
    ground: Field,
    confirm: Field,
    can_erase: bool,
}

/// What the page is made of.
pub(super) struct EraseView<'a> {
    pub card: &'a Card,
    pub going_on: Vec<GoingOn>,
    /// Cities that have the person because this one sent them.
    pub elsewhere: Vec<CityCode>,
    pub cities: &'a Cities,
    pub token: String,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    shown(page, &room, &id, &Sent::default(), &Faults::default()).await
}

async fn shown(
    page: Page,
    room: &Room<'_>,
    id: &str,
    sent: &Sent,
    faults: &Faults,
) -> Result<Response, Problem> {
    let mut reader = room.reader().await?;
    let opened = room.person(&mut reader, id).await?;
    let person = opened.card.person;
    let going_on = read::going_on(&mut reader, room.city.code, person).await?;
    let sent_on = referrals::of_person(&mut reader, &room.keys, person).await?;
    drop(reader);
    room.view(person).await?;
    let accepted = sent_on.iter().filter(|one| one.side == Side::Sender && one.state == Became::Accepted);
    let mut elsewhere: Vec<CityCode> = accepted.filter_map(|one| one.to_city).collect();
    elsewhere.sort_unstable();
    elsewhere.dedup();
    let view =
        EraseView { card: &opened.card, going_on, elsewhere, cities: &room.app.cities, token: room.token() };
    Ok(ui::render(&ErasePage::new(page, &view, sent, faults)))
}

pub(super) async fn erase(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let mut faults = Faults::default();
    let ground = Ground::of(sent.get("perche")).filter(|ground| Ground::CHOSEN.contains(ground));
    if ground.is_none() {
        faults.add("perche", page.t("rights-ground-missing"));
    }
    let word = page.t("rights-erase-word");
    if !is_confirmed(sent.get("conferma"), &word) {
        faults.add("conferma", page.t_with("rights-erase-unconfirmed", &[("word", &word)]));
    }
    let (Some(ground), true) = (ground, faults.is_empty()) else {
        return Ok(words::again(shown(page, &room, &id, &sent, &faults).await?));
    };
    let erasure = Erasure { id: RequestId(sent.token()?), person: super::room::parsed(&id)?, ground };
    let actor = who.actor();
    match room.rights(&actor).erase(&erasure).await {
        Ok(()) => Ok(words::to("/diritti?fatto=cancellata".to_owned())),
        // What still goes on stands on the page, with what was chosen.
        Err(RightsError::GoingOn(_)) => Ok(words::again(shown(page, &room, &id, &sent, &faults).await?)),
        Err(error) => Err(words::problem(error)),
    }
}

impl ErasePage {
    pub(super) fn new(page: Page, view: &EraseView<'_>, sent: &Sent, faults: &Faults) -> Self {
        let EraseView { card, going_on, elsewhere, cities, token } = view;
        let title = page.t("rights-erase-title");
        let page = page.titled(Section::Desk, title.clone());
        let list = |name: &str, count: u32| {
            (1..=count).map(|number| page.t(&format!("rights-erase-{name}-{number}"))).collect::<Vec<_>>()
        };
        let first: Vec<String> = going_on.iter().map(|what| words::going_on(&page, *what)).collect();
        let named = elsewhere
            .iter()
            .map(|code| cities.get(*code).map_or_else(|| code.to_string(), |city| city.name.clone()));
        let named = named.collect::<Vec<_>>().join(", ");
        let codes = Ground::CHOSEN.iter().map(|ground| ground.code());
        let word = page.t("rights-erase-word");
        Self {
            breadcrumb: words::breadcrumb(&page, card, false, &title),
            heading: page.t_with("rights-erase-of", &[("name", &card.name)]),
            going_on: (!first.is_empty()).then(|| {
                Notice::new(Tone::Warning, page.t("rights-goes-on"), page.t("rights-goes-on-remedy"))
            }),
            can_erase: first.is_empty(),
            first,
            elsewhere: (!named.is_empty()).then(|| {
                let title = page.t_with("rights-elsewhere", &[("cities", &named)]);
                Notice::new(Tone::Info, title, page.t("rights-elsewhere-text"))
            }),
            goes: list("goes", 5),
            stays: list("stays", 4),
            beyond: list("beyond", 3),
            file: format!("/persone/{}", card.person),
            home: words::home(card.person),
            token: Field::hidden("modulo", token),
            ground: Field::list(
                "perche",
                page.t("rights-ground"),
                words::choices(&page, "rights-ground", codes),
            )
            .value(sent.get("perche"))
            .error(faults.of("perche")),
            confirm: Field::text("conferma", page.t_with("rights-erase-confirm", &[("word", &word)]))
                .autocomplete("off")
                .hint(page.t("rights-erase-confirm-hint"))
                .value(sent.get("conferma"))
                .error(faults.of("conferma")),
            page,
        }
    }
}
