//! Who stays where, and how many beds there are.

use std::collections::BTreeMap;

use kernel::{CityCode, Day, Timestamp};
use store::{CityKeys, Reader, Row, StoreError, Unit, params};

use super::open_line;
use super::people::identity;
use crate::desk::pathways::model::{Capacity, Refusal, Span, Stay, StayId};
use crate::desk::pathways::sql::{BED, stays as sql};
use crate::people::written::Identity;
use crate::people::{FormId, PersonId};

/// A stay and whose it is now.
#[derive(Clone, Debug)]
pub struct Housed {
    /// The stay.
    pub stay: Stay,
    /// Whose it is.
    pub person: PersonId,
    /// Who they are; nothing once that was erased, or where it was not asked for.
    pub identity: Option<Identity>,
    /// Whether the person's data may only be kept.
    pub restricted: bool,
}

impl Housed {
    /// Refuses what uses the data of somebody whose data may only be kept.
    ///
    /// # Errors
    /// [`Refusal::Restricted`] then.
    pub const fn must_be_usable(&self) -> Result<(), Refusal> {
        if self.restricted { Err(Refusal::Restricted) } else { Ok(()) }
    }
}

/// How many beds a place has from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beds {
    /// The place, by its folded name.
    pub point: String,
    /// What it is called.
    pub name: String,
    /// From which day on.
    pub since: Day,
    /// How many.
    pub beds: u32,
}

/// A place of the city, with its beds over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// What it is called, as it was said last.
    pub name: String,
    /// Its beds.
    pub capacity: Capacity,
}

/// The places by their folded names.
pub fn houses(beds: &[Beds]) -> BTreeMap<String, House> {
    let mut said: BTreeMap<String, Vec<&Beds>> = BTreeMap::new();
    for one in beds {
        said.entry(one.point.clone()).or_default().push(one);
    }
    let house = |(point, beds): (String, Vec<&Beds>)| {
        let name = beds.last().map(|last| last.name.clone()).unwrap_or_default();
        let capacity = Capacity::new(beds.iter().map(|one| (one.since, one.beds)));
        (point, House { name, capacity })
    };
    said.into_iter().map(house).collect()
}

/// A stay without what is sealed of it.
pub(crate) fn stay(row: &Row) -> Result<Housed, StoreError> {
    let stay = Stay {
        id: StayId(row.get(0)?),
        form: FormId(row.get(1)?),
        point: row.get(2)?,
        bed: None,
        from: row.get(4)?,
        until: row.get(5)?,
        at: Timestamp::from_micros(row.get(6)?),
        by: row.get(7)?,
    };
    let restricted = row.get::<Option<i64>>(10)?.is_some();
    Ok(Housed { stay, person: PersonId(row.get(8)?), identity: None, restricted })
}

/// A stay with its bed.
pub(crate) fn stay_with_bed(keys: &CityKeys, row: &Row) -> Result<Housed, StoreError> {
    let mut found = stay(row)?;
    let bed: Option<Vec<u8>> = row.get(3)?;
    found.stay.bed = open_line(keys, BED, found.stay.id.0, bed.as_deref())?;
    Ok(found)
}

/// A stay with its bed and its person's name.
fn opened(keys: &CityKeys, row: &Row) -> Result<Housed, StoreError> {
    let mut found = stay_with_bed(keys, row)?;
    let name: Option<Vec<u8>> = row.get(9)?;
    found.identity = identity(keys, found.stay.form, name.as_deref())?;
    Ok(found)
}

/// The stays of a person, inside a unit of work.
pub(crate) async fn stays_in(
    unit: &mut Unit,
    city: CityCode,
    person: PersonId,
) -> Result<Vec<Housed>, StoreError> {
    unit.fetch_all(&sql::OF_PERSON, params![city, person.0]).await?.iter().map(stay).collect()
}

fn beds(row: &Row) -> Result<Beds, StoreError> {
    Ok(Beds { point: row.get(0)?, name: row.get(1)?, since: row.get(2)?, beds: row.count(3)? })
}

/// The places of a city, inside a unit of work.
pub(crate) async fn places_in(unit: &mut Unit, city: CityCode) -> Result<Vec<Beds>, StoreError> {
    unit.fetch_all(&sql::PLACES, params![city]).await?.iter().map(beds).collect()
}

/// The places of a city and their beds over time.
///
/// # Errors
/// When the database refuses.
pub async fn places(reader: &mut Reader, city: CityCode) -> Result<Vec<Beds>, StoreError> {
    reader.fetch_all(&sql::PLACES, params![city]).await?.iter().map(beds).collect()
}

/// The stays of a person, the newest first.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn stays_of(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Housed>, StoreError> {
    let rows = reader.fetch_all(&sql::OF_PERSON, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| opened(keys, row)).collect()
}

/// One stay.
///
/// # Errors
/// As [`stays_of`].
pub async fn one_stay(
    reader: &mut Reader,
    keys: &CityKeys,
    id: StayId,
) -> Result<Option<Housed>, StoreError> {
    let row = reader.fetch_optional(&sql::STAY, params![keys.city(), id.0]).await?;
    row.as_ref().map(|row| opened(keys, row)).transpose()
}

/// Who has a place in the city on a day, place by place.
///
/// # Errors
/// As [`stays_of`].
pub async fn on_day(
    reader: &mut Reader,
    keys: &CityKeys,
    day: Day,
    at_most: u32,
) -> Result<Vec<Housed>, StoreError> {
    let rows = reader.fetch_all(&sql::ON_DAY, params![keys.city(), day, at_most]).await?;
    rows.iter().map(|row| opened(keys, row)).collect()
}

/// How many have a place on a day, place by place.
///
/// # Errors
/// When the database refuses.
pub async fn taken(
    reader: &mut Reader,
    city: CityCode,
    day: Day,
) -> Result<BTreeMap<String, u32>, StoreError> {
    let rows = reader.fetch_all(&sql::TAKEN, params![city, day]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.count(1)?))).collect()
}

/// The days of the stays in a place that are not over on a day.
///
/// # Errors
/// When the database refuses.
pub async fn spans(
    reader: &mut Reader,
    city: CityCode,
    point: &str,
    from: Day,
) -> Result<Vec<Span>, StoreError> {
    let rows = reader.fetch_all(&sql::SPANS, params![city, point, from]).await?;
    rows.iter().map(|row| Ok(Span::new(row.get(0)?, row.get(1)?))).collect()
}
