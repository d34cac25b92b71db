//! Files attached to a person: kept sealed, taken away with a reason.

use std::sync::Arc;

use sha2::{Digest as _, Sha256};
use store::{CityKeys, Entry, StoreError, Unit, params};

use super::super::model::FileType;
use super::super::read::AttachmentId;
use super::super::sql;
use super::{Desk, WriteError};
use crate::people::{FormId, PersonId};

/// A file that is attached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// What it is called, made harmless.
    pub name: String,
    /// What it is.
    pub kind: FileType,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl Desk<'_> {
    /// Attaches a file to a person.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is written then.
    pub async fn attach(&self, id: AttachmentId, person: PersonId, file: &NewFile) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        if deed.is_there(&sql::ATTACHMENT_CITY, id.0, WriteError::NotFound).await? {
            return Ok(());
        }
        let form = deed.form(person).await?;
        let keys = Arc::clone(&deed.keys);
        let sealed = attach_in(&mut deed.unit, &keys, id, form, file).await?;
        let entry = Entry::new("attach", format!("attachment/{id}"), Some(self.city));
        deed.unit.record(entry.changing(None, Some(&sealed)));
        deed.unit.commit().await?;
        Ok(())
    }

    /// Takes a file away: its content goes, that it was there and why it went stays.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is written then.
    pub async fn detach(&self, id: AttachmentId, person: PersonId, why: &str) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        deed.book(&[person]).await?;
        let values = params![self.city, person.0, id.0];
        if deed.unit.fetch_optional(&sql::ATTACHMENT, values).await?.is_none() {
            return Err(WriteError::NotFound);
        }
        let (at, who) = (deed.unit.at(), deed.unit.actor().0.clone());
        let why = deed.keys.seal_text(sql::ATTACHMENT_REMOVED_WHY, id.0, why)?;
        let entry = Entry::new("detach", format!("attachment/{id}"), Some(self.city));
        deed.unit.record(entry.changing(None, Some(&why)));
        deed.unit.execute(&sql::REMOVE_ATTACHMENT, params![self.city, id.0, at, who, why]).await?;
        deed.unit.commit().await?;
        Ok(())
    }
}

/// Attaches a file, in a unit of work that holds the city; gives its content as it is kept.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn attach_in(
    unit: &mut Unit,
    keys: &CityKeys,
    id: AttachmentId,
    form: FormId,
    file: &NewFile,
) -> Result<Vec<u8>, StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let sealed = keys.seal(sql::ATTACHMENT_CONTENT, id.0, &file.content)?;
    let values = params![
        id.0,
        keys.city(),
        form.0,
        keys.seal_text(sql::ATTACHMENT_NAME, id.0, &file.name)?,
        file.kind.media_type(),
        i64::try_from(file.content.len()).unwrap_or(i64::MAX),
        Sha256::digest(&file.content).to_vec(),
        sealed.clone(),
        at,
        who,
    ];
    unit.execute(&sql::INSERT_ATTACHMENT, values).await?;
    Ok(sealed)
}
