//! Signing in, step by step. Each step is counted before it is looked at ([`crate::attempts`]); the answer to an
//! unknown login and to a wrong password is the same, after the same work.

use kernel::Timestamp;
use store::{Actor, StoreError, params};

use crate::account::{self, Account, State, sql};
use crate::addresses::Address;
use crate::attempts::{Attempts, Begun, DAY};
use crate::secrets::Digest;
use crate::{Access, totp};

/// How a step ended.
#[derive(Debug)]
pub(crate) enum Step {
    /// It was right.
    Right(Box<Account>),
    /// It was wrong; nobody is told what of it.
    Wrong,
    /// Too many were wrong: nothing was looked at.
    Wait(Timestamp),
}

/// An attempt that is being made.
struct Attempt {
    key: Digest,
    address: Option<Address>,
    begun: Begun,
}

/// The password of a login.
pub(crate) async fn password(
    access: &Access,
    login: &str,
    password: &str,
    address: Option<Address>,
) -> Result<Step, StoreError> {
    let attempt = match begin(access, login, address).await? {
        Ok(attempt) => attempt,
        Err(until) => return Ok(Step::Wait(until)),
    };
    match right_password(access, login, password).await? {
        Some(account) => {
            take_back(access, attempt).await?;
            Ok(Step::Right(Box::new(account)))
        }
        None => Ok(Step::Wrong),
    }
}

/// The second factor of somebody whose password was right: a code of the app or a recovery code.
pub(crate) async fn code(
    access: &Access,
    account: Account,
    code: &str,
    address: Option<Address>,
) -> Result<Step, StoreError> {
    let attempt = match begin(access, &account.login, address).await? {
        Ok(attempt) => attempt,
        Err(until) => return Ok(Step::Wait(until)),
    };
    let right = is_app_code(access, &account, code).await?
        || account::use_recovery_code(access, &account, code).await?;
    if !right {
        return Ok(Step::Wrong);
    }
    access.addresses.take_back(attempt.address);
    forget(access, &account.login).await?;
    Ok(Step::Right(Box::new(account)))
}

/// The password once more, from somebody who is signed in and is about to change what they sign in with.
pub(crate) async fn password_again(
    access: &Access,
    account: &Account,
    password: &str,
    address: Option<Address>,
) -> Result<Step, StoreError> {
    self::password(access, &account.login, password, address).await
}

/// The way back for somebody who is locked out: password and recovery code at once, also while the lock lasts. A
/// code of 80 bits cannot be guessed, so only the address is counted.
pub(crate) async fn recover(
    access: &Access,
    login: &str,
    password: &str,
    code: &str,
    address: Option<Address>,
) -> Result<Step, StoreError> {
    if let Err(until) = access.addresses.begin(address, access.clock.now()) {
        return Ok(Step::Wait(until));
    }
    let Some(account) = right_password(access, login, password).await? else { return Ok(Step::Wrong) };
    if !account::use_recovery_code(access, &account, code).await? {
        return Ok(Step::Wrong);
    }
    access.addresses.take_back(address);
    forget(access, login).await?;
    Ok(Step::Right(Box::new(account)))
}

/// The account of a login whose password this is.
async fn right_password(access: &Access, login: &str, password: &str) -> Result<Option<Account>, StoreError> {
    let mut reader = access.store.reader().await?;
    let found = account::by_login(&mut reader, login).await?;
    drop(reader);
    let account = found.filter(|account| account.state == State::Active);
    let kept = account.as_ref().and_then(|account| account.password.as_deref());
    let is_right = access.hasher.is_right(kept, password).await;
    Ok(account.filter(|_| is_right))
}

/// Whether a code is that of the app now, and uses it up.
async fn is_app_code(access: &Access, account: &Account, code: &str) -> Result<bool, StoreError> {
    let Some(sealed) = &account.totp else { return Ok(false) };
    let secret = match access.secrets.open(account.id, sealed) {
        Ok(secret) => secret,
        Err(error) => {
            tracing::error!(%error, "A second factor cannot be checked");
            return Ok(false);
        }
    };
    match totp::step_of(&secret, code, access.clock.now(), account.last_step) {
        Some(step) => account::use_step(access, account, step).await,
        None => Ok(false),
    }
}

async fn begin(
    access: &Access,
    login: &str,
    address: Option<Address>,
) -> Result<Result<Attempt, Timestamp>, StoreError> {
    let now = access.clock.now();
    if let Err(until) = access.addresses.begin(address, now) {
        return Ok(Err(until));
    }
    let key = account::attempts_key(&access.secrets, login);
    Ok(match counted(access, &key, |attempts| attempts.begin(now)).await? {
        Ok(begun) => Ok(Attempt { key, address, begun }),
        Err(until) => {
            // Whoever waits at a locked door is not guessing: the address is not held to it.
            access.addresses.take_back(address);
            Err(until)
        }
    })
}

async fn take_back(access: &Access, attempt: Attempt) -> Result<(), StoreError> {
    access.addresses.take_back(attempt.address);
    counted(access, &attempt.key, |attempts| attempts.take_back(attempt.begun)).await
}

/// Changes the count of a login, alone: two attempts at once come one after the other.
async fn counted<T>(
    access: &Access,
    key: &Digest,
    change: impl FnOnce(&mut Attempts) -> T,
) -> Result<T, StoreError> {
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    let (key, at) = (key.to_vec(), unit.at());
    let row = unit.fetch_optional(&sql::HOLD_ATTEMPTS, params![key.clone(), at]).await?;
    let mut attempts = match row {
        Some(row) => Attempts {
            failed: row.count(0)?,
            locked_until: row.get::<Option<i64>>(1)?.map(Timestamp::from_micros),
            last_at: Timestamp::from_micros(row.get(2)?),
        },
        None => Attempts::default(),
    };
    let result = change(&mut attempts);
    let Attempts { failed, locked_until, last_at } = attempts;
    unit.note(&sql::KEEP_ATTEMPTS, params![key, failed, locked_until, last_at]).await?;
    unit.commit().await?;
    Ok(result)
}

/// A sign-in was completed: nothing is held against it, nor against those that are over.
pub(crate) async fn forget(access: &Access, login: &str) -> Result<(), StoreError> {
    let key = account::attempts_key(&access.secrets, login).to_vec();
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    let now = unit.at();
    unit.note(&sql::FORGET_ATTEMPTS, params![key]).await?;
    let long_ago = Timestamp::from_micros(now.micros() - DAY);
    unit.note(&sql::FORGET_OLD_ATTEMPTS, params![long_ago, now]).await?;
    unit.commit().await?;
    Ok(())
}

/// Attempts are no change of the truth: no journal entry names who made them.
fn actor() -> Actor {
    Actor("sign-in".to_owned())
}
