//! A city's way of writing its registers, kept so that next month's file is understood at once.

use store::{CityKeys, Entry, Reader, StoreError, Unit, params};
use uuid::Uuid;

use super::model::Mapping;
use super::sql;
use crate::sealed::PROFILE_MAPPING;

/// The mapping a city keeps, if it keeps one.
///
/// # Errors
/// When the database refuses, or it cannot be opened. A mapping that an older program wrote and this one cannot read
/// counts as none: the page proposes it anew.
pub async fn profile(reader: &mut Reader, keys: &CityKeys) -> Result<Option<Mapping>, StoreError> {
    let Some(row) = reader.fetch_optional(&sql::PROFILE, params![keys.city()]).await? else {
        return Ok(None);
    };
    let text = keys.open_text(PROFILE_MAPPING, row.get(0)?, &row.get::<Vec<u8>>(1)?)?;
    Ok(serde_json::from_str(&text).ok())
}

/// Keeps a mapping as the city's.
///
/// # Errors
/// When the database refuses.
pub async fn keep(unit: &mut Unit, keys: &CityKeys, mapping: &Mapping) -> Result<(), StoreError> {
    let (id, city, at) = (id(keys), keys.city(), unit.at());
    let sealed = keys.seal_json(PROFILE_MAPPING, id, mapping)?;
    unit.record(Entry::new("profile", "profile", Some(city)).changing(None, Some(&sealed)));
    unit.execute(&sql::KEEP_PROFILE, params![id, city, sealed, at]).await.map(|_| ())
}

/// A city keeps one: its id follows from the city, so that it stays the same when the mapping is written over.
fn id(keys: &CityKeys) -> Uuid {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&keys.digest("profile", "")[..16]);
    Uuid::from_bytes(bytes)
}
