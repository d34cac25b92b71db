//! Contacts that registers tell too: taking them over for the desk, and giving them back.
//!
//! Equal contacts stand in an order: those of the desk first, then those that most registers told. Whoever tells fewer
//! of them than others tells the first ones. So there are as many as whoever tells most, whatever came first and
//! whatever is taken back.

use std::collections::{BTreeMap, BTreeSet};

use rand::RngCore;
use store::{CityKeys, StoreError, Unit, params};
use uuid::Uuid;

use super::correction::{self, Made};
use super::model::Action;
use super::row::{ContactId, Content, Stored, Told, values};
use super::sql;
use crate::people::PersonId;

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

/// The desk does not tell a contact any more. A register that tells it too tells another equal contact of the desk
/// from now on, if there is one that it does not tell yet; what is left of them stands by itself, as the first of them
/// told it. Gives whether something is left.
pub(super) async fn release(
    unit: &mut Unit,
    keys: &CityKeys,
    desk: &Stored,
    random: &mut (dyn RngCore + Send),
) -> Result<bool, StoreError> {
    let rows = unit.fetch_all(&sql::TOLD_BY, params![desk.id.0]).await?;
    let mut told = Vec::with_capacity(rows.len());
    for row in &rows {
        told.push(Told { register: row.get(0)?, sheet: row.get(1)?, line: row.get(2)? });
    }
    let (Some(person), false) = (desk.person, told.is_empty()) else { return Ok(false) };
    let mut left = Vec::new();
    let mut equal = equals(unit, keys, desk, person).await?;
    for one in told {
        match equal.iter_mut().find(|(_, told_by)| !told_by.contains(&one.register)) {
            Some((other, told_by)) => {
                told_by.insert(one.register);
                unit.execute(&sql::MOVE_ONE_AGAIN, params![desk.id.0, one.register, other.0]).await?;
            }
            None => left.push(one),
        }
    }
    let Some(&first) = left.first() else { return Ok(false) };
    let content = as_told(unit, keys, desk, person, first).await?;
    let id = ContactId::new(unit.at(), random);
    unit.insert_many(&sql::INSERT_CONTACTS, [values(keys, id, desk.form, &content)?]).await?;
    unit.execute(&sql::FORGET_AGAIN, params![desk.id.0, first.register]).await?;
    unit.execute(&sql::MOVE_AGAIN, params![desk.id.0, id.0]).await?;
    Ok(true)
}

/// The desk's other contacts that are equal to one, those that most registers told first, with these registers.
async fn equals(
    unit: &mut Unit,
    keys: &CityKeys,
    desk: &Stored,
    person: PersonId,
) -> Result<Vec<(ContactId, BTreeSet<Uuid>)>, StoreError> {
    let day = desk.plain().day;
    let mut told_by: BTreeMap<ContactId, BTreeSet<Uuid>> = BTreeMap::new();
    for row in unit.fetch_all(&sql::TOLD_OF_DAY, params![keys.city(), day, person.0]).await? {
        told_by.entry(ContactId(row.get(0)?)).or_default().insert(row.get(1)?);
    }
    let mut equal = Vec::new();
    for row in unit.fetch_all(&sql::OF_PERSON_ON_DAY, params![keys.city(), day, person.0]).await? {
        let other = Stored::read(&row)?;
        if other.id != desk.id && other.is_of_desk() && other.key() == desk.key() {
            equal.push((other.id, told_by.remove(&other.id).unwrap_or_default()));
        }
    }
    Ok(equal)
}

/// What a register says of a contact: what it said before the desk took it over. Where the desk was first, nothing is
/// kept of the register but that it told it: what else the desk wrote is the desk's.
async fn as_told(
    unit: &mut Unit,
    keys: &CityKeys,
    desk: &Stored,
    person: PersonId,
    told: Told,
) -> Result<Content, StoreError> {
    let plain = desk.plain();
    let is_it = |was: &Content| {
        was.told.is_some_and(|was| was.register == told.register)
            && (was.day, &was.service, &was.point) == (plain.day, &plain.service, &plain.point)
    };
    let taken_over = correction::taken_over(unit, keys, person).await?;
    let (own, others): (Vec<_>, Vec<_>) = taken_over.into_iter().partition(|taken| taken.contact == desk.id);
    let found = own.into_iter().chain(others).filter_map(|taken| taken.was).find(is_it);
    Ok(found.unwrap_or_else(|| Content {
        permit: None,
        modality: None,
        minutes: None,
        outcome: None,
        note: None,
        gathering: None,
        visit: None,
        told: Some(told),
        recorded_by: None,
        ..plain.clone()
    }))
}
