//! Contacts that registers tell too: taking them over for the desk, and giving them back.

use rand::RngCore;
use store::{CityKeys, StoreError, Unit, params};

use super::correction::{self, Made};
use super::model::Action;
use super::row::{ContactId, Content, Stored, Told, values};
use super::sql;

/// What the desk keeps of a register's contact where it says nothing of its own. Minutes that the desk wrote are
/// those of the whole visit, so that the register's are not added to them.
pub(super) fn fill(content: &mut Content, before: &Content, minutes_said: bool) {
    content.permit = content.permit.take().or_else(|| before.permit.clone());
    content.note = content.note.take().or_else(|| before.note.clone());
    if !minutes_said {
        content.minutes = content.minutes.or(before.minutes);
    }
}

/// A contact of the desk takes the place of one that a register told: the register tells it again from now on, and
/// what it said is kept. The contact of the desk is there already, under the register's form.
pub(super) async fn absorb(
    unit: &mut Unit,
    keys: &CityKeys,
    desk: ContactId,
    register: &Stored,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let was = register.content(keys)?;
    if let Some(Told { register, sheet, line }) = was.told {
        unit.insert_many(&sql::INSERT_AGAIN, [params![desk.0, register, sheet, line]]).await?;
    }
    unit.execute(&sql::MOVE_AGAIN, params![register.id.0, desk.0]).await?;
    unit.execute(&sql::DELETE_CONTACT, params![keys.city(), register.id.0]).await?;
    let made = Made {
        action: Action::Absorbed,
        contact: desk,
        form: register.form,
        visit: None,
        was: &was,
        reason: None,
    };
    correction::keep(unit, keys, None, &made, random).await
}

/// The desk does not tell a contact any more: what registers tell of it stands by itself, as the first of them told
/// it. Gives whether one does.
pub(super) async fn release(
    unit: &mut Unit,
    keys: &CityKeys,
    desk: &Stored,
    random: &mut (dyn RngCore + Send),
) -> Result<bool, StoreError> {
    let rows = unit.fetch_all(&sql::TOLD_BY, params![desk.id.0]).await?;
    let Some(first) = rows.first() else { return Ok(false) };
    let told = Told { register: first.get(0)?, sheet: first.get(1)?, line: first.get(2)? };
    let kept = correction::of_contact(unit, keys, desk.id).await?;
    let absorbed = kept.into_iter().rev().filter(|kept| kept.action == Action::Absorbed);
    let was = absorbed
        .filter_map(|kept| kept.was)
        .find(|was| was.told.is_some_and(|was| was.register == told.register));
    // Without what the register said there is what the desk wrote of it; a note is nobody's but the desk's.
    let content = was.unwrap_or_else(|| Content {
        outcome: None,
        note: None,
        gathering: None,
        visit: None,
        told: Some(told),
        recorded_by: None,
        ..desk.plain().clone()
    });
    let id = ContactId::new(unit.at(), random);
    unit.insert_many(&sql::INSERT_CONTACTS, [values(keys, id, desk.form, &content)?]).await?;
    unit.execute(&sql::FORGET_AGAIN, params![desk.id.0, told.register]).await?;
    unit.execute(&sql::MOVE_AGAIN, params![desk.id.0, id.0]).await?;
    Ok(true)
}
