//! Passkeys: adding one to one's own account, taking one away, signing in with one. Adding and signing in speak JSON,
//! since a device is asked through a script; without scripts the other ways in remain.

use axum::Json;
use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use ui::{Page, Problem, Say};
use webauthn_rs::prelude::{PublicKeyCredential, RegisterPublicKeyCredential};

use super::asked::Asked;
use super::words;
use crate::passkeys::{self, CeremonyId, PasskeyError, PasskeyId, Passkeys};
use crate::sessions::Strength;
use crate::{Access, Who};

/// How long a passkey's name may be, in letters.
const LONGEST_NAME: usize = 60;

/// What a device answered to being added.
#[derive(Deserialize)]
pub(super) struct Added {
    ceremony: String,
    name: String,
    credential: RegisterPublicKeyCredential,
}

/// What a device answered to being asked who it is.
#[derive(Deserialize)]
pub(super) struct Answered {
    ceremony: String,
    #[serde(default)]
    poi: String,
    credential: PublicKeyCredential,
}

pub(super) async fn begin_adding(State(access): State<Access>, who: Who) -> Result<Json<Value>, Problem> {
    let account = words::account_of(&access, who.account).await?;
    let begun = passkeys(&access)?.begin_registration(&access, &account, &mut access.random()).await;
    let (ceremony, options) = begun.map_err(problem)?;
    Ok(Json(json!({ "ceremony": ceremony.to_string(), "options": options })))
}

pub(super) async fn add(
    State(access): State<Access>,
    who: Who,
    Json(added): Json<Added>,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    let name: String = added.name.trim().chars().take(LONGEST_NAME).collect();
    let name = if name.is_empty() { "–".to_owned() } else { name };
    let (keys, random) = (passkeys(&access)?, &mut access.random());
    let kept = keys.register(&access, &account, ceremony(&added.ceremony)?, &name, &added.credential, random);
    kept.await.map_err(problem)?;
    Ok((StatusCode::CREATED, Json(json!({ "to": "/profilo#chiavi" }))).into_response())
}

pub(super) async fn remove(
    State(access): State<Access>,
    who: Who,
    Path(id): Path<String>,
    Form(_): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    let id: PasskeyId = id.parse().map_err(|_| Problem::not_found())?;
    if !passkeys::remove(&access, &account, id).await? {
        return Err(Problem::not_found());
    }
    Ok(words::see_other("/profilo#chiavi"))
}

pub(super) async fn begin_sign_in(State(access): State<Access>) -> Result<Json<Value>, Problem> {
    let begun = passkeys(&access)?.begin_sign_in(&access, &mut access.random());
    let (ceremony, options) = begun.map_err(problem)?;
    Ok(Json(json!({ "ceremony": ceremony.to_string(), "options": options })))
}

pub(super) async fn sign_in(
    _page: Page,
    State(access): State<Access>,
    asked: Asked,
    Json(answered): Json<Answered>,
) -> Result<Response, Problem> {
    let account = passkeys(&access)?
        .sign_in(&access, ceremony(&answered.ceremony)?, &answered.credential)
        .await
        .map_err(problem)?;
    let token = words::opened(&access, &asked.headers, account, Strength::Full).await?;
    let role = words::account_of(&access, account).await?.role;
    let to = words::first_page(role, &answered.poi).to_owned();
    Ok(words::with_cookie(&access, &token, Json(json!({ "to": to })).into_response()))
}

/// The passkeys of the installation; where its address can have none, they do not exist.
fn passkeys(access: &Access) -> Result<&Passkeys, Problem> {
    access.passkeys.as_deref().ok_or_else(Problem::not_found)
}

fn ceremony(text: &str) -> Result<CeremonyId, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// What the owner of a device is told. Why a device's answer does not fit is for the log: it names nobody.
fn problem(error: PasskeyError) -> Problem {
    match error {
        PasskeyError::Over => Problem::conflict(Say::new("access-keys-over")),
        PasskeyError::TooMany => Problem::conflict(Say::new("access-keys-too-many")),
        PasskeyError::Answer(_) | PasskeyError::Unknown => {
            tracing::warn!(%error, "A passkey was refused");
            Problem::bad_request(Say::new("access-keys-refused"))
        }
        other => Problem::internal(&other),
    }
}
