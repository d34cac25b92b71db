//! Pathways of a person and of a city, and what was corrected.

use kernel::{CityCode, Day, Timestamp};
use store::{CityKeys, Reader, Row, StoreError, Unit, params};
use uuid::Uuid;

use super::open_line;
use super::people::identity;
use crate::desk::pathways::model::{ActionArea, Closing, Pathway, PathwayId, Refusal, StepId};
use crate::desk::pathways::sql::{CLOSING_NOTE, REASON, STEP, WAS, pathways as sql};
use crate::people::written::Identity;
use crate::people::{FormId, PersonId};

/// What stands in the table where no step is due: later than any day.
pub fn no_day() -> Day {
    Day::from_ymd_opt(9999, 12, 31).unwrap_or(Day::MAX)
}

/// A pathway and whose it is now.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The pathway.
    pub pathway: Pathway,
    /// Whose it is.
    pub person: PersonId,
    /// Who they are; nothing once that was erased, or where it was not asked for.
    pub identity: Option<Identity>,
    /// The identifier of the closing, once there was one.
    pub closing_id: Option<Uuid>,
    /// What else was said on closing.
    pub note: Option<String>,
    /// The step that is due first, where it was asked for.
    pub next: Option<Next>,
    /// Whether the person's data may only be kept.
    pub restricted: bool,
}

impl Followed {
    /// Refuses what uses the data of somebody whose data may only be kept.
    ///
    /// # Errors
    /// [`Refusal::Restricted`] then.
    pub const fn must_be_usable(&self) -> Result<(), Refusal> {
        if self.restricted { Err(Refusal::Restricted) } else { Ok(()) }
    }
}

/// The step of a pathway that is due first.
#[derive(Clone, Debug)]
pub struct Next {
    /// Which.
    pub id: StepId,
    /// What is to be done; nothing once it was erased.
    pub text: Option<String>,
}

fn read(row: &Row) -> Result<Followed, StoreError> {
    let closed_on: Option<Day> = row.get(5)?;
    let by = |column| Ok::<String, StoreError>(row.get::<Option<String>>(column)?.unwrap_or_default());
    let closing = match closed_on {
        None => None,
        Some(on) => Some(Closing {
            on,
            outcome: by(6)?,
            at: Timestamp::from_micros(row.get::<Option<i64>>(7)?.unwrap_or_default()),
            by: by(8)?,
        }),
    };
    let pathway = Pathway {
        id: PathwayId(row.get(0)?),
        form: FormId(row.get(1)?),
        area: ActionArea::from_code(&row.get::<String>(2)?).unwrap_or_default(),
        point: row.get(3)?,
        opened_on: row.get(4)?,
        closing,
        followed_by: row.get(9)?,
        next_due: Some(row.get::<Day>(10)?).filter(|day| *day < no_day()),
        at: Timestamp::from_micros(row.get(11)?),
        by: row.get(12)?,
    };
    let (closing_id, person) = (row.get(13)?, PersonId(row.get(15)?));
    let restricted = row.get::<Option<i64>>(17)?.is_some();
    Ok(Followed { pathway, person, identity: None, closing_id, note: None, next: None, restricted })
}

/// The same with what is sealed.
fn opened(keys: &CityKeys, row: &Row) -> Result<Followed, StoreError> {
    let mut found = read(row)?;
    let (note, name): (Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(14)?, row.get(16)?);
    found.note = open_line(keys, CLOSING_NOTE, found.pathway.id.0, note.as_deref())?;
    found.identity = identity(keys, found.pathway.form, name.as_deref())?;
    Ok(found)
}

/// A pathway of a city, inside a unit of work.
pub(crate) async fn pathway_in(
    unit: &mut Unit,
    city: CityCode,
    id: PathwayId,
) -> Result<Option<Followed>, StoreError> {
    let row = unit.fetch_optional(&sql::PATHWAY, params![city, id.0]).await?;
    row.as_ref().map(read).transpose()
}

/// The pathways of a person, inside a unit of work.
pub(crate) async fn pathways_in(
    unit: &mut Unit,
    city: CityCode,
    person: PersonId,
) -> Result<Vec<Followed>, StoreError> {
    unit.fetch_all(&sql::OF_PERSON, params![city, person.0]).await?.iter().map(read).collect()
}

/// A pathway of a city.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn pathway(
    reader: &mut Reader,
    keys: &CityKeys,
    id: PathwayId,
) -> Result<Option<Followed>, StoreError> {
    let row = reader.fetch_optional(&sql::PATHWAY, params![keys.city(), id.0]).await?;
    row.as_ref().map(|row| opened(keys, row)).transpose()
}

/// The pathways of a person, the newest first.
///
/// # Errors
/// As [`pathway`].
pub async fn of_person(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Followed>, StoreError> {
    let rows = reader.fetch_all(&sql::OF_PERSON, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| opened(keys, row)).collect()
}

/// What narrows a list of pathways.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only those that somebody follows, by their login.
    pub followed_by: Option<String>,
    /// Only those of a point.
    pub point: Option<String>,
    /// Only those of a line of action.
    pub area: Option<ActionArea>,
    /// Only those with a step that is due by a day.
    pub due_by: Option<Day>,
}

/// A place in a list of pathways: the next page begins after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The day that the list is ordered by.
    pub day: Day,
    /// The pathway.
    pub id: PathwayId,
}

/// The open pathways of a city, those with a step that is due first, each with that step.
///
/// # Errors
/// As [`pathway`].
pub async fn open(
    reader: &mut Reader,
    keys: &CityKeys,
    filter: &Filter,
    after: Option<Place>,
    at_most: u32,
) -> Result<Vec<Followed>, StoreError> {
    let beginning = Place { day: Day::default(), id: PathwayId(Uuid::nil()) };
    let after = after.unwrap_or(beginning);
    let values = params![
        keys.city(),
        after.day,
        after.id.0,
        filter.followed_by.as_deref(),
        filter.point.as_deref(),
        filter.area.map(ActionArea::code),
        filter.due_by.unwrap_or_else(no_day),
        at_most
    ];
    let rows = reader.fetch_all(&sql::OPEN, values).await?;
    let with_next = |row: &Row| {
        let mut found = opened(keys, row)?;
        if let Some(step) = row.get::<Option<Uuid>>(18)? {
            let text: Option<Vec<u8>> = row.get(19)?;
            let text = open_line(keys, STEP, step, text.as_deref())?;
            found.next = Some(Next { id: StepId(step), text });
        }
        Ok(found)
    };
    rows.iter().map(with_next).collect()
}

/// The closed pathways of a city, the last closed first.
///
/// # Errors
/// As [`pathway`].
pub async fn closed(
    reader: &mut Reader,
    keys: &CityKeys,
    filter: &Filter,
    after: Option<Place>,
    at_most: u32,
) -> Result<Vec<Followed>, StoreError> {
    let after = after.unwrap_or(Place { day: no_day(), id: PathwayId(Uuid::max()) });
    let values = params![
        keys.city(),
        after.day,
        after.id.0,
        filter.followed_by.as_deref(),
        filter.point.as_deref(),
        filter.area.map(ActionArea::code),
        at_most
    ];
    let rows = reader.fetch_all(&sql::CLOSED, values).await?;
    rows.iter().map(|row| opened(keys, row)).collect()
}

/// How many pathways are open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// In the city.
    pub open: u32,
    /// Of these, those that somebody follows.
    pub followed: u32,
    /// Of those, the ones with a step that was due up to a day.
    pub pressing: u32,
}

/// How many pathways of a city are open, how many somebody follows, and how many of these press.
///
/// # Errors
/// When the database refuses.
pub async fn counts(
    reader: &mut Reader,
    city: CityCode,
    login: &str,
    today: Day,
) -> Result<Counts, StoreError> {
    let row = reader.fetch_optional(&sql::COUNTS, params![city, login, today]).await?;
    row.map_or(Ok(Counts::default()), |row| {
        Ok(Counts { open: row.count(0)?, followed: row.count(1)?, pressing: row.count(2)? })
    })
}

/// How many steps were due up to a day on the pathways that somebody follows, and the earliest of their days.
///
/// # Errors
/// When the database refuses.
pub async fn due_steps(
    reader: &mut Reader,
    city: CityCode,
    login: &str,
    today: Day,
) -> Result<Option<(u32, Day)>, StoreError> {
    let row = reader.fetch_optional(&sql::DUE_STEPS, params![city, login, today]).await?;
    let Some(row) = row else { return Ok(None) };
    let first: Option<Day> = row.get(1)?;
    first.map(|first| Ok((row.count(0)?, first))).transpose()
}

/// The points that pathways of a city were opened at, by their folded names.
///
/// # Errors
/// When the database refuses.
pub async fn points(reader: &mut Reader, city: CityCode) -> Result<Vec<String>, StoreError> {
    let rows = reader.fetch_all(&sql::POINTS, params![city]).await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// What was corrected, and why.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// The pathway, stay or result.
    pub entity: Uuid,
    /// `pathway`, `stay` or `result`.
    pub what: String,
    /// Whether it was taken away.
    pub withdrawn: bool,
    /// What it was before, as JSON; nothing once it was erased.
    pub was: Option<serde_json::Value>,
    /// Why; nothing once it was erased.
    pub reason: Option<String>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

fn correction(keys: &CityKeys, row: &Row) -> Result<Corrected, StoreError> {
    let id: Uuid = row.get(0)?;
    let (was, reason): (Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(3)?, row.get(4)?);
    Ok(Corrected {
        entity: row.get(7)?,
        what: row.get(1)?,
        withdrawn: row.get::<String>(2)? == "withdrawn",
        was: was.map(|was| keys.open_json(WAS, id, &was)).transpose()?,
        reason: open_line(keys, REASON, id, reason.as_deref())?,
        at: Timestamp::from_micros(row.get(5)?),
        by: row.get(6)?,
    })
}

/// What was corrected of one thing, oldest first.
///
/// # Errors
/// As [`pathway`].
pub async fn corrections(
    reader: &mut Reader,
    keys: &CityKeys,
    entity: Uuid,
) -> Result<Vec<Corrected>, StoreError> {
    let rows = reader.fetch_all(&sql::CORRECTIONS, params![keys.city(), entity]).await?;
    rows.iter().map(|row| correction(keys, row)).collect()
}

/// What was corrected of a person's pathways, stays and results, oldest first.
///
/// # Errors
/// As [`pathway`].
pub async fn corrections_of(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Corrected>, StoreError> {
    let rows = reader.fetch_all(&sql::CORRECTIONS_OF_PERSON, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| correction(keys, row)).collect()
}
