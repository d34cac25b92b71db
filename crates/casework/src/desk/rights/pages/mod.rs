//! The pages of rights. They show all that is known of somebody, or that they were erased: no browser or proxy keeps
//! them, and whoever is shown somebody is written down before.

mod answer;
mod blocks;
mod copy;
mod erase;
mod list;
mod one;
mod person;
mod restrict;
mod room;
mod sent;
mod waits;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use access::{Action, Routes};

use crate::pages::App;

pub use waits::RightsWaits;

/// The routes of rights.
pub fn routes() -> Routes<App> {
    let rights = Action::ExerciseRights;
    Routes::new()
        .get("/diritti", rights, list::show)
        .get("/diritti/{id}", rights, one::show)
        .post("/diritti/{id}", rights, answer::answer)
        .get("/persone/{id}/diritti", rights, person::show)
        .post("/persone/{id}/diritti", rights, person::ask)
        .post("/persone/{id}/diritti/limitazione", rights, restrict::restrict)
        .get("/persone/{id}/diritti/copia", rights, copy::show)
        .get("/persone/{id}/diritti/copia.json", rights, copy::json)
        .get("/persone/{id}/diritti/cancellazione", rights, erase::show)
        .post("/persone/{id}/diritti/cancellazione", rights, erase::erase)
        .kept_nowhere()
}
