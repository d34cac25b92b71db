//! Signing in at the institution's provider: the way there and the way back.

use axum::extract::{Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::{Problem, Say};

use super::asked::Asked;
use super::words;
use crate::Access;
use crate::cookie::Cookie;
use crate::provider::{Provider, ProviderError};

/// Ties the way back to the browser that left: somebody else's way back signs nobody in here.
const STATE_COOKIE: &str = "lgnet_away";

/// Where to go afterwards.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asks {
    poi: String,
}

/// What the provider sends back.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Back {
    code: String,
    state: String,
    error: String,
}

pub(super) async fn leave(
    State(access): State<Access>,
    Query(asks): Query<Asks>,
) -> Result<Response, Problem> {
    let provider = provider(&access)?;
    let leaving = provider.leave(&access, words::local(&asks.poi)).await.map_err(problem)?;
    let mut response = Redirect::to(&leaving.url).into_response();
    keep(&access, &mut response, &leaving.state, 600);
    Ok(response)
}

pub(super) async fn come_back(
    State(access): State<Access>,
    asked: Asked,
    Query(back): Query<Back>,
) -> Result<Response, Problem> {
    let provider = provider(&access)?;
    if !back.error.is_empty() {
        return Ok(words::see_other("/accesso?fatto=istituzione"));
    }
    let carried = ui::cookie(&asked.headers, STATE_COOKIE);
    let came = provider.come_back(&access, &back.state, carried, &back.code).await;
    let (account, to) = came.map_err(problem)?;
    let mut response = words::signed_in(&access, &asked.headers, account, &to).await?;
    keep(&access, &mut response, "", 0);
    Ok(response)
}

fn provider(access: &Access) -> Result<&Provider, Problem> {
    access.provider.as_deref().ok_or_else(Problem::not_found)
}

/// Lax, since the provider's page sends the browser back here; it holds nothing that opens anything.
fn keep(access: &Access, response: &mut Response, state: &str, seconds: u32) {
    let secure = if access.cookie == Cookie::Secure { "; Secure" } else { "" };
    let cookie = format!(
        "{STATE_COOKIE}={state}; Path=/accesso/istituzione; Max-Age={seconds}; SameSite=Lax; HttpOnly{secure}"
    );
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}

fn problem(error: ProviderError) -> Problem {
    let said = |status, key: &str| {
        Problem::new(
            status,
            Say::new(format!("access-provider-{key}")),
            Say::new(format!("access-provider-{key}-do")),
        )
    };
    match &error {
        ProviderError::Over => said(StatusCode::CONFLICT, "over"),
        ProviderError::NotListed(_) | ProviderError::Stopped => {
            tracing::warn!(%error, "Somebody signed in at the provider and has no place here");
            said(StatusCode::FORBIDDEN, "no-place")
        }
        ProviderError::SecondFactor => said(StatusCode::FORBIDDEN, "factor"),
        ProviderError::Taken => said(StatusCode::CONFLICT, "taken"),
        ProviderError::Provider(_) => {
            tracing::error!(%error, "The provider of identities cannot be used");
            said(StatusCode::BAD_GATEWAY, "away")
        }
        ProviderError::Settings { .. } | ProviderError::Store(_) => Problem::internal(&error),
    }
}
