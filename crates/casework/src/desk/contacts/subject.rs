//! The person a form speaks of, as the page names them.

use kernel::Day;
use store::{CityKeys, Reader, StoreError, params};

use super::sql;
use crate::people::model::{Said, name_of};
use crate::people::{FormId, PersonId, sql as people_sql, written};

/// A person of the city, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Who.
    pub person: PersonId,
    /// Surname and given name.
    pub name: String,
    /// The birth date, if it is known.
    pub born: Option<Day>,
    /// Whether their data may be kept and not used.
    pub restricted: bool,
}

/// A person of the city; nothing for somebody of another, or without a name.
///
/// # Errors
/// When the database refuses, or a name cannot be opened.
pub async fn subject(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Option<Subject>, StoreError> {
    let values = || params![keys.city(), person.0];
    let Some(state) = reader.fetch_optional(&sql::PERSON_STATE, values()).await? else { return Ok(None) };
    let mut said = Vec::new();
    for row in reader.fetch_all(&people_sql::FORMS_OF_PERSON, values()).await? {
        let written = written::read(keys, FormId(row.get(0)?), &row, 3)?;
        said.push(Said { form: written.form, stated_at: written::moment(&row, 7)?, erased: written.erased });
    }
    let Some(Said { form, .. }) = name_of(&said) else { return Ok(None) };
    Ok(Some(Subject {
        person,
        name: form.whole_name().trim().to_owned(),
        born: form.birth,
        restricted: state.get::<Option<i64>>(0)?.is_some(),
    }))
}
