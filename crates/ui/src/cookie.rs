//! Cookies: finding one in a request, and the names that carry a session.

use axum::http::{HeaderMap, header};

/// The cookies that may carry a session: over TLS, where the browser holds to the prefix `__Host-`, and over plain
/// HTTP on this computer, where it cannot.
pub const SESSION_COOKIES: [&str; 2] = ["__Host-lgnet", "lgnet"];

/// The value of a cookie, the first of that name.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// Whether a request carries a session, valid or not.
pub(crate) fn has_session(headers: &HeaderMap) -> bool {
    SESSION_COOKIES.iter().any(|name| cookie(headers, name).is_some())
}
