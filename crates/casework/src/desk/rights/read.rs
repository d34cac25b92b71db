//! Requests and restrictions, opened.

use kernel::{CityCode, Day, Timestamp};
use store::{CityKeys, Reader, Row, Spot, Statement, StoreError, params};
use uuid::Uuid;

use super::model::{GoingOn, Kind, RequestId, RestrictionId, State};
use super::sql;
use crate::people::PersonId;

/// A request as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Which.
    pub id: RequestId,
    /// Of whom.
    pub person: PersonId,
    /// Whether they were erased since: then nothing says who they were.
    pub is_erased: bool,
    /// What is asked.
    pub kind: Kind,
    /// The day it came.
    pub received_on: Day,
    /// The last day to answer.
    pub due_on: Day,
    /// What was asked, in words.
    pub note: Option<String>,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// By whom.
    pub recorded_by: String,
    /// What became of it.
    pub state: State,
    /// The word of the reason for which it was done or refused.
    pub ground: Option<String>,
    /// The answer, in words.
    pub answer: Option<String>,
    /// When and by whom it was answered.
    pub settled: Option<(Timestamp, String)>,
}

impl Request {
    /// Whether it waits and should have been answered before a day.
    pub fn is_late(&self, today: Day) -> bool {
        self.state == State::Open && self.due_on < today
    }
}

/// That the use of data was stopped, or goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restricted {
    /// Which.
    pub id: RestrictionId,
    /// Whether it was stopped.
    pub is_on: bool,
    /// Why; none once erased.
    pub reason: Option<String>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// How much waits in a city.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// Requests.
    pub open: u32,
    /// Since when the oldest waits.
    pub since: Timestamp,
    /// How many should have been answered before today.
    pub late: u32,
}

fn text(keys: &CityKeys, spot: Spot, row: &Row, column: usize) -> Result<Option<String>, StoreError> {
    let (id, sealed): (Uuid, Option<Vec<u8>>) = (row.get(0)?, row.get(column)?);
    sealed.map(|sealed| keys.open_text(spot, id, &sealed)).transpose()
}

fn request(keys: &CityKeys, row: &Row) -> Result<Request, StoreError> {
    let (kind, state): (String, String) = (row.get(3)?, row.get(9)?);
    let settled_at: Option<i64> = row.get(12)?;
    let settled_by: Option<String> = row.get(13)?;
    Ok(Request {
        id: RequestId(row.get(0)?),
        person: PersonId(row.get(1)?),
        is_erased: row.get::<Option<i64>>(2)?.is_some(),
        // No other words are ever written.
        kind: Kind::of(&kind).unwrap_or(Kind::Access),
        received_on: row.get(4)?,
        due_on: row.get(5)?,
        note: text(keys, sql::NOTE, row, 6)?,
        recorded_at: Timestamp::from_micros(row.get(7)?),
        recorded_by: row.get(8)?,
        state: State::of(&state).unwrap_or(State::Open),
        ground: row.get(10)?,
        answer: text(keys, sql::ANSWER, row, 11)?,
        settled: settled_at.map(|at| (Timestamp::from_micros(at), settled_by.unwrap_or_default())),
    })
}

/// One request of a city.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn one(reader: &mut Reader, keys: &CityKeys, id: RequestId) -> Result<Option<Request>, StoreError> {
    let row = reader.fetch_optional(&sql::REQUEST, params![keys.city(), id.0]).await?;
    row.map(|row| request(keys, &row)).transpose()
}

/// The requests of a city that wait, those due first first; or those answered, the newest first.
///
/// # Errors
/// As [`one`].
pub async fn list(
    reader: &mut Reader,
    keys: &CityKeys,
    open: bool,
    at_most: u32,
) -> Result<Vec<Request>, StoreError> {
    let statement: &Statement = if open { &sql::OPEN } else { &sql::SETTLED };
    let rows = reader.fetch_all(statement, params![keys.city(), at_most]).await?;
    rows.iter().map(|row| request(keys, row)).collect()
}

/// The requests of a person, the newest first.
///
/// # Errors
/// As [`one`].
pub async fn of_person(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Request>, StoreError> {
    let rows = reader.fetch_all(&sql::OF_PERSON, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| request(keys, row)).collect()
}

/// When the use of a person's data was stopped and went on, oldest first.
///
/// # Errors
/// As [`one`].
pub async fn restrictions(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Restricted>, StoreError> {
    let rows = reader.fetch_all(&sql::RESTRICTIONS, params![keys.city(), person.0]).await?;
    let read = |row: &Row| {
        Ok(Restricted {
            id: RestrictionId(row.get(0)?),
            is_on: row.get::<String>(1)? == "on",
            reason: text(keys, sql::RESTRICTION_REASON, row, 2)?,
            at: Timestamp::from_micros(row.get(3)?),
            by: row.get(4)?,
        })
    };
    rows.iter().map(read).collect()
}

/// How much waits in a city, on a day.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(reader: &mut Reader, city: CityCode, today: Day) -> Result<Waiting, StoreError> {
    let Some(row) = reader.fetch_optional(&sql::WAITING, params![city, today]).await? else {
        return Ok(Waiting::default());
    };
    let since = Timestamp::from_micros(row.get::<Option<i64>>(1)?.unwrap_or_default());
    Ok(Waiting { open: row.count(0)?, since, late: row.count(2)? })
}

/// What of a person still goes on.
///
/// # Errors
/// When the database refuses.
pub async fn going_on(
    reader: &mut Reader,
    city: CityCode,
    person: PersonId,
) -> Result<Vec<GoingOn>, StoreError> {
    going(&reader.fetch_all(&sql::GOING_ON, params![city, person.0]).await?)
}

/// From the rows of [`sql::GOING_ON`].
pub(super) fn going(rows: &[Row]) -> Result<Vec<GoingOn>, StoreError> {
    let mut all = Vec::new();
    for row in rows {
        if row.count(1)? > 0 {
            all.extend(GoingOn::of(&row.get::<String>(0)?));
        }
    }
    Ok(all)
}
