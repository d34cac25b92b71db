//! Writing: one unit of work each. A form carries the identifier of what it writes: sent twice, it is done once.

mod erase;
mod requests;
mod restrict;

use std::sync::Arc;

use kernel::{CityCode, Clock};
use store::{Actor, CityKeys, Store, StoreError, Unit, Vault, params};

use super::model::GoingOn;
use super::sql;
use crate::people::book::keep_for_desk;
use crate::people::{FormId, PersonId};

pub use erase::Erasure;
pub(super) use erase::erase_in;

/// What writing needs.
#[derive(Clone, Copy)]
pub struct Rights<'a> {
    /// The database.
    pub store: &'a Store,
    /// The cities' keys.
    pub vault: &'a Vault,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who writes.
    pub actor: &'a Actor,
    /// The city of whoever writes.
    pub city: CityCode,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum RightsError {
    /// The city has no such person, or nothing with this identifier.
    #[error("there is nothing of this kind in this city")]
    NotFound,
    /// Somebody was quicker.
    #[error("this request was answered already: look at it again")]
    Settled,
    /// What is asked is there already.
    #[error("this is so already")]
    Already,
    /// An erasure is done on its own page.
    #[error("an erasure is done where it is confirmed")]
    ErasureElsewhere,
    /// Something of the person still goes on: first it ends.
    #[error("something of this person still goes on: {0:?}; end it first")]
    GoingOn(Vec<GoingOn>),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A person, as far as writing needs to know them.
struct Standing {
    form: FormId,
    is_restricted: bool,
    is_erased: bool,
}

/// A deed that has begun: its unit of work holds the city.
struct Deed {
    unit: Unit,
    keys: Arc<CityKeys>,
}

impl Rights<'_> {
    async fn begin(&self) -> Result<Deed, StoreError> {
        let keys = self.vault.city(self.city)?;
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        unit.hold(self.city).await?;
        Ok(Deed { unit, keys })
    }
}

impl Deed {
    /// Whether a row with this identifier is there already. One of another city is none of theirs.
    async fn is_there(&mut self, whose: &store::Statement, id: uuid::Uuid) -> Result<bool, RightsError> {
        match self.unit.fetch_optional(whose, params![id]).await? {
            None => Ok(false),
            Some(row) if row.parse::<CityCode>(0)? == self.keys.city() => Ok(true),
            Some(_) => Err(RightsError::NotFound),
        }
    }

    async fn standing(&mut self, person: PersonId) -> Result<Standing, RightsError> {
        let row = self.unit.fetch_optional(&sql::PERSON, params![self.keys.city(), person.0]).await?;
        let row = row.ok_or(RightsError::NotFound)?;
        Ok(Standing {
            form: FormId(row.get(0)?),
            is_restricted: row.get::<Option<i64>>(1)?.is_some(),
            is_erased: row.get::<Option<i64>>(2)?.is_some(),
        })
    }

    /// A person who is there, with the form that what is recorded of them hangs on, kept for its sake. Data that are
    /// restricted may be kept, and so may what is asked about them.
    async fn somebody(&mut self, person: PersonId) -> Result<Standing, RightsError> {
        let standing = self.standing(person).await?;
        if standing.is_erased {
            return Err(RightsError::NotFound);
        }
        keep_for_desk(&mut self.unit, self.keys.city(), standing.form).await?;
        Ok(standing)
    }
}
