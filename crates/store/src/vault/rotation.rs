//! Another data key for a city: everything it has sealed is sealed anew, a part at a time.
//!
//! The new key is made first and used a moment later, so that programs that serve know it by then. A change that is
//! interrupted goes on where it was when it is begun again: a value says which key sealed it. The key before stays in
//! the table, with nothing sealed by it, until the next change: a program that had not heard of the new one may have
//! sealed with it after all.

use kernel::{CityCode, Clock};
use rand::RngCore;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::city_keys::head;
use super::wrap::{Label, Purpose};
use super::{Spot, Vault, sql, stored};
use crate::{Actor, Entry, Slice, Store, StoreError, Unit, params};

/// Rows that are looked at in one unit of work.
const ROWS: u32 = 200;
/// Bytes after which a unit of work ends, though there are more rows.
const BYTES: usize = 8 << 20;

/// Changing data keys.
pub struct Rotation<'a> {
    /// The database.
    pub store: &'a Store,
    /// The keys.
    pub vault: &'a Vault,
    /// Every slice: all their sealed columns are sealed anew.
    pub slices: &'a [Slice],
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who changes them.
    pub actor: &'a Actor,
}

/// What a change of keys did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turned {
    /// The generation that seals now.
    pub generation: u32,
    /// Values sealed anew since it was begun again.
    pub values: u64,
}

/// Where a part begins or the next one goes on.
struct Place {
    spot: Spot,
    after: Uuid,
}

/// What a part did, and whether there is more behind it.
struct Part {
    values: u64,
    next: Option<Uuid>,
}

impl Rotation<'_> {
    /// Makes the next key of a city, or finds the one whose change was interrupted. Gives its generation.
    ///
    /// # Errors
    /// [`StoreError::UnknownCity`]; otherwise what the database says.
    pub async fn begin(&self, city: CityCode, random: &mut (dyn RngCore + Send)) -> Result<u32, StoreError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        stored::hold(&mut unit).await?;
        let keys = stored::read(&unit.fetch_all(&sql::KEYS, params![]).await?)?;
        stored::check(&self.vault.0.wrapper, &keys)?;
        let newest = stored::newest(&keys, city).ok_or(StoreError::UnknownCity(city))?;
        let generation = if newest.settled { newest.label.generation + 1 } else { newest.label.generation };
        if newest.settled {
            let label = Label { city, purpose: Purpose::Data, generation };
            stored::make(&mut unit, &self.vault.0.wrapper, label, random).await?;
            let what = format!("vault/{city}/{generation}");
            unit.record(Entry::new("begin change of keys", what, Some(city)));
        }
        unit.commit().await?;
        self.vault.follow(self.store, random).await?;
        Ok(generation)
    }

    /// Seals everything of a city with its newest key, and lets go of the keys that are of no use any more.
    /// [`Rotation::begin`] comes first.
    ///
    /// # Errors
    /// When a value cannot be opened, or the database refuses. What was sealed anew stays so; begun again, the change
    /// goes on.
    pub async fn seal_anew(&self, city: CityCode) -> Result<Turned, StoreError> {
        let generation = self.vault.city(city)?.generation();
        let spots = || self.slices.iter().flat_map(|slice| slice.sealed).copied();
        let mut values = 0;
        loop {
            for spot in spots() {
                let mut place = Place { spot, after: Uuid::nil() };
                loop {
                    let mut unit = self.store.begin(self.actor, self.clock).await?;
                    unit.hold(city).await?;
                    let part = self.part(&mut unit, city, &place).await?;
                    unit.commit().await?;
                    values += part.values;
                    let Some(next) = part.next else { break };
                    place.after = next;
                }
            }
            if self.settle(city, generation, spots()).await? {
                return Ok(Turned { generation, values });
            }
        }
    }

    /// One unit of work: the rows after one that an older key sealed.
    async fn part(&self, unit: &mut Unit, city: CityCode, place: &Place) -> Result<Part, StoreError> {
        let keys = self.vault.city(city)?;
        let Place { spot, after } = *place;
        let rows = unit.fetch_spelled(spot.list(), params![city, after, ROWS]).await?;
        let (mut part, mut bytes) = (Part { values: 0, next: None }, 0);
        for row in &rows {
            let id: Uuid = row.get(0)?;
            part.next = Some(id);
            if row.get::<Vec<u8>>(1)? == head(keys.generation()) {
                continue;
            }
            let found = unit.fetch_spelled(spot.value(), params![city, id]).await?;
            let Some(sealed) = found.first().map(|row| row.get::<Option<Vec<u8>>>(0)).transpose()?.flatten()
            else {
                continue;
            };
            let plain = Zeroizing::new(keys.open(spot, id, &sealed)?);
            bytes += plain.len();
            let anew = keys.seal(spot, id, &plain)?;
            // The truth stays as it is: no entry. If somebody wrote another value meanwhile, theirs stands.
            part.values += unit.note_spelled(spot.replace(), params![city, id, sealed, anew]).await?;
            if bytes > BYTES {
                return Ok(part);
            }
        }
        if rows.len() < ROWS as usize {
            part.next = None;
        }
        Ok(part)
    }

    /// Says that everything is sealed with a generation, if it is.
    async fn settle(
        &self,
        city: CityCode,
        generation: u32,
        spots: impl Iterator<Item = Spot>,
    ) -> Result<bool, StoreError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        unit.hold(city).await?;
        stored::hold(&mut unit).await?;
        for spot in spots {
            let older =
                unit.fetch_spelled(spot.other(), params![city, head(generation).to_vec(), 1_i64]).await?;
            if !older.is_empty() {
                return Ok(false);
            }
        }
        let at = unit.at();
        unit.execute(&sql::SETTLE, params![city, generation, at]).await?;
        unit.execute(&sql::DROP_KEYS, params![city, generation.saturating_sub(1)]).await?;
        unit.record(Entry::new("change keys", format!("vault/{city}/{generation}"), Some(city)));
        unit.commit().await?;
        Ok(true)
    }
}
