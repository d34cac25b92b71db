//! Looking at what is sealed: can it be opened?

use std::collections::BTreeMap;

use kernel::CityCode;
use uuid::Uuid;

use super::city_keys::head;
use super::{Spot, Vault, sql, stored};
use crate::{Reader, Slice, StoreError, params};

/// Values of each column and city that are opened.
const SAMPLE: i64 = 5;

/// What a check of the vault found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// Cities whose keys were unwrapped.
    pub cities: usize,
    /// Sealed columns that hold something.
    pub columns: usize,
    /// Values that were opened.
    pub opened: usize,
    /// Cities whose change of keys was begun and has not ended.
    pub unfinished: Vec<CityCode>,
    /// Cities with values that an older key sealed although the change to a newer one has ended.
    pub behind: Vec<CityCode>,
}

/// Opens a sample of every sealed column of every city.
///
/// # Errors
/// At the first key or value that cannot be opened: where, why and what to do.
pub async fn check(vault: &Vault, reader: &mut Reader, slices: &[Slice]) -> Result<Checked, StoreError> {
    let stored = stored::read(&reader.fetch_all(&sql::KEYS, params![]).await?)?;
    stored::check(&vault.0.wrapper, &stored)?;
    let cities = vault.cities();
    let mut checked = Checked { cities: cities.len(), ..Checked::default() };
    let mut held: BTreeMap<Spot, usize> = BTreeMap::new();
    for city in cities {
        let keys = vault.city(city)?;
        let settled = stored::newest(&stored, city).is_none_or(|key| key.settled);
        if !settled {
            checked.unfinished.push(city);
        }
        for spot in slices.iter().flat_map(|slice| slice.sealed).copied() {
            for row in reader.fetch_spelled(spot.list(), params![city, Uuid::nil(), SAMPLE]).await? {
                let id: Uuid = row.get(0)?;
                let value = reader.fetch_spelled(spot.value(), params![city, id]).await?;
                if let Some(row) = value.first() {
                    keys.open(spot, id, &row.get::<Vec<u8>>(0)?)?;
                    *held.entry(spot).or_default() += 1;
                }
            }
            let newest = head(keys.generation()).to_vec();
            let older = reader.fetch_spelled(spot.other(), params![city, newest, 1_i64]).await?;
            if settled && !older.is_empty() && !checked.behind.contains(&city) {
                checked.behind.push(city);
            }
        }
    }
    checked.columns = held.len();
    checked.opened = held.values().sum();
    Ok(checked)
}
