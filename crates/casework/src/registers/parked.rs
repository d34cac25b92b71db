//! Files that were brought and wait to be imported: kept between one step and the next.

use kernel::{CityCode, Timestamp, typed_id};
use rand::RngCore;
use store::{CityKeys, Entry, Reader, Row, StoreError, Unit, params};

use super::import::Upload;
use super::model::Mapping;
use super::sql;
use crate::sealed::{UPLOAD_BYTES, UPLOAD_MAPPING, UPLOAD_NAME};

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
    keys: &CityKeys,
    upload: &Upload,
    bytes: &[u8],
    random: &mut (dyn RngCore + Send),
) -> Result<UploadId, StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let id = UploadId::new(at, random);
    let oldest = Timestamp::from_micros(at.micros() - DAYS_KEPT * MICROS_OF_DAY);
    unit.execute(&sql::REMOVE_OLD_UPLOADS, params![oldest]).await?;
    let size = i64::try_from(upload.size).unwrap_or(i64::MAX);
    let city = keys.city();
    let name = keys.seal_text(UPLOAD_NAME, id.0, &upload.file_name)?;
    let bytes = keys.seal(UPLOAD_BYTES, id.0, bytes)?;
    let values = params![id.0, city, name, &upload.sha256[..], size, bytes, at, who];
    unit.execute(&sql::INSERT_UPLOAD, values).await?;
    unit.record(Entry::new("park", format!("upload/{id}"), Some(city)).changing(None, Some(&upload.sha256)));
    Ok(id)
}

/// The files of a city that wait, the newest first.
///
/// # Errors
/// When the database refuses.
pub async fn all(reader: &mut Reader, keys: &CityKeys) -> Result<Vec<Parked>, StoreError> {
    let rows = reader.fetch_all(&sql::UPLOADS, params![keys.city()]).await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// One file of a city, if it still waits.
///
/// # Errors
/// When the database refuses, or it cannot be opened.
pub async fn find(reader: &mut Reader, keys: &CityKeys, id: UploadId) -> Result<Option<Parked>, StoreError> {
    let row = reader.fetch_optional(&sql::UPLOAD, params![keys.city(), id.0]).await?;
    row.map(|row| read(keys, &row)).transpose()
}

/// The bytes of a file, if it still waits.
///
/// # Errors
/// When the database refuses.
pub async fn bytes(
    reader: &mut Reader,
    keys: &CityKeys,
    id: UploadId,
) -> Result<Option<Vec<u8>>, StoreError> {
    let row = reader.fetch_optional(&sql::UPLOAD_BYTES, params![keys.city(), id.0]).await?;
    row.map(|row| keys.open(UPLOAD_BYTES, id.0, &row.get::<Vec<u8>>(0)?)).transpose()
}

/// Keeps what the lead says the columns of a file mean. Gives whether the file still waits.
///
/// # Errors
/// When the database refuses.
pub async fn adjust(
    unit: &mut Unit,
    keys: &CityKeys,
    id: UploadId,
    mapping: &Mapping,
) -> Result<bool, StoreError> {
    let (city, sealed) = (keys.city(), keys.seal_json(UPLOAD_MAPPING, id.0, mapping)?);
    unit.record(Entry::new("adjust", format!("upload/{id}"), Some(city)).changing(None, Some(&sealed)));
    Ok(unit.execute(&sql::ADJUST_UPLOAD, params![city, id.0, sealed]).await? > 0)
}

/// Takes a file away. Gives whether it was there.
///
/// # Errors
/// When the database refuses.
pub async fn remove(unit: &mut Unit, city: CityCode, id: UploadId) -> Result<bool, StoreError> {
    unit.record(Entry::new("discard", format!("upload/{id}"), Some(city)));
    Ok(unit.execute(&sql::REMOVE_UPLOAD, params![city, id.0]).await? > 0)
}

fn read(keys: &CityKeys, row: &Row) -> Result<Parked, StoreError> {
    let id = UploadId(row.get(0)?);
    let mapping: Option<Vec<u8>> = row.get(4)?;
    let mapping = mapping.map(|sealed| keys.open_text(UPLOAD_MAPPING, id.0, &sealed)).transpose()?;
    Ok(Parked {
        id,
        file_name: keys.open_text(UPLOAD_NAME, id.0, &row.get::<Vec<u8>>(1)?)?,
        sha256: row.get(2)?,
        size: row.count(3)?,
        // What an older program wrote and this one cannot read counts as not said.
        mapping: mapping.and_then(|text| serde_json::from_str(&text).ok()),
        uploaded_at: Timestamp::from_micros(row.get(5)?),
        uploaded_by: row.get(6)?,
    })
}
