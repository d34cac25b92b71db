//! What erasing a person takes from this part.

use kernel::CityCode;
use store::{StoreError, Unit, params};

use super::model::Relation;
use super::sql;
use crate::people::PersonId;

/// Forgets what is known of a person, their papers, and why they were written down anew. Stays: the codes of their
/// title of stay and vulnerabilities, and the number of their household, with their days, since facts tell these.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn forget(unit: &mut Unit, city: CityCode, person: PersonId) -> Result<(), StoreError> {
    let of_person = || params![city, person.0];
    for statement in
        [&sql::FORGET_DETAILS, &sql::FORGET_OFFICES, &sql::FORGET_RECTIFICATIONS, &sql::FORGET_ATTACHMENTS]
    {
        unit.execute(statement, of_person()).await?;
    }
    unit.execute(&sql::FORGET_RELATIONS, params![city, person.0, Relation::Other.code()]).await?;
    Ok(())
}
