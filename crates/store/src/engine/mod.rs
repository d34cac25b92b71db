//! The two engines behind one face. Only files of this folder may tell them apart.

mod postgres;
mod sqlite;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use sqlx::migrate::{MigrateError, Migration as Step, MigrationType, Migrator};
use sqlx::{AssertSqlSafe, Executor as _, PgPool, SqlSafeStr as _, SqlitePool};

pub(crate) use self::postgres::PgLine;
pub(crate) use self::sqlite::SqliteLine;
use crate::row::{Inner, Row};
use crate::{Slice, Spot, StoreError, Value};

/// Where the data is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// An SQLite file of ours.
    Embedded(PathBuf),
    /// A PostgreSQL database, by address.
    Postgres(String),
}

#[derive(Clone)]
pub(crate) enum Db {
    Sqlite { writer: SqlitePool, readers: SqlitePool },
    Postgres(PgPool),
}

/// A line to the database: every statement goes through it.
pub(crate) enum Line {
    Sqlite(SqliteLine),
    Postgres(PgLine),
}

/// The database of an installation. Cloning shares it.
#[derive(Clone)]
pub struct Store {
    pub(crate) db: Db,
    run: Arc<AtomicU64>,
}

impl Store {
    /// Opens the database, makes it if it is embedded and absent, and brings its schema up to date.
    ///
    /// # Errors
    /// When the database cannot be reached, or its schema is newer than this program.
    pub async fn open(place: &Place, slices: &[Slice]) -> Result<Self, StoreError> {
        let db = match place {
            Place::Embedded(path) => sqlite::open(path).await?,
            Place::Postgres(url) => postgres::open(url).await?,
        };
        let store = Self { db, run: Arc::default() };
        store.migrate(slices).await?;
        Ok(store)
    }

    /// Brings the schema up to date.
    ///
    /// # Errors
    /// [`StoreError::OlderDatabase`] or [`StoreError::NewerDatabase`] when it holds a step that these slices do not
    /// have; nothing is changed then.
    pub async fn migrate(&self, slices: &[Slice]) -> Result<(), StoreError> {
        let sqlite = matches!(self.db, Db::Sqlite { .. });
        let steps = slices.iter().flat_map(|slice| slice.migrations).map(|step| {
            let text = if sqlite { step.sqlite } else { step.postgres };
            Step::new(step.version, step.name.into(), MigrationType::Simple, text.into_sql_str(), false)
        });
        let migrator = Migrator::with_migrations(steps.collect());
        let run = match &self.db {
            Db::Sqlite { writer, .. } => migrator.run(writer).await,
            Db::Postgres(pool) => migrator.run(pool).await,
        };
        run.map_err(|error| match error {
            MigrateError::VersionMissing(version) => unknown_step(version, slices),
            other => other.into(),
        })
    }

    /// Asks the engine to prepare every registered statement, and names those it refuses; also those that a change
    /// of keys runs over the sealed columns.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn refused(&self, slices: &[Slice]) -> Result<Vec<String>, StoreError> {
        let statements = slices.iter().flat_map(|slice| slice.statements).copied().flatten();
        let texts = statements.map(|statement| statement.0.to_owned());
        let bulks = slices.iter().flat_map(|slice| slice.bulks).map(|bulk| bulk.text(2));
        let mut refused = Vec::new();
        let spots = slices.iter().flat_map(|slice| slice.sealed).flat_map(Spot::texts);
        for text in texts.chain(bulks).chain(spots) {
            let sql = AssertSqlSafe(text.clone()).into_sql_str();
            let outcome = match &self.db {
                Db::Sqlite { readers, .. } => readers.prepare(sql).await.map(|_| ()),
                Db::Postgres(pool) => pool.prepare(sql).await.map(|_| ()),
            };
            if let Err(error) = outcome {
                refused.push(format!("{text}: {error}"));
            }
        }
        Ok(refused)
    }

    /// The engine's name, for people.
    pub fn engine(&self) -> &'static str {
        match self.db {
            Db::Sqlite { .. } => "SQLite",
            Db::Postgres(_) => "PostgreSQL",
        }
    }

    /// How many statements were run since the store was opened: pages must need a constant number.
    pub fn statements_run(&self) -> u64 {
        self.run.load(Ordering::Relaxed)
    }

    /// Closes the database cleanly.
    pub async fn close(&self) {
        match &self.db {
            Db::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Db::Postgres(pool) => pool.close().await,
        }
    }

    pub(crate) async fn read_line(&self) -> Result<(Line, Arc<AtomicU64>), StoreError> {
        let line = match &self.db {
            Db::Sqlite { readers, .. } => Line::Sqlite(SqliteLine::begin(readers, "begin").await?),
            Db::Postgres(pool) => {
                Line::Postgres(PgLine::begin(pool, "begin isolation level repeatable read read only").await?)
            }
        };
        Ok((line, Arc::clone(&self.run)))
    }

    pub(crate) async fn write_line(&self) -> Result<(Line, Arc<AtomicU64>), StoreError> {
        let line = match &self.db {
            Db::Sqlite { writer, .. } => Line::Sqlite(SqliteLine::begin(writer, "begin immediate").await?),
            Db::Postgres(pool) => Line::Postgres(PgLine::begin(pool, "begin").await?),
        };
        Ok((line, Arc::clone(&self.run)))
    }
}

/// A step that the database holds and this program does not: gone if its slice has later ones, else still to come.
fn unknown_step(version: i64, slices: &[Slice]) -> StoreError {
    let known = slices.iter().flat_map(|slice| slice.migrations).map(|step| step.version);
    let is_older = known.into_iter().any(|later| later > version && later / 1000 == version / 1000);
    if is_older { StoreError::OlderDatabase(version) } else { StoreError::NewerDatabase(version) }
}

impl Line {
    pub(crate) async fn fetch(&mut self, sql: Sql, values: Vec<Value>) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Sqlite(line) => {
                Ok(line.fetch(sql, values).await?.into_iter().map(|row| Row(Inner::Sqlite(row))).collect())
            }
            Self::Postgres(line) => {
                Ok(line.fetch(sql, values).await?.into_iter().map(|row| Row(Inner::Postgres(row))).collect())
            }
        }
    }

    pub(crate) async fn execute(&mut self, sql: Sql, values: Vec<Value>) -> Result<u64, StoreError> {
        match self {
            Self::Sqlite(line) => line.execute(sql, values).await,
            Self::Postgres(line) => line.execute(sql, values).await,
        }
    }

    pub(crate) async fn commit(self) -> Result<(), StoreError> {
        match self {
            Self::Sqlite(line) => line.commit().await,
            Self::Postgres(line) => line.commit().await,
        }
    }
}

/// A text that came from a constant: a statement as it stands, or a bulk insert spelled out.
#[derive(Clone)]
pub(crate) enum Sql {
    Fixed(&'static str),
    Spelled(Arc<str>),
}

impl Sql {
    pub(crate) fn text(&self) -> &str {
        match self {
            Self::Fixed(text) => text,
            Self::Spelled(text) => text,
        }
    }

    fn into_sql_str(self) -> sqlx::SqlStr {
        match self {
            Self::Fixed(text) => text.into_sql_str(),
            Self::Spelled(text) => AssertSqlSafe(text).into_sql_str(),
        }
    }
}
