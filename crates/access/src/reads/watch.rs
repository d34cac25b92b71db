//! Looking at days: what each account did, which rules it breaks, which flags that raises.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::Duration;
use kernel::{CityCode, Day};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::{Actor, Reader, StoreError, params};

use super::flags::FlagId;
use super::log::{ReadLog, searched_digest};
use super::people::{PersonsMet, StaffNames};
use super::unusual::{self, Beside, Doings, Finding, HISTORY_DAYS, LATELY_DAYS, STRANGERS};
use super::{book, sql};
use crate::AccountId;

/// Who writes what the rules find: no person.
const WATCH: &str = "watch";

/// Why a day could not be looked at.
#[derive(Debug, thiserror::Error)]
pub enum WatchError {
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Whoever knows people or staff could not tell.
    #[error("it cannot be told who was met, or who works there")]
    People(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Whoever looks at the log. Cloning shares it.
#[derive(Clone)]
pub struct Watch {
    log: ReadLog,
    met: Option<Arc<dyn PersonsMet>>,
    staff: Option<Arc<dyn StaffNames>>,
}

impl Watch {
    /// Looks at a log. Where nobody can tell who was met or who works there, the rules on that are silent.
    pub fn new(log: ReadLog) -> Self {
        Self { log, met: None, staff: None }
    }

    /// The same with whoever can tell which people were met.
    #[must_use]
    pub fn who_met(mut self, met: Arc<dyn PersonsMet>) -> Self {
        self.met = Some(met);
        self
    }

    /// The same with whoever can tell the names of the staff.
    #[must_use]
    pub fn whose_staff(mut self, staff: Arc<dyn StaffNames>) -> Self {
        self.staff = Some(staff);
        self
    }

    /// Looks at every day of some cities since it last looked, the last one again: it may have gone on.
    ///
    /// # Errors
    /// The first day that cannot be looked at.
    pub async fn catch_up(&self, cities: impl IntoIterator<Item = CityCode>) -> Result<(), WatchError> {
        for city in cities {
            let mut reader = self.log.store.reader().await?;
            let last = reader.fetch_optional(&sql::LAST_TALLY, params![city]).await?;
            let last: Option<Day> = last.map(|row| row.get(0)).transpose()?.flatten();
            let from = last.unwrap_or(book::Asked::default().from);
            let rows = reader.fetch_all(&sql::DAYS, params![city, from]).await?;
            drop(reader);
            for row in rows {
                self.look(city, row.get(0)?).await?;
            }
        }
        Ok(())
    }

    /// Looks at a day of a city: keeps how many files each account opened, and raises what the rules find.
    /// Looking again changes nothing but the numbers of that day.
    ///
    /// # Errors
    /// When the database refuses, or it cannot be told whom was met.
    pub async fn look(&self, city: CityCode, day: Day) -> Result<(), WatchError> {
        let mut reader = self.log.store.reader().await?;
        let doings = unusual::of_day(&book::of_day(&mut reader, city, day).await?);
        if doings.is_empty() {
            return Ok(());
        }
        let history = history(&mut reader, city, day).await?;
        drop(reader);
        let colleagues = self.colleagues(city).await?;
        let mut found: Vec<(AccountId, &Doings, Finding)> = Vec::new();
        for (account, doings) in &doings {
            let met = self.met(city, day, doings).await?;
            let history = history.get(account).map_or(&[][..], Vec::as_slice);
            let beside = Beside { history, met: met.as_ref(), colleagues: &colleagues };
            found.extend(
                unusual::findings(doings, beside).into_iter().map(|finding| (*account, doings, finding)),
            );
        }
        self.keep(city, day, &doings, &found).await?;
        Ok(())
    }

    /// The names of the staff, as searches for them would be kept.
    async fn colleagues(&self, city: CityCode) -> Result<BTreeSet<Vec<u8>>, WatchError> {
        let Some(staff) = &self.staff else { return Ok(BTreeSet::new()) };
        let keys = self.log.vault.city(city)?;
        let names = staff.staff(city).await.map_err(WatchError::People)?;
        Ok(names.iter().map(|name| searched_digest(&keys, name)).collect())
    }

    /// The people they met lately, if it matters.
    async fn met(
        &self,
        city: CityCode,
        day: Day,
        doings: &Doings,
    ) -> Result<Option<BTreeSet<uuid::Uuid>>, WatchError> {
        let enough = doings.files.len() >= STRANGERS as usize;
        let Some(people) = self.met.as_ref().filter(|_| enough) else { return Ok(None) };
        let from = day - Duration::days(LATELY_DAYS);
        people.met(city, &doings.offices, from, day).await.map(Some).map_err(WatchError::People)
    }

    async fn keep(
        &self,
        city: CityCode,
        day: Day,
        doings: &BTreeMap<AccountId, Doings>,
        found: &[(AccountId, &Doings, Finding)],
    ) -> Result<(), StoreError> {
        let mut unit = self.log.store.begin(&Actor(WATCH.to_owned()), &*self.log.clock).await?;
        let at = unit.at();
        let tally = |(account, doings): (&AccountId, &Doings)| {
            let files = u32::try_from(doings.files.len()).unwrap_or(u32::MAX);
            params![city, day, account.0, files]
        };
        let tallies: Vec<_> = doings.iter().map(tally).collect();
        unit.note_many(&sql::KEEP_TALLIES, tallies).await?;
        let mut random = StdRng::from_os_rng();
        let flags = found.iter().map(|(account, doings, Finding { rule, seen, usual })| {
            let id = FlagId::new(at, &mut random);
            params![id.0, city, day, account.0, &doings.login, rule.code(), *seen, *usual, at]
        });
        unit.note_many(&sql::RAISE_FLAGS, flags.collect::<Vec<_>>()).await?;
        unit.commit().await?;
        Ok(())
    }
}

/// How many files each account opened on earlier days with any.
async fn history(
    reader: &mut Reader,
    city: CityCode,
    day: Day,
) -> Result<BTreeMap<AccountId, Vec<u32>>, StoreError> {
    let from = day - Duration::days(HISTORY_DAYS);
    let mut history: BTreeMap<AccountId, Vec<u32>> = BTreeMap::new();
    for row in reader.fetch_all(&sql::TALLIES, params![city, from, day]).await? {
        let files = row.count(1)?;
        if files > 0 {
            history.entry(AccountId(row.get(0)?)).or_default().push(files);
        }
    }
    Ok(history)
}
