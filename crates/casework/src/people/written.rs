//! Forms as the database keeps them: who somebody is sealed, their key a digest.

use kernel::{Day, Gender, Timestamp};
use linkage::{Form, form_key};
use serde::{Deserialize, Serialize};
use store::{CityKeys, Row, StoreError};

use super::model::FormId;
use crate::sealed::FORM_IDENTITY;

/// What of a form says who somebody is: the part that is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The surname, or the whole name where nothing tells its parts.
    pub surname: String,
    /// The given name; may hold the whole name, or nothing.
    pub given: String,
    /// Birth date.
    pub birth: Option<Day>,
}

impl Identity {
    /// The identity of a form.
    pub fn of(form: &Form) -> Self {
        Self { surname: form.surname.clone(), given: form.given.clone(), birth: form.birth }
    }
}

/// Equal for forms of one city that are the same after folding: a digest under the city's index key.
pub type FormKey = [u8; 32];

/// The key of a form.
pub fn key_of(keys: &CityKeys, form: &Form) -> FormKey {
    keys.digest("form", &form_key(form))
}

/// The key of a form whose identity was erased: it says nothing of whom, and the same name may be written anew.
pub fn key_of_erased(keys: &CityKeys, form: FormId) -> FormKey {
    keys.digest("erased form", &form.to_string())
}

/// Seals who a form says somebody is, for its row.
///
/// # Errors
/// When a text is longer than the cipher allows.
pub fn seal(keys: &CityKeys, id: FormId, form: &Form) -> Result<Vec<u8>, StoreError> {
    keys.seal_json(FORM_IDENTITY, id.0, &Identity::of(form))
}

/// A form as it is read: what was written, or what is left of it.
#[derive(Clone, Debug)]
pub struct Written {
    /// What was written; `rows` says how often. Without name and birth date if it was erased.
    pub form: Form,
    /// Whether its identity was erased.
    pub erased: bool,
}

/// Reads identity, gender, citizenship and times from four columns.
///
/// # Errors
/// When the identity cannot be opened, or a column does not hold what it should.
pub fn read(keys: &CityKeys, id: FormId, row: &Row, first: usize) -> Result<Written, StoreError> {
    let sealed: Option<Vec<u8>> = row.get(first)?;
    let identity: Option<Identity> =
        sealed.map(|sealed| keys.open_json(FORM_IDENTITY, id.0, &sealed)).transpose()?;
    let erased = identity.is_none();
    let nobody = Identity { surname: String::new(), given: String::new(), birth: None };
    let Identity { surname, given, birth } = identity.unwrap_or(nobody);
    let form = Form {
        surname,
        given,
        birth,
        gender: Gender::from_code(&row.get::<String>(first + 1)?),
        citizenship: row.get(first + 2)?,
        rows: row.count(first + 3)?,
    };
    Ok(Written { form, erased })
}

/// Reads a moment that may be absent.
///
/// # Errors
/// When the column holds something else.
pub fn moment(row: &Row, column: usize) -> Result<Option<Timestamp>, StoreError> {
    Ok(row.get::<Option<i64>>(column)?.map(Timestamp::from_micros))
}
