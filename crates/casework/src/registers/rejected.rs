//! Rows that were refused, as they are kept until somebody mends them.

use std::collections::BTreeMap;

use rand::RngCore;
use serde::{Deserialize, Serialize};
use store::{CityKeys, Reader, StoreError, Unit, params};
use uuid::Uuid;

use super::import::RegisterId;
use super::model::Rejection;
use super::sql;
use crate::sealed::REJECTED_CONTENT;

/// A row that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRow {
    /// The line, as the spreadsheet numbers it.
    pub line: u32,
    /// The code of the reason.
    pub reason: String,
    /// What was written there: any of it may say who somebody is.
    pub content: RejectedContent,
}

/// The part of a refused row that is sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectedContent {
    /// The sheet; empty in a text file.
    pub sheet: String,
    /// The header of the column that is wrong.
    pub header: String,
    /// What stands there.
    pub value: String,
    /// The nearest value that would be right.
    pub nearest: Option<String>,
    /// The headers of the sheet.
    pub headers: Vec<String>,
    /// The whole row.
    pub cells: Vec<String>,
}

impl RejectedRow {
    /// A rejection, with the headers of all sheets.
    pub fn of(row: &Rejection, headers: &BTreeMap<String, Vec<String>>) -> Self {
        let content = RejectedContent {
            sheet: row.sheet.clone(),
            header: row.column.clone(),
            value: row.value.clone(),
            nearest: row.nearest.clone(),
            headers: headers.get(&row.sheet).cloned().unwrap_or_default(),
            cells: row.cells.clone(),
        };
        Self { line: row.line, reason: row.reason.code().to_owned(), content }
    }
}

/// The rejected rows of a register, in the file's order.
///
/// # Errors
/// When the database refuses, or a row cannot be opened.
pub async fn rejected(
    reader: &mut Reader,
    keys: &CityKeys,
    register: RegisterId,
) -> Result<Vec<RejectedRow>, StoreError> {
    let rows = reader.fetch_all(&sql::REJECTED, params![keys.city(), register.0]).await?;
    rows.iter()
        .map(|row| {
            let id: Uuid = row.get(0)?;
            let content = keys.open_json(REJECTED_CONTENT, id, &row.get::<Vec<u8>>(3)?)?;
            Ok(RejectedRow { line: row.count(1)?, reason: row.get(2)?, content })
        })
        .collect()
}

/// Keeps the rejected rows of a register.
pub(super) async fn insert(
    unit: &mut Unit,
    keys: &CityKeys,
    register: RegisterId,
    headers: &BTreeMap<String, Vec<String>>,
    rejected: &[Rejection],
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let at = unit.at();
    let mut rows = Vec::with_capacity(rejected.len());
    for (position, row) in (0_i64..).zip(rejected) {
        let id = kernel::id::uuid_v7(at, random);
        let RejectedRow { line, reason, content } = RejectedRow::of(row, headers);
        let sealed = keys.seal_json(REJECTED_CONTENT, id, &content)?;
        rows.push(params![id, keys.city(), register.0, position, line, reason, sealed]);
    }
    unit.insert_many(&sql::INSERT_REJECTED, rows).await.map(|_| ())
}
