//! Another network key: everybody is encoded anew, in one unit of work, and nobody is counted otherwise.

use std::sync::Arc;

use kernel::{CityCode, Clock};
use linkage::network::Encoding;
use rand::RngCore;
use store::keys::Keys;
use store::{Actor, CityKeys, Entry, Store, StoreError, Unit, Vault, params};

use super::encodings::{self, Encodings};
use super::sql;
use crate::people::Book;

/// What a change of the key came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rotated {
    /// Which key it is now, counted from 1.
    pub generation: u32,
    /// How many people were encoded anew.
    pub people: usize,
}

/// Draws another network key and encodes everybody under it. The old key need not be known: names are read where
/// they stand. Programs that run meanwhile use the new key from then on.
///
/// # Errors
/// When the database refuses, or a name cannot be opened; the old key stays in force then.
pub async fn rotate(
    store: &Store,
    vault: &Vault,
    keys: &Keys,
    actor: &Actor,
    clock: &dyn Clock,
    random: &mut (dyn RngCore + Send),
) -> Result<Rotated, StoreError> {
    let mut salt = vec![0; 32];
    random.fill_bytes(&mut salt);
    let key = encodings::key(&keys.network, &salt)?;
    let mut unit = store.begin(actor, clock).await?;
    let cities = sorted(vault.cities());
    for city in &cities {
        unit.hold(*city).await?;
    }
    let row = unit.fetch_optional(&sql::SET_KEY, params![salt, key.mark().to_vec()]).await?;
    let generation = row.ok_or_else(encodings::no_state)?.count(0)?;
    let mut people = 0;
    for city in cities {
        let encodings = Encodings::under(key.clone(), generation);
        people += encode(&mut unit, vault.city(city)?, encodings).await?;
    }
    unit.record(Entry::new("rotate", format!("network-key/{generation}"), None));
    unit.commit().await?;
    Ok(Rotated { generation, people })
}

/// Encodes the people of cities that have some without a number in the network, or encoded in another way than this
/// program's: those of an installation that was there before.
pub(super) async fn encode_anew(
    store: &Store,
    vault: &Vault,
    keys: &Keys,
    clock: &dyn Clock,
) -> Result<(), StoreError> {
    let rows =
        store.reader().await?.fetch_all(&sql::CITIES_TO_ENCODE, params![vec![Encoding::VERSION]]).await?;
    for row in rows {
        let city: CityCode = row.parse(0)?;
        let mut unit = store.begin(&Actor(super::linker::ACTOR.to_owned()), clock).await?;
        unit.hold(city).await?;
        let encodings = Encodings::begin(&mut unit, &keys.network).await?;
        encode(&mut unit, vault.city(city)?, encodings).await?;
        unit.record(Entry::new("encode", "network", Some(city)));
        unit.commit().await?;
    }
    Ok(())
}

/// Encodes everybody of a city who says who they are. Gives how many.
async fn encode(unit: &mut Unit, keys: Arc<CityKeys>, mut encodings: Encodings) -> Result<usize, StoreError> {
    let mut book = Book::load(unit, keys).await?;
    let mut said = book.said_of_everybody();
    for (position, person) in book.persons.iter().enumerate().filter(|(_, person)| !person.erased) {
        let said = said.remove(&position).unwrap_or_default();
        if person.handle != 0 || !said.is_empty() {
            encodings.put(position, &said);
        }
    }
    encodings.keep(unit, &mut book).await
}

fn sorted(mut cities: Vec<CityCode>) -> Vec<CityCode> {
    cities.sort_unstable();
    cities
}
