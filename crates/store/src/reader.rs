//! Reading: one consistent view of the database.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::engine::{Line, Sql};
use crate::{Row, Statement, Store, StoreError, Value};

/// A read-only transaction: what it sees does not move while it lasts.
pub struct Reader {
    line: Line,
    run: Arc<AtomicU64>,
}

impl Store {
    /// Opens a view for reading.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn reader(&self) -> Result<Reader, StoreError> {
        let (line, run) = self.read_line().await?;
        Ok(Reader { line, run })
    }
}

impl Reader {
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

    /// Rows of a text that was spelled out from a registered constant.
    pub(crate) async fn fetch_spelled(
        &mut self,
        text: String,
        values: Vec<Value>,
    ) -> Result<Vec<Row>, StoreError> {
        self.run.fetch_add(1, Ordering::Relaxed);
        self.line.fetch(Sql::Spelled(text.into()), values).await
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
}
