//! The registers begin at those of one's own city.

use access::Who;
use axum::response::Redirect;
use ui::Problem;

pub(super) async fn show(who: Who) -> Result<Redirect, Problem> {
    Ok(Redirect::to(&format!("/registri/{}", who.city()?)))
}
