//! Reading accounts.

use std::collections::BTreeMap;

use kernel::{CityCode, Timestamp};
use store::{Reader, StoreError, params};

use super::{Account, login_key, sql};
use crate::AccountId;
use crate::secrets::{Digest, Secrets};

/// One account.
///
/// # Errors
/// When the database refuses.
pub async fn find(reader: &mut Reader, id: AccountId) -> Result<Option<Account>, StoreError> {
    let row = reader.fetch_optional(&sql::ONE, params![id.0]).await?;
    row.as_ref().map_or(Ok(None), Account::of_row)
}

/// The account of a login, however its case and marks are written.
///
/// # Errors
/// When the database refuses.
pub async fn by_login(reader: &mut Reader, login: &str) -> Result<Option<Account>, StoreError> {
    let row = reader.fetch_optional(&sql::BY_LOGIN, params![login_key(login)]).await?;
    row.as_ref().map_or(Ok(None), Account::of_row)
}

/// The accounts of a city, or all of them, by login.
///
/// # Errors
/// When the database refuses.
pub async fn all(reader: &mut Reader, city: Option<CityCode>) -> Result<Vec<Account>, StoreError> {
    let rows = match city {
        Some(city) => reader.fetch_all(&sql::OF_CITY, params![city]).await?,
        None => reader.fetch_all(&sql::EVERY, params![]).await?,
    };
    rows.iter().filter_map(|row| Account::of_row(row).transpose()).collect()
}

/// The sign-ins that are locked, by the digest of their login, each with the moment it opens.
pub type Locks = BTreeMap<Vec<u8>, Timestamp>;

/// The sign-ins that are locked at a moment.
///
/// # Errors
/// When the database refuses.
pub async fn locked(reader: &mut Reader, now: Timestamp) -> Result<Locks, StoreError> {
    let rows = reader.fetch_all(&sql::LOCKED, params![now]).await?;
    rows.iter().map(|row| Ok((row.get(0)?, Timestamp::from_micros(row.get(1)?)))).collect()
}

/// What attempts at a login are kept under: the digest, since people type passwords into the wrong field.
pub(crate) fn attempts_key(secrets: &Secrets, login: &str) -> Digest {
    secrets.digest("attempts", &[login_key(login).as_bytes()])
}

/// The accounts that somebody was invited to and has not accepted, each with the moment the invitation ends.
pub(crate) async fn waiting(reader: &mut Reader) -> Result<BTreeMap<AccountId, Timestamp>, StoreError> {
    let rows = reader.fetch_all(&sql::WAITING, params![]).await?;
    rows.iter().map(|row| Ok((AccountId(row.get(0)?), Timestamp::from_micros(row.get(1)?)))).collect()
}
