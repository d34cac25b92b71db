//! The list of doubtful pairs, as the lead sees it.

use kernel::{CityCode, Day, Timestamp};
use linkage::Form;
use store::{CityKeys, Reader, Row, StoreError, params};

use super::model::{FormId, PersonId};
use super::pairs::PairId;
use super::{sql, written};
use crate::registers::history::{CityWaiting, waiting};

/// One side of a pair.
#[derive(Clone, Debug)]
pub struct Side {
    /// The person the form belongs to now.
    pub person: PersonId,
    /// What was written; `rows` says how often.
    pub form: Form,
}

/// Two forms that may be one person.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// Which.
    pub id: PairId,
    /// How probable it is that they are one, from 0 to 1.
    pub probability: f64,
    /// `open`, `joined` or `separated`.
    pub state: String,
    /// When and by whom it was decided.
    pub decided: Option<(Timestamp, String)>,
    /// The two.
    pub sides: [Side; 2],
}

/// The pairs of a city that wait, the most probable first; or those decided, the newest first. A pair of which a side
/// was erased is none any more.
///
/// # Errors
/// When the database refuses, or a name cannot be opened.
pub async fn doubts(
    reader: &mut Reader,
    keys: &CityKeys,
    open: bool,
    at_most: u32,
) -> Result<Vec<Doubt>, StoreError> {
    let rows = reader.fetch_all(&sql::PAIRS, params![keys.city(), open, at_most]).await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// How often, and between which days, somebody was met under a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Met {
    /// Contacts.
    pub times: u32,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
}

/// The contacts under each side of a pair; nothing for a side under which nobody was met any more.
///
/// # Errors
/// When the database refuses.
pub async fn met(reader: &mut Reader, city: CityCode, pair: PairId) -> Result<[Option<Met>; 2], StoreError> {
    let mut met = [None; 2];
    for row in reader.fetch_all(&sql::MET_OF_PAIR, params![city, pair.0]).await? {
        if let Some(side) = met.get_mut(row.count(0)? as usize) {
            *side = Some(Met { times: row.count(1)?, first: row.get(2)?, last: row.get(3)? });
        }
    }
    Ok(met)
}

/// Cities with pairs that wait.
///
/// # Errors
/// When the database refuses.
pub async fn doubts_waiting(reader: &mut Reader) -> Result<Vec<CityWaiting>, StoreError> {
    waiting(&reader.fetch_all(&sql::OPEN_PAIRS, params![]).await?)
}

fn read(keys: &CityKeys, row: &Row) -> Result<Doubt, StoreError> {
    let at: Option<i64> = row.get(3)?;
    let by: Option<String> = row.get(4)?;
    let side = |first: usize| {
        let form = written::read(keys, FormId(row.get(first + 1)?), row, first + 2)?.form;
        Ok::<Side, StoreError>(Side { person: PersonId(row.get(first)?), form })
    };
    Ok(Doubt {
        id: PairId(row.get(0)?),
        probability: row.get(1)?,
        state: row.get(2)?,
        decided: at.map(|at| (Timestamp::from_micros(at), by.unwrap_or_default())),
        sides: [side(5)?, side(11)?],
    })
}
