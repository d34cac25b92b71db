//! Households: people who live as one. One household at a time; what was before is kept.

use kernel::Day;
use store::{Entry, StoreError, params};
use uuid::Uuid;

use super::super::model::Relation;
use super::super::read::{HouseholdId, MemberId};
use super::super::sql;
use super::{Deed, Desk, WriteError, months};
use crate::people::PersonId;

/// The household somebody comes into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// A new one, with this identifier.
    New(HouseholdId),
    /// One of the city.
    Known(HouseholdId),
}

/// Somebody comes into a household.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Joining {
    /// Who.
    pub person: PersonId,
    /// Into which.
    pub household: Which,
    /// What they are to the person it is registered for.
    pub relation: Relation,
    /// The first day.
    pub since: Day,
}

impl Desk<'_> {
    /// Brings a person into a household.
    ///
    /// # Errors
    /// [`WriteError::InHousehold`] where they are in one on that day or later; nothing is written then.
    pub async fn join_household(&self, id: MemberId, joining: Joining) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        if deed.is_there(&sql::MEMBER_CITY, id.0, WriteError::NotFound).await? {
            return Ok(());
        }
        let form = deed.form(joining.person).await?;
        for row in deed.unit.fetch_all(&sql::MEMBERSHIPS, params![self.city, joining.person.0]).await? {
            let (since, until): (Day, Option<Day>) = (row.get(3)?, row.get(4)?);
            if until.is_none_or(|until| until >= joining.since) {
                return Err(WriteError::InHousehold { number: row.count(2)?, since });
            }
        }
        let household = deed.household(joining.household).await?;
        let (at, who) = (deed.unit.at(), deed.unit.actor().0.clone());
        let values = params![
            id.0,
            self.city,
            household,
            form.0,
            joining.relation.code(),
            joining.since,
            None::<Day>,
            at,
            who,
        ];
        deed.unit.execute(&sql::INSERT_MEMBER, values).await?;
        let months = months(&mut deed.unit, joining.person, joining.since, None).await?;
        let entity = format!("household/{household}");
        deed.unit.record(Entry::new("join_household", entity, Some(self.city)).moving(months));
        deed.unit.commit().await?;
        Ok(())
    }

    /// Says that somebody was in a household until a day. A day before they came says that they never were.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is written then.
    pub async fn leave_household(&self, id: MemberId, until: Day) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        let row = deed.unit.fetch_optional(&sql::MEMBER, params![self.city, id.0]).await?;
        let row = row.ok_or(WriteError::NotFound)?;
        let (person, since) = (PersonId(row.get(0)?), row.get::<Day>(1)?);
        let household: Uuid = row.get(3)?;
        deed.book(&[person]).await?;
        if row.get::<Option<Day>>(2)? == Some(until) {
            return Ok(());
        }
        let (at, who) = (deed.unit.at(), deed.unit.actor().0.clone());
        if until < since {
            deed.unit.execute(&sql::DELETE_MEMBER, params![self.city, id.0]).await?;
        } else {
            deed.unit.execute(&sql::END_MEMBER, params![self.city, id.0, until, at, who]).await?;
        }
        let months = months(&mut deed.unit, person, since, None).await?;
        let entity = format!("household/{household}");
        deed.unit.record(Entry::new("leave_household", entity, Some(self.city)).moving(months));
        deed.unit.commit().await?;
        Ok(())
    }
}

impl Deed {
    /// The household that is meant, made if it is new: with the city's next number.
    async fn household(&mut self, which: Which) -> Result<Uuid, WriteError> {
        let city = self.keys.city();
        let id = match which {
            Which::Known(id) => {
                let known = self.unit.fetch_optional(&sql::HOUSEHOLD, params![city, id.0]).await?;
                return known.map(|_| id.0).ok_or(WriteError::NotFound);
            }
            Which::New(id) => id,
        };
        if self.is_there(&sql::HOUSEHOLD_CITY, id.0, WriteError::NotFound).await? {
            return Ok(id.0);
        }
        let (at, who) = (self.unit.at(), self.unit.actor().0.clone());
        let number = self.next_number().await?;
        self.unit.execute(&sql::INSERT_HOUSEHOLD, params![id.0, city, number, at, who]).await?;
        Ok(id.0)
    }

    async fn next_number(&mut self) -> Result<u32, StoreError> {
        let last = self.unit.fetch_optional(&sql::LAST_HOUSEHOLD, params![self.keys.city()]).await?;
        Ok(last.map_or(Ok(0), |row| row.count(0))? + 1)
    }
}
