//! Sealed columns: what says who people are stands encrypted in the database, under keys of each city.
//!
//! A city has data keys, one for each generation, and an index key for digests. Table `vault_key` holds them
//! wrapped with the master key, which is never in the database ([`crate::keys`]). A [`Vault`] unwraps them once,
//! when an installation is opened, and gives each city's [`CityKeys`].
//!
//! A value is sealed with AES-256-GCM-SIV (RFC 8452), which forgives a nonce that comes twice. Table, column and row are
//! authenticated with it: moved to another row, column, table or city it does not open.

mod check;
mod city_keys;
mod error;
mod rewrap;
mod rotation;
mod spot;
pub(crate) mod sql;
mod stored;
#[cfg(test)]
mod tests;
mod wrap;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use kernel::{CityCode, Clock};
use rand::RngCore;
use zeroize::Zeroizing;

pub use self::check::{Checked, check};
pub use self::city_keys::CityKeys;
pub use self::error::VaultError;
pub use self::rewrap::rewrap;
pub use self::rotation::{Rotation, Turned};
pub use self::spot::Spot;
use self::wrap::{Label, Purpose, Wrapper};
use crate::keys::Master;
use crate::{Actor, Store, StoreError, params};

/// Length of a key, in bytes.
pub(crate) const KEY_LENGTH: usize = 32;
/// A key in memory, wiped when it is dropped.
pub(crate) type Key = Zeroizing<[u8; KEY_LENGTH]>;
/// Length of a nonce of AES-GCM-SIV, in bytes.
const NONCE_LENGTH: usize = 12;

/// How often a program that serves calls [`Vault::follow`], and a fraction of how long a change of keys waits
/// between making a key and sealing with it.
pub const FOLLOW_SECONDS: u64 = 1;

type Cities = BTreeMap<CityCode, Arc<CityKeys>>;

/// The keys of all cities, unwrapped. Cloning shares them.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
    wrapper: Wrapper,
    cities: RwLock<Cities>,
}

impl Vault {
    /// Unwraps the keys of all cities, and makes those of a city that has none.
    ///
    /// # Errors
    /// [`VaultError::WrongMaster`] when another master key wrapped them, [`VaultError::DamagedKey`] when one was
    /// changed; otherwise what the database says.
    pub async fn open(
        store: &Store,
        master: &Master,
        cities: &[CityCode],
        clock: &dyn Clock,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Self, StoreError> {
        let wrapper = Wrapper::of(master);
        let mut keys = stored::read(&store.reader().await?.fetch_all(&sql::KEYS, params![]).await?)?;
        // Before anything is made: with a wrong master key nothing is written.
        stored::check(&wrapper, &keys)?;
        let known: BTreeSet<CityCode> = keys.iter().map(|key| key.label.city).collect();
        if cities.iter().any(|city| !known.contains(city)) {
            let mut unit = store.begin(&Actor::local(), clock).await?;
            stored::hold(&mut unit).await?;
            for &city in cities.iter().filter(|city| !known.contains(city)) {
                for purpose in [Purpose::Data, Purpose::Index] {
                    stored::make(&mut unit, &wrapper, Label { city, purpose, generation: 1 }, random).await?;
                }
            }
            // Whoever was quicker is found here: theirs count.
            keys = stored::read(&unit.fetch_all(&sql::KEYS, params![]).await?)?;
            stored::check(&wrapper, &keys)?;
            unit.commit().await?;
        }
        let cities = RwLock::new(stored::unwrapped(&wrapper, &keys, random)?);
        Ok(Self(Arc::new(Inner { wrapper, cities })))
    }

    /// Takes over keys that were changed by another program. One that serves calls it every
    /// [`FOLLOW_SECONDS`], so that it can open what is sealed with a new key and seals with it itself.
    ///
    /// # Errors
    /// As [`Vault::open`]; the keys at hand stay then.
    pub async fn follow(&self, store: &Store, random: &mut (dyn RngCore + Send)) -> Result<(), StoreError> {
        let keys = stored::read(&store.reader().await?.fetch_all(&sql::KEYS, params![]).await?)?;
        let generations = |city| stored::newest(&keys, city).map(|key| key.label.generation);
        let same = |(city, keys): (&CityCode, &Arc<CityKeys>)| generations(*city) == Some(keys.generation());
        if !self.cities_now().iter().all(same) {
            let cities = stored::unwrapped(&self.0.wrapper, &keys, random)?;
            *self.0.cities.write().unwrap_or_else(PoisonError::into_inner) = cities;
        }
        Ok(())
    }

    /// The cities that have keys.
    pub fn cities(&self) -> Vec<CityCode> {
        self.cities_now().keys().copied().collect()
    }

    /// The keys of a city.
    ///
    /// # Errors
    /// [`StoreError::UnknownCity`] when the vault was opened without it.
    pub fn city(&self, city: CityCode) -> Result<Arc<CityKeys>, StoreError> {
        self.cities_now().get(&city).cloned().ok_or(StoreError::UnknownCity(city))
    }

    fn cities_now(&self) -> RwLockReadGuard<'_, Cities> {
        self.0.cities.read().unwrap_or_else(PoisonError::into_inner)
    }
}
