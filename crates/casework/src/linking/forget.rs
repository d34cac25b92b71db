//! Erasure: nothing encoded is left of a person.

use kernel::CityCode;
use linkage::network::Handle;
use store::{StoreError, Unit, params};

use super::memory::{handle, number};
use super::{answers, encodings, sql};
use crate::people::PersonId;

/// Destroys what is encoded of a person and what was answered of them, in the unit of work that erases them; the city is
/// held. What is left is a number and with whom it is counted, so that their facts go on counting for that person. Weights
/// are estimated without them from then on: in a small network others may come to be counted otherwise.
///
/// # Errors
/// When the database refuses.
pub async fn forget(unit: &mut Unit, city: CityCode, person: PersonId) -> Result<(), StoreError> {
    let Some(row) = unit.fetch_optional(&sql::HANDLE, params![city, person.0]).await? else { return Ok(()) };
    if row.get::<Option<i64>>(0)?.is_none() {
        return Ok(());
    }
    let gone = number(handle(&row, 0)?);
    let with = unit.fetch_optional(&sql::COUNTED_WITH, params![gone]).await?;
    let with: Option<i64> = with.map_or(Ok(None), |row| row.get(0))?;
    let row = unit.fetch_optional(&sql::CHANGE, params![0_i64]).await?.ok_or_else(encodings::no_state)?;
    let version: i64 = row.get(1)?;
    unit.execute(&sql::FORGET, params![gone, with, version]).await?;
    if let Some(with) = with {
        unit.execute(&sql::STAND_WITH, params![gone, with, version]).await?;
    }
    answers::forget(unit, Handle(u64::from(gone))).await
}
