//! What the log of reads asks of people: how they are called, and who was met.

use std::collections::{BTreeMap, BTreeSet};

use access::reads::{Answer, PersonNames, PersonsMet};
use kernel::{CityCode, Day, Timestamp};
use store::{Store, StoreError, Value, Vault, params};
use uuid::Uuid;

use super::model::{FormId, Said, name_of};
use super::sql::{self, NAMED_AT_ONCE};
use super::written;

/// The people of all cities, for the log of reads.
#[derive(Clone)]
pub struct Known {
    store: Store,
    vault: Vault,
}

impl Known {
    /// Those of an installation.
    pub fn new(store: Store, vault: Vault) -> Self {
        Self { store, vault }
    }

    async fn named(&self, city: CityCode, persons: &[Uuid]) -> Result<BTreeMap<Uuid, String>, StoreError> {
        let keys = self.vault.city(city)?;
        let mut reader = self.store.reader().await?;
        let mut forms: BTreeMap<Uuid, Vec<Said>> = BTreeMap::new();
        for some in persons.chunks(NAMED_AT_ONCE) {
            let mut values = params![city];
            // Nobody fills up what is left.
            let nobody = std::iter::repeat(Uuid::nil());
            values.extend(some.iter().copied().chain(nobody).take(NAMED_AT_ONCE).map(Value::from));
            for row in reader.fetch_all(&sql::FORMS_OF_PERSONS, values).await? {
                let written = written::read(&keys, FormId(row.get(1)?), &row, 2)?;
                let stated_at = written::moment(&row, 6)?;
                let said = Said { form: written.form, stated_at, erased: written.erased };
                forms.entry(row.get(0)?).or_default().push(said);
            }
        }
        let name = |(person, said): (Uuid, Vec<Said>)| {
            let name = name_of(&said)?.form.whole_name().trim().to_owned();
            (!name.is_empty()).then_some((person, name))
        };
        Ok(forms.into_iter().filter_map(name).collect())
    }

    async fn met_or_stated(
        &self,
        city: CityCode,
        offices: &BTreeSet<String>,
        from: Day,
        to: Day,
    ) -> Result<BTreeSet<Uuid>, StoreError> {
        let since = from.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros();
        let values = params![city, from, to, Timestamp::from_micros(since)];
        let mut reader = self.store.reader().await?;
        let mut known = BTreeSet::new();
        for row in reader.fetch_all(&sql::MET_OR_STATED, values).await? {
            let (point, stated): (Option<String>, bool) = (row.get(1)?, row.get(2)?);
            // A contact without a point may have been at any.
            if stated || offices.is_empty() || point.is_none_or(|point| offices.contains(&point)) {
                known.insert(row.get(0)?);
            }
        }
        Ok(known)
    }
}

impl PersonNames for Known {
    fn names<'a>(&'a self, city: CityCode, persons: &'a [Uuid]) -> Answer<'a, BTreeMap<Uuid, String>> {
        Box::pin(async move { Ok(self.named(city, persons).await?) })
    }
}

impl PersonsMet for Known {
    fn met<'a>(
        &'a self,
        city: CityCode,
        offices: &'a BTreeSet<String>,
        from: Day,
        to: Day,
    ) -> Answer<'a, BTreeSet<Uuid>> {
        Box::pin(async move { Ok(self.met_or_stated(city, offices, from, to).await?) })
    }
}
