//! The registers of a city that were imported, and the rows of them that wait to be mended.

use kernel::{CityCode, Day, Timestamp};
use store::{CityKeys, Entry, Reader, Row, StoreError, Unit, params};

use super::file::RegisterFile;
use super::import::RegisterId;
use super::sql;
use crate::people::{FormId, PersonId, written};

/// One imported file.
#[derive(Clone, Debug)]
pub struct Register {
    /// Which.
    pub id: RegisterId,
    /// How it was called and read.
    pub file: RegisterFile,
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
    keys: &CityKeys,
    at_most: u32,
) -> Result<Vec<Register>, StoreError> {
    let rows = reader.fetch_all(&sql::REGISTERS, params![keys.city(), at_most]).await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// One register of a city, if it is there.
///
/// # Errors
/// When the database refuses.
pub async fn register(
    reader: &mut Reader,
    keys: &CityKeys,
    id: RegisterId,
) -> Result<Option<Register>, StoreError> {
    let row = reader.fetch_optional(&sql::REGISTER, params![keys.city(), id.0]).await?;
    row.map(|row| read(keys, &row)).transpose()
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
    /// The position of the sheet in the file.
    pub sheet: u32,
    /// The line, as the spreadsheet numbers it.
    pub line: u32,
    /// The day.
    pub day: Day,
    /// The service's code.
    pub service: String,
    /// Surname and given name; none if they were erased.
    pub name: Option<String>,
    /// Whose contact it is now.
    pub person: PersonId,
    /// The contact, where the list goes on after it.
    pub contact: uuid::Uuid,
}

/// The contacts of a register in the order of sheets and lines, from after a row on.
///
/// # Errors
/// When the database refuses, or a name cannot be opened.
pub async fn rows(
    reader: &mut Reader,
    keys: &CityKeys,
    register: RegisterId,
    (sheet, line, contact): (u32, u32, uuid::Uuid),
    at_most: u32,
) -> Result<Vec<RegisterRow>, StoreError> {
    let values = params![keys.city(), register.0, sheet, line, contact, at_most];
    let rows = reader.fetch_all(&sql::ROWS_OF_REGISTER, values).await?;
    rows.iter()
        .map(|row| {
            let written = written::read(keys, FormId(row.get(4)?), row, 5)?;
            Ok(RegisterRow {
                sheet: row.count(0)?,
                line: row.count(1)?,
                day: row.get(2)?,
                service: row.get(3)?,
                name: (!written.erased).then(|| written.form.whole_name().trim().to_owned()),
                contact: row.get(9)?,
                person: PersonId(row.get(10)?),
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

fn read(keys: &CityKeys, row: &Row) -> Result<Register, StoreError> {
    let id = RegisterId(row.get(0)?);
    let withdrawn: Option<i64> = row.get(13)?;
    let by: Option<String> = row.get(14)?;
    let settled: Option<i64> = row.get(15)?;
    Ok(Register {
        id,
        file: RegisterFile::open(keys, id, &row.get::<Vec<u8>>(1)?)?,
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
