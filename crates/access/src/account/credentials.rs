//! What somebody signs in with: setting it, changing it, using it up.

use rand::RngCore;
use store::{StoreError, Unit, params};

use super::{Account, sql};
use crate::{Access, recovery, sessions};

/// Another password. Every session of the account ends, and no invitation leads to it any more.
pub(crate) async fn set_password(access: &Access, account: &Account, hash: &str) -> Result<(), StoreError> {
    let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
    unit.execute(&sql::SET_PASSWORD, params![account.id.0, hash]).await?;
    unit.execute(&sql::DROP_INVITATIONS, params![account.id.0]).await?;
    sessions::end_all_in(&mut unit, account.id).await?;
    unit.record(account.entry("change password"));
    unit.commit().await?;
    Ok(())
}

/// A second factor, whose step was just used, with new recovery codes. Every session of the account ends.
pub(crate) async fn set_up(
    access: &Access,
    account: &Account,
    secret: &[u8],
    step: i64,
    random: &mut (dyn RngCore + Send),
) -> Result<Vec<String>, StoreError> {
    let sealed = access.secrets.seal(account.id, secret, random);
    let codes = recovery::draw(random);
    let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
    unit.execute(&sql::SET_TOTP, params![account.id.0, sealed, step]).await?;
    keep_codes(access, &mut unit, account, &codes).await?;
    sessions::end_all_in(&mut unit, account.id).await?;
    unit.record(account.entry("set up second factor"));
    unit.commit().await?;
    Ok(codes)
}

/// New recovery codes: the ones before are worth nothing.
pub(crate) async fn renew_codes(
    access: &Access,
    account: &Account,
    random: &mut (dyn RngCore + Send),
) -> Result<Vec<String>, StoreError> {
    let codes = recovery::draw(random);
    let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
    keep_codes(access, &mut unit, account, &codes).await?;
    unit.record(account.entry("renew recovery codes"));
    unit.commit().await?;
    Ok(codes)
}

async fn keep_codes(
    access: &Access,
    unit: &mut Unit,
    account: &Account,
    codes: &[String],
) -> Result<(), StoreError> {
    unit.execute(&sql::DROP_CODES, params![account.id.0]).await?;
    let digests = codes.iter().filter_map(|code| recovery::digest(&access.secrets, account.id, code));
    let rows: Vec<_> = digests.map(|digest| params![account.id.0, digest.to_vec()]).collect();
    unit.insert_many(&sql::INSERT_CODES, rows).await.map(|_| ())
}

/// Uses a step of the second factor up; false if it was used before.
pub(crate) async fn use_step(access: &Access, account: &Account, step: i64) -> Result<bool, StoreError> {
    let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
    let used = unit.note(&sql::USE_STEP, params![account.id.0, step]).await?;
    unit.commit().await?;
    Ok(used == 1)
}

/// Uses a recovery code up; false if it is none, or was used before.
pub(crate) async fn use_recovery_code(
    access: &Access,
    account: &Account,
    code: &str,
) -> Result<bool, StoreError> {
    let Some(digest) = recovery::digest(&access.secrets, account.id, code) else { return Ok(false) };
    let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
    let at = unit.at();
    if unit.execute(&sql::USE_CODE, params![account.id.0, digest.to_vec(), at]).await? == 0 {
        return Ok(false);
    }
    unit.record(account.entry("use recovery code"));
    unit.commit().await?;
    Ok(true)
}

/// How many recovery codes are left.
pub(crate) async fn codes_left(access: &Access, account: &Account) -> Result<u32, StoreError> {
    let mut reader = access.store.reader().await?;
    match reader.fetch_optional(&sql::CODES_LEFT, params![account.id.0]).await? {
        Some(row) => row.count(0),
        None => Ok(0),
    }
}
