//! The pages of people at the desk. They show names: no browser or proxy keeps them, and whoever is shown somebody is
//! written down before.

mod attachments;
mod details;
mod file;
mod header;
mod home;
mod household;
mod merge;
mod new;
mod notice;
mod open;
mod rectify;
mod results;
mod search;
mod timeline;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use access::{Action, Method, Routes, Who};
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use store::Actor;
use ui::{Problem, Say};

use super::write::{Desk, WriteError};
use crate::pages::{App, random};
use crate::people::PersonId;

/// The routes of people.
pub fn routes() -> Routes<App> {
    finding().merge(of_person()).merge(papers()).kept_nowhere().merge(open_to_all())
}

fn finding() -> Routes<App> {
    Routes::new()
        .get("/sportello", Action::SearchPeople, home::show)
        .get("/persone", Action::SearchPeople, search::show)
        .get("/persone/simili", Action::SearchPeople, search::similar)
        .get("/persone/nuova", Action::RegisterPerson, new::show)
        .post("/persone/nuova", Action::RegisterPerson, new::register)
        .get("/persone/{id}", Action::ReadPerson, file::show)
}

fn of_person() -> Routes<App> {
    let (change, merge) = (Action::ChangePerson, Action::MergePeople);
    Routes::new()
        .get("/persone/{id}/dati", change, details::show)
        .post("/persone/{id}/dati", change, details::tell)
        .post("/persone/{id}/dati/{detail}/fine", change, details::end)
        .get("/persone/{id}/rettifica", change, rectify::show)
        .post("/persone/{id}/rettifica", change, rectify::rectify)
        .get("/persone/{id}/nucleo", change, household::show)
        .post("/persone/{id}/nucleo", change, household::join)
        .post("/persone/{id}/nucleo/{member}/fine", change, household::leave)
        .get("/persone/{id}/unisci", merge, merge::show)
        .post("/persone/{id}/unisci", merge, merge::unite)
        .post("/persone/{id}/unisci/{pair}/annulla", merge, merge::undo)
}

fn papers() -> Routes<App> {
    let change = Action::ChangePerson;
    let upload = post(attachments::add).layer(DefaultBodyLimit::max(attachments::MOST_RECEIVED));
    Routes::new()
        .get("/persone/{id}/allegati", change, attachments::show)
        .on(Method::Post, "/persone/{id}/allegati", change, upload)
        .get("/persone/{id}/allegati/{file}", Action::ReadPerson, attachments::download)
        .post("/persone/{id}/allegati/{file}/togli", change, attachments::remove)
        .get("/persone/{id}/informativa", change, notice::show)
        .post("/persone/{id}/informativa", change, notice::given)
}

fn open_to_all() -> Routes<App> {
    Routes::new().get("/informativa", Action::Open, notice::languages).get(
        "/informativa/{lang}",
        Action::Open,
        notice::read,
    )
}

/// What writing needs, for whoever asks.
fn desk<'a>(app: &'a App, who: &Who, actor: &'a Actor) -> Result<Desk<'a>, Problem> {
    let city = who.city()?;
    Ok(Desk { store: &app.store, keys: &app.keys, vault: &app.vault, clock: &*app.clock, actor, city })
}

/// The identifier that a form was shown with; a form without one is none of ours.
fn sent<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| forged())
}

/// What a form that says what no page offers is answered with.
fn forged() -> Problem {
    Problem::bad_request(Say::new("people-forged")).remedy(Say::new("people-forged-remedy"))
}

/// Where a person's file is.
fn file_of(person: PersonId) -> String {
    format!("/persone/{person}")
}

fn to(address: String) -> Response {
    Redirect::to(&address).into_response()
}

/// A page that is shown again because something in it cannot be right.
fn again(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// What could not be written, as a page says it.
fn refused(error: WriteError) -> Problem {
    match error {
        WriteError::NotFound => Problem::not_found(),
        WriteError::Restricted => {
            Problem::conflict(Say::new("people-restricted")).remedy(Say::new("people-restricted-remedy"))
        }
        WriteError::SomebodyElse(_) => Problem::conflict(Say::new("people-somebody-else")),
        WriteError::InHousehold { number, .. } => {
            Problem::conflict(Say::new("people-in-household").with("number", number))
        }
        WriteError::Backwards { .. } => Problem::bad_request(Say::new("people-backwards")),
        WriteError::Meanwhile => Problem::conflict(Say::new("people-meanwhile")),
        WriteError::Store(error) => Problem::internal(&error),
    }
}
