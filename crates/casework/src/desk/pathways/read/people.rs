//! The person a page is about, as far as this part needs to know them.

use kernel::CityCode;
use store::{CityKeys, Reader, StoreError, params};

use crate::desk::pathways::sql::pathways as sql;
use crate::people::written::Identity;
use crate::people::{FormId, PersonId};
use crate::sealed::FORM_IDENTITY;

/// A person of the city.
#[derive(Clone, Debug)]
pub struct Someone {
    /// Who.
    pub id: PersonId,
    /// What they are called.
    pub identity: Identity,
    /// Whether their data may only be kept.
    pub restricted: bool,
}

/// A person, if the city has them and knows their name.
///
/// # Errors
/// When the database refuses, or the name cannot be opened.
pub async fn someone(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Option<Someone>, StoreError> {
    let row = reader.fetch_optional(&sql::PERSON, params![keys.city(), person.0]).await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Option<Vec<u8>> = row.get(1)?;
    let identity = identity(keys, FormId(row.get(0)?), sealed.as_deref())?;
    let restricted = row.get::<Option<i64>>(2)?.is_some();
    Ok(identity.map(|identity| Someone { id: person, identity, restricted }))
}

/// Who a form says somebody is; nothing once that was erased.
///
/// # Errors
/// When it cannot be opened.
pub fn identity(
    keys: &CityKeys,
    form: FormId,
    sealed: Option<&[u8]>,
) -> Result<Option<Identity>, StoreError> {
    sealed.map(|sealed| keys.open_json(FORM_IDENTITY, form.0, sealed)).transpose()
}

/// Whether a person was at a service at least once.
///
/// # Errors
/// When the database refuses.
pub async fn was_at(
    reader: &mut Reader,
    city: CityCode,
    person: PersonId,
    service: &str,
) -> Result<bool, StoreError> {
    let row = reader.fetch_optional(&sql::WAS_AT, params![city, person.0, service]).await?;
    row.map_or(Ok(false), |row| Ok(row.count(0)? > 0))
}
