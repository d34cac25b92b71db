//! What the desk hangs on forms counts in months of its own: where a form goes, these months are read again.
//!
//! A part whose records become facts adds its statements here; each takes the form or the person and gives days.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{CityCode, Day, Month};
use store::{Statement, StoreError, Unit, params};

use super::pathways::sql::facts as pathways;
use super::people::sql as people;
use crate::linking::sql::{CITIES_OF_MOVED, DAYS_OF_MOVED};
use crate::people::sql::DAYS_OF_PERSON;
use crate::people::{FormId, PersonId};

/// The days of what hangs on a form: they move with it.
const OF_FORM: &[&Statement] = &[&pathways::DAYS_OF_FORM];
/// The days of what hangs on the forms of a person: they move when what is counted of the person does.
const OF_PERSON: &[&Statement] = &[&pathways::DAYS_OF_PERSON];
/// The cities of all who moved in a change of the network, and the days of what hangs on their forms.
const OF_MOVED: &[&Statement] = &[&DAYS_OF_MOVED, &pathways::DAYS_OF_MOVED];
/// The days of what means something else beside what hangs on the person's other forms: they move when a form comes
/// or goes.
const TOGETHER: &[&Statement] = &[&pathways::DAYS_OF_RESULTS];
/// The days of everything about a person of whom a household, a title of stay or a vulnerability is known: facts tell
/// these too.
const IN_CIRCUMSTANCES: &[&Statement] = &[&people::DAYS_IN_CIRCUMSTANCES];

/// The months of what hangs on a form.
pub(crate) async fn months_of_form(unit: &mut Unit, form: FormId) -> Result<BTreeSet<Month>, StoreError> {
    months(unit, OF_FORM, form.0).await
}

/// The months of what hangs on the forms of a person.
pub(crate) async fn months_of_person(
    unit: &mut Unit,
    person: PersonId,
) -> Result<BTreeSet<Month>, StoreError> {
    months(unit, OF_PERSON, person.0).await
}

/// The months of everything that is counted of a person: their contacts, and what hangs on their forms.
pub(crate) async fn all_months_of_person(
    unit: &mut Unit,
    person: PersonId,
) -> Result<BTreeSet<Month>, StoreError> {
    let mut all = months(unit, &[&DAYS_OF_PERSON], person.0).await?;
    all.extend(months_of_person(unit, person).await?);
    Ok(all)
}

/// The months of everything that is counted of those who moved in a change of the network, by city. A city is named
/// though nobody was met there yet.
pub(crate) async fn all_months_of_moved(
    unit: &mut Unit,
    version: i64,
) -> Result<BTreeMap<CityCode, BTreeSet<Month>>, StoreError> {
    let mut months: BTreeMap<CityCode, BTreeSet<Month>> = BTreeMap::new();
    for row in unit.fetch_all(&CITIES_OF_MOVED, params![version]).await? {
        months.entry(row.parse(0)?).or_default();
    }
    for statement in OF_MOVED {
        for row in unit.fetch_all(statement, params![version]).await? {
            months.entry(row.parse(0)?).or_default().insert(Month::of(row.get::<Day>(1)?));
        }
    }
    Ok(months)
}

/// The months of what a person's forms say together.
pub(crate) async fn months_together(
    unit: &mut Unit,
    person: PersonId,
) -> Result<BTreeSet<Month>, StoreError> {
    months(unit, TOGETHER, person.0).await
}

/// The months of everything about a person of whom something is known that facts tell.
pub(crate) async fn months_in_circumstances(
    unit: &mut Unit,
    person: PersonId,
) -> Result<BTreeSet<Month>, StoreError> {
    months(unit, IN_CIRCUMSTANCES, person.0).await
}

async fn months(
    unit: &mut Unit,
    statements: &[&Statement],
    of: uuid::Uuid,
) -> Result<BTreeSet<Month>, StoreError> {
    let mut months = BTreeSet::new();
    for statement in statements {
        for row in unit.fetch_all(statement, params![of]).await? {
            months.insert(Month::of(row.get::<Day>(0)?));
        }
    }
    Ok(months)
}
