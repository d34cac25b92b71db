//! What became of a contact after it was recorded: what it was, why it changed, who changed it.

use kernel::Timestamp;
use rand::RngCore;
use store::{CityKeys, Reader, Row, StoreError, Unit, params};
use uuid::Uuid;

use super::model::Action;
use super::row::{ContactId, Content, CorrectionId};
use super::sql;
use crate::people::book::keep_for_desk;
use crate::people::{FormId, PersonId};

/// A correction that is being made.
#[derive(Clone, Copy, Debug)]
pub(super) struct Made<'a> {
    pub action: Action,
    pub contact: ContactId,
    pub form: Option<FormId>,
    pub visit: Option<Uuid>,
    pub was: &'a Content,
    pub reason: Option<&'a str>,
}

/// A form that corrects, as it was sent: its identifier and a digest of what it says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sent {
    pub id: CorrectionId,
    pub said: [u8; 32],
}

/// A correction as it is kept.
#[derive(Clone, Debug)]
pub struct Correction {
    /// Which.
    pub id: CorrectionId,
    /// Of whom; nobody where the contact was anonymous.
    pub person: Option<PersonId>,
    /// Of which contact.
    pub contact: ContactId,
    /// What was done.
    pub action: Action,
    /// What the contact said before; nothing once that was erased.
    pub was: Option<Content>,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub made_at: Timestamp,
    /// By whom.
    pub made_by: String,
}

/// Keeps a correction. What hangs on a form keeps it.
pub(super) async fn keep(
    unit: &mut Unit,
    keys: &CityKeys,
    sent: Option<Sent>,
    made: &Made<'_>,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let id = sent.map_or_else(|| CorrectionId::new(at, random), |sent| sent.id);
    let said = sent.map_or_else(|| keys.digest("correction", &id.to_string()), |sent| sent.said);
    let reason =
        made.reason.map(|reason| keys.seal_text(sql::CORRECTION_REASON, id.0, reason)).transpose()?;
    let values = params![
        id.0,
        keys.city(),
        said.to_vec(),
        made.contact.0,
        made.form.map(|form| form.0),
        made.visit,
        made.action.code(),
        keys.seal_json(sql::CORRECTION_WAS, id.0, made.was)?,
        reason,
        at,
        who,
    ];
    unit.execute(&sql::INSERT_CORRECTION, values).await?;
    match made.form {
        Some(form) => keep_for_desk(unit, keys.city(), form).await,
        None => Ok(()),
    }
}

/// What registers said that the desk took over from them, the newest first.
pub(super) async fn taken_over(
    unit: &mut Unit,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Correction>, StoreError> {
    let rows = unit.fetch_all(&sql::TAKEN_OVER, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// What became of a contact, the oldest first, inside a unit of work.
pub(super) async fn of_contact(
    unit: &mut Unit,
    keys: &CityKeys,
    contact: ContactId,
) -> Result<Vec<Correction>, StoreError> {
    let rows = unit.fetch_all(&sql::CORRECTIONS, params![keys.city(), contact.0]).await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// What became of a contact, the oldest first.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn history(
    reader: &mut Reader,
    keys: &CityKeys,
    contact: ContactId,
) -> Result<Vec<Correction>, StoreError> {
    let rows = reader.fetch_all(&sql::CORRECTIONS, params![keys.city(), contact.0]).await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

/// What was taken back of a person, the newest first.
///
/// # Errors
/// As [`history`].
pub async fn taken_back(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
    at_most: u32,
) -> Result<Vec<Correction>, StoreError> {
    let rows = reader.fetch_all(&sql::TAKEN_BACK, params![keys.city(), person.0, at_most]).await?;
    rows.iter().map(|row| read(keys, row)).collect()
}

pub(super) fn read(keys: &CityKeys, row: &Row) -> Result<Correction, StoreError> {
    let id = CorrectionId(row.get(0)?);
    let (was, reason): (Option<Vec<u8>>, Option<Vec<u8>>) = (row.get(4)?, row.get(5)?);
    let action: String = row.get(3)?;
    Ok(Correction {
        id,
        person: row.get::<Option<Uuid>>(1)?.map(PersonId),
        contact: ContactId(row.get(2)?),
        // No other word is ever written.
        action: Action::of(&action).unwrap_or(Action::Changed),
        was: was.map(|was| keys.open_json(sql::CORRECTION_WAS, id.0, &was)).transpose()?,
        reason: reason.map(|reason| keys.open_text(sql::CORRECTION_REASON, id.0, &reason)).transpose()?,
        made_at: Timestamp::from_micros(row.get(6)?),
        made_by: row.get(7)?,
    })
}
