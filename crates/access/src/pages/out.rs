//! Out: the session ends on the server, and the cookie goes.

use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use ui::Problem;

use super::asked::Asked;
use super::words;
use crate::{Access, sessions};

pub(super) async fn out(State(access): State<Access>, asked: Asked) -> Result<Response, Problem> {
    if let Some(token) = asked.token() {
        sessions::end(&access, token).await?;
    }
    Ok(gone(&access))
}

/// The way to the sign-in, without a cookie.
pub(super) fn gone(access: &Access) -> Response {
    let mut response = words::see_other("/accesso?fatto=uscita");
    response.headers_mut().append(header::SET_COOKIE, access.cookie.clear());
    response
}
