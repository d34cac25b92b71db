//! What is known of a person, and why they were written down anew.

use kernel::{Timestamp, typed_id};
use store::{CityKeys, Reader, Row, StoreError, params};

use super::super::model::{Detail, DetailId};
use super::super::sql;
use crate::people::{FormId, PersonId};

typed_id!(
    /// A rectification.
    RectificationId
);

/// Everything known of a person, the newest first, what holds no more too.
///
/// # Errors
/// When the database refuses, or something cannot be opened.
pub async fn details(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Detail>, StoreError> {
    let rows = reader.fetch_all(&sql::DETAILS, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| detail(keys, row)).collect()
}

/// A row of [`sql::DETAILS`], opened.
///
/// # Errors
/// When it cannot be opened.
pub(crate) fn detail(keys: &CityKeys, row: &Row) -> Result<Detail, StoreError> {
    let id = DetailId(row.get(0)?);
    let sealed: Vec<u8> = row.get(2)?;
    Ok(Detail {
        id,
        kind: row.parse(1)?,
        value: keys.open_text(sql::DETAIL_VALUE, id.0, &sealed)?,
        office: row.get(3)?,
        since: row.get(4)?,
        until: row.get(5)?,
        recorded_at: Timestamp::from_micros(row.get(6)?),
        recorded_by: row.get(7)?,
    })
}

/// A person was written down anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rectified {
    /// Which.
    pub id: RectificationId,
    /// The form that was stated.
    pub form: FormId,
    /// Why; none once erased.
    pub reason: Option<String>,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

/// Why and when a person was written down anew, the oldest first.
///
/// # Errors
/// When the database refuses, or something cannot be opened.
pub async fn rectifications(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Rectified>, StoreError> {
    let mut all = Vec::new();
    for row in reader.fetch_all(&sql::RECTIFICATIONS, params![keys.city(), person.0]).await? {
        let id = RectificationId(row.get(0)?);
        let sealed: Option<Vec<u8>> = row.get(1)?;
        all.push(Rectified {
            id,
            reason: sealed
                .map(|sealed| keys.open_text(sql::RECTIFICATION_REASON, id.0, &sealed))
                .transpose()?,
            at: Timestamp::from_micros(row.get(2)?),
            by: row.get(3)?,
            form: FormId(row.get(4)?),
        });
    }
    Ok(all)
}
