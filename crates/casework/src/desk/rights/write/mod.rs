//! Writing: one unit of work each. A form carries the identifier of what it writes: sent twice, it is done once.

mod erase;
mod requests;
mod restrict;

use kernel::{CityCode, Clock};
use store::{Actor, Store, StoreError, Vault, params};

use super::model::GoingOn;
use super::sql;
use crate::desk::deed::Deed;
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

impl Rights<'_> {
    async fn begin(&self) -> Result<Deed, StoreError> {
        Deed::begin(self.store, self.vault, self.clock, self.actor, self.city).await
    }
}

impl Deed {
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
