//! The gate before every handler.

use axum::extract::{RawPathParams, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use ui::Problem;

use crate::{Action, Resource, Who};

/// Where people sign in.
pub(crate) const SIGN_IN: &str = "/accesso";

/// Lets pass who may do the action: to the city that the address names, or to their own. Who did not sign in
/// goes there and comes back; for whom it is not meant it does not exist.
pub(crate) async fn pass(
    State(action): State<Action>,
    params: RawPathParams,
    request: Request,
    next: Next,
) -> Response {
    if action == Action::Open {
        return next.run(request).await;
    }
    let Some(who) = request.extensions().get::<Who>() else { return sign_in(&request) };
    let named = params.iter().find(|(name, _)| *name == "city").map(|(_, city)| city.parse());
    let on = match named {
        None => Resource { city: who.city, office: None },
        Some(Ok(city)) => Resource::city(city),
        Some(Err(_)) => return Problem::not_found().into_response(),
    };
    match who.require(action, &on) {
        Ok(_) => next.run(request).await,
        Err(problem) => problem.into_response(),
    }
}

fn sign_in(request: &Request) -> Response {
    let original = request.extensions().get::<axum::extract::OriginalUri>();
    let uri = original.map_or_else(|| request.uri(), |original| &original.0);
    let back = uri.path_and_query().map_or("/", |address| address.as_str());
    // Only a page that is read can be come back to.
    let to = if request.method() == Method::GET && back != "/" {
        let encoded: String = back.bytes().map(encoded).collect();
        format!("{SIGN_IN}?poi={encoded}")
    } else {
        SIGN_IN.to_owned()
    };
    Redirect::to(&to).into_response()
}

/// A byte of an address inside a query (RFC 3986, unreserved characters and the slash as they are).
pub(crate) fn encoded(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
