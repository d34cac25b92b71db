//! The lead says how many beds a house has from a day on.

use access::Who;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Page, Problem};

use super::room::Room;
use super::sent::{Faults, Sent};
use super::{occupancy, words};
use crate::desk::pathways::write::{Beds, DeskError};
use crate::pages::App;

/// More beds than any house has: a number typed wrong.
const MOST_BEDS: u32 = 2000;

pub(super) async fn keep(
    page: Page,
    State(app): State<App>,
    who: Who,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let id = sent.token()?;
    let mut faults = Faults::default();
    let since = sent.day("da", &page, &mut faults);
    let beds = sent.get("posti").parse::<u32>().ok().filter(|beds| *beds <= MOST_BEDS);
    if beds.is_none() {
        faults.add("posti", page.tn("pathways-beds-unreadable", MOST_BEDS));
    }
    if let (Some(since), Some(beds)) = (since, beds) {
        let beds = Beds { id, name: sent.get("nome").to_owned(), since, beds };
        match room.writer().keep_place(&beds).await {
            Ok(()) => return Ok(Redirect::to("/permanenze?fatto=si").into_response()),
            Err(DeskError::Refused(refusal)) => {
                let field = if refusal.is_of_text() { "nome" } else { "da" };
                faults.refuse(field, &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    occupancy::wrong(page, &room, &sent, &faults).await
}
