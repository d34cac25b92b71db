//! PostgreSQL: opening and running.

use sqlx::postgres::{PgArguments, PgPoolOptions, PgRow};
use sqlx::{Arguments as _, PgPool, Postgres, Transaction};

use super::{Db, Sql};
use crate::{StoreError, Value};

/// A transaction on one connection.
pub(crate) struct PgLine(Transaction<'static, Postgres>);

pub(super) async fn open(url: &str) -> Result<Db, StoreError> {
    let pool = PgPoolOptions::new().max_connections(8).connect(url).await;
    pool.map(Db::Postgres).map_err(StoreError::database("connect to the database"))
}

impl PgLine {
    pub(super) async fn begin(pool: &PgPool, how: &'static str) -> Result<Self, StoreError> {
        pool.begin_with(how).await.map(Self).map_err(StoreError::database(how))
    }

    pub(super) async fn fetch(&mut self, sql: Sql, values: Vec<Value>) -> Result<Vec<PgRow>, StoreError> {
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

fn arguments(values: Vec<Value>) -> PgArguments {
    let mut arguments = PgArguments::default();
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
