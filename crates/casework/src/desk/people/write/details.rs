//! What is known of a person beside who they are: told, ended, replaced; what held before is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::{CityCode, Day, Month};
use store::{CityKeys, Entry, StoreError, Unit, params};
use uuid::Uuid;

use super::super::model::{DetailId, Kind};
use super::super::sql;
use super::{Desk, WriteError, months};
use crate::people::{FormId, PersonId};

/// Something that becomes known of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDetail {
    /// What about.
    pub kind: Kind,
    /// What, as it is kept.
    pub value: String,
    /// The first day it holds.
    pub since: Day,
    /// The point of access that keeps it to itself, folded.
    pub office: Option<String>,
}

impl Desk<'_> {
    /// Keeps something that becomes known of a person. Where there can be one only, what held until now ends the day
    /// before.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is written then.
    pub async fn tell(&self, id: DetailId, person: PersonId, new: &NewDetail) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        if deed.is_there(&sql::DETAIL_CITY, id.0, WriteError::NotFound).await? {
            return Ok(());
        }
        let form = deed.form(person).await?;
        let keys = Arc::clone(&deed.keys);
        let (sealed, months) = tell_in(&mut deed.unit, &keys, id, (person, form), new).await?;
        let entry = Entry::new("tell", format!("detail/{id}"), Some(self.city)).moving(months);
        deed.unit.record(entry.changing(None, Some(&sealed)));
        deed.unit.commit().await?;
        Ok(())
    }

    /// Says that something known of a person held until a day; the day before the first says that it never did.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is written then.
    pub async fn end_detail(&self, id: DetailId, person: PersonId, until: Day) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        deed.book(&[person]).await?;
        let row = deed.unit.fetch_optional(&sql::DETAIL, params![self.city, person.0, id.0]).await?;
        let row = row.ok_or(WriteError::NotFound)?;
        let (kind, since): (Kind, Day) = (row.parse(0)?, row.get(1)?);
        let before = since.pred_opt().unwrap_or(since);
        if until < before {
            return Err(WriteError::Backwards { since });
        }
        if row.get::<Option<Day>>(2)? == Some(until) {
            return Ok(());
        }
        end(&mut deed.unit, self.city, id.0, until).await?;
        let months = months_in(&mut deed.unit, kind, person, since).await?;
        deed.unit.record(Entry::new("end", format!("detail/{id}"), Some(self.city)).moving(months));
        deed.unit.commit().await?;
        Ok(())
    }

    /// Keeps that a person was given the privacy notice in a language and of a version.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is written then.
    pub async fn give_notice(
        &self,
        id: DetailId,
        person: PersonId,
        language: &str,
        version: &str,
    ) -> Result<(), WriteError> {
        let new = NewDetail {
            kind: Kind::Notice,
            value: format!("{language} {version}"),
            since: self.clock.now().day(),
            office: None,
        };
        self.tell(id, person, &new).await
    }
}

/// Keeps something that becomes known of a person, in a unit of work that holds their city; gives it as it is kept,
/// and the months whose numbers it moves.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn tell_in(
    unit: &mut Unit,
    keys: &CityKeys,
    id: DetailId,
    (person, form): (PersonId, FormId),
    new: &NewDetail,
) -> Result<(Vec<u8>, BTreeSet<Month>), StoreError> {
    let mut since = new.since;
    if new.kind.is_single() {
        let values = params![keys.city(), person.0, new.kind.code()];
        for row in unit.fetch_all(&sql::STANDING_DETAILS, values).await? {
            since = since.min(row.get(1)?);
            end(unit, keys.city(), row.get(0)?, new.since.pred_opt().unwrap_or(new.since)).await?;
        }
    }
    let sealed = keep(unit, keys, id.0, form, new).await?;
    Ok((sealed, months_in(unit, new.kind, person, since).await?))
}

/// The months that move when something of a kind changes from a day on.
async fn months_in(
    unit: &mut Unit,
    kind: Kind,
    person: PersonId,
    since: Day,
) -> Result<BTreeSet<Month>, StoreError> {
    if kind.is_counted() { months(unit, person, since, None).await } else { Ok(BTreeSet::new()) }
}

async fn end(unit: &mut Unit, city: CityCode, id: Uuid, until: Day) -> Result<(), StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    unit.execute(&sql::END_DETAIL, params![city, id, until, at, who]).await.map(|_| ())
}

async fn keep(
    unit: &mut Unit,
    keys: &CityKeys,
    id: Uuid,
    form: FormId,
    new: &NewDetail,
) -> Result<Vec<u8>, StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let sealed = keys.seal_text(sql::DETAIL_VALUE, id, &new.value)?;
    let values = params![
        id,
        keys.city(),
        form.0,
        new.kind.code(),
        sealed.clone(),
        new.office.as_ref(),
        new.since,
        None::<Day>,
        at,
        who,
    ];
    unit.execute(&sql::INSERT_DETAIL, values).await?;
    Ok(sealed)
}
