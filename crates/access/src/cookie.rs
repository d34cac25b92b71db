//! The cookie that carries a session.

use axum::http::{HeaderMap, HeaderValue};
use ui::SESSION_COOKIES;

use crate::sessions::Token;

/// How the cookie travels. It ends with the browser; the session's own limits hold on the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cookie {
    /// Over TLS alone; the prefix `__Host-` ties it to this host and keeps subdomains from setting it.
    Secure,
    /// Over plain HTTP, on this computer only: browsers take no secure cookie there.
    Plain,
}

impl Cookie {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Secure => SESSION_COOKIES[0],
            Self::Plain => SESSION_COOKIES[1],
        }
    }

    /// The token a request carries, if any.
    pub fn token(self, headers: &HeaderMap) -> Option<Token> {
        Token::of_text(ui::cookie(headers, self.name())?)
    }

    /// The value of `Set-Cookie` that gives a token to the browser.
    pub fn set(self, token: &Token) -> HeaderValue {
        self.header(&token.text(), "")
    }

    /// The value of `Set-Cookie` that takes it away.
    pub fn clear(self) -> HeaderValue {
        self.header("", "; Max-Age=0")
    }

    fn header(self, value: &str, more: &str) -> HeaderValue {
        let secure = if self == Self::Secure { "; Secure" } else { "" };
        let text = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{more}", self.name());
        // Hexadecimal digits and our own words are always a header.
        HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""))
    }
}

#[cfg(test)]
mod tests {
    use axum::http::header;

    use super::*;

    #[test]
    fn over_tls_the_cookie_is_tied_to_the_host() {
        let token = Token::draw(&mut rand::rng());
        let set = Cookie::Secure.set(&token);
        let text = set.to_str().unwrap();
        assert_eq!(text, format!("__Host-lgnet={}; Path=/; HttpOnly; SameSite=Lax; Secure", token.text()));
        assert_eq!(Cookie::Plain.clear(), "lgnet=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        let mut headers = HeaderMap::new();
        headers
            .insert(header::COOKIE, format!("lgnet_lang=it; __Host-lgnet={}", token.text()).parse().unwrap());
        assert_eq!(Cookie::Secure.token(&headers).unwrap().digest(), token.digest());
        assert!(Cookie::Plain.token(&headers).is_none());
    }
}
