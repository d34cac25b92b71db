//! Keeping the names true to the database: before each search the city's chain is asked what was written since.

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use kernel::CityCode;
use store::{Followed, Reader, Store, StoreError, Vault};

use super::{CityIndex, Found, Query};
use crate::people::{PersonId, identities};

/// More entries than this are not followed one by one: the city is read again.
const MOST_FOLLOWED: u32 = 500;

/// The names of all cities, each read when it is first asked for.
#[derive(Default)]
pub struct Names {
    cities: Mutex<HashMap<CityCode, Arc<City>>>,
}

#[derive(Default)]
struct City {
    /// The place in the city's chain up to which it was read; none before the first time. Whoever holds it reads.
    read_up_to: tokio::sync::Mutex<Option<i64>>,
    index: RwLock<CityIndex>,
}

/// What entries of the journal ask to read again.
#[derive(Debug, PartialEq, Eq)]
enum Again {
    People(BTreeSet<PersonId>),
    Everybody,
}

impl Names {
    /// Those of a city who fit a query, the best first. What was written before the call is known, whoever wrote it.
    ///
    /// # Errors
    /// When the database refuses, or a name cannot be unsealed.
    pub async fn search(
        &self,
        store: &Store,
        vault: &Vault,
        city: CityCode,
        query: &Query,
        at_most: usize,
    ) -> Result<Found, StoreError> {
        let names = self.city(city);
        names.follow(store, vault, city).await?;
        let index = names.index.read().unwrap_or_else(PoisonError::into_inner);
        Ok(index.search(query, at_most))
    }

    /// Reads a city's names, so that the first search does not wait for them.
    ///
    /// # Errors
    /// As [`Names::search`].
    pub async fn warm(&self, store: &Store, vault: &Vault, city: CityCode) -> Result<(), StoreError> {
        self.city(city).follow(store, vault, city).await
    }

    fn city(&self, city: CityCode) -> Arc<City> {
        let mut cities = self.cities.lock().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(cities.entry(city).or_default())
    }
}

impl City {
    async fn follow(&self, store: &Store, vault: &Vault, city: CityCode) -> Result<(), StoreError> {
        let mut read_up_to = self.read_up_to.lock().await;
        let mut reader = store.reader().await?;
        let Some(known) = *read_up_to else {
            // The reader sees one state: what it reads is what stood at that place.
            let now = reader.chain_position(city).await?;
            self.read_everybody(&mut reader, vault, city).await?;
            *read_up_to = Some(now);
            return Ok(());
        };
        let entries = reader.chain_since(city, known, MOST_FOLLOWED).await?;
        let Some(last) = entries.last() else { return Ok(()) };
        let many = entries.len() == MOST_FOLLOWED as usize;
        let again = if many { Again::Everybody } else { again(&mut reader, city, &entries).await? };
        let now = if many { reader.chain_position(city).await? } else { last.chain_seq };
        match again {
            Again::Everybody => self.read_everybody(&mut reader, vault, city).await?,
            Again::People(people) => self.read_again(&mut reader, vault, city, people).await?,
        }
        *read_up_to = Some(now);
        Ok(())
    }

    async fn read_everybody(
        &self,
        reader: &mut Reader,
        vault: &Vault,
        city: CityCode,
    ) -> Result<(), StoreError> {
        let keys = vault.city(city)?;
        let people = identities::of_city(reader, &keys).await?;
        let index = CityIndex::of(people);
        *self.index.write().unwrap_or_else(PoisonError::into_inner) = index;
        Ok(())
    }

    async fn read_again(
        &self,
        reader: &mut Reader,
        vault: &Vault,
        city: CityCode,
        people: BTreeSet<PersonId>,
    ) -> Result<(), StoreError> {
        let keys = vault.city(city)?;
        let mut known = Vec::with_capacity(people.len());
        for person in people {
            known.push((person, identities::of_person(reader, &keys, person).await?));
        }
        let wants_sweeping = {
            let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
            for (person, forms) in known {
                index.remove(person);
                for (form, written) in forms {
                    index.add(person, form, &written);
                }
            }
            index.wants_sweeping()
        };
        if wants_sweeping { self.read_everybody(reader, vault, city).await } else { Ok(()) }
    }
}

/// What is to be read again after some entries. What is done to a person, or to a pair of forms, names them; what
/// brings or takes many people does not; what is done to anything else changes no name.
async fn again(reader: &mut Reader, city: CityCode, entries: &[Followed]) -> Result<Again, StoreError> {
    let mut people = BTreeSet::new();
    for entry in entries {
        let (kind, id) = entry.entity.split_once('/').unwrap_or((&entry.entity, ""));
        match (kind, entry.action.as_str()) {
            ("person", _) => match id.parse() {
                Ok(person) => drop(people.insert(person)),
                Err(_) => return Ok(Again::Everybody),
            },
            ("pair", "join" | "separate") => match id.parse() {
                Ok(pair) => people.extend(identities::people_of_pair(reader, city, pair).await?),
                Err(_) => return Ok(Again::Everybody),
            },
            // Taking a decision back may move forms of many people, as importing and withdrawing do.
            ("pair", _) | ("register", "import" | "withdraw") | ("retention", _) => {
                return Ok(Again::Everybody);
            }
            _ => {}
        }
    }
    Ok(Again::People(people))
}
