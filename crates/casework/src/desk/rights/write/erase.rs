//! Erasing a person: in one unit of work, every part forgets what identifies them and whatever was written in words.

use std::sync::Arc;

use access::reads::ReadLog;
use store::{CityKeys, Entry, StoreError, Unit, params};

use super::super::model::{Ground, Kind, RequestId, State, due_day};
use super::super::{read, sql};
use super::{Deed, Rights, RightsError};
use crate::desk::{contacts, pathways, people as desk_people, referrals};
use crate::people::{FormId, PersonId, erasure};
use crate::registers;
use crate::registers::rights::Named;

/// An erasure that is asked for and confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Erasure {
    /// The identifier of the request that it answers, if none was written down before.
    pub id: RequestId,
    /// Who is erased.
    pub person: PersonId,
    /// Why.
    pub ground: Ground,
}

impl Rights<'_> {
    /// Erases a person. What waits for that is answered with it; else the request is written down now. A person who
    /// was erased before stays so: asked twice, it is done once.
    ///
    /// # Errors
    /// [`RightsError::GoingOn`] while something of the person still goes on: what would be counted for ever. Nothing
    /// is changed then.
    pub async fn erase(&self, asked: &Erasure) -> Result<(), RightsError> {
        let mut deed = self.begin().await?;
        let standing = deed.standing(asked.person).await?;
        if standing.is_erased {
            return Ok(());
        }
        let rows = deed.unit.fetch_all(&sql::GOING_ON, params![self.city, asked.person.0]).await?;
        let going_on = read::going(&rows)?;
        if !going_on.is_empty() {
            return Err(RightsError::GoingOn(going_on));
        }
        deed.answer(asked, standing.form).await?;
        erase_in(&mut deed.unit, &deed.keys, &[asked.person]).await?;
        deed.unit.commit().await?;
        Ok(())
    }
}

impl Deed {
    /// Answers whatever the person asked and waits, with a request to be erased among it: that it was done, and why.
    async fn answer(&mut self, asked: &Erasure, form: FormId) -> Result<(), RightsError> {
        let (at, who, city) = (self.unit.at(), self.unit.actor().0.clone(), self.keys.city());
        let (mut waiting, mut is_asked) = (Vec::new(), false);
        for row in self.unit.fetch_all(&sql::OF_PERSON, params![city, asked.person.0]).await? {
            if row.get::<String>(9)? == State::Open.code() {
                is_asked |= row.get::<String>(3)? == Kind::Erasure.code();
                waiting.push(row.get(0)?);
            }
        }
        if !is_asked {
            if self.is_there(&sql::REQUEST_CITY, asked.id.0, RightsError::NotFound).await? {
                return Err(RightsError::Settled);
            }
            let today = at.day();
            let kind = Kind::Erasure.code();
            let none = None::<Vec<u8>>;
            let values = params![asked.id.0, city, form.0, kind, today, due_day(today), none, at, &who];
            self.unit.execute(&sql::INSERT_REQUEST, values).await?;
            waiting.push(asked.id.0);
        }
        for id in waiting {
            let (state, ground) = (State::Done.code(), asked.ground.code());
            let values = params![city, id, state, ground, None::<Vec<u8>>, at, &who];
            self.unit.execute(&sql::SETTLE, values).await?;
        }
        Ok(())
    }
}

/// Erases some people in a unit of work that holds the city. No fact moves: days, services, codes and numbers stay.
pub(in crate::desk::rights) async fn erase_in(
    unit: &mut Unit,
    keys: &Arc<CityKeys>,
    people: &[PersonId],
) -> Result<(), StoreError> {
    let city = keys.city();
    let mut names = Vec::new();
    for &person in people {
        names.extend(erasure::names(unit, keys, person).await?);
    }
    let named = Named::of(&names);
    registers::rights::forget(unit, keys, &named).await?;
    let name_them =
        |searched: &str, found: u32| named.is_in(searched) || (found == 0 && named.may_begin_with(searched));
    ReadLog::forget_searches_that(unit, keys, &name_them).await?;
    for &person in people {
        contacts::rights::forget(unit, city, person).await?;
        pathways::rights::forget(unit, city, person).await?;
        referrals::rights::forget(unit, city, person).await?;
        desk_people::rights::forget(unit, city, person).await?;
        unit.execute(&sql::FORGET_REQUESTS, params![city, person.0]).await?;
        unit.execute(&sql::FORGET_RESTRICTIONS, params![city, person.0]).await?;
        ReadLog::forget_searches(unit, city, person.0).await?;
        erasure::forget(unit, keys, person).await?;
        unit.record(Entry::new("erase", format!("person/{person}"), Some(city)));
    }
    Ok(())
}
