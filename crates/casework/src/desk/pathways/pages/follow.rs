//! Somebody says that they follow a pathway from now on.

use access::Who;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::Problem;

use super::room::{Room, parsed};
use super::words;
use crate::desk::pathways::model::PathwayId;
use crate::pages::App;

pub(super) async fn follow(
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let id: PathwayId = parsed(&id)?;
    room.writer().follow(id).await.map_err(words::problem)?;
    Ok(Redirect::to(&format!("{}?fatto=seguito", words::pathway(id))).into_response())
}
