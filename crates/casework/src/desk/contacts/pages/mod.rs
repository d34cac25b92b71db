//! The pages of contacts: recording, correcting, taking back. They show names: no browser or proxy keeps them.

mod anonymous;
mod check;
mod correct;
mod form;
mod group;
mod history;
mod new;
mod setting;
mod undo;
pub(in crate::desk) mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use access::{Action, Routes};
use axum::response::{IntoResponse, Redirect, Response};
use store::Actor;
use ui::{Problem, Say};

use super::record::{RecordError, Recorder, Saved};
use super::row::VisitId;
use crate::pages::{App, random};

/// The routes of contacts.
pub fn routes() -> Routes<App> {
    Routes::new()
        .get("/contatti/nuovo", Action::RecordContact, new::show)
        .post("/contatti/nuovo", Action::RecordContact, new::save)
        .get("/contatti/anonimo", Action::RecordContact, anonymous::show)
        .post("/contatti/anonimo", Action::RecordContact, anonymous::save)
        .get("/contatti/gruppo", Action::RecordContact, group::show)
        .post("/contatti/gruppo", Action::RecordContact, group::save)
        .get("/contatti/{id}/correggi", Action::CorrectContact, correct::show)
        .post("/contatti/{id}/correggi", Action::CorrectContact, correct::change)
        .post("/contatti/{id}/ritira", Action::CorrectContact, correct::withdraw)
        .post("/contatti/{id}/annulla", Action::RecordContact, undo::undo)
        .kept_nowhere()
}

/// Where somebody goes once a form is saved.
fn home(saved: VisitId) -> Response {
    Redirect::to(&format!("/sportello?salvato={saved}")).into_response()
}

/// The identifier that a form was shown with; a form without one is none of ours.
fn sent_id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::bad_request(Say::new("contacts-forged")))
}

fn recorder<'a>(app: &'a App, actor: &'a Actor) -> Recorder<'a> {
    Recorder { store: &app.store, keys: &app.keys, vault: &app.vault, clock: &*app.clock, actor }
}

/// What a form that says what no page offers is answered with.
fn forged() -> Problem {
    Problem::bad_request(Say::new("contacts-forged")).remedy(Say::new("contacts-forged-remedy"))
}

/// The answer to a form that was saved, or cannot be; contacts that the desk has already are for the page to show.
fn answer(visit: VisitId, saved: Result<Saved, RecordError>) -> Result<Response, Problem> {
    match saved {
        Ok(_) => Ok(home(visit)),
        Err(RecordError::NotFound) => Err(Problem::not_found()),
        Err(RecordError::Restricted) => {
            Err(Problem::conflict(Say::new("contacts-restricted"))
                .remedy(Say::new("contacts-restricted-remedy")))
        }
        Err(RecordError::SaidOtherwise(_)) => Err(said_otherwise()),
        // Where nothing would be added, it is there already.
        Err(RecordError::AtDesk(_)) => Err(Problem::conflict(Say::new("contacts-already"))),
        Err(RecordError::Store(error)) => Err(Problem::internal(&error)),
    }
}

fn said_otherwise() -> Problem {
    Problem::conflict(Say::new("contacts-said-otherwise")).remedy(Say::new("contacts-said-otherwise-remedy"))
}
