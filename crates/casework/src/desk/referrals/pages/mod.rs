//! The pages of referrals. Everything is of the city of who asks, made by it or to it.

mod answer;
mod form;
mod letter;
mod list;
mod make;
mod one;
mod points;
mod room;
mod section;
mod sent;
mod waits;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use access::{Action, Routes};

use crate::pages::App;

pub use section::section;
pub use waits::ReferralWaits;

/// The routes of this part. Names of people appear on these pages: no browser and no proxy may keep them.
pub fn routes() -> Routes<App> {
    let (make, answer) = (Action::MakeReferral, Action::AnswerReferral);
    Routes::new()
        .get("/persone/{id}/invio", make, make::ask)
        .post("/persone/{id}/invio", make, make::refer)
        .get("/invii", make, list::show)
        .get("/invii/{id}", make, one::show)
        .get("/invii/{id}/lettera", make, letter::show)
        .post("/invii/{id}/accetta", answer, answer::accept)
        .post("/invii/{id}/rifiuta", answer, answer::refuse)
        .post("/invii/{id}/ritira", make, answer::withdraw)
        .post("/invii/{id}/concludi", make, answer::finish)
        .kept_nowhere()
}
