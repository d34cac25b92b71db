//! What the log of reads asks of whoever knows people: how they are called, and whom a point of access met.

use std::collections::{BTreeMap, BTreeSet};

use access::reads::{Answer, PersonNames, PersonsMet};
use kernel::{CityCode, Day, Timestamp, text};
use store::{Store, StoreError, Vault, params};
use uuid::Uuid;

use super::read;
use super::sql::{self, MOST_CARDS};
use crate::people::PersonId;

/// Who the people of the cities are.
#[derive(Clone)]
pub struct WhoTheyAre {
    /// The database.
    pub store: Store,
    /// The keys of the cities.
    pub vault: Vault,
}

impl WhoTheyAre {
    async fn named(&self, city: CityCode, persons: &[Uuid]) -> Result<BTreeMap<Uuid, String>, StoreError> {
        let keys = self.vault.city(city)?;
        let mut reader = self.store.reader().await?;
        let mut names = BTreeMap::new();
        for some in persons.chunks(MOST_CARDS) {
            let some: Vec<PersonId> = some.iter().copied().map(PersonId).collect();
            let cards = read::cards(&mut reader, &keys, &some).await?;
            names.extend(cards.into_iter().map(|card| (card.person.0, card.name)));
        }
        Ok(names)
    }

    async fn met_at(
        &self,
        city: CityCode,
        offices: &BTreeSet<String>,
        from: Day,
        to: Day,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let mut reader = self.store.reader().await?;
        let mut met = BTreeSet::new();
        for row in reader.fetch_all(&sql::PEOPLE_MET, params![city, from, to]).await? {
            let point: Option<String> = row.get(1)?;
            let point = point.map(|point| text::fold(&point));
            if offices.is_empty() || point.is_some_and(|point| offices.contains(&point)) {
                met.insert(row.get(0)?);
            }
        }
        // Where somebody was registered is not kept: whoever works in the city may have done it.
        let until = to.succ_opt().unwrap_or(to);
        let values = params![city, beginning(from), beginning(until)];
        for row in reader.fetch_all(&sql::PEOPLE_STATED, values).await? {
            met.insert(row.get(0)?);
        }
        Ok(met)
    }
}

/// A moment before which a day has begun nowhere in Italy: an hour too many at its beginning harms nobody.
fn beginning(day: Day) -> Timestamp {
    let midnight = day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc().timestamp_micros();
    Timestamp::from_micros(midnight - 2 * 3_600_000_000)
}

impl PersonNames for WhoTheyAre {
    fn names<'a>(&'a self, city: CityCode, persons: &'a [Uuid]) -> Answer<'a, BTreeMap<Uuid, String>> {
        Box::pin(async move { Ok(self.named(city, persons).await?) })
    }
}

impl PersonsMet for WhoTheyAre {
    fn met<'a>(
        &'a self,
        city: CityCode,
        offices: &'a BTreeSet<String>,
        from: Day,
        to: Day,
    ) -> Answer<'a, BTreeSet<Uuid>> {
        Box::pin(async move { Ok(self.met_at(city, offices, from, to).await?) })
    }
}
