//! The registers of a city that were imported, and the rows of them that wait to be mended.

use kernel::{CityCode, Day, Timestamp};
use store::{Entry, Reader, Row, StoreError, Unit, params};

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
    /// When somebody said that its rejected rows wait no more.
    pub settled: Option<Timestamp>,
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

impl Register {
    /// Rejected rows that wait for somebody.
    pub fn waiting(&self) -> u32 {
        if self.withdrawn.is_none() && self.settled.is_none() { self.rejected } else { 0 }
    }
}

/// Says that the rejected rows of a register wait no more (mended elsewhere, or not to be mended), or that
/// they wait again. Gives whether there is such a register.
///
/// # Errors
/// When the database refuses.
pub async fn settle(
    unit: &mut Unit,
    city: CityCode,
    register: RegisterId,
    settled: bool,
) -> Result<bool, StoreError> {
    let at = settled.then(|| unit.at());
    let action = if settled { "settle rejected rows" } else { "reopen rejected rows" };
    unit.record(Entry::new(action, format!("register/{register}"), Some(city)));
    Ok(unit.execute(&sql::SETTLE, params![city, register.0, at]).await? > 0)
}

/// The newest register of a city with exactly these bytes, and when it was imported.
///
/// # Errors
/// When the database refuses.
pub async fn same_file(
    reader: &mut Reader,
    city: CityCode,
    sha256: &[u8],
) -> Result<Option<(RegisterId, Timestamp)>, StoreError> {
    let row = reader.fetch_optional(&sql::SAME_FILE, params![city, sha256]).await?;
    row.map(|row| Ok((RegisterId(row.get(0)?), Timestamp::from_micros(row.get(1)?)))).transpose()
}

/// A contact of a register, with the name as it was written.
#[derive(Clone, Debug)]
pub struct RegisterRow {
    /// The sheet; empty in a text file.
    pub sheet: String,
    /// The line, as the spreadsheet numbers it.
    pub line: u32,
    /// The day.
    pub day: Day,
    /// The service's code.
    pub service: String,
    /// Surname and given name.
    pub name: String,
    /// The contact, where the list goes on after it.
    pub contact: uuid::Uuid,
}

/// The contacts of a register in the order of sheets and lines, from after a row on.
///
/// # Errors
/// When the database refuses.
pub async fn rows(
    reader: &mut Reader,
    city: CityCode,
    register: RegisterId,
    after: &(String, u32, uuid::Uuid),
    at_most: u32,
) -> Result<Vec<RegisterRow>, StoreError> {
    let (sheet, line, contact) = after;
    let values = params![city, register.0, sheet, *line, *contact, at_most];
    let rows = reader.fetch_all(&sql::ROWS_OF_REGISTER, values).await?;
    rows.iter()
        .map(|row| {
            let (surname, given): (String, String) = (row.get(4)?, row.get(5)?);
            Ok(RegisterRow {
                sheet: row.get(0)?,
                line: row.count(1)?,
                day: row.get(2)?,
                service: row.get(3)?,
                name: format!("{surname} {given}").trim().to_owned(),
                contact: row.get(6)?,
            })
        })
        .collect()
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
    let settled: Option<i64> = row.get(15)?;
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
        settled: settled.map(Timestamp::from_micros),
        withdrawn: withdrawn.map(|at| (Timestamp::from_micros(at), by.unwrap_or_default())),
    })
}
