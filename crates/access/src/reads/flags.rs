//! Flags on unusual reading: raised by the rules, looked at by the lead.

use kernel::{CityCode, Day, Timestamp, typed_id};
use store::{Actor, Entry, Reader, Row, Spot, StoreError, params};

use super::log::ReadLog;
use super::sql;
use super::unusual::{Finding, Rule};
use crate::AccountId;

typed_id!(
    /// A flag.
    FlagId
);

/// What a lead found out.
pub(super) const NOTE: Spot = Spot { table: "read_flag", column: "note" };

/// An account's day that broke a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Its identifier.
    pub id: FlagId,
    /// The city whose people were read.
    pub city: CityCode,
    /// The day.
    pub day: Day,
    /// Who read.
    pub account: AccountId,
    /// As they sign in.
    pub login: String,
    /// The rule, and its numbers.
    pub finding: Finding,
    /// When it was raised.
    pub at: Timestamp,
    /// Whether it waits for somebody to look at it: nobody did, or there is more of it since.
    pub waits: bool,
    /// Who looked at it, and when.
    pub looked: Option<(Timestamp, String)>,
    /// What they found out, sealed.
    pub(crate) note: Option<Vec<u8>>,
}

/// The flags of a city, or of all: those that wait first, then the newest.
///
/// # Errors
/// When the database refuses.
pub async fn flags(
    reader: &mut Reader,
    city: Option<CityCode>,
    at_most: u32,
) -> Result<Vec<Flag>, StoreError> {
    let rows = reader.fetch_all(&sql::FLAGS, params![city, at_most]).await?;
    rows.iter().map(flag).collect()
}

/// One flag of a city.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, city: CityCode, id: FlagId) -> Result<Option<Flag>, StoreError> {
    reader.fetch_optional(&sql::FLAG, params![id.0, city]).await?.as_ref().map(flag).transpose()
}

/// How many flags of a city wait for somebody, and since when; their own wait for somebody else.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(
    reader: &mut Reader,
    city: CityCode,
    reader_account: AccountId,
) -> Result<(u32, Timestamp), StoreError> {
    let row = reader.fetch_optional(&sql::WAITING, params![city, reader_account.0]).await?;
    let Some(row) = row else { return Ok((0, Timestamp::default())) };
    let since: Option<i64> = row.get(1)?;
    Ok((row.count(0)?, Timestamp::from_micros(since.unwrap_or_default())))
}

impl ReadLog {
    /// Says that a flag was looked at, and what was found out.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn look_at(&self, actor: &Actor, flag: &Flag, note: &str) -> Result<(), StoreError> {
        let keys = self.vault.city(flag.city)?;
        let sealed = keys.seal_text(NOTE, flag.id.0, note)?;
        let mut unit = self.store.begin(actor, &*self.clock).await?;
        let at = unit.at();
        unit.execute(&sql::LOOK_AT, params![flag.id.0, flag.city, at, &actor.0, sealed]).await?;
        unit.record(Entry::new("look_at", format!("read_flag/{}", flag.id), Some(flag.city)));
        unit.commit().await?;
        Ok(())
    }

    /// What was found out about a flag.
    ///
    /// # Errors
    /// When it does not open.
    pub fn note(&self, flag: &Flag) -> Result<Option<String>, StoreError> {
        let Some(sealed) = &flag.note else { return Ok(None) };
        self.vault.city(flag.city)?.open_text(NOTE, flag.id.0, sealed).map(Some)
    }
}

fn flag(row: &Row) -> Result<Flag, StoreError> {
    let rule: Rule = row.parse(5)?;
    let finding = Finding { rule, seen: row.count(6)?, usual: row.count(7)? };
    let (looked_at, looked_by): (Option<i64>, Option<String>) = (row.get(9)?, row.get(10)?);
    let looked_seen: Option<i64> = row.get(11)?;
    Ok(Flag {
        id: FlagId(row.get(0)?),
        city: row.parse(1)?,
        day: row.get(2)?,
        account: AccountId(row.get(3)?),
        login: row.get(4)?,
        finding,
        at: Timestamp::from_micros(row.get(8)?),
        waits: looked_seen.is_none_or(|looked| i64::from(finding.seen) > looked),
        looked: looked_at.map(|at| (Timestamp::from_micros(at), looked_by.unwrap_or_default())),
        note: row.get(12)?,
    })
}
