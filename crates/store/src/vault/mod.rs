//! Sealed columns: what says who people are stands encrypted in the database, under keys of each city.
//!
//! A city has data keys, one for each generation, and an index key for digests. Table `vault_key` holds them
//! wrapped with the master key, which is never in the database ([`crate::keys`]). A [`Vault`] unwraps them once,
//! when an installation is opened, and gives each city's [`CityKeys`].
//!
//! A value is sealed with AES-256-GCM-SIV (RFC 8452), which forgives a nonce that comes twice. Table, column and row are
//! authenticated with it: moved to another row, column, table or city it does not open.

mod city_keys;
mod error;
mod spot;
pub(crate) mod sql;
#[cfg(test)]
mod tests;
mod wrap;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};

use kernel::{CityCode, Clock};
use rand::RngCore;
use zeroize::Zeroizing;

pub use self::city_keys::CityKeys;
pub use self::error::VaultError;
pub use self::spot::Spot;
use self::wrap::{Label, Purpose, Wrapper};
use crate::keys::Master;
use crate::{Actor, Row, Store, StoreError, Unit, params};

/// Length of a key, in bytes.
pub(crate) const KEY_LENGTH: usize = 32;
/// A key in memory, wiped when it is dropped.
pub(crate) type Key = Zeroizing<[u8; KEY_LENGTH]>;
/// Length of a nonce of AES-GCM-SIV, in bytes.
const NONCE_LENGTH: usize = 12;

type Cities = BTreeMap<CityCode, Arc<CityKeys>>;

/// The keys of all cities, unwrapped. Cloning shares them.
#[derive(Clone)]
pub struct Vault(Arc<Inner>);

struct Inner {
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
        let mut rows = store.reader().await?.fetch_all(&sql::KEYS, params![]).await?;
        let known = rows.iter().map(|row| row.parse(0)).collect::<Result<BTreeSet<CityCode>, _>>()?;
        let missing: Vec<CityCode> = cities.iter().copied().filter(|city| !known.contains(city)).collect();
        // Before anything is made: with a wrong master key nothing is written.
        for row in &rows {
            wrapper.check(&row.get::<String>(4)?)?;
        }
        if !missing.is_empty() {
            let mut unit = store.begin(&Actor::local(), clock).await?;
            for city in missing {
                make_keys(&mut unit, &wrapper, city, random).await?;
            }
            // Whoever was quicker is found here: theirs count.
            rows = unit.fetch_all(&sql::KEYS, params![]).await?;
            unit.commit().await?;
        }
        let cities = unwrapped(&wrapper, &rows, random)?;
        Ok(Self(Arc::new(Inner { cities: RwLock::new(cities) })))
    }

    /// The cities that have keys.
    pub fn cities(&self) -> Vec<CityCode> {
        self.0.cities.read().unwrap_or_else(PoisonError::into_inner).keys().copied().collect()
    }

    /// The keys of a city.
    ///
    /// # Errors
    /// [`StoreError::UnknownCity`] when the vault was opened without it.
    pub fn city(&self, city: CityCode) -> Result<Arc<CityKeys>, StoreError> {
        let cities = self.0.cities.read().unwrap_or_else(PoisonError::into_inner);
        cities.get(&city).cloned().ok_or(StoreError::UnknownCity(city))
    }
}

/// The first keys of a city. They are nothing that was known or is known of anybody: no journal entry.
async fn make_keys(
    unit: &mut Unit,
    wrapper: &Wrapper,
    city: CityCode,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    for purpose in [Purpose::Data, Purpose::Index] {
        make_key(unit, wrapper, &Label { city, purpose, generation: 1 }, random).await?;
    }
    Ok(())
}

async fn make_key(
    unit: &mut Unit,
    wrapper: &Wrapper,
    label: &Label,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    random.fill_bytes(&mut *key);
    let wrapped = wrapper.wrap(label, &key, random)?;
    let at = unit.at();
    let (purpose, master) = (label.purpose.name(), &wrapper.fingerprint);
    unit.note(&sql::KEEP_KEY, params![label.city, purpose, label.generation, wrapped, master, at]).await?;
    Ok(())
}

fn unwrapped(wrapper: &Wrapper, rows: &[Row], random: &mut dyn RngCore) -> Result<Cities, StoreError> {
    let mut data: BTreeMap<CityCode, Vec<(u32, Key)>> = BTreeMap::new();
    let mut index = BTreeMap::new();
    for row in rows {
        wrapper.check(&row.get::<String>(4)?)?;
        let (city, purpose): (CityCode, String) = (row.parse(0)?, row.get(1)?);
        let (generation, wrapped): (u32, Vec<u8>) = (row.count(2)?, row.get(3)?);
        let is_data = purpose == Purpose::Data.name();
        let purpose = if is_data { Purpose::Data } else { Purpose::Index };
        let key = wrapper.unwrap(&Label { city, purpose, generation }, &wrapped)?;
        if is_data {
            data.entry(city).or_default().push((generation, key));
        } else {
            index.insert(city, key);
        }
    }
    // A city with a key of one purpose alone cannot be: both are made in one unit of work.
    let both = data.iter().filter_map(|(city, data)| Some((*city, data, index.get(city)?)));
    Ok(both.map(|(city, data, index)| (city, Arc::new(CityKeys::new(city, data, index, random)))).collect())
}
