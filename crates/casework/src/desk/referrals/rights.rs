//! What erasing a person takes from this part.

use kernel::CityCode;
use store::{StoreError, Unit, params};

use super::sql;
use crate::people::PersonId;

/// Forgets the words of a person's referrals in their city: those it made, and what came with whom it was sent. That
/// they were made, when, and what became of them stays. What another city accepted is that city's own.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn forget(unit: &mut Unit, city: CityCode, person: PersonId) -> Result<(), StoreError> {
    unit.execute(&sql::FORGET_MADE, params![city, person.0]).await?;
    unit.execute(&sql::FORGET_RECEIVED, params![city, person.0]).await?;
    Ok(())
}
