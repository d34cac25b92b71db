//! A row of either engine, read by position.

use sqlx::postgres::{PgRow, Postgres};
use sqlx::sqlite::{Sqlite, SqliteRow};
use sqlx::{Decode, Row as _, Type};

use crate::{Digest, StoreError};

/// One row of an answer.
pub struct Row(pub(crate) Inner);

pub(crate) enum Inner {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

impl Row {
    /// The value in a column, counted from 0. Nullable columns are read as `Option`.
    ///
    /// # Errors
    /// When the column does not hold a `T`.
    pub fn get<T>(&self, column: usize) -> Result<T, StoreError>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + for<'r> Decode<'r, Postgres> + Type<Postgres>,
    {
        match &self.0 {
            Inner::Sqlite(row) => row.try_get(column),
            Inner::Postgres(row) => row.try_get(column),
        }
        .map_err(|error| StoreError::Column {
            column,
            what: std::any::type_name::<T>(),
            reason: error.to_string(),
        })
    }

    /// A whole number that must fit 32 bits without sign (counts, sequence numbers).
    ///
    /// # Errors
    /// When the column holds no such number.
    pub fn count(&self, column: usize) -> Result<u32, StoreError> {
        let number: i64 = self.get(column)?;
        u32::try_from(number).map_err(|_| StoreError::Column {
            column,
            what: "a count",
            reason: format!("{number} is not between 0 and 4294967295"),
        })
    }

    /// A digest of 32 bytes.
    ///
    /// # Errors
    /// When the column holds no 32 bytes.
    pub fn digest(&self, column: usize) -> Result<Digest, StoreError> {
        let bytes: Vec<u8> = self.get(column)?;
        bytes.try_into().map_err(|bytes: Vec<u8>| StoreError::Column {
            column,
            what: "a digest",
            reason: format!("{} bytes, not 32", bytes.len()),
        })
    }

    /// Text that must be one of a few codes, parsed.
    ///
    /// # Errors
    /// When the column is not text or the text does not parse.
    pub fn parse<T: std::str::FromStr>(&self, column: usize) -> Result<T, StoreError>
    where
        T::Err: std::fmt::Display,
    {
        let text: String = self.get(column)?;
        text.parse().map_err(|error: T::Err| StoreError::Column {
            column,
            what: std::any::type_name::<T>(),
            reason: error.to_string(),
        })
    }
}
