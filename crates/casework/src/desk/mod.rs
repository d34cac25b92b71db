//! The desk: registering people, contacts, pathways, referrals, rights. Each part has the rooms of a slice;
//! all of them hang what they record on a form, so that joining and separating people carries it along.

mod codes;
pub mod contacts;
mod deed;
pub mod file;
pub(crate) mod hanging;
pub mod pathways;
pub mod people;
pub mod referrals;
pub mod rights;
mod sent;

use std::sync::Arc;

use access::waits::Waits;

use crate::linking::pages::QuestionWaits;
use crate::pages::App;

/// Where something may wait for somebody who works in a city: registers and pairs, pathways, referrals, questions to
/// two cities, requests.
pub fn waits(app: &App) -> [Arc<dyn Waits>; 5] {
    [
        Arc::new(app.clone()),
        Arc::new(pathways::PathwayWaits(app.clone())),
        Arc::new(referrals::ReferralWaits(app.clone())),
        Arc::new(QuestionWaits(app.clone())),
        Arc::new(rights::RightsWaits(app.clone())),
    ]
}
