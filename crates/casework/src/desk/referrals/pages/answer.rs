//! What can be done to a referral: accept or refuse it, take it back, say that it is done.

use access::Who;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Page, Problem};

use super::one::{OnePage, OneView};
use super::room::{Room, parsed, random};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::referrals::model::Refusal;
use crate::desk::referrals::write::ReferralError;
use crate::pages::App;

fn done(id: &str, what: &str) -> Response {
    Redirect::to(&format!("/invii/{id}?fatto={what}")).into_response()
}

/// The page again, with what is wrong beside a field; where no field can show it, a problem.
async fn again(
    page: Page,
    room: &Room<'_>,
    id: &str,
    sent: &Sent,
    field: &'static str,
    error: ReferralError,
) -> Result<Response, Problem> {
    let ReferralError::Refused(refusal @ (Refusal::Empty | Refusal::TooLong(_))) = error else {
        return Err(words::problem(error));
    };
    let view = OneView::of(room, id).await?;
    let mut faults = Faults::default();
    faults.add(field, words::refusal(&page, refusal));
    let shown = ui::render(&OnePage::new(page, &view, sent, &faults));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}

pub(super) async fn accept(
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token = sent.token()?;
    let accepted = room.writer().accept(parsed(&id)?, token, &mut random()).await;
    accepted.map_err(words::problem)?;
    Ok(done(&id, "accettato"))
}

pub(super) async fn refuse(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token = sent.token()?;
    match room.writer().refuse(parsed(&id)?, token, sent.get("motivo")).await {
        Ok(()) => Ok(done(&id, "rifiutato")),
        Err(error) => again(page, &room, &id, &sent, "motivo", error).await,
    }
}

pub(super) async fn withdraw(
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token = sent.token()?;
    room.writer().withdraw(parsed(&id)?, token).await.map_err(words::problem)?;
    Ok(done(&id, "ritirato"))
}

pub(super) async fn finish(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token = sent.token()?;
    match room.writer().finish(parsed(&id)?, token, sent.get("esito")).await {
        Ok(()) => Ok(done(&id, "concluso")),
        Err(error) => again(page, &room, &id, &sent, "esito", error).await,
    }
}
