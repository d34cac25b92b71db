//! Wrapped keys as table `vault_key` holds them.

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::CityCode;
use rand::RngCore;
use zeroize::Zeroizing;

use super::wrap::{Label, Purpose, Wrapper, damaged};
use super::{Cities, CityKeys, KEY_LENGTH, Key, sql};
use crate::{Row, StoreError, Unit, journal, params};

/// One row of the table.
pub(super) struct Stored {
    pub label: Label,
    pub wrapped: Vec<u8>,
    /// Fingerprint of the master key that wrapped it.
    pub master: String,
    /// Whether everything of the city is sealed with it.
    pub settled: bool,
}

impl Stored {
    fn read(row: &Row) -> Result<Self, StoreError> {
        let (city, generation) = (row.parse(0)?, row.count(2)?);
        let is_data = row.get::<String>(1)? == Purpose::Data.name();
        let purpose = if is_data { Purpose::Data } else { Purpose::Index };
        Ok(Self {
            label: Label { city, purpose, generation },
            wrapped: row.get(3)?,
            master: row.get(4)?,
            settled: row.get::<Option<i64>>(5)?.is_some(),
        })
    }
}

/// Reads every row.
pub(super) fn read(rows: &[Row]) -> Result<Vec<Stored>, StoreError> {
    rows.iter().map(Stored::read).collect()
}

/// The newest data key of a city.
pub(super) fn newest(keys: &[Stored], city: CityCode) -> Option<&Stored> {
    let data = |key: &&Stored| key.label.city == city && key.label.purpose == Purpose::Data;
    keys.iter().filter(data).max_by_key(|key| key.label.generation)
}

/// Waits for whoever changes keys, and makes others wait until this unit ends.
pub(super) async fn hold(unit: &mut Unit) -> Result<(), StoreError> {
    journal::hold_chain(unit, "vault").await
}

/// Makes a key. It is nothing that was known or is known of anybody: no journal entry of its own.
pub(super) async fn make(
    unit: &mut Unit,
    wrapper: &Wrapper,
    label: Label,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    random.fill_bytes(&mut *key);
    let wrapped = wrapper.wrap(&label, &key, random)?;
    let (at, purpose, master) = (unit.at(), label.purpose.name(), &wrapper.fingerprint);
    // With the first key of a city nothing waits to be sealed anew.
    let settled = (label.generation == 1).then_some(at);
    let values = params![label.city, purpose, label.generation, wrapped, master, at, settled];
    unit.note(&sql::KEEP_KEY, values).await.map(|_| ())
}

/// Refuses keys that another master key wrapped.
pub(super) fn check(wrapper: &Wrapper, keys: &[Stored]) -> Result<(), StoreError> {
    for key in keys {
        wrapper.check(&key.master)?;
    }
    Ok(())
}

/// The keys of every city, unwrapped.
pub(super) fn unwrapped(
    wrapper: &Wrapper,
    keys: &[Stored],
    random: &mut dyn RngCore,
) -> Result<Cities, StoreError> {
    check(wrapper, keys)?;
    let mut data: BTreeMap<CityCode, Vec<(u32, Key)>> = BTreeMap::new();
    let mut index = BTreeMap::new();
    for Stored { label, wrapped, .. } in keys {
        let key = wrapper.unwrap(label, wrapped)?;
        match label.purpose {
            Purpose::Data => data.entry(label.city).or_default().push((label.generation, key)),
            Purpose::Index => {
                index.insert(label.city, key);
            }
        }
    }
    let mut cities = Cities::new();
    for city in keys.iter().map(|key| key.label.city) {
        // Both are made in one unit of work: one alone means that a row was lost.
        let lost = |purpose| damaged(&Label { city, purpose, generation: 1 });
        let data = data.get(&city).ok_or_else(|| lost(Purpose::Data))?;
        let index = index.get(&city).ok_or_else(|| lost(Purpose::Index))?;
        let keys = || Arc::new(CityKeys::new(city, data, index, random));
        cities.entry(city).or_insert_with(keys);
    }
    Ok(cities)
}
