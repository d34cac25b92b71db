//! Writing: one unit of work each, held to the rules, told to the journal with the months that moved.
//!
//! What a page sends carries the identifier that its record will have. If it comes twice, the second time finds the
//! record there and changes nothing.

mod closing;
mod correct;
mod pathways;
mod places;
mod plan;
mod results;
mod stays;

use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::{CityCode, Clock, Day, Month};
use store::{Actor, CityKeys, Entry, Row, Spot, Store, StoreError, Unit, params};
use uuid::Uuid;

use super::model::Refusal;
use super::sql::{self, pathways as sql_pathways};
use crate::people::book::keep_for_desk;
use crate::people::{FormId, PersonId};

pub use closing::{Closure, close_in};
pub use correct::{PathwayAs, StayAs};
pub use pathways::{Opening, open_in};
pub use places::Beds;
pub use plan::{GoalMark, NewGoal, NewStep};
pub use results::Told;
pub use stays::NewStay;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// The city has nothing like it.
    #[error("there is nothing like that in this city")]
    NotFound,
    /// It was recorded before, and taken back since.
    #[error("this was recorded before and taken back since: fill the form anew")]
    TakenBack,
    /// A rule refuses it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The database refuses it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Writes to the pathways of one city.
pub struct Writer<'a> {
    /// The database.
    pub store: &'a Store,
    /// The city's keys: they say which city it is.
    pub keys: Arc<CityKeys>,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who writes.
    pub actor: Actor,
}

impl Writer<'_> {
    /// The city.
    pub fn city(&self) -> CityCode {
        self.keys.city()
    }

    /// A unit of work that holds the city.
    async fn begin(&self) -> Result<Unit, StoreError> {
        let mut unit = self.store.begin(&self.actor, self.clock).await?;
        unit.hold(self.city()).await?;
        Ok(unit)
    }
}

/// The form that a new record of a person hangs on: the one stated last, else the one written most often. It stays
/// from now on, whatever becomes of the register it came from.
pub(crate) async fn anchor(unit: &mut Unit, city: CityCode, person: PersonId) -> Result<FormId, DeskError> {
    let row = unit.fetch_optional(&sql_pathways::PERSON, params![city, person.0]).await?;
    let row = row.ok_or(DeskError::NotFound)?;
    if row.get::<Option<i64>>(2)?.is_some() {
        return Err(Refusal::Restricted.into());
    }
    let form = FormId(row.get(0)?);
    keep_for_desk(unit, city, form).await?;
    Ok(form)
}

/// Refuses to record anew what was recorded before and taken back since: somebody went back in the browser.
async fn must_be_new(unit: &mut Unit, city: CityCode, id: Uuid) -> Result<(), DeskError> {
    let corrections = unit.fetch_all(&sql_pathways::CORRECTIONS, params![city, id]).await?;
    if corrections.is_empty() { Ok(()) } else { Err(DeskError::TakenBack) }
}

/// Whether a record with an identifier is there already.
fn is_there(row: Option<&Row>) -> bool {
    row.is_some()
}

/// The months of the results of the person a form belongs to: one result may say what another one means.
async fn result_months(unit: &mut Unit, person: PersonId) -> Result<BTreeSet<Month>, StoreError> {
    let rows = unit.fetch_all(&sql::facts::DAYS_OF_RESULTS, params![person.0]).await?;
    rows.iter().map(|row| row.get::<Day>(0).map(Month::of)).collect()
}

/// What the journal says of a write to a pathway or to something of it.
fn entry(action: &'static str, what: &str, id: Uuid, city: CityCode) -> Entry {
    Entry::new(action, format!("{what}/{id}"), Some(city))
}

/// Seals a text, if there is one.
fn seal_line(keys: &CityKeys, spot: Spot, row: Uuid, text: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { keys.seal_text(spot, row, text).map(Some) }
}
