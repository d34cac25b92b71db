//! Taking a whole register back: its contacts go, and with them the people known from nowhere else.

use std::collections::{BTreeSet, HashMap};

use kernel::{CityCode, Clock, Day, Month};
use store::keys::Keys;
use store::{Actor, Entry, Store, StoreError, params};

use super::import::RegisterId;
use super::sql;
use crate::people::{Book, FormId, sql as people_sql};

/// Withdraws a register. Gives how many contacts were taken back; nothing if there is no such register, or
/// it was withdrawn before.
///
/// # Errors
/// What the database says; nothing is changed then.
pub async fn withdraw(
    store: &Store,
    keys: &Keys,
    clock: &dyn Clock,
    actor: &Actor,
    city: CityCode,
    register: RegisterId,
) -> Result<Option<usize>, StoreError> {
    let mut unit = store.begin(actor, clock).await?;
    let (at, who) = (unit.at(), unit.actor().0.clone());
    if unit.execute(&sql::WITHDRAW, params![city, register.0, at, who]).await? == 0 {
        return Ok(None);
    }
    let mut book = Book::load(&mut unit, city).await?;
    let position: HashMap<FormId, usize> =
        book.forms.iter().enumerate().map(|(position, form)| (form.id, position)).collect();
    let contacts = unit.fetch_all(&sql::CONTACTS_OF_REGISTER, params![register.0]).await?;
    let mut months = BTreeSet::new();
    let mut touched = BTreeSet::new();
    for row in &contacts {
        months.insert(Month::of(row.get::<Day>(1)?));
        if let Some(&form) = position.get(&FormId(row.get(0)?)) {
            book.forms[form].added -= 1;
            touched.insert(book.forms[form].person);
        }
    }
    unit.execute(&sql::DELETE_CONTACTS, params![register.0]).await?;
    unit.execute(&sql::DELETE_REJECTED, params![register.0]).await?;
    for form in book.forms.iter().filter(|form| form.added != 0) {
        unit.execute(&people_sql::UPDATE_FORM_TIMES, params![form.id.0, form.added]).await?;
    }
    months.extend(book.settle(&mut unit, &keys.network, &touched, &HashMap::new()).await?);
    unit.execute(&people_sql::DELETE_UNUSED_FORMS, params![city]).await?;
    unit.execute(&people_sql::DELETE_UNUSED_PERSONS, params![city]).await?;
    unit.record(Entry::new("withdraw", format!("register/{register}"), Some(city)).moving(months));
    unit.commit().await?;
    Ok(Some(contacts.len()))
}
