//! The lead decides on a pair, or takes a decision back. The numbers follow at once.

use access::Who;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use linkage::Decision;
use serde::Deserialize;
use store::Actor;
use ui::{Problem, Say};

use super::{App, pairs, random, words};
use crate::people::pairs::{Decider, PairError};

#[derive(Deserialize)]
pub(super) struct Decided {
    decisione: String,
}

pub(super) async fn decide(
    State(app): State<App>,
    who: Who,
    Path((city, pair)): Path<(String, String)>,
    Form(decided): Form<Decided>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let pair = pairs::pair_id(&pair)?;
    let decision = match decided.decisione.as_str() {
        "unisci" => Decision::Joined,
        "separa" => Decision::Separated,
        _ => return Err(Problem::bad_request(Say::new("pairs-decision-unknown"))),
    };
    let mut random = random();
    decider(&app, &who.actor()).decide(city.code, pair, decision, &mut random).await.map_err(refused)?;
    Ok(Redirect::to(&format!("{}/coppie?fatto={pair}", words::home(city))).into_response())
}

pub(super) async fn undo(
    State(app): State<App>,
    who: Who,
    Path((city, pair)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let pair = pairs::pair_id(&pair)?;
    let mut random = random();
    decider(&app, &who.actor()).undo(city.code, pair, &mut random).await.map_err(refused)?;
    Ok(Redirect::to(&format!("{}/coppie?coppia={pair}&annullata=1", words::home(city))).into_response())
}

fn decider<'a>(app: &'a App, actor: &'a Actor) -> Decider<'a> {
    let App { store, keys, vault, clock, .. } = app;
    Decider { store, keys, vault, clock: &**clock, actor }
}

fn refused(error: PairError) -> Problem {
    match error {
        PairError::NotFound => Problem::not_found(),
        PairError::State(_) => Problem::conflict(Say::new("pairs-decided-meanwhile")),
        PairError::Store(error) => Problem::internal(&error),
    }
}
