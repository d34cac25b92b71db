//! Answering a request: it was done, or it is refused with a reason of the law.

use access::Who;
use axum::extract::{Path, State};
use axum::response::Response;
use ui::{Page, Problem};

use super::room::Room;
use super::sent::{Faults, Sent, text};
use super::{one, words};
use crate::desk::rights::model::{Refusal, Settlement};
use crate::pages::App;

pub(super) async fn answer(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let mut faults = Faults::default();
    let settlement = if sent.get("azione") == "rifiuta" {
        let why = Refusal::of(sent.get("perche"));
        if why.is_none() {
            faults.add("perche", page.t("rights-refusal-missing"));
        }
        let motive = text(&sent, "motivo", true, &page, &mut faults);
        Settlement::Refused(why.unwrap_or(Refusal::LegalDuty), motive)
    } else {
        Settlement::Done(text(&sent, "risposta", false, &page, &mut faults))
    };
    if !faults.is_empty() {
        return Ok(words::again(one::shown(page, &room, &id, &sent, &faults).await?));
    }
    let mut reader = room.reader().await?;
    let request = room.request(&mut reader, &id).await?;
    drop(reader);
    let actor = who.actor();
    room.rights(&actor).settle(&request, &settlement).await.map_err(words::problem)?;
    Ok(words::to(format!("/diritti/{id}")))
}
