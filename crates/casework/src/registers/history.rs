//! The registers of a city that were imported, and the rows of them that wait to be mended.

use kernel::{CityCode, Timestamp};
use store::{Reader, Row, StoreError, params};

use super::import::RegisterId;
use super::sql;

/// One imported file.
#[derive(Clone, Debug)]
pub struct Register {
    /// Which.
    pub id: RegisterId,
    /// As its owner called it.
    pub file_name: String,
    /// SHA-256 of its bytes.
    pub sha256: Vec<u8>,
    /// Its size in bytes.
    pub size: u32,
    /// Rows that hold data.
    pub read: u32,
    /// Rows that brought something new.
    pub accepted: u32,
    /// Rows the city already had.
    pub duplicates: u32,
    /// Rows that cannot be right.
    pub rejected: u32,
    /// Contacts added.
    pub contacts: u32,
    /// Persons its rows belong to.
    pub persons: u32,
    /// Of these, new to the city.
    pub new_persons: u32,
    /// When.
    pub imported_at: Timestamp,
    /// By whom.
    pub imported_by: String,
    /// When it was taken back, and by whom.
    pub withdrawn: Option<(Timestamp, String)>,
}

/// A row that was refused, as it is kept until somebody mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RejectedRow {
    /// The sheet; empty in a text file.
    pub sheet: String,
    /// The line, as the spreadsheet numbers it.
    pub line: u32,
    /// The header of the column that is wrong.
    pub header: String,
    /// What stands there.
    pub value: String,
    /// The code of the reason.
    pub reason: String,
    /// The nearest value that would be right.
    pub nearest: Option<String>,
    /// The headers of the sheet.
    pub headers: Vec<String>,
    /// The whole row.
    pub cells: Vec<String>,
}

/// Something of a city that waits: how many, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CityWaiting {
    /// The city.
    pub city: CityCode,
    /// How many.
    pub count: u32,
    /// Since the oldest.
    pub since: Timestamp,
}

/// The newest registers of a city.
///
/// # Errors
/// When the database refuses.
pub async fn registers(
    reader: &mut Reader,
    city: CityCode,
    at_most: u32,
) -> Result<Vec<Register>, StoreError> {
    let rows = reader.fetch_all(&sql::REGISTERS, params![city, at_most]).await?;
    rows.iter().map(read).collect()
}

/// One register of a city, if it is there.
///
/// # Errors
/// When the database refuses.
pub async fn register(
    reader: &mut Reader,
    city: CityCode,
    id: RegisterId,
) -> Result<Option<Register>, StoreError> {
    let row = reader.fetch_optional(&sql::REGISTER, params![city, id.0]).await?;
    row.as_ref().map(read).transpose()
}

/// The rejected rows of a register, in the file's order.
///
/// # Errors
/// When the database refuses.
pub async fn rejected(reader: &mut Reader, register: RegisterId) -> Result<Vec<RejectedRow>, StoreError> {
    let rows = reader.fetch_all(&sql::REJECTED, params![register.0]).await?;
    rows.iter()
        .map(|row| {
            let list = |column| {
                let text: String = row.get(column)?;
                Ok::<Vec<String>, StoreError>(serde_json::from_str(&text).unwrap_or_default())
            };
            Ok(RejectedRow {
                sheet: row.get(0)?,
                line: row.count(1)?,
                header: row.get(2)?,
                value: row.get(3)?,
                reason: row.get(4)?,
                nearest: row.get(5)?,
                headers: list(6)?,
                cells: list(7)?,
            })
        })
        .collect()
}

/// Cities with rejected rows to mend.
///
/// # Errors
/// When the database refuses.
pub async fn rejected_waiting(reader: &mut Reader) -> Result<Vec<CityWaiting>, StoreError> {
    waiting(&reader.fetch_all(&sql::REJECTED_WAITING, params![]).await?)
}

/// Reads city, count and oldest moment from three columns.
pub(crate) fn waiting(rows: &[Row]) -> Result<Vec<CityWaiting>, StoreError> {
    rows.iter()
        .map(|row| {
            let since = Timestamp::from_micros(row.get(2)?);
            Ok(CityWaiting { city: row.parse(0)?, count: row.count(1)?, since })
        })
        .collect()
}

fn read(row: &Row) -> Result<Register, StoreError> {
    let withdrawn: Option<i64> = row.get(13)?;
    let by: Option<String> = row.get(14)?;
    Ok(Register {
        id: RegisterId(row.get(0)?),
        file_name: row.get(1)?,
        sha256: row.get(2)?,
        size: row.count(3)?,
        read: row.count(4)?,
        accepted: row.count(5)?,
        duplicates: row.count(6)?,
        rejected: row.count(7)?,
        contacts: row.count(8)?,
        persons: row.count(9)?,
        new_persons: row.count(10)?,
        imported_at: Timestamp::from_micros(row.get(11)?),
        imported_by: row.get(12)?,
        withdrawn: withdrawn.map(|at| (Timestamp::from_micros(at), by.unwrap_or_default())),
    })
}
