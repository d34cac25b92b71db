//! Stopping the use of a person's data, and letting it go on.

use access::Who;
use axum::extract::{Path, State};
use axum::response::Response;
use ui::{Page, Problem};

use super::room::{Room, parsed};
use super::sent::{Faults, Sent, text};
use super::{person, words};
use crate::desk::rights::model::RestrictionId;
use crate::pages::App;

pub(super) async fn restrict(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let mut faults = Faults::default();
    let reason = text(&sent, "motivo", true, &page, &mut faults);
    if !faults.is_empty() {
        return Ok(words::again(person::shown(page, &room, &id, &sent, &faults).await?));
    }
    let (restriction, on) = (RestrictionId(sent.token()?), sent.get("azione") == "limita");
    let (who_is, actor) = (parsed(&id)?, who.actor());
    room.rights(&actor).restrict(restriction, who_is, on, &reason).await.map_err(words::problem)?;
    Ok(words::to(format!("{}#limitazione", words::home(who_is))))
}
