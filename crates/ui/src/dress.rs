//! The frame around all routes.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use tower_http::compression::CompressionLayer;

use crate::{Lang, Page, Problem, Reader, Shell, guard, lang};

/// The routes of the slices with everything around them: the guard at the door, the language, security headers,
/// errors as pages, compression. A [`Problem`] that a layer outside puts into the request's extensions is answered
/// as a page, and the routes are not asked.
pub fn dress(routes: Router, shell: Shell) -> Router {
    routes
        .fallback(|| async { Problem::not_found() })
        .layer(from_fn_with_state(shell, frame))
        .layer(CompressionLayer::new())
}

async fn frame(State(shell): State<Shell>, mut request: Request, next: Next) -> Response {
    let reader = request.extensions().get::<Reader>().cloned();
    let page = Page::of_request(&shell, request.uri(), request.headers()).read_by(reader);
    let asked = Lang::asked(request.uri());
    let headers = request.headers().clone();
    // What a layer around this one met: it has no frame to say it in.
    let met = request.extensions().get::<Problem>().cloned().map_or(Ok(()), Err);
    let admitted = guard::host(&shell.door, request.uri(), &headers)
        .and_then(|()| guard::same_origin(request.method(), &headers))
        .and(met);
    let door = shell.door.clone();
    request.extensions_mut().insert(shell);

    let mut response = match admitted {
        Ok(()) => next.run(request).await,
        Err(problem) => problem.into_response(),
    };
    if let Some(problem) = problem_of(&response) {
        let left = std::mem::take(response.extensions_mut());
        response = problem.answer(page, &headers);
        *response.extensions_mut() = left;
    }
    if let Some(lang) = asked {
        remember(lang, &mut response);
    }
    guard::add_headers(&door, response.headers_mut());
    response
}

/// The problem that a response stands for: ours, or what the framework says in plain text.
fn problem_of(response: &Response) -> Option<Problem> {
    let status = response.status();
    if let Some(problem) = response.extensions().get::<Problem>() {
        return Some(problem.clone());
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    let is_bare = kind.is_none_or(|kind| kind.starts_with("text/plain"));
    ((status.is_client_error() || status.is_server_error()) && is_bare).then(|| Problem::of_status(status))
}

fn remember(lang: Lang, response: &mut Response) {
    let cookie = format!("{}={lang}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly", lang::COOKIE);
    if let Ok(cookie) = HeaderValue::try_from(cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
}
