//! What is known of a person beside who they are: told, ended, replaced; what held before is kept.

use kernel::Day;
use store::{Entry, StoreError, params};
use uuid::Uuid;

use super::super::model::{DetailId, Kind};
use super::super::sql;
use super::{Deed, Desk, WriteError};
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
        if deed.is_there(&sql::DETAIL_CITY, id.0).await? {
            return Ok(());
        }
        let form = deed.form(person).await?;
        let mut since = new.since;
        if new.kind.is_single() {
            let values = params![self.city, person.0, new.kind.code()];
            for row in deed.unit.fetch_all(&sql::STANDING_DETAILS, values).await? {
                since = since.min(row.get(1)?);
                deed.end(row.get(0)?, new.since.pred_opt().unwrap_or(new.since)).await?;
            }
        }
        let sealed = deed.keep_detail(id.0, form, new).await?;
        let months =
            if new.kind.is_counted() { deed.months(person, since, None).await? } else { Default::default() };
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
        deed.end(id.0, until).await?;
        let months =
            if kind.is_counted() { deed.months(person, since, None).await? } else { Default::default() };
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

impl Deed {
    async fn end(&mut self, id: Uuid, until: Day) -> Result<(), StoreError> {
        let (at, who, city) = (self.unit.at(), self.unit.actor().0.clone(), self.keys.city());
        self.unit.execute(&sql::END_DETAIL, params![city, id, until, at, who]).await.map(|_| ())
    }

    async fn keep_detail(&mut self, id: Uuid, form: FormId, new: &NewDetail) -> Result<Vec<u8>, StoreError> {
        let (at, who, city) = (self.unit.at(), self.unit.actor().0.clone(), self.keys.city());
        let sealed = self.keys.seal_text(sql::DETAIL_VALUE, id, &new.value)?;
        let values = params![
            id,
            city,
            form.0,
            new.kind.code(),
            sealed.clone(),
            new.office.as_ref(),
            new.since,
            None::<Day>,
            at,
            who,
        ];
        self.unit.execute(&sql::INSERT_DETAIL, values).await?;
        Ok(sealed)
    }
}
