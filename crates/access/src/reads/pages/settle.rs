//! A lead says what became of an unusual reading.

use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::{Page, Problem, Say};

use super::flagged::{LONGEST_NOTE, Refused};
use super::{Reads, show};
use crate::Who;
use crate::reads::flags::{self, FlagId};

#[derive(Deserialize)]
pub(super) struct Noted {
    #[serde(default)]
    nota: String,
}

pub(super) async fn settle(
    page: Page,
    who: Who,
    State(reads): State<Reads>,
    Path(id): Path<String>,
    Form(noted): Form<Noted>,
) -> Result<Response, Problem> {
    let id: FlagId = id.parse().map_err(|_| Problem::not_found())?;
    let mut reader = reads.log.store.reader().await?;
    let flag = flags::find(&mut reader, who.city()?, id).await?.ok_or_else(Problem::not_found)?;
    drop(reader);
    // Nobody says of themselves that all is well.
    if flag.account == who.account {
        return Err(Problem::conflict(Say::new("reads-own-flag")).remedy(Say::new("reads-own-flag-remedy")));
    }
    let note = noted.nota.trim();
    let error = match note.chars().count() {
        0 => Some(page.t("reads-note-empty")),
        length if length > LONGEST_NOTE => Some(page.tn("reads-note-long", LONGEST_NOTE)),
        _ => None,
    };
    if let Some(error) = error {
        return show::refuse(page, &who, &reads, Refused { id, typed: noted.nota, error }).await;
    }
    // The same form sent twice is one answer.
    if flag.waits {
        reads.log.look_at(&who.actor(), &flag, note).await?;
    }
    Ok(Redirect::to("/letture?fatto=guardata").into_response())
}
