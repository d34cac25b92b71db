//! Errors as people and programs read them: what happened, where, what to do.

use askama::Template;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::{Page, Say, Section};

/// A request that cannot be answered as asked. Handlers return it; [`crate::dress`] turns it into a
/// page in the reader's language, or into RFC 9457 JSON for whoever asks for JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    status: StatusCode,
    what: Say,
    remedy: Say,
}

impl Problem {
    /// A problem in own words: what happened, and what to do about it.
    pub fn new(status: StatusCode, what: Say, remedy: Say) -> Self {
        Self { status, what, remedy }
    }

    /// 404: nothing here, or nothing this reader may know of.
    pub fn not_found() -> Self {
        Self::of_status(StatusCode::NOT_FOUND)
    }

    /// 400: the request says something that cannot be right; `what` tells which part.
    pub fn bad_request(what: Say) -> Self {
        Self { what, ..Self::of_status(StatusCode::BAD_REQUEST) }
    }

    /// 409: what was asked no longer fits what is there.
    pub fn conflict(what: Say) -> Self {
        Self { what, ..Self::of_status(StatusCode::CONFLICT) }
    }

    /// The problem with other words for what to do.
    #[must_use]
    pub fn remedy(mut self, remedy: Say) -> Self {
        self.remedy = remedy;
        self
    }

    /// 500: our fault. The error and its causes go to the log, not to the reader.
    pub fn internal(error: &dyn std::error::Error) -> Self {
        let mut chain = error.to_string();
        let mut cause = error.source();
        while let Some(inner) = cause {
            chain.push_str(": ");
            chain.push_str(&inner.to_string());
            cause = inner.source();
        }
        tracing::error!(error = chain, "A page could not be made");
        Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
    }

    pub(crate) fn undressed() -> Self {
        tracing::error!("Routes are served without ui::dress, which gives pages their shell");
        Self::of_status(StatusCode::INTERNAL_SERVER_ERROR)
    }

    /// What can be said of a status alone.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        let kind = match status.as_u16() {
            404 => "not-found",
            403 => "forbidden",
            405 => "method",
            409 => "conflict",
            413 => "too-large",
            421 => "host",
            500.. => "internal",
            _ => "bad-request",
        };
        Self::new(
            status,
            Say::new(format!("ui-problem-{kind}")),
            Say::new(format!("ui-problem-{kind}-remedy")),
        )
    }

    /// The status of the response.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The whole response for this reader.
    pub(crate) fn answer(&self, page: Page, headers: &HeaderMap) -> Response {
        let (what, remedy) = (page.say(&self.what), page.say(&self.remedy));
        if wants_json(headers) {
            let body = serde_json::json!({
                "type": "about:blank",
                "title": what,
                "status": self.status.as_u16(),
                "detail": remedy,
                "instance": page.path,
            });
            let kind = [(header::CONTENT_TYPE, "application/problem+json")];
            return (self.status, kind, body.to_string()).into_response();
        }
        let page = page.titled(Section::Elsewhere, what.clone());
        let template = ProblemPage { page: &page, status: self.status.as_u16(), what, remedy };
        match template.render() {
            Ok(html) => (self.status, Html(html)).into_response(),
            Err(_) => self.status.into_response(),
        }
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
pub(crate) struct ProblemPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) status: u16,
    pub(crate) what: String,
    pub(crate) remedy: String,
}

impl IntoResponse for Problem {
    /// Status and the problem itself as an extension; the body is written by [`crate::dress`].
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Errors nobody foresaw in the page are ours; the others are made with the constructors above.
impl<E: std::error::Error> From<E> for Problem {
    fn from(error: E) -> Self {
        Self::internal(&error)
    }
}

/// JSON is meant when it is asked for and HTML is not.
pub(crate) fn wants_json(headers: &HeaderMap) -> bool {
    let accepted = headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.contains("json") && !accepted.contains("text/html")
}

/// The response of a template: an HTML page, or a problem if it cannot be rendered.
pub fn render(template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => Html(html).into_response(),
        Err(error) => Problem::internal(&error).into_response(),
    }
}
