//! Reading the log: the newest lines first, by city, login, person, way and day.

use kernel::{CityCode, Day, Timestamp};
use store::{Reader, Row, StoreError, params};
use uuid::Uuid;

use super::line::{Act, Line, ReadId, Seen};
use super::sql;
use crate::AccountId;

/// Which lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Of one city; none for all.
    pub city: Option<CityCode>,
    /// Of one login.
    pub login: Option<String>,
    /// About one person.
    pub person: Option<Uuid>,
    /// Of one way of reading.
    pub act: Option<Act>,
    /// From this day on.
    pub from: Day,
    /// Up to this day.
    pub to: Day,
}

impl Default for Asked {
    fn default() -> Self {
        // The years that both databases write alike.
        let (from, to) = (Day::from_ymd_opt(1, 1, 1), Day::from_ymd_opt(9999, 12, 31));
        Self {
            city: None,
            login: None,
            person: None,
            act: None,
            from: from.unwrap_or_default(),
            to: to.unwrap_or_default(),
        }
    }
}

/// A place between two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The moment of the line before it.
    pub at: Timestamp,
    /// That line.
    pub id: ReadId,
}

impl Mark {
    /// Before the newest line.
    pub const NEWEST: Self = Self { at: Timestamp::from_micros(i64::MAX), id: ReadId(Uuid::max()) };

    /// Behind a line.
    pub fn behind(line: &Line) -> Self {
        Self { at: line.at, id: line.id }
    }
}

/// The newest lines behind a mark.
///
/// # Errors
/// When the database refuses.
pub async fn lines(
    reader: &mut Reader,
    asked: &Asked,
    behind: Mark,
    at_most: u32,
) -> Result<Vec<Line>, StoreError> {
    let login = asked.login.as_deref();
    let act = asked.act.map(Act::code);
    let (from, to) = (asked.from, asked.to);
    let (at, id) = (behind.at, behind.id.0);
    let rows = match (asked.person, asked.city) {
        (Some(person), city) => {
            let values = params![person, city, login, act, from, to, at, id, at_most];
            reader.fetch_all(&sql::OF_PERSON, values).await?
        }
        (None, Some(city)) => {
            reader.fetch_all(&sql::OF_CITY, params![city, login, act, from, to, at, id, at_most]).await?
        }
        (None, None) => {
            reader.fetch_all(&sql::OF_ALL, params![login, act, from, to, at, id, at_most]).await?
        }
    };
    rows.iter().map(line).collect()
}

/// One line.
///
/// # Errors
/// When the database refuses.
pub async fn one(reader: &mut Reader, id: ReadId) -> Result<Option<Line>, StoreError> {
    reader.fetch_optional(&sql::ONE, params![id.0]).await?.as_ref().map(line).transpose()
}

/// The people of a line after one of them, in a fixed order.
///
/// # Errors
/// When the database refuses.
pub async fn persons(
    reader: &mut Reader,
    id: ReadId,
    after: Uuid,
    at_most: u32,
) -> Result<Vec<Uuid>, StoreError> {
    let rows = reader.fetch_all(&sql::PERSONS_OF, params![id.0, after, at_most]).await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// What the rules look at of a day.
///
/// # Errors
/// When the database refuses.
pub async fn of_day(reader: &mut Reader, city: CityCode, day: Day) -> Result<Vec<Seen>, StoreError> {
    let rows = reader.fetch_all(&sql::OF_DAY, params![city, day]).await?;
    rows.iter().map(seen).collect()
}

fn line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        id: ReadId(row.get(0)?),
        city: row.parse(1)?,
        at: Timestamp::from_micros(row.get(2)?),
        login: row.get(3)?,
        role: row.get(4)?,
        act: row.parse(5)?,
        what: row.parse(6)?,
        persons: row.count(7)?,
        person: row.get(8)?,
        detail: row.get(9)?,
    })
}

fn seen(row: &Row) -> Result<Seen, StoreError> {
    let offices: String = row.get(3)?;
    Ok(Seen {
        account: AccountId(row.get(0)?),
        login: row.get(1)?,
        role: row.get(2)?,
        offices: offices.lines().map(str::to_owned).collect(),
        at: Timestamp::from_micros(row.get(4)?),
        act: row.parse(5)?,
        what: row.parse(6)?,
        digest: row.get(7)?,
        person: row.get(8)?,
    })
}
