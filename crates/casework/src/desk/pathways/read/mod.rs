//! Reading: rows into what the model speaks of, and what is sealed opened.

mod pathways;
mod people;
mod plan;
mod results;
mod stays;

pub use pathways::{
    Corrected, Counts, Filter, Followed, Next, Place, closed, corrections, corrections_of, counts, due_steps,
    no_day, of_person, open, pathway, points,
};
pub(crate) use pathways::{pathway_in, pathways_in};
pub use people::{Someone, identity, someone, was_at};
pub use plan::{assessments, goals};
pub(crate) use results::result;
pub use results::{Recorded, results};
pub use stays::{Beds, House, Housed, houses, on_day, one_stay, places, spans, stays_of, taken};
pub(crate) use stays::{places_in, stay, stay_with_bed, stays_in};

use store::{CityKeys, Spot, StoreError};
use uuid::Uuid;

/// Opens a text, if there is one.
fn open_line(
    keys: &CityKeys,
    spot: Spot,
    row: Uuid,
    sealed: Option<&[u8]>,
) -> Result<Option<String>, StoreError> {
    sealed.map(|sealed| keys.open_text(spot, row, sealed)).transpose()
}
