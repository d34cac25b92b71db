//! The job: what is over is taken away, city by city and clock by clock, each in one unit of work.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::reads::ReadLog;
use kernel::{CityCode, Clock as Present, Day, Timestamp};
use rand::RngCore;
use store::{Actor, CityKeys, Entry, Row, Store, StoreError, Unit, Vault, params};
use uuid::Uuid;

use super::clocks::{ATTACHMENT, Clock, ERASED_KEY, FILE, READS, REJECTED, REQUEST, Terms, UPLOAD, file_due};
use super::sql;
use crate::desk::rights::model::{Ground, Kind, RequestId, State};
use crate::desk::rights::sql as rights;
use crate::desk::rights::write::erase_in;
use crate::people::PersonId;

/// What the job needs.
pub struct Keeper<'a> {
    /// The database.
    pub store: &'a Store,
    /// The cities' keys.
    pub vault: &'a Vault,
    /// The present.
    pub clock: &'a dyn Present,
    /// Who runs it, as the journal names them.
    pub actor: &'a Actor,
    /// What the clocks are set by.
    pub terms: &'a Terms,
}

/// What one clock took in one city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The city.
    pub city: CityCode,
    /// The clock.
    pub clock: &'static str,
    /// How much: people, papers, files, rows.
    pub count: u64,
}

/// What a run did, or would do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Whatever was taken, by city and clock.
    pub taken: Vec<Taken>,
}

impl Run {
    /// How much each clock took, in all cities.
    pub fn by_clock(&self) -> BTreeMap<&'static str, u64> {
        let mut all = BTreeMap::new();
        for taken in &self.taken {
            *all.entry(taken.clock).or_default() += taken.count;
        }
        all
    }
}

/// The moment at which a day begins.
fn beginning(day: Day) -> Timestamp {
    Timestamp::from_micros(day.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc().timestamp_micros())
}

impl Keeper<'_> {
    /// Takes away what is over in some cities; on trial, only says what would go. That the job ran is in the journal
    /// of the network, what it took in that of each city.
    ///
    /// # Errors
    /// When the database refuses, or something sealed cannot be opened. What was taken until then stays taken.
    pub async fn run(
        &self,
        cities: &[CityCode],
        trial: bool,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Run, StoreError> {
        let today = self.clock.now().day();
        let mut run = Run::default();
        for &city in cities {
            for clock in [FILE, ATTACHMENT, UPLOAD, REJECTED, READS, REQUEST, ERASED_KEY] {
                let Some(first_kept) = clock.first_kept(today) else { continue };
                let count = self.take(city, &clock, first_kept, trial, random).await?;
                if count > 0 {
                    run.taken.push(Taken { city, clock: clock.code, count });
                }
            }
        }
        if !trial {
            let mut unit = self.store.begin(self.actor, self.clock).await?;
            unit.record(Entry::new("retain", format!("retention/{today}"), None));
            unit.commit().await?;
        }
        Ok(run)
    }

    /// Takes what one clock says is over in a city.
    async fn take(
        &self,
        city: CityCode,
        clock: &Clock,
        first_kept: Day,
        trial: bool,
        random: &mut (dyn RngCore + Send),
    ) -> Result<u64, StoreError> {
        let keys = self.vault.city(city)?;
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        unit.hold(city).await?;
        let moment = beginning(first_kept);
        let count = match clock.code {
            code if code == FILE.code => self.files(&mut unit, &keys, first_kept, random).await?,
            code if code == ATTACHMENT.code => {
                unit.execute(&sql::ATTACHMENTS, params![city, moment, first_kept]).await?
            }
            code if code == UPLOAD.code => unit.execute(&sql::UPLOADS, params![city, moment]).await?,
            code if code == REJECTED.code => {
                let rows = unit.execute(&sql::REJECTED, params![city, moment]).await?;
                let at = unit.at();
                unit.execute(&sql::SETTLE_REGISTERS, params![city, moment, at]).await?;
                rows
            }
            code if code == READS.code => ReadLog::forget_before(&mut unit, city, first_kept, moment).await?,
            code if code == REQUEST.code => {
                let requests = unit.execute(&sql::REQUESTS, params![city, moment]).await?;
                requests + unit.execute(&sql::RESTRICTIONS, params![city, moment]).await?
            }
            _ => unit.execute(&sql::ERASED_KEYS, params![city, first_kept]).await?,
        };
        if count > 0 && !trial {
            unit.record(Entry::new("retain", format!("retention/{}", clock.code), Some(city)));
            unit.commit().await?;
        }
        Ok(count)
    }

    /// Erases the people whose file is over.
    async fn files(
        &self,
        unit: &mut Unit,
        keys: &Arc<CityKeys>,
        kept: Day,
        random: &mut (dyn RngCore + Send),
    ) -> Result<u64, StoreError> {
        let (today, city, mut due) = (unit.at().day(), keys.city(), Vec::new());
        for row in unit.fetch_all(&sql::IDLE, params![city, kept]).await? {
            let (person, first): (Uuid, Day) = (row.get(0)?, row.get(1)?);
            if file_due(first, last_day(&row)?.unwrap_or(first), today, self.terms) {
                due.push(PersonId(person));
            }
        }
        for &person in &due {
            answer(unit, city, person, random).await?;
        }
        if !due.is_empty() {
            erase_in(unit, keys, &due).await?;
        }
        Ok(u64::try_from(due.len()).unwrap_or(u64::MAX))
    }
}

/// Writes down that somebody is erased because their time is over.
async fn answer(
    unit: &mut Unit,
    city: CityCode,
    person: PersonId,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let Some(row) = unit.fetch_optional(&rights::PERSON, params![city, person.0]).await? else {
        return Ok(());
    };
    let (id, today, none) = (RequestId::new(at, random), at.day(), None::<Vec<u8>>);
    let (kind, form) = (Kind::Erasure.code(), row.get::<Uuid>(0)?);
    let values = params![id.0, city, form, kind, today, today, none.clone(), at, &who];
    unit.execute(&rights::INSERT_REQUEST, values).await?;
    let (state, ground) = (State::Done.code(), Ground::Retention.code());
    unit.execute(&rights::SETTLE, params![city, id.0, state, ground, none, at, &who]).await?;
    Ok(())
}

/// The last day on which something happened to a person of [`sql::IDLE`], or was written of them.
fn last_day(row: &Row) -> Result<Option<Day>, StoreError> {
    let mut last: Option<Day> = None;
    for column in 2..6 {
        last = last.max(row.get(column)?);
    }
    for column in 6..11 {
        let moment: Option<i64> = row.get(column)?;
        last = last.max(moment.map(|moment| Timestamp::from_micros(moment).day()));
    }
    Ok(last)
}
