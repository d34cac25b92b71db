//! The pages of pathways, stays and results. Everything is of the city of who asks.

mod assess;
mod close;
mod correct;
mod fields;
mod follow;
mod form;
mod goal;
mod history;
mod list;
mod needs;
mod occupancy;
mod one;
mod open;
mod places;
mod points;
mod results;
mod room;
mod section;
mod sent;
mod stay;
mod stay_begin;
mod stay_correct;
mod step;

mod waits;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use access::{Action, Routes};

use crate::pages::App;

pub use section::section;
pub use waits::PathwayWaits;

/// The routes of this part. Names of people appear on these pages: no browser and no proxy may keep them.
pub fn routes() -> Routes<App> {
    pathways().merge(of_person()).merge(stays()).kept_nowhere()
}

fn pathways() -> Routes<App> {
    let may = Action::ManagePathway;
    Routes::new()
        .get("/percorsi", may, list::show)
        .get("/percorsi/{id}", may, one::show)
        .post("/percorsi/{id}/segui", may, follow::follow)
        .get("/percorsi/{id}/bisogni", may, assess::ask)
        .post("/percorsi/{id}/bisogni", may, assess::assess)
        .get("/percorsi/{id}/obiettivo", may, goal::ask)
        .post("/percorsi/{id}/obiettivo", may, goal::plan)
        .post("/percorsi/{id}/obiettivi/{goal}", may, goal::mark)
        .get("/percorsi/{id}/obiettivi/{goal}/passo", may, step::ask)
        .post("/percorsi/{id}/obiettivi/{goal}/passo", may, step::plan)
        .post("/percorsi/{id}/passi/{step}", may, step::mark)
        .get("/percorsi/{id}/chiudi", may, close::ask)
        .post("/percorsi/{id}/chiudi", may, close::close)
        .get("/percorsi/{id}/correggi", may, correct::ask)
        .post("/percorsi/{id}/correggi", may, correct::correct)
        .post("/percorsi/{id}/togli", may, correct::withdraw)
}

fn of_person() -> Routes<App> {
    let may = Action::ManagePathway;
    Routes::new()
        .get("/persone/{id}/percorso", may, open::ask)
        .post("/persone/{id}/percorso", may, open::open)
        .get("/persone/{id}/permanenza", may, stay_begin::ask)
        .post("/persone/{id}/permanenza", may, stay_begin::begin)
        .get("/persone/{id}/esiti", may, results::show)
        .post("/persone/{id}/esiti", may, results::keep)
        .post("/persone/{id}/esiti/{result}/togli", may, results::withdraw)
}

fn stays() -> Routes<App> {
    let may = Action::ManagePathway;
    Routes::new()
        .get("/permanenze", may, occupancy::show)
        .post("/permanenze/posti", Action::ManagePlaces, places::keep)
        .get("/permanenze/{id}", may, stay::show)
        .post("/permanenze/{id}/fine", may, stay::end)
        .get("/permanenze/{id}/correggi", may, stay_correct::ask)
        .post("/permanenze/{id}/correggi", may, stay_correct::correct)
        .post("/permanenze/{id}/togli", may, stay_correct::withdraw)
}
