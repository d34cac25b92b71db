//! Writing: one unit of work is one transaction and one append to the journal.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::{CityCode, Clock, Timestamp};

use crate::engine::{Line, Sql};
use crate::{Bulk, Entry, Row, Statement, Store, StoreError, Value, journal, partition};

/// Who does it, as the journal names them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor(pub String);

impl Actor {
    /// Whoever sits at this computer: until accounts exist.
    pub fn local() -> Self {
        Self("local".to_owned())
    }
}

/// A transaction that will write. Dropped without [`Unit::commit`], it leaves nothing behind.
pub struct Unit {
    line: Line,
    run: Arc<AtomicU64>,
    actor: Actor,
    at: Timestamp,
    wrote: bool,
    entries: Vec<Entry>,
}

/// What a commit leaves: its place in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The sequence number of the unit's last entry.
    pub seq: i64,
}

impl Store {
    /// Begins a unit of work. Its moment is read from the clock once.
    ///
    /// # Errors
    /// When the database cannot be reached, or another writer holds it for too long.
    pub async fn begin(&self, actor: &Actor, clock: &dyn Clock) -> Result<Unit, StoreError> {
        let (line, run) = self.write_line().await?;
        Ok(Unit { line, run, actor: actor.clone(), at: clock.now(), wrote: false, entries: Vec::new() })
    }
}

impl Unit {
    /// The moment of this unit of work.
    pub fn at(&self) -> Timestamp {
        self.at
    }

    /// Who does it.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Waits for whoever writes to this city, and makes others wait until this unit ends: what is read of the
    /// city from here on stays true until commit. Comes before the first read that a write depends on.
    ///
    /// # Errors
    /// When the database refuses, or another writer holds the city for too long.
    pub async fn hold(&mut self, city: CityCode) -> Result<(), StoreError> {
        journal::hold(self, city).await
    }

    /// All rows of a statement.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn fetch_all(
        &mut self,
        statement: &Statement,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        self.run.fetch_add(1, Ordering::Relaxed);
        self.line.fetch(Sql::Fixed(statement.0), values).await
    }

    /// The first row, if there is one.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn fetch_optional(
        &mut self,
        statement: &Statement,
        values: Vec<Value>,
    ) -> Result<Option<Row>, StoreError> {
        Ok(self.fetch_all(statement, values).await?.into_iter().next())
    }

    /// Runs a statement that writes; gives the number of rows it touched.
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn execute(&mut self, statement: &Statement, values: Vec<Value>) -> Result<u64, StoreError> {
        self.wrote = true;
        self.note(statement, values).await
    }

    /// Runs a statement that writes what is no change of the truth: a lock, a line of a log, a session, a wrapped
    /// key. Such a write needs no journal entry. What is known of a person, what is counted, and who may do what
    /// are always written with [`Unit::execute`].
    ///
    /// # Errors
    /// When the database refuses it.
    pub async fn note(&mut self, statement: &Statement, values: Vec<Value>) -> Result<u64, StoreError> {
        self.run.fetch_add(1, Ordering::Relaxed);
        self.line.execute(Sql::Fixed(statement.0), values).await
    }

    /// Rows of a text that was spelled out from a registered constant.
    pub(crate) async fn fetch_spelled(
        &mut self,
        text: String,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        self.run.fetch_add(1, Ordering::Relaxed);
        self.line.fetch(Sql::Spelled(text.into()), values).await
    }

    /// As [`Unit::note`], for a text that was spelled out from a registered constant.
    pub(crate) async fn note_spelled(&mut self, text: String, values: Vec<Value>) -> Result<u64, StoreError> {
        self.run.fetch_add(1, Ordering::Relaxed);
        self.line.execute(Sql::Spelled(text.into()), values).await
    }

    /// Inserts many rows, each with as many values as the bulk has columns.
    ///
    /// # Errors
    /// When the database refuses one; nothing of the unit is then kept.
    pub async fn insert_many(
        &mut self,
        bulk: &Bulk,
        rows: impl IntoIterator<Item = Vec<Value>>,
    ) -> Result<u64, StoreError> {
        let full: Arc<str> = bulk.text(Bulk::ROWS).into();
        let mut values = Vec::with_capacity(Bulk::ROWS * bulk.columns);
        let mut touched = 0;
        for row in rows {
            debug_assert_eq!(row.len(), bulk.columns, "{}", bulk.head);
            values.extend(row);
            if values.len() == Bulk::ROWS * bulk.columns {
                let batch = std::mem::replace(&mut values, Vec::with_capacity(Bulk::ROWS * bulk.columns));
                touched += self.spelled(Arc::clone(&full), batch).await?;
            }
        }
        if !values.is_empty() {
            let rest = bulk.text(values.len() / bulk.columns).into();
            touched += self.spelled(rest, values).await?;
        }
        Ok(touched)
    }

    /// Inserts many rows of what is no change of the truth, as [`Unit::note`] does one.
    ///
    /// # Errors
    /// When the database refuses one; nothing of the unit is then kept.
    pub async fn note_many(
        &mut self,
        bulk: &Bulk,
        rows: impl IntoIterator<Item = Vec<Value>>,
    ) -> Result<u64, StoreError> {
        let wrote = self.wrote;
        let touched = self.insert_many(bulk, rows).await;
        self.wrote = wrote;
        touched
    }

    async fn spelled(&mut self, text: Arc<str>, values: Vec<Value>) -> Result<u64, StoreError> {
        self.wrote = true;
        self.run.fetch_add(1, Ordering::Relaxed);
        self.line.execute(Sql::Spelled(text), values).await
    }

    /// Says what was done. Every unit that writes says it at least once.
    pub fn record(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// Appends the journal, marks the partitions that moved, and makes all of it last.
    ///
    /// # Errors
    /// [`StoreError::Unrecorded`] when something was written and nothing recorded; otherwise what the
    /// database says. Nothing is kept then.
    pub async fn commit(mut self) -> Result<Committed, StoreError> {
        if self.wrote && self.entries.is_empty() {
            return Err(StoreError::Unrecorded);
        }
        let entries = std::mem::take(&mut self.entries);
        let mut seq = 0;
        for entry in &entries {
            seq = journal::append(&mut self, entry).await?;
            partition::touch(&mut self, entry, seq).await?;
        }
        self.line.commit().await?;
        Ok(Committed { seq })
    }
}
