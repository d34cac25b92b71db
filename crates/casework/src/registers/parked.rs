//! Files that were brought and wait to be imported: kept between one step and the next.

use kernel::{CityCode, Timestamp, typed_id};
use rand::RngCore;
use store::{Entry, Reader, Row, StoreError, Unit, params};

use super::import::Upload;
use super::model::Mapping;
use super::sql;

typed_id!(
    /// A file that waits to be imported.
    UploadId
);

/// Days a file waits before it is taken away.
pub const DAYS_KEPT: i64 = 7;

const MICROS_OF_DAY: i64 = 86_400_000_000;

/// A file that waits, without its bytes.
#[derive(Clone, Debug)]
pub struct Parked {
    /// Which.
    pub id: UploadId,
    /// As its owner called it.
    pub file_name: String,
    /// SHA-256 of its bytes.
    pub sha256: Vec<u8>,
    /// Its size in bytes.
    pub size: u32,
    /// What the lead said its columns mean, once they said it.
    pub mapping: Option<Mapping>,
    /// When it was brought.
    pub uploaded_at: Timestamp,
    /// By whom.
    pub uploaded_by: String,
}

impl Parked {
    /// The file as the history describes it.
    pub fn upload(&self) -> Upload {
        Upload {
            file_name: self.file_name.clone(),
            sha256: self.sha256.as_slice().try_into().unwrap_or_default(),
            size: self.size as usize,
        }
    }
}

/// Keeps a file, and takes away those of any city that have waited too long.
///
/// # Errors
/// When the database refuses.
pub async fn park(
    unit: &mut Unit,
    city: CityCode,
    upload: &Upload,
    bytes: Vec<u8>,
    random: &mut (dyn RngCore + Send),
) -> Result<UploadId, StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let id = UploadId::new(at, random);
    let oldest = Timestamp::from_micros(at.micros() - DAYS_KEPT * MICROS_OF_DAY);
    unit.execute(&sql::REMOVE_OLD_UPLOADS, params![oldest]).await?;
    let size = i64::try_from(upload.size).unwrap_or(i64::MAX);
    let values = params![id.0, city, &upload.file_name, &upload.sha256[..], size, bytes, at, who];
    unit.execute(&sql::INSERT_UPLOAD, values).await?;
    unit.record(Entry::new("park", format!("upload/{id}"), Some(city)).changing(None, Some(&upload.sha256)));
    Ok(id)
}

/// The files of a city that wait, the newest first.
///
/// # Errors
/// When the database refuses.
pub async fn all(reader: &mut Reader, city: CityCode) -> Result<Vec<Parked>, StoreError> {
    reader.fetch_all(&sql::UPLOADS, params![city]).await?.iter().map(read).collect()
}

/// One file of a city, if it still waits.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, city: CityCode, id: UploadId) -> Result<Option<Parked>, StoreError> {
    reader.fetch_optional(&sql::UPLOAD, params![city, id.0]).await?.as_ref().map(read).transpose()
}

/// The bytes of a file, if it still waits.
///
/// # Errors
/// When the database refuses.
pub async fn bytes(reader: &mut Reader, city: CityCode, id: UploadId) -> Result<Option<Vec<u8>>, StoreError> {
    let row = reader.fetch_optional(&sql::UPLOAD_BYTES, params![city, id.0]).await?;
    row.map(|row| row.get(0)).transpose()
}

/// Keeps what the lead says the columns of a file mean. Gives whether the file still waits.
///
/// # Errors
/// When the database refuses.
pub async fn adjust(
    unit: &mut Unit,
    city: CityCode,
    id: UploadId,
    mapping: &Mapping,
) -> Result<bool, StoreError> {
    let text = serde_json::to_string(mapping).unwrap_or_default();
    unit.record(
        Entry::new("adjust", format!("upload/{id}"), Some(city)).changing(None, Some(text.as_bytes())),
    );
    Ok(unit.execute(&sql::ADJUST_UPLOAD, params![city, id.0, text]).await? > 0)
}

/// Takes a file away. Gives whether it was there.
///
/// # Errors
/// When the database refuses.
pub async fn remove(unit: &mut Unit, city: CityCode, id: UploadId) -> Result<bool, StoreError> {
    unit.record(Entry::new("discard", format!("upload/{id}"), Some(city)));
    Ok(unit.execute(&sql::REMOVE_UPLOAD, params![city, id.0]).await? > 0)
}

fn read(row: &Row) -> Result<Parked, StoreError> {
    let mapping: Option<String> = row.get(4)?;
    Ok(Parked {
        id: UploadId(row.get(0)?),
        file_name: row.get(1)?,
        sha256: row.get(2)?,
        size: row.count(3)?,
        mapping: mapping.and_then(|text| serde_json::from_str(&text).ok()),
        uploaded_at: Timestamp::from_micros(row.get(5)?),
        uploaded_by: row.get(6)?,
    })
}
