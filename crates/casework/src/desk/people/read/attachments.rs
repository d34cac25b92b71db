//! The files attached to a person.

use kernel::{Timestamp, typed_id};
use store::{CityKeys, Reader, Row, StoreError, params};

use super::super::model::FileType;
use super::super::sql;
use crate::people::{PersonId, written};

typed_id!(
    /// A file attached to a person.
    AttachmentId
);

/// A file that is or was attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// Which.
    pub id: AttachmentId,
    /// What it is called; none once erased.
    pub name: Option<String>,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u32,
    /// When it was added.
    pub added_at: Timestamp,
    /// By whom.
    pub added_by: String,
    /// When, by whom and why it was taken away.
    pub removed: Option<(Timestamp, String, Option<String>)>,
}

/// The files of a person, the newest first, those taken away too.
///
/// # Errors
/// When the database refuses, or something cannot be opened.
pub async fn attached(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Attached>, StoreError> {
    let mut all = Vec::new();
    for row in reader.fetch_all(&sql::ATTACHMENTS, params![keys.city(), person.0]).await? {
        let id = AttachmentId(row.get(0)?);
        let open = |spot, sealed: Option<Vec<u8>>| {
            sealed.map(|sealed| keys.open_text(spot, id.0, &sealed)).transpose()
        };
        let why = open(sql::ATTACHMENT_REMOVED_WHY, row.get(8)?)?;
        let by = row.get::<Option<String>>(7)?.unwrap_or_default();
        all.push(Attached {
            id,
            name: open(sql::ATTACHMENT_NAME, row.get(1)?)?,
            media_type: row.get(2)?,
            size: row.count(3)?,
            added_at: Timestamp::from_micros(row.get(4)?),
            added_by: row.get(5)?,
            removed: written::moment(&row, 6)?.map(|at| (at, by, why)),
        });
    }
    Ok(all)
}

/// Name, kind and content of a file that is still there.
///
/// # Errors
/// When the database refuses, or the file cannot be opened.
pub async fn content(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
    id: AttachmentId,
) -> Result<Option<(String, FileType, Vec<u8>)>, StoreError> {
    let row = reader.fetch_optional(&sql::ATTACHMENT, params![keys.city(), person.0, id.0]).await?;
    row.map_or(Ok(None), |row| opened(keys, id, &row))
}

/// A row of [`sql::ATTACHMENT`], opened; nothing for a kind of file that is not known any more.
///
/// # Errors
/// When it cannot be opened.
pub(crate) fn opened(
    keys: &CityKeys,
    id: AttachmentId,
    row: &Row,
) -> Result<Option<(String, FileType, Vec<u8>)>, StoreError> {
    let Some(kind) = FileType::of_media_type(&row.get::<String>(1)?) else { return Ok(None) };
    let (name, content): (Vec<u8>, Vec<u8>) = (row.get(0)?, row.get(2)?);
    let name = keys.open_text(sql::ATTACHMENT_NAME, id.0, &name)?;
    Ok(Some((name, kind, keys.open(sql::ATTACHMENT_CONTENT, id.0, &content)?)))
}
