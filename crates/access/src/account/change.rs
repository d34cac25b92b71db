//! What others do to an account: change it, stop it, restart it, unlock it, reset its second factor. Each ends the
//! sessions that stood on what it was before.

use std::collections::BTreeSet;

use kernel::CityCode;
use store::{Actor, StoreError, params};

use super::{Account, State, attempts_key, offices_text, sql};
use crate::{Access, Role, passkeys, sessions};

/// What an account becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// How they are called.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// Their city, if the role has one.
    pub city: Option<CityCode>,
    /// Their points of access.
    pub offices: BTreeSet<String>,
}

/// Why an account was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// A role that belongs to a city without one, or the other way round.
    #[error(
        "the role {0} belongs to a city, or to none: say which city with a role that has one, and only then"
    )]
    Place(Role),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Changes what somebody is. Their sessions end where role, city or points of access are others.
///
/// # Errors
/// [`ChangeError`]. Whether the one who changes may is asked before ([`super::Ceiling`]).
pub async fn change(
    access: &Access,
    actor: &Actor,
    account: &Account,
    to: &Change,
) -> Result<(), ChangeError> {
    if to.role.is_of_a_city() != to.city.is_some() {
        return Err(ChangeError::Place(to.role));
    }
    let name = to.name.trim().to_owned();
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    let offices = offices_text(&to.offices);
    let values = params![account.id.0, &name, to.role.code(), to.city, offices];
    unit.execute(&sql::CHANGE, values).await?;
    if (account.role, account.city, &account.offices) != (to.role, to.city, &to.offices) {
        sessions::end_all_in(&mut unit, account.id).await?;
    }
    let Change { role, city, offices, .. } = to.clone();
    let after = Account { name, role, city, offices, ..account.clone() };
    let (was, is) = (account.digested(), after.digested());
    unit.record(account.entry("change account").changing(Some(&was), Some(&is)));
    if account.city != after.city {
        // Both cities' chains know of it.
        unit.record(after.entry("change account").changing(Some(&was), Some(&is)));
    }
    unit.commit().await?;
    Ok(())
}

/// Stops an account: nobody signs in with it, its sessions end, its invitations lead nowhere. False if it was
/// stopped already.
///
/// # Errors
/// When the database refuses.
pub async fn stop(access: &Access, actor: &Actor, account: &Account) -> Result<bool, StoreError> {
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    if unit.execute(&sql::SET_STATE, params![account.id.0, State::Stopped.code()]).await? == 0 {
        return Ok(false);
    }
    unit.execute(&sql::DROP_INVITATIONS, params![account.id.0]).await?;
    sessions::end_all_in(&mut unit, account.id).await?;
    unit.record(account.entry("stop account"));
    unit.commit().await?;
    Ok(true)
}

/// Lets a stopped account be used again. False if it was not stopped.
///
/// # Errors
/// When the database refuses.
pub async fn restart(access: &Access, actor: &Actor, account: &Account) -> Result<bool, StoreError> {
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    if unit.execute(&sql::SET_STATE, params![account.id.0, State::Active.code()]).await? == 0 {
        return Ok(false);
    }
    unit.record(account.entry("restart account"));
    unit.commit().await?;
    Ok(true)
}

/// Forgets the wrong attempts at a sign-in. False if there were none.
///
/// # Errors
/// When the database refuses.
pub async fn unlock(access: &Access, actor: &Actor, account: &Account) -> Result<bool, StoreError> {
    let key = attempts_key(&access.secrets, &account.login).to_vec();
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    if unit.execute(&sql::FORGET_ATTEMPTS, params![key]).await? == 0 {
        return Ok(false);
    }
    unit.record(account.entry("unlock account"));
    unit.commit().await?;
    Ok(true)
}

/// Takes the second factor away, with its recovery codes and its passkeys, which may be on the phone that was lost:
/// the next sign-in by password sets up another. Sessions end.
///
/// # Errors
/// When the database refuses.
pub async fn reset_second_factor(
    access: &Access,
    actor: &Actor,
    account: &Account,
) -> Result<(), StoreError> {
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    unit.execute(&sql::SET_TOTP, params![account.id.0, None::<&[u8]>, None::<i64>]).await?;
    unit.execute(&sql::DROP_CODES, params![account.id.0]).await?;
    unit.execute(&passkeys::sql::DELETE_ALL, params![account.id.0]).await?;
    sessions::end_all_in(&mut unit, account.id).await?;
    unit.record(account.entry("reset second factor"));
    unit.commit().await?;
    Ok(())
}
