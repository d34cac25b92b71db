//! What the pages of access take from a request besides its form.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};

use crate::cookie::Cookie;
use crate::guard::{Carried, Over};
use crate::sessions::{Strength, Token};
use crate::{Access, Address};

/// Where a request comes from, and the session it carries.
pub(super) struct Asked {
    pub(super) headers: HeaderMap,
    pub(super) address: Option<Address>,
    pub(super) carried: Option<Carried>,
    /// It carries a token that opens nothing any more.
    pub(super) is_over: bool,
}

impl Asked {
    /// The session of somebody whose password was right, and whose second factor is still asked for.
    pub(super) fn half_way(&self) -> Option<&Carried> {
        self.carried.as_ref().filter(|carried| carried.strength == Strength::HalfWay)
    }

    /// The session of somebody who is signed in.
    pub(super) fn signed_in(&self) -> Option<&Carried> {
        self.carried.as_ref().filter(|carried| carried.strength == Strength::Full)
    }

    /// The token that is carried.
    pub(super) fn token(&self) -> Option<&Token> {
        self.carried.as_ref().map(|carried| &carried.token)
    }

    /// A whole address of this site, for a link that is sent to somebody.
    pub(super) fn link(&self, access: &Access, path: &str) -> String {
        let scheme = if access.cookie == Cookie::Secure { "https" } else { "http" };
        let host = self.headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
        format!("{scheme}://{host}{path}")
    }
}

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self {
            headers: parts.headers.clone(),
            address: parts.extensions.get::<Address>().copied(),
            carried: parts.extensions.get::<Carried>().cloned(),
            is_over: parts.extensions.get::<Over>().is_some(),
        })
    }
}
