//! What a person may ask of this part: all of their contacts, and to have their words forgotten.

use kernel::CityCode;
use store::{CityKeys, Reader, StoreError, Unit, params};

use super::correction::{self, Correction};
use super::row::{Content, Stored};
use super::sql;
use crate::desk::rights::sql as rights;
use crate::people::PersonId;

/// All contacts of a person, oldest first.
///
/// # Errors
/// When the database refuses, or a note cannot be opened.
pub(crate) async fn contacts(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Content>, StoreError> {
    let rows = reader.fetch_all(&rights::CONTACTS, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| Stored::read(row)?.content(keys)).collect()
}

/// What was corrected of them, oldest first.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub(crate) async fn corrections(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Correction>, StoreError> {
    let rows = reader.fetch_all(&rights::CORRECTIONS, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| correction::read(keys, row)).collect()
}

/// Forgets whatever was written of a person's contacts in words. Days, services and points stay: no fact moves.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn forget(unit: &mut Unit, city: CityCode, person: PersonId) -> Result<(), StoreError> {
    unit.execute(&sql::FORGET_NOTES, params![city, person.0]).await?;
    unit.execute(&sql::FORGET_CORRECTIONS, params![city, person.0]).await?;
    Ok(())
}
