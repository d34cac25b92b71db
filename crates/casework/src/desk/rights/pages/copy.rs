//! The copy of everything about one person: as a page to print, and as JSON. Written into the log of reads before it
//! is answered, as something that leaves the program.

use access::Who;
use askama::Template;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use ui::parts::Breadcrumb;
use ui::{Page, Problem, Section};

use super::blocks::{self, Block};
use super::room::Room;
use super::words;
use crate::desk::people::read::Card;
use crate::desk::rights::everything::{Everything, everything};
use crate::pages::App;

#[derive(Template)]
#[template(path = "rights/copy.html")]
pub(super) struct CopyPage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    lead: String,
    json: String,
    lines: Vec<(String, String)>,
    blocks: Vec<Block>,
}

/// What the page is made of.
pub(super) struct CopyView<'a> {
    pub card: &'a Card,
    pub all: &'a Everything,
    pub lexicon: blocks::Lexicon<'a>,
}

async fn read(room: &Room<'_>, id: &str) -> Result<(Card, Everything), Problem> {
    let mut reader = room.reader().await?;
    let card = room.person(&mut reader, id).await?.card;
    let all = everything(&mut reader, &room.keys, &card, &room.city.name, room.now).await?;
    drop(reader);
    room.export(card.person).await?;
    Ok((card, all))
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (card, all) = read(&room, &id).await?;
    let lexicon = blocks::Lexicon { vocabulary: &app.vocabulary, cities: &app.cities };
    Ok(ui::render(&CopyPage::new(page, &CopyView { card: &card, all: &all, lexicon })))
}

pub(super) async fn json(
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (card, all) = read(&room, &id).await?;
    let body = serde_json::to_vec_pretty(&all)?;
    let name = format!("attachment; filename=\"dati-{}.json\"", card.person);
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("application/json; charset=utf-8")),
        (
            header::CONTENT_DISPOSITION,
            HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment")),
        ),
        (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, body).into_response())
}

impl CopyPage {
    pub(super) fn new(page: Page, view: &CopyView<'_>) -> Self {
        let CopyView { card, all, lexicon } = view;
        let title = page.t("rights-copy-title");
        let page = page.titled(Section::Desk, title.clone());
        let made = [("city", &all.city as &dyn ui::ToValue), ("moment", &page.moment(&all.made_at.0))];
        Self {
            breadcrumb: words::breadcrumb(&page, card, false, &title),
            heading: page.t_with("rights-copy-of", &[("name", &card.name)]),
            lead: page.t_with("rights-copy-lead", &made),
            json: format!("{}/copia.json", words::home(card.person)),
            lines: blocks::who(&page, *lexicon, &all.identity),
            blocks: blocks::all(&page, *lexicon, all),
            page,
        }
    }
}
