//! The outermost layer: who carries which session, before anything is asked.

use std::net::SocketAddr;

use axum::Router;
use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use kernel::CityCode;
use network::Cities;
use ui::{Problem, Reader};

use crate::addresses::Address;
use crate::sessions::{self, Session, SessionId, Strength, Token, limits};
use crate::{Access, AccountId, Who};

/// Puts [`Who`] and [`ui::Reader`] into the requests of those who signed in. Goes around what [`ui::dress`] gives.
pub fn guard(access: Access, dressed: Router) -> Router {
    dressed.layer(from_fn_with_state(access, enter))
}

/// The session a request carries; for the pages of access alone.
#[derive(Clone, Debug)]
pub(crate) struct Carried {
    pub(crate) token: Token,
    pub(crate) session: SessionId,
    pub(crate) account: AccountId,
    pub(crate) strength: Strength,
}

/// A request carries a token that opens nothing any more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Over;

async fn enter(State(access): State<Access>, mut request: Request, next: Next) -> Response {
    if let Some(ConnectInfo(peer)) = request.extensions().get::<ConnectInfo<SocketAddr>>().copied()
        && request.extensions().get::<Address>().is_none()
    {
        request.extensions_mut().insert(Address(peer.ip()));
    }
    // What is the same for everybody needs no question.
    let is_public = request.uri().path().starts_with("/assets/");
    let token = access.cookie.token(request.headers()).filter(|_| !is_public);
    if let Some(token) = token {
        match sessions::find(&access, &token).await {
            Ok(Some(session)) => admit(&access, &mut request, token, session),
            Ok(None) => {
                request.extensions_mut().insert(Over);
            }
            Err(error) => {
                request.extensions_mut().insert(Problem::internal(&error));
            }
        }
    }
    next.run(request).await
}

fn admit(access: &Access, request: &mut Request, token: Token, session: Session) {
    let now = access.clock.now();
    if now.micros() - session.seen_at.micros() >= limits::SEEN_EVERY {
        note_seen(access.clone(), token.clone());
    }
    let carried =
        Carried { token, session: session.id, account: session.account, strength: session.strength };
    request.extensions_mut().insert(carried);
    if session.strength == Strength::Full {
        let who = Who {
            account: session.account,
            login: session.login,
            name: session.name,
            role: session.role,
            city: session.city,
            offices: session.offices,
            policies: access.policies.clone(),
        };
        request.extensions_mut().insert(reader(&who, &access.cities));
        request.extensions_mut().insert(who);
    }
}

/// Beside the request: a page does not wait for whoever writes at length, such as an import.
fn note_seen(access: Access, token: Token) {
    tokio::spawn(async move {
        if let Err(error) = sessions::seen(&access, &token).await {
            tracing::warn!(%error, "It was not written down that a session is used");
        }
    });
}

/// Somebody as the frame of the page needs to know them.
pub(crate) fn reader(who: &Who, cities: &Cities) -> Reader {
    let place = |code: CityCode| cities.get(code).map_or_else(|| code.to_string(), |city| city.name.clone());
    who.reader(who.city.map(place))
}

impl<S: Sync> FromRequestParts<S> for Carried {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(Problem::not_found)
    }
}
