//! The lead says that the rejected rows of a register wait no more, or that they wait again.

use access::Who;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::Problem;

use super::{App, id, words};
use crate::registers::history;
use crate::registers::import::RegisterId;

#[derive(Deserialize)]
pub(super) struct Settled {
    corrette: String,
}

pub(super) async fn settle(
    State(app): State<App>,
    who: Who,
    Path((city, register)): Path<(String, String)>,
    Form(settled): Form<Settled>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let register: RegisterId = id(&register)?;
    let mut unit = app.store.begin(&who.actor(), &*app.clock).await?;
    if !history::settle(&mut unit, city.code, register, settled.corrette == "si").await? {
        return Err(Problem::not_found());
    }
    unit.commit().await?;
    Ok(Redirect::to(&format!("{}/storia/{register}#scarti", words::home(city))).into_response())
}
