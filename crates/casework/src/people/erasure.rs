//! Erasing who somebody is: what identifies them goes from every form, what is counted of them stays.

use std::sync::Arc;

use linkage::Form;
use store::{CityKeys, StoreError, Unit, params};

use super::written::key_of_erased;
use super::{Book, PersonId, sql};
use crate::desk::rights::sql as rights;
use crate::linking;

/// The ways in which a person was written.
///
/// # Errors
/// When the database refuses, or a name cannot be opened.
pub(crate) async fn names(
    unit: &mut Unit,
    keys: &Arc<CityKeys>,
    person: PersonId,
) -> Result<Vec<Form>, StoreError> {
    let book = Book::of_persons(unit, Arc::clone(keys), &[person]).await?;
    Ok(book.forms.into_iter().filter(|form| !form.erased).map(|form| form.form).collect())
}

/// Erases who a person is, in a unit of work that holds the city. Every form keeps its place, its gender and its
/// citizenship, and stays even where no register tells of it any more: its key is kept apart, so that a register
/// that is told again finds it and brings nobody back. Pairs that wait for somebody to compare names wait no more.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn forget(
    unit: &mut Unit,
    keys: &Arc<CityKeys>,
    person: PersonId,
) -> Result<(), StoreError> {
    let (at, city) = (unit.at(), keys.city());
    let book = Book::of_persons(unit, Arc::clone(keys), &[person]).await?;
    for form in book.forms.iter().filter(|form| !form.erased) {
        let kept = params![city, form.key.to_vec(), form.id.0, at.day()];
        unit.execute(&rights::INSERT_ERASED_KEY, kept).await?;
        let key = key_of_erased(keys, form.id).to_vec();
        unit.execute(&sql::ERASE_FORM, params![city, form.id.0, key, at]).await?;
    }
    unit.execute(&sql::ERASE_PERSON, params![city, person.0, at]).await?;
    // Whom a decision left without a form kept a birth date, which was this person's.
    unit.execute(&sql::ERASE_BIRTHS, params![city]).await?;
    unit.execute(&sql::DELETE_OPEN_PAIRS, params![city, person.0]).await?;
    linking::forget(unit, city, person).await
}
