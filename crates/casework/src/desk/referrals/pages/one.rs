//! One referral, as the city that made it or the city it was made to sees it.

use access::{Action, Who};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use network::Cities;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Notice, Status, Tone};
use ui::{Page, Problem, Section};

use super::form::Filling;
use super::room::Room;
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::people::model::Kind as DetailKind;
use crate::desk::referrals::model::{Act, Kind, Parcel, Referral, Side, State as Of};
use crate::pages::App;

#[derive(Template)]
#[template(path = "referrals/one.html")]
pub(super) struct OnePage {
    page: Page,
    breadcrumb: Breadcrumb,
    status: Status,
    lead: String,
    about: Vec<(String, String)>,
    reason: Option<String>,
    answer: Option<String>,
    /// What came with the person: headings, each with its lines.
    parcel: Vec<(String, Vec<String>)>,
    file: Option<String>,
    letter: Option<String>,
    here: String,
    accept: Option<Field>,
    forms: Vec<ActForm>,
}

/// A form that does something to it.
struct ActForm {
    action: &'static str,
    title: String,
    text: String,
    fields: Vec<Field>,
    button: String,
}

/// What an address says has just been done.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Done {
    #[serde(default)]
    fatto: String,
}

/// What the page is made of.
pub(super) struct OneView<'a> {
    pub referral: Referral,
    pub cities: &'a Cities,
    pub vocabulary: &'a Vocabulary,
    pub may_make: bool,
    pub may_answer: bool,
    /// Whether who reads may see titles of stay.
    pub may_special: bool,
    pub token: String,
}

impl<'a> OneView<'a> {
    pub async fn of(room: &Room<'a>, id: &str) -> Result<Self, Problem> {
        let city = room.city.code;
        let may = |action| room.who.may_in(action, city);
        let referral = room.referral(id).await?;
        room.view(referral.person.as_slice()).await?;
        Ok(Self {
            referral,
            cities: &room.app.cities,
            vocabulary: &room.app.vocabulary,
            may_make: may(Action::MakeReferral),
            may_answer: may(Action::AnswerReferral),
            may_special: may(Action::ReadSpecial),
            token: room.token().to_string(),
        })
    }
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    Query(done): Query<Done>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = OneView::of(&room, &id).await?;
    let key = match done.fatto.as_str() {
        "fatto" => Some("referrals-done-made"),
        "accettato" => Some("referrals-done-accepted"),
        "rifiutato" => Some("referrals-done-refused"),
        "ritirato" => Some("referrals-done-withdrawn"),
        "concluso" => Some("referrals-done-finished"),
        _ => None,
    };
    let page = match key {
        Some(key) => {
            let notice = Notice::new(Tone::Success, page.t(key), "");
            page.notice(notice)
        }
        None => page,
    };
    let sent = Sent::default();
    Ok(ui::render(&OnePage::new(page, &view, &sent, &Faults::default())))
}

impl OnePage {
    pub(super) fn new(page: Page, view: &OneView<'_>, sent: &Sent, faults: &Faults) -> Self {
        let referral = &view.referral;
        let party = words::party(&page, view.cities, referral);
        let title = page.t_with("referrals-one-title", &[("party", &party)]);
        let page = page.titled(Section::Desk, title.clone());
        let above = [("/invii".to_owned(), page.t("referrals-list-title"))];
        let token = Field::hidden("modulo", view.token.as_str());
        let may_accept = view.may_answer && referral.may(Act::Accept);
        let parcel = referral.offer.as_ref().and_then(|offer| offer.parcel.as_ref());
        let has_letter = referral.kind == Kind::Body && referral.state != Of::Withdrawn;
        Self {
            breadcrumb: words::way_back(&page, &above, &title),
            status: words::state(&page, referral.state),
            lead: lead(&page, view),
            about: about(&page, view),
            reason: referral.reason.clone().or_else(|| parcel.map(|parcel| parcel.reason.clone())),
            answer: referral.answered.as_ref().and_then(|answered| answered.text.clone()),
            parcel: parcel.map(|parcel| brought(&page, view, parcel)).unwrap_or_default(),
            file: referral.person.map(words::file),
            letter: has_letter.then(|| format!("{}/lettera", words::address(referral))),
            here: words::address(referral),
            accept: may_accept.then(|| token.clone()),
            forms: forms(&page, view, &token, sent, faults),
            page,
        }
    }
}

fn lead(page: &Page, view: &OneView<'_>) -> String {
    let referral = &view.referral;
    let side = match referral.side {
        Side::Sender if referral.kind != Kind::City => "note",
        Side::Sender => "sender",
        Side::Receiver => "receiver",
    };
    let day = referral.answered.as_ref().map_or(referral.at, |answered| answered.at).day();
    let key = format!("referrals-lead-{side}-{}", referral.state.code());
    page.t_with(&key, &[("day", &page.date(&day))])
}

fn about(page: &Page, view: &OneView<'_>) -> Vec<(String, String)> {
    let referral = &view.referral;
    let line = |key: &str, text: String| (page.t(key), text);
    let mut about = vec![line("referrals-party", words::party(page, view.cities, referral))];
    if referral.person.is_some() {
        about.push(line("referrals-person", words::name(page, referral.identity.as_ref())));
    }
    if referral.service.is_some() {
        about.push(line("referrals-service", words::service(page, view.vocabulary, referral)));
    }
    if let Some(offer) = referral.offer.as_ref().filter(|_| referral.side == Side::Receiver) {
        let [gender, age, country] = words::about(page, view.vocabulary, offer);
        about.push(line("referrals-gender", gender));
        about.push(line("referrals-age", age));
        about.push(line("referrals-citizenship", country));
        if let Some(permit) = offer.permit.as_deref().filter(|_| view.may_special) {
            about.push(line("referrals-permit", words::term(page, view.vocabulary.permits(), permit)));
        }
    }
    about.push(line("referrals-since", page.date(&referral.at.day())));
    if referral.side == Side::Sender {
        about.push(line("referrals-made-by", referral.by.clone()));
    }
    if let Some((day, how)) = referral.agreed {
        let how = page.t(&format!("referrals-how-{}", how.code()));
        about.push(line("referrals-agreed", format!("{}, {how}", page.date(&day))));
    }
    if !referral.shared.is_empty() {
        let parts = referral.shared.iter().map(|part| page.t(&format!("referrals-shared-{}", part.code())));
        about.push(line("referrals-shared", parts.collect::<Vec<_>>().join(", ")));
    }
    about
}

/// What came with the person.
fn brought(page: &Page, view: &OneView<'_>, parcel: &Parcel) -> Vec<(String, Vec<String>)> {
    let parts = &parcel.parts;
    let mut brought = Vec::new();
    if let Some((day, needs)) = &parts.needs {
        let levels = needs.levels.iter();
        let mut lines: Vec<String> = levels.map(|(need, level)| words::level(page, *need, *level)).collect();
        if !needs.note.is_empty() {
            lines.push(needs.note.clone());
        }
        brought.push((page.t_with("referrals-came-needs", &[("day", &page.date(day))]), lines));
    }
    if !parts.goals.is_empty() {
        let lines = parts.goals.iter().map(|goal| goal.text.clone()).collect();
        brought.push((page.t("referrals-came-goals"), lines));
    }
    if !parts.contacts.is_empty() {
        let line = |(day, service): &(kernel::Day, String)| {
            let service = words::term(page, view.vocabulary.services(), service);
            format!("{} · {service}", page.date(day))
        };
        brought.push((page.t("referrals-came-contacts"), parts.contacts.iter().map(line).collect()));
    }
    if !parts.reach.is_empty() {
        let line = |(kind, value): &(DetailKind, String)| {
            let value = match kind {
                DetailKind::Language => words::term(page, view.vocabulary.languages(), value),
                _ => value.clone(),
            };
            format!("{}: {value}", page.t(&format!("people-kind-{}", kind.code())))
        };
        brought.push((page.t("referrals-came-reach"), parts.reach.iter().map(line).collect()));
    }
    if !parts.papers.is_empty() {
        let names = parts.papers.iter().map(|paper| paper.name.clone());
        brought.push((page.t("referrals-came-papers"), names.collect()));
    }
    brought
}

fn forms(page: &Page, view: &OneView<'_>, token: &Field, sent: &Sent, faults: &Faults) -> Vec<ActForm> {
    let referral = &view.referral;
    let filling = Filling { page, sent, faults };
    let form = |act: Act, action: &'static str, field: Option<Field>| {
        let may = match referral.side {
            Side::Receiver => view.may_answer,
            Side::Sender if act == Act::Refuse => view.may_answer,
            Side::Sender => view.may_make,
        };
        (may && referral.may(act)).then(|| ActForm {
            action,
            title: page.t(&format!("referrals-act-{action}-title")),
            text: page.t(&format!("referrals-act-{action}-text")),
            fields: std::iter::once(token.clone()).chain(field).collect(),
            button: page.t(&format!("referrals-act-{action}")),
        })
    };
    [
        form(Act::Finish, "concludi", Some(filling.area("esito", "referrals-outcome"))),
        form(Act::Refuse, "rifiuta", Some(filling.area("motivo", "referrals-refuse-reason").required())),
        form(Act::Withdraw, "ritira", None),
    ]
    .into_iter()
    .flatten()
    .collect()
}
