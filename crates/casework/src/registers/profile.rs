//! A city's way of writing its registers, kept so that next month's file is understood at once.

use kernel::CityCode;
use store::{Entry, Reader, StoreError, Unit, params};

use super::model::Mapping;
use super::sql;

/// The mapping a city keeps, if it keeps one.
///
/// # Errors
/// When the database refuses. A mapping that an older program wrote and this one cannot read counts as none:
/// the page proposes it anew.
pub async fn profile(reader: &mut Reader, city: CityCode) -> Result<Option<Mapping>, StoreError> {
    let Some(row) = reader.fetch_optional(&sql::PROFILE, params![city]).await? else { return Ok(None) };
    Ok(serde_json::from_str(&row.get::<String>(0)?).ok())
}

/// Keeps a mapping as the city's.
///
/// # Errors
/// When the database refuses.
pub async fn keep(unit: &mut Unit, city: CityCode, mapping: &Mapping) -> Result<(), StoreError> {
    let text = serde_json::to_string(mapping).unwrap_or_default();
    let at = unit.at();
    unit.record(Entry::new("profile", "profile", Some(city)).changing(None, Some(text.as_bytes())));
    unit.execute(&sql::KEEP_PROFILE, params![city, text, at]).await.map(|_| ())
}
