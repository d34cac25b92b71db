//! SQLite: opening and running.

use std::path::Path;
use std::time::Duration;

use sqlx::sqlite::{
    SqliteArguments, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{Arguments as _, Sqlite, SqlitePool, Transaction};

use super::{Db, Sql};
use crate::{StoreError, Value};

/// A transaction on one connection.
pub(crate) struct SqliteLine(Transaction<'static, Sqlite>);

/// One writer, because SQLite has one; a few readers, who see the last commit meanwhile.
pub(super) async fn open(path: &Path) -> Result<Db, StoreError> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        // A commit is on disk when the caller is told so: a lost line costs a city its proof.
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(30))
        .pragma("cache_size", "-65536")
        // A reader forgets its pages whenever somebody wrote; mapped, they need not be copied again.
        .pragma("mmap_size", "4294967296")
        // What is erased or withdrawn is written over, not left in free pages for whoever has the city's key.
        .pragma("secure_delete", "on")
        // Sorting in memory: nothing of a city is written outside of the data folder.
        .pragma("temp_store", "memory")
        .statement_cache_capacity(200);
    let failed = || StoreError::database("open the database file");
    create_private(path)
        .map_err(|error| StoreError::File { path: path.display().to_string(), reason: error.to_string() })?;
    let writer =
        SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await.map_err(failed())?;
    let readers = SqlitePoolOptions::new().max_connections(4).connect_with(options).await.map_err(failed())?;
    Ok(Db::Sqlite { writer, readers })
}

/// Makes the file, if it is absent, so that only its owner can read it; SQLite gives the files beside it the same
/// permissions.
fn create_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

impl SqliteLine {
    pub(super) async fn begin(pool: &SqlitePool, how: &'static str) -> Result<Self, StoreError> {
        pool.begin_with(how).await.map(Self).map_err(StoreError::database(how))
    }

    pub(super) async fn fetch(&mut self, sql: Sql, values: Vec<Value>) -> Result<Vec<SqliteRow>, StoreError> {
        let query = sqlx::query_with(sql.clone().into_sql_str(), arguments(values));
        query.fetch_all(&mut *self.0).await.map_err(|error| StoreError::refused(sql.text(), error))
    }

    pub(super) async fn execute(&mut self, sql: Sql, values: Vec<Value>) -> Result<u64, StoreError> {
        let query = sqlx::query_with(sql.clone().into_sql_str(), arguments(values));
        let done = query.execute(&mut *self.0).await;
        done.map(|done| done.rows_affected()).map_err(|error| StoreError::refused(sql.text(), error))
    }

    pub(super) async fn commit(self) -> Result<(), StoreError> {
        self.0.commit().await.map_err(StoreError::database("commit"))
    }
}

fn arguments(values: Vec<Value>) -> SqliteArguments {
    let mut arguments = SqliteArguments::default();
    for value in values {
        let added = match value {
            Value::Text(value) => arguments.add(value),
            Value::Int(value) => arguments.add(value),
            Value::Real(value) => arguments.add(value),
            Value::Bool(value) => arguments.add(value),
            Value::Day(value) => arguments.add(value),
            Value::Id(value) => arguments.add(value),
            Value::Bytes(value) => arguments.add(value),
        };
        // Encoding these few types cannot fail; if it did, the engine would miss a parameter and refuse.
        debug_assert!(added.is_ok());
    }
    arguments
}
