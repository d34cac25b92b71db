//! Questions to two cities: each operator sees their own person, and what to ask them. Whatever the other city knows or
//! answered is neither read for these pages nor told by them; what two answers settle is counted when somebody next
//! asks for a number, so that not even the time an answer takes tells whether the other city answered.

mod answer;
mod list;
mod waits;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use access::{Action, Routes};

use crate::pages::App;

pub use waits::QuestionWaits;

/// The routes of this part. Names of people appear on these pages: no browser and no proxy may keep them.
pub fn routes() -> Routes<App> {
    let answer = Action::AnswerAcrossCities;
    Routes::new()
        .get("/domande", answer, list::show)
        .post("/domande/{id}", answer, answer::answer)
        .post("/domande/{id}/annulla", answer, answer::undo)
        .kept_nowhere()
}
