//! The two languages, and which of them a visitor reads.

use std::convert::Infallible;
use std::fmt;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};

use crate::cookie;

/// The cookie that remembers the language chosen with `?lang=`.
pub(crate) const COOKIE: &str = "lgnet_lang";

/// A language of the pages: Italian first, English second.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Lang {
    /// Italian.
    #[default]
    It,
    /// English.
    En,
}

impl Lang {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::It, Self::En];

    /// `it` or `en`, as in the attribute `lang` and in `?lang=`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// The name of the language in itself.
    pub const fn name(self) -> &'static str {
        match self {
            Self::It => "Italiano",
            Self::En => "English",
        }
    }

    /// The language of a code such as `it` or `en-GB`.
    pub fn of_code(code: &str) -> Option<Self> {
        let primary = code.split('-').next().unwrap_or(code);
        Self::ALL.into_iter().find(|lang| lang.code().eq_ignore_ascii_case(primary))
    }

    /// The one of two values that is in this language.
    pub fn pick<T>(self, it: T, en: T) -> T {
        match self {
            Self::It => it,
            Self::En => en,
        }
    }

    /// What the address asks for, if anything.
    pub(crate) fn asked(uri: &Uri) -> Option<Self> {
        uri.query()?.split('&').filter_map(|pair| pair.strip_prefix("lang=")).find_map(Self::of_code)
    }

    /// The address, else the cookie, else the browser's preference, else Italian.
    pub(crate) fn of_request(uri: &Uri, headers: &HeaderMap) -> Self {
        Self::asked(uri).or_else(|| of_cookie(headers)).or_else(|| preferred(headers)).unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl<S: Sync> FromRequestParts<S> for Lang {
    type Rejection = Infallible;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::of_request(&parts.uri, &parts.headers))
    }
}

fn of_cookie(headers: &HeaderMap) -> Option<Lang> {
    cookie(headers, COOKIE).and_then(Lang::of_code)
}

/// The language of highest quality that we speak (RFC 9110, section 12.5.4); the first of equals.
fn preferred(headers: &HeaderMap) -> Option<Lang> {
    let mut best: Option<(f32, Lang)> = None;
    for item in headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?.split(',') {
        let mut pieces = item.split(';').map(str::trim);
        let Some(lang) = pieces.next().and_then(Lang::of_code) else { continue };
        let quality = pieces.find_map(|piece| piece.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
        if quality > 0.0 && best.is_none_or(|(most, _)| quality > most) {
            best = Some((quality, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lang(uri: &str, cookie: &str, accept: &str) -> Lang {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, cookie.parse().unwrap());
        headers.insert(header::ACCEPT_LANGUAGE, accept.parse().unwrap());
        Lang::of_request(&uri.parse().unwrap(), &headers)
    }

    #[test]
    fn address_then_cookie_then_browser_then_italian() {
        assert_eq!(lang("/?a=1&lang=en", "lgnet_lang=it", "it"), Lang::En);
        assert_eq!(lang("/?lang=xx", "a=b; lgnet_lang=en", "it"), Lang::En);
        assert_eq!(lang("/", "lgnet_lang=xx", "de, en-GB;q=0.8, it;q=0.7"), Lang::En);
        assert_eq!(lang("/", "", "en;q=0.2, it;q=0.9"), Lang::It);
        assert_eq!(lang("/", "", "en;q=0, de"), Lang::It);
        assert_eq!(lang("/", "", "en, it"), Lang::En);
        assert_eq!(lang("/", "", ""), Lang::It);
    }
}
