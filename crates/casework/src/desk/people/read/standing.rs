//! What may be done with a person's file.

use kernel::{CityCode, Timestamp};
use store::{Reader, Row, StoreError, params};

use super::super::sql;
use crate::people::pairs::PairId;
use crate::people::{PersonId, written};

/// What may be done with a person's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Everything.
    Open,
    /// It is kept and read, and not changed: the person asked for it (GDPR, article 18).
    Restricted {
        /// Since when.
        since: Timestamp,
        /// Who wrote it down.
        by: String,
    },
    /// Nothing: who it was about was erased.
    Erased,
}

impl Standing {
    /// From the columns of [`sql::STANDING`].
    pub(in crate::desk::people) fn read(row: &Row) -> Result<Self, StoreError> {
        if row.get::<Option<i64>>(1)?.is_some() {
            return Ok(Self::Erased);
        }
        Ok(match written::moment(row, 0)? {
            Some(since) => Self::Restricted { since, by: row.get::<Option<String>>(2)?.unwrap_or_default() },
            None => Self::Open,
        })
    }
}

/// What may be done with a person's file; nothing where the city knows no such person.
///
/// # Errors
/// When the database refuses.
pub async fn standing(
    reader: &mut Reader,
    city: CityCode,
    person: PersonId,
) -> Result<Option<Standing>, StoreError> {
    let row = reader.fetch_optional(&sql::STANDING, params![city, person.0]).await?;
    row.as_ref().map(Standing::read).transpose()
}

/// Whom a person was united with who is nobody of their own any more, and by which decision.
///
/// # Errors
/// When the database refuses.
pub async fn united_with(
    reader: &mut Reader,
    city: CityCode,
    person: PersonId,
) -> Result<Option<(PersonId, PairId)>, StoreError> {
    let row = reader.fetch_optional(&sql::UNITED_WITH, params![city, person.0]).await?;
    row.map(|row| Ok((PersonId(row.get(0)?), PairId(row.get(1)?)))).transpose()
}
