//! What was asked.

use kernel::{Day, Timestamp};
use store::{CityKeys, Reader, Row, StoreError, params};

use crate::desk::pathways::model::{Answer, PathwayId, ResultId, ResultKind};
use crate::desk::pathways::sql::results as sql;
use crate::people::{FormId, PersonId};

/// A result as it was recorded.
#[derive(Clone, Debug)]
pub struct Recorded {
    /// Which.
    pub id: ResultId,
    /// The form it hangs on.
    pub form: FormId,
    /// Whose it is now.
    pub person: PersonId,
    /// What was answered.
    pub answer: Answer,
    /// On which day.
    pub day: Day,
    /// Whether the person's data may only be kept.
    pub restricted: bool,
    /// The pathway whose closing asked it.
    pub pathway: Option<PathwayId>,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: String,
}

pub(crate) fn result(row: &Row) -> Result<Recorded, StoreError> {
    let (kind, value): (String, String) = (row.get(2)?, row.get(3)?);
    let answer = ResultKind::from_code(&kind).and_then(|kind| Answer::read(kind, &value));
    let unreadable = || StoreError::Column {
        column: 3,
        what: "an answer",
        reason: format!("«{value}» is no answer to «{kind}»"),
    };
    Ok(Recorded {
        id: ResultId(row.get(0)?),
        form: FormId(row.get(1)?),
        person: PersonId(row.get(8)?),
        restricted: row.get::<Option<i64>>(9)?.is_some(),
        answer: answer.ok_or_else(unreadable)?,
        day: row.get(4)?,
        pathway: row.get::<Option<uuid::Uuid>>(7)?.map(PathwayId),
        at: Timestamp::from_micros(row.get(5)?),
        by: row.get(6)?,
    })
}

/// The results of a person, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn results(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Recorded>, StoreError> {
    let rows = reader.fetch_all(&sql::OF_PERSON, params![keys.city(), person.0]).await?;
    rows.iter().map(result).collect()
}
