//! Which city and month moved, and when: what the projections follow.

use kernel::{CityCode, Month, Timestamp};

use crate::journal::sql_bulk;
use crate::{Entry, Reader, StoreError, Unit, params};

/// One city's month and the journal entry that last moved it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartitionVersion {
    /// The city.
    pub city: CityCode,
    /// The month.
    pub month: Month,
    /// Sequence number of the entry.
    pub version: i64,
}

/// What moved since a position in the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// The partitions, with their versions.
    pub partitions: Vec<PartitionVersion>,
    /// The journal's newest entry now.
    pub position: i64,
    /// Its moment.
    pub at: Timestamp,
}

pub(crate) mod sql {
    crate::statements! {
        /// What moved, and where the journal stands: one question for both. The join keeps the position
        /// even where nothing moved.
        pub MOVED = "select j.seq, j.at, p.city, p.month, p.version \
            from (select seq, at from journal order by seq desc limit 1) j \
            left join partition p on p.version > $1 order by p.city nulls last, p.month nulls last";
    }
}

pub(crate) async fn touch(unit: &mut Unit, entry: &Entry, seq: i64) -> Result<(), StoreError> {
    let Some(city) = entry.city else { return Ok(()) };
    // Collected: a borrowing iterator held across an await would make every caller's future not Send.
    let rows: Vec<_> = entry.months.iter().map(|month| params![city, *month, seq]).collect();
    unit.insert_many(&sql_bulk::TOUCH, rows).await.map(|_| ())
}

impl Reader {
    /// Partitions that moved after a journal position: one statement, whoever wrote and from wherever.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn moved_since(&mut self, position: i64) -> Result<Moved, StoreError> {
        let rows = self.fetch_all(&sql::MOVED, params![position]).await?;
        let mut moved = Moved { position, ..Moved::default() };
        for row in &rows {
            moved.position = row.get(0)?;
            moved.at = Timestamp::from_micros(row.get(1)?);
            if row.get::<Option<String>>(2)?.is_some() {
                moved.partitions.push(PartitionVersion {
                    city: row.parse(2)?,
                    month: row.parse(3)?,
                    version: row.get(4)?,
                });
            }
        }
        Ok(moved)
    }
}
