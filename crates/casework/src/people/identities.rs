//! Who people are, opened: for the names in memory and for the pages that show them.

use kernel::CityCode;
use linkage::Form;
use store::{CityKeys, Reader, Row, StoreError, params};
use uuid::Uuid;

use super::pairs::PairId;
use super::{FormId, PersonId, sql, written};

/// Everybody of a city who has a name, form by form.
///
/// # Errors
/// When the database refuses, or a name cannot be unsealed.
pub async fn of_city(
    reader: &mut Reader,
    keys: &CityKeys,
) -> Result<Vec<(PersonId, FormId, Form)>, StoreError> {
    let (mut people, mut last) = (Vec::new(), Uuid::nil());
    loop {
        let rows = reader.fetch_all(&sql::IDENTITIES, params![keys.city(), last]).await?;
        if rows.is_empty() {
            return Ok(people);
        }
        for row in &rows {
            last = row.get(0)?;
            let form = FormId(last);
            people.push((PersonId(row.get(1)?), form, written::read(keys, form, row, 2)?.form));
        }
    }
}

/// The forms of one person that have a name.
///
/// # Errors
/// When the database refuses, or a name cannot be unsealed.
pub async fn of_person(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<(FormId, Form)>, StoreError> {
    let rows = reader.fetch_all(&sql::IDENTITIES_OF_PERSON, params![keys.city(), person.0]).await?;
    let read = |row: &Row| {
        let form = FormId(row.get(0)?);
        Ok((form, written::read(keys, form, row, 2)?.form))
    };
    rows.iter().map(read).collect()
}

/// The people whom a decision on a pair concerns.
///
/// # Errors
/// When the database refuses.
pub async fn people_of_pair(
    reader: &mut Reader,
    city: CityCode,
    pair: PairId,
) -> Result<Vec<PersonId>, StoreError> {
    let mut people = Vec::new();
    for row in reader.fetch_all(&sql::PEOPLE_OF_PAIR, params![city, pair.0]).await? {
        people.extend([PersonId(row.get(0)?), PersonId(row.get(1)?)]);
        people.extend(row.get::<Option<Uuid>>(2)?.map(PersonId));
    }
    Ok(people)
}
