//! Contacts as the database keeps them.

use kernel::{Day, Timestamp, typed_id};
use serde::{Deserialize, Serialize};
use store::{CityKeys, Row, StoreError, Value, params};
use uuid::Uuid;

use super::model::{Key, Teller};
use crate::people::{FormId, PersonId};
use crate::sealed::CONTACT_NOTE;

typed_id!(
    /// A contact.
    ContactId
);
typed_id!(
    /// A form that was saved at the desk: its contacts stand together.
    VisitId
);
typed_id!(
    /// A correction of a contact.
    CorrectionId
);

/// Where a register tells a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// The register.
    pub register: Uuid,
    /// Its sheet, by number.
    pub sheet: Option<i64>,
    /// The line, as the spreadsheet numbers it.
    pub line: Option<i64>,
}

/// All that a contact says but its person: what a correction keeps of what was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The day.
    pub day: Day,
    /// The service's code.
    pub service: String,
    /// The point of access, folded.
    pub point: Option<String>,
    /// Title of stay on that day.
    pub permit: Option<String>,
    /// How the person was met: a code of ours, or what a register wrote.
    pub modality: Option<String>,
    /// Minutes it took.
    pub minutes: Option<u32>,
    /// How it ended.
    pub outcome: Option<String>,
    /// What else was written.
    pub note: Option<String>,
    /// For how many people it stands.
    pub heads: u32,
    /// The gathering it belongs to.
    pub gathering: Option<Uuid>,
    /// The saved form it belongs to.
    pub visit: Option<Uuid>,
    /// The register that told it first.
    pub told: Option<Told>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// By whom, at the desk.
    pub recorded_by: Option<String>,
}

/// A contact with its person; the note still sealed.
#[derive(Clone, Debug)]
pub struct Stored {
    /// Which.
    pub id: ContactId,
    /// The person it belongs to now; nobody where it was anonymous.
    pub person: Option<PersonId>,
    /// The form it was written under.
    pub form: Option<FormId>,
    content: Content,
    note: Option<Vec<u8>>,
}

impl Stored {
    /// Reads the columns of `sql::contacts!`.
    ///
    /// # Errors
    /// When a column does not hold what it should.
    pub fn read(row: &Row) -> Result<Self, StoreError> {
        let count = |column: usize| {
            Ok::<_, StoreError>(row.get::<Option<i64>>(column)?.and_then(|n| u32::try_from(n).ok()))
        };
        let register: Option<Uuid> = row.get(14)?;
        let (sheet, line) = (row.get(15)?, row.get(16)?);
        Ok(Self {
            id: ContactId(row.get(0)?),
            person: row.get::<Option<Uuid>>(1)?.map(PersonId),
            form: row.get::<Option<Uuid>>(2)?.map(FormId),
            content: Content {
                day: row.get(3)?,
                service: row.get(4)?,
                point: row.get(5)?,
                permit: row.get(6)?,
                modality: row.get(7)?,
                minutes: count(8)?,
                outcome: row.get(10)?,
                note: None,
                heads: row.count(11)?,
                gathering: row.get(12)?,
                visit: row.get(13)?,
                told: register.map(|register| Told { register, sheet, line }),
                recorded_at: Timestamp::from_micros(row.get(17)?),
                recorded_by: row.get(18)?,
            },
            note: row.get(9)?,
        })
    }

    /// What it says, without the note: enough for lists.
    pub fn plain(&self) -> &Content {
        &self.content
    }

    /// All that it says, the note opened.
    ///
    /// # Errors
    /// When the note cannot be opened.
    pub fn content(&self, keys: &CityKeys) -> Result<Content, StoreError> {
        let open = |sealed: &Vec<u8>| keys.open_text(CONTACT_NOTE, self.id.0, sealed);
        Ok(Content { note: self.note.as_ref().map(open).transpose()?, ..self.content.clone() })
    }

    /// Whether somebody at the desk recorded it, and not a register alone.
    pub fn is_of_desk(&self) -> bool {
        self.content.told.is_none()
    }

    /// What makes it the same as another one of its day, and who told it; nothing for an anonymous contact.
    pub fn key(&self) -> Option<(Key<'_>, Teller)> {
        let Content { service, point, .. } = &self.content;
        let key = Key { person: self.person?, service, point: point.as_deref() };
        Some((key, if self.is_of_desk() { Teller::Desk } else { Teller::Register }))
    }
}

/// The row of a contact, as `sql::INSERT_CONTACTS` takes it.
///
/// # Errors
/// When the note is too long to be sealed.
pub fn values(
    keys: &CityKeys,
    id: ContactId,
    form: Option<FormId>,
    content: &Content,
) -> Result<Vec<Value>, StoreError> {
    let note = content.note.as_ref().map(|note| keys.seal_text(CONTACT_NOTE, id.0, note)).transpose()?;
    let told = content.told;
    Ok(params![
        id.0,
        keys.city(),
        content.day,
        form.map(|form| form.0),
        &content.service,
        content.point.as_ref(),
        content.permit.as_ref(),
        content.modality.as_ref(),
        content.minutes,
        note,
        content.outcome.as_ref(),
        content.heads,
        content.gathering,
        content.visit,
        told.map(|told| told.register),
        told.and_then(|told| told.sheet),
        told.and_then(|told| told.line),
        content.recorded_at,
        content.recorded_by.as_ref(),
    ])
}
