//! A deed at the desk: one unit of work that holds its city, with the city's keys.

use std::sync::Arc;

use kernel::{CityCode, Clock};
use store::{Actor, CityKeys, Statement, Store, StoreError, Unit, Vault, params};
use uuid::Uuid;

/// A deed that has begun. Nothing of it stays unless its unit of work is committed.
pub(crate) struct Deed {
    pub unit: Unit,
    pub keys: Arc<CityKeys>,
}

impl Deed {
    pub async fn begin(
        store: &Store,
        vault: &Vault,
        clock: &dyn Clock,
        actor: &Actor,
        city: CityCode,
    ) -> Result<Self, StoreError> {
        let keys = vault.city(city)?;
        let mut unit = store.begin(actor, clock).await?;
        unit.hold(city).await?;
        Ok(Self { unit, keys })
    }

    /// Whether a row with this identifier is there already. One of another city is none of theirs: `not_found`.
    pub async fn is_there<E: From<StoreError>>(
        &mut self,
        whose: &Statement,
        id: Uuid,
        not_found: E,
    ) -> Result<bool, E> {
        match self.unit.fetch_optional(whose, params![id]).await? {
            None => Ok(false),
            Some(row) if row.parse::<CityCode>(0)? == self.keys.city() => Ok(true),
            Some(_) => Err(not_found),
        }
    }
}
