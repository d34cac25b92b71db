//! One request: what was asked, by when it is due, what was answered; and the answer, while it waits.

use access::Who;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::Day;
use ui::parts::{Breadcrumb, Field, Status};
use ui::{Page, Problem, Section};

use super::room::Room;
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::people::read::Card;
use crate::desk::rights::model::{Kind, Refusal, State as Standing};
use crate::desk::rights::read::Request;
use crate::pages::App;

#[derive(Template)]
#[template(path = "rights/one.html")]
pub(super) struct OnePage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    status: Status,
    lines: Vec<(String, String)>,
    /// What is to be done first, and where.
    way: Option<(String, String)>,
    is_open: bool,
    /// Whether it can be said here that it was done.
    can_finish: bool,
    done: Field,
    refusal: Vec<Field>,
}

/// What the page is made of.
pub(super) struct OneView {
    pub request: Request,
    /// Whose it is, unless they were erased.
    pub card: Option<Card>,
    pub today: Day,
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

/// The page, with what was typed and what is wrong with it.
pub(super) async fn shown(
    page: Page,
    room: &Room<'_>,
    id: &str,
    sent: &Sent,
    faults: &Faults,
) -> Result<Response, Problem> {
    let mut reader = room.reader().await?;
    let request = room.request(&mut reader, id).await?;
    let card = room.cards(&mut reader, std::slice::from_ref(&request)).await?.pop();
    drop(reader);
    if let Some(card) = &card {
        room.view(card.person).await?;
    }
    let view = OneView { request, card, today: room.today() };
    Ok(ui::render(&OnePage::new(page, &view, sent, faults)))
}

impl OnePage {
    pub(super) fn new(page: Page, view: &OneView, sent: &Sent, faults: &Faults) -> Self {
        let OneView { request, card, today } = view;
        let title = words::kind(&page, request.kind);
        let page = page.titled(Section::Desk, title.clone());
        let name = words::whose(&page, request, card.as_slice());
        let is_open = request.state == Standing::Open;
        let way = card.as_ref().filter(|_| is_open).map(|card| {
            let home = words::home(card.person);
            let href = match request.kind {
                Kind::Access => format!("{home}/copia"),
                Kind::Rectification => format!("/persone/{}/rettifica", card.person),
                Kind::Restriction => format!("{home}#limitazione"),
                Kind::Erasure => format!("{home}/cancellazione"),
            };
            (href, page.t(&format!("rights-way-{}", request.kind.code())))
        });
        let codes = Refusal::ALL.iter().map(|one| one.code());
        Self {
            breadcrumb: words::way_back(&page, false, &title),
            lead: page.t_with("rights-one-lead", &[("name", &name)]),
            status: words::state(&page, request, *today),
            lines: lines(&page, request),
            way,
            is_open,
            can_finish: request.kind != Kind::Erasure,
            done: Field::area("risposta", page.t("rights-done-text"))
                .hint(page.t("rights-done-hint"))
                .value(sent.get("risposta"))
                .error(faults.of("risposta")),
            refusal: vec![
                Field::list(
                    "perche",
                    page.t("rights-refusal"),
                    words::choices(&page, "rights-refusal", codes),
                )
                .value(sent.get("perche"))
                .error(faults.of("perche")),
                Field::area("motivo", page.t("rights-refusal-text"))
                    .hint(page.t("rights-refusal-hint"))
                    .value(sent.get("motivo"))
                    .error(faults.of("motivo")),
            ],
            page,
        }
    }
}

fn lines(page: &Page, request: &Request) -> Vec<(String, String)> {
    let recorded =
        [("day", &page.date(&request.recorded_at.day()) as &dyn ui::ToValue), ("who", &request.recorded_by)];
    let mut lines = vec![
        (page.t("rights-received"), page.date(&request.received_on)),
        (page.t("rights-due"), page.date(&request.due_on)),
        (page.t("rights-recorded"), page.t_with("rights-by-on", &recorded)),
    ];
    lines.extend(request.note.clone().map(|note| (page.t("rights-note"), note)));
    if let Some((at, who)) = &request.settled {
        let answered = [("day", &page.date(&at.day()) as &dyn ui::ToValue), ("who", who)];
        lines.push((page.t("rights-answered"), page.t_with("rights-by-on", &answered)));
    }
    let ground = words::ground(page, request);
    if !ground.is_empty() {
        lines.push((page.t("rights-why"), ground));
    }
    lines.extend(request.answer.clone().map(|answer| (page.t("rights-answer"), answer)));
    lines
}
