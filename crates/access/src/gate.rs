//! The gate before every handler.

use axum::extract::{RawPathParams, Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use ui::Problem;

use crate::policies::Whose;
use crate::{Action, Resource, Who};

/// Where people sign in.
pub(crate) const SIGN_IN: &str = "/accesso";

/// Left on the response of a request that did not reach its handler. It never leaves the program: outside, what
/// is denied and what is not there look alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stopped {
    /// Nobody had signed in.
    SignIn,
    /// The rules do not let them.
    Denied,
}

impl Stopped {
    fn with(self, response: impl IntoResponse) -> Response {
        let mut response = response.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

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
    let Some(who) = request.extensions().get::<Who>() else { return Stopped::SignIn.with(sign_in(&request)) };
    let named = params.iter().find(|(name, _)| *name == "city").map(|(_, city)| city.parse());
    let whose = match named {
        None => Resource { city: who.city, office: None }.seen_by(who),
        Some(Ok(city)) => Resource::city(city).seen_by(who),
        // A city by another name is nobody's own: the handler knows whether there is one.
        Some(Err(_)) => Whose::OtherCity,
    };
    if who.policies.decide(who.role, action, whose) {
        return next.run(request).await;
    }
    // Everybody has a first page: the door of the house leads there.
    let start = who.start();
    if is_read(&request) && address(&request) == "/" && start != "/" {
        return Stopped::Denied.with(Redirect::to(start));
    }
    Stopped::Denied.with(Problem::not_found())
}

fn is_read(request: &Request) -> bool {
    matches!(*request.method(), Method::GET | Method::HEAD)
}

/// The path and query that were asked for.
fn address(request: &Request) -> &str {
    let original = request.extensions().get::<axum::extract::OriginalUri>();
    let uri = original.map_or_else(|| request.uri(), |original| &original.0);
    uri.path_and_query().map_or("/", |address| address.as_str())
}

fn sign_in(request: &Request) -> Response {
    // A piece of a page is not a page: the sign-in would be shown inside it.
    if request.headers().contains_key("hx-request") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let back = address(request);
    // Only a page that is read can be come back to.
    let to = if is_read(request) && back != "/" {
        format!("{SIGN_IN}?poi={}", encoded(back))
    } else {
        SIGN_IN.to_owned()
    };
    Redirect::to(&to).into_response()
}

/// A text inside the query of an address: the slash stays, since addresses are what is mostly written there.
pub(crate) fn encoded(text: &str) -> String {
    ui::address::encoded(text, b"-._~/")
}
