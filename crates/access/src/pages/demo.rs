//! The doors of the demonstration: one press, no password. They are not there anywhere else.

use axum::extract::{Form, State};
use axum::response::Response;
use serde::Deserialize;
use ui::Problem;

use super::asked::Asked;
use super::words;
use crate::{Access, AccountId, demo};

/// Which door.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Chosen {
    account: String,
    poi: String,
}

pub(super) async fn enter(
    State(access): State<Access>,
    asked: Asked,
    Form(chosen): Form<Chosen>,
) -> Result<Response, Problem> {
    let account: AccountId = chosen.account.parse().map_err(|_| Problem::not_found())?;
    let entrances = demo::entrances(&access).await?;
    // None outside a demonstration; and only accounts that were made for it.
    let entrance = entrances.iter().find(|entrance| entrance.id == account).ok_or_else(Problem::not_found)?;
    words::signed_in(&access, &asked.headers, entrance.id, &chosen.poi).await
}
