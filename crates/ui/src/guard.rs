//! The door: which names the server answers to, who may write, and what a browser may do with a page.

use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri, header};

use crate::{Door, Problem, cookie};

/// Only the names of the door are answered: a page elsewhere that points a name of its own at this server (DNS
/// rebinding) is refused, and so is what a proxy did not receive over TLS.
///
/// # Errors
/// 421 for a request that names another host, or none, or came in clear.
pub(crate) fn host(door: &Door, uri: &Uri, headers: &HeaderMap) -> Result<(), Problem> {
    let named = headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .or(uri.authority().map(Authority::as_str));
    let authority = named.and_then(|host| host.parse::<Authority>().ok());
    let is_ours = authority.is_some_and(|authority| match door {
        Door::ThisComputer => is_loopback(authority.host()),
        Door::Named { host, .. } => authority.host().eq_ignore_ascii_case(host),
    });
    let is_clear = matches!(door, Door::Named { behind_proxy: true, .. })
        && headers.get("x-forwarded-proto").is_none_or(|proto| proto != "https");
    if is_ours && !is_clear { Ok(()) } else { Err(Problem::of_status(StatusCode::MISDIRECTED_REQUEST)) }
}

fn is_loopback(host: &str) -> bool {
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// A write must come from our own pages. Browsers say where a request comes from in `Sec-Fetch-Site`,
/// older ones in `Origin`. A program that is no browser may send neither, but then it carries no session: a write
/// that does and says nothing of its origin could be anybody's.
///
/// # Errors
/// 403 for a write that comes from another site, or with a session from nowhere.
pub(crate) fn same_origin(method: &Method, headers: &HeaderMap) -> Result<(), Problem> {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return Ok(());
    }
    let text = |name: HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("unreadable"));
    let ours = match (text(HeaderName::from_static("sec-fetch-site")), text(header::ORIGIN)) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let from = origin.split_once("://").map(|(_, authority)| authority);
            from.is_some() && from == text(header::HOST)
        }
        (None, None) => !cookie::has_session(headers),
    };
    if ours { Ok(()) } else { Err(Problem::of_status(StatusCode::FORBIDDEN)) }
}

/// What a browser may do with our pages: nothing that is not ours, no script or style in the page.
const HEADERS: [(&str, &str); 6] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
         connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    ),
];

/// Adds the security headers, and keeps pages out of shared caches unless a handler said otherwise.
pub(crate) fn add_headers(door: &Door, headers: &mut HeaderMap) {
    if door.is_tls() {
        let year = HeaderValue::from_static("max-age=31536000");
        headers.insert(header::STRICT_TRANSPORT_SECURITY, year);
    }
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache"));
        headers.append(header::VARY, HeaderValue::from_static("accept-language, cookie"));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    #[test]
    fn only_names_of_this_computer_are_answered() {
        let (here, uri) = (Door::ThisComputer, Uri::from_static("/"));
        for own in ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "127.8.8.8", "[::1]:80", "[::1]"] {
            assert_eq!(host(&here, &uri, &headers(&[("host", own)])), Ok(()), "{own}");
        }
        for foreign in [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:80",
            "192.168.1.5",
            "",
            "0.0.0.0",
        ] {
            let refused = host(&here, &uri, &headers(&[("host", foreign)])).unwrap_err();
            assert_eq!(refused.status(), StatusCode::MISDIRECTED_REQUEST, "{foreign}");
        }
        assert!(host(&here, &uri, &HeaderMap::new()).is_err());
        assert_eq!(host(&here, &Uri::from_static("http://[::1]:80/x"), &HeaderMap::new()), Ok(()));
    }

    #[test]
    fn a_named_door_answers_to_its_name_and_over_tls_alone() {
        let uri = Uri::from_static("/");
        let answers = |behind_proxy: bool, pairs: &[(&'static str, &str)]| {
            let door = Door::Named { host: "lgnet.example.it".to_owned(), behind_proxy };
            host(&door, &uri, &headers(pairs)).is_ok()
        };
        let named = ("host", "lgnet.example.it");
        assert!(answers(false, &[named]));
        assert!(!answers(false, &[("host", "127.0.0.1")]));
        assert!(!answers(false, &[("host", "evil.example")]));
        assert!(!answers(true, &[named]));
        assert!(!answers(true, &[named, ("x-forwarded-proto", "http")]));
        assert!(answers(true, &[named, ("x-forwarded-proto", "https")]));
        let mut sent = HeaderMap::new();
        add_headers(&Door::ThisComputer, &mut sent);
        assert!(!sent.contains_key(header::STRICT_TRANSPORT_SECURITY));
        add_headers(&Door::Named { host: "x".to_owned(), behind_proxy: false }, &mut sent);
        assert!(sent.contains_key(header::STRICT_TRANSPORT_SECURITY));
    }

    #[test]
    fn writes_come_from_our_own_pages() {
        let post = |pairs: &[(&'static str, &str)]| same_origin(&Method::POST, &headers(pairs)).is_ok();
        let here = ("host", "127.0.0.1:8080");
        assert!(post(&[here, ("sec-fetch-site", "same-origin")]));
        assert!(post(&[here, ("sec-fetch-site", "none")]));
        assert!(post(&[here, ("origin", "http://127.0.0.1:8080")]));
        assert!(post(&[here]));
        for session in ["lgnet=x", "lgnet_lang=it; __Host-lgnet=x"] {
            let cookie = ("cookie", session);
            assert!(!post(&[here, cookie]), "{session}");
            assert!(post(&[here, cookie, ("sec-fetch-site", "same-origin")]), "{session}");
            assert!(post(&[here, cookie, ("origin", "https://127.0.0.1:8080")]), "{session}");
            assert!(!post(&[here, cookie, ("origin", "null")]), "{session}");
        }
        assert!(post(&[here, ("cookie", "lgnet_lang=it")]));
        assert!(!post(&[here, ("sec-fetch-site", "cross-site")]));
        assert!(!post(&[here, ("sec-fetch-site", "same-site"), ("origin", "http://127.0.0.1:8080")]));
        assert!(!post(&[here, ("origin", "http://127.0.0.1:9090")]));
        assert!(!post(&[here, ("origin", "null")]));
        assert!(!post(&[("origin", "http://evil.example")]));
        let cross = headers(&[here, ("sec-fetch-site", "cross-site")]);
        assert!(same_origin(&Method::GET, &cross).is_ok());
        assert!(same_origin(&Method::DELETE, &cross).is_err());
    }
}
