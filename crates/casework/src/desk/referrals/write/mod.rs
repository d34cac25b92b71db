//! Writing: one unit of work each. What concerns two cities holds both, always in the order of their codes, so that
//! two such units never wait for each other.
//!
//! What a form sends carries an identifier: of the referral, or of its answer. If it comes twice, the second time
//! finds it there and changes nothing.

mod answer;
mod arrive;
mod file;
mod make;

use kernel::{CityCode, Clock};
use store::{Actor, Entry, Store, StoreError, Unit, Vault};

use super::model::{ReferralId, Refusal};
use crate::desk::pathways::write::DeskError;

pub use make::{Agreement, NewReferral, To};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ReferralError {
    /// The city has nothing like it.
    #[error("there is nothing like that in this city")]
    NotFound,
    /// A rule refuses it.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// A pathway cannot be closed or opened.
    #[error("a pathway of the person does not allow it")]
    Pathway(#[source] DeskError),
    /// The database refuses it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DeskError> for ReferralError {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::NotFound => Self::NotFound,
            DeskError::Refused(crate::desk::pathways::model::Refusal::Restricted) => {
                Self::Refused(Refusal::Restricted)
            }
            DeskError::Store(error) => Self::Store(error),
            other => Self::Pathway(other),
        }
    }
}

/// Writes to the referrals of one city, made by it or to it.
pub struct Writer<'a> {
    /// The database.
    pub store: &'a Store,
    /// The keys of all cities: what is sent is sealed for who gets it.
    pub vault: &'a Vault,
    /// The network's key.
    pub network: &'a [u8],
    /// The city of who writes.
    pub city: CityCode,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who writes.
    pub actor: Actor,
}

impl Writer<'_> {
    async fn begin(&self) -> Result<Unit, StoreError> {
        self.store.begin(&self.actor, self.clock).await
    }
}

/// Holds a city, and a second one if there is one.
async fn hold(unit: &mut Unit, city: CityCode, other: Option<CityCode>) -> Result<(), StoreError> {
    let mut cities: Vec<CityCode> = std::iter::once(city).chain(other).collect();
    cities.sort_unstable();
    for city in cities {
        unit.hold(city).await?;
    }
    Ok(())
}

/// What the journal of a city says of an act.
fn entry(action: &'static str, id: ReferralId, city: CityCode) -> Entry {
    Entry::new(action, format!("referral/{id}"), Some(city))
}
