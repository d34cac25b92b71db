//! Signing out elsewhere: one session, or all of them.

use axum::extract::{Path, State};
use axum::response::Response;
use ui::Problem;

use super::super::{out, words};
use crate::sessions::{self, SessionId};
use crate::{Access, Who};

pub(in super::super) async fn end_one(
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let id: SessionId = id.parse().map_err(|_| Problem::not_found())?;
    // One that has ended meanwhile is what was asked for; one of somebody else ends for nobody.
    sessions::end_one(&access, who.account, id).await?;
    Ok(words::see_other("/profilo?fatto=sessione"))
}

/// Everywhere, here too: whoever fears for their account wants nothing left open.
pub(in super::super) async fn end_all(who: Who, State(access): State<Access>) -> Result<Response, Problem> {
    sessions::end_all(&access, who.account).await?;
    Ok(out::gone(&access))
}
