//! Sessions: who is signed in, from where, until when. The browser carries a token, the database its digest.

mod device;
pub mod limits;
pub(crate) mod sql;
mod token;

use std::collections::BTreeSet;

use axum::http::HeaderMap;
use kernel::{CityCode, Timestamp, typed_id};
use rand::RngCore;
use store::{Actor, StoreError, Unit, params};

use crate::account::offices_of;
use crate::{Access, AccountId, Role};

pub use token::Token;

typed_id!(
    /// A session, as pages name it: not the secret that opens it.
    SessionId
);

/// How far a sign-in has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// The password was right; the second factor is still asked for. Opens nothing but that question.
    HalfWay,
    /// Signed in, by two factors.
    Full,
}

/// A session that stands, and whose it is.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) id: SessionId,
    pub(crate) seen_at: Timestamp,
    pub(crate) strength: Strength,
    pub(crate) account: AccountId,
    pub(crate) login: String,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) city: Option<CityCode>,
    pub(crate) offices: BTreeSet<String>,
}

/// An open session, as its owner sees it.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its name.
    pub id: SessionId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was last used, to the minute.
    pub seen_at: Timestamp,
    /// Browser and system, where they said so.
    pub device: String,
}

/// Signs an account in: by password so far, or fully, by whatever way was checked before. The token goes into the
/// cookie ([`Access::cookie`]). `before`, the session that led here, ends: a token never grows stronger. None for an
/// account that was stopped.
///
/// # Errors
/// When the database refuses.
pub async fn open(
    access: &Access,
    account: AccountId,
    strength: Strength,
    headers: &HeaderMap,
    before: Option<&Token>,
    random: &mut (dyn RngCore + Send),
) -> Result<Option<Token>, StoreError> {
    let token = Token::draw(random);
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    let at = unit.at();
    let id = SessionId::new(at, random);
    if unit.fetch_optional(&sql::IS_ACTIVE, params![account.0]).await?.is_none() {
        return Ok(None);
    }
    if let Some(before) = before {
        unit.note(&sql::END, params![before.digest().to_vec()]).await?;
    }
    unit.note(&sql::FORGET_OLD, params![at]).await?;
    let (lasts, full) = match strength {
        Strength::HalfWay => (limits::HALF_WAY, false),
        Strength::Full => (limits::ABSOLUTE, true),
    };
    let expires_at = Timestamp::from_micros(at.micros() + lasts);
    let values = params![token.digest().to_vec(), id.0, account.0, at, expires_at, full, device::of(headers)];
    unit.note(&sql::INSERT, values).await?;
    unit.commit().await?;
    Ok(Some(token))
}

/// The session of a token, if it stands.
pub(crate) async fn find(access: &Access, token: &Token) -> Result<Option<Session>, StoreError> {
    let mut reader = access.store.reader().await?;
    let row = reader.fetch_optional(&sql::FIND, params![token.digest().to_vec()]).await?;
    let Some(row) = row else { return Ok(None) };
    let (seen_at, expires_at) = (Timestamp::from_micros(row.get(1)?), Timestamp::from_micros(row.get(2)?));
    // A role that is not listed opens nothing.
    let Ok(role) = row.get::<String>(7)?.parse::<Role>() else { return Ok(None) };
    if !limits::stands(role, seen_at, expires_at, access.clock.now()) {
        return Ok(None);
    }
    let city: Option<String> = row.get(8)?;
    Ok(Some(Session {
        id: SessionId(row.get(0)?),
        seen_at,
        strength: if row.get(3)? { Strength::Full } else { Strength::HalfWay },
        account: AccountId(row.get(4)?),
        login: row.get(5)?,
        name: row.get(6)?,
        role,
        city: city.is_some().then(|| row.parse(8)).transpose()?,
        offices: offices_of(&row.get::<String>(9)?, 9)?,
    }))
}

/// Writes down that a session is used.
pub(crate) async fn seen(access: &Access, token: &Token) -> Result<(), StoreError> {
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    let at = unit.at();
    unit.note(&sql::SEEN, params![token.digest().to_vec(), at]).await?;
    unit.commit().await?;
    Ok(())
}

/// Ends the session of a token.
///
/// # Errors
/// When the database refuses.
pub async fn end(access: &Access, token: &Token) -> Result<(), StoreError> {
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    unit.note(&sql::END, params![token.digest().to_vec()]).await?;
    unit.commit().await?;
    Ok(())
}

/// Ends one session of an account; false if it has none of that name.
///
/// # Errors
/// When the database refuses.
pub async fn end_one(access: &Access, account: AccountId, session: SessionId) -> Result<bool, StoreError> {
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    let ended = unit.note(&sql::END_ONE, params![session.0, account.0]).await?;
    unit.commit().await?;
    Ok(ended > 0)
}

/// Ends every session of an account.
///
/// # Errors
/// When the database refuses.
pub async fn end_all(access: &Access, account: AccountId) -> Result<(), StoreError> {
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    end_all_in(&mut unit, account).await?;
    unit.commit().await?;
    Ok(())
}

/// Ends every session of an account, within a unit of work that does more.
///
/// # Errors
/// When the database refuses.
pub async fn end_all_in(unit: &mut Unit, account: AccountId) -> Result<(), StoreError> {
    unit.note(&sql::END_ALL, params![account.0]).await.map(|_| ())
}

/// The sessions of an account that stand, the newest first.
///
/// # Errors
/// When the database refuses.
pub async fn of_account(access: &Access, account: AccountId, role: Role) -> Result<Vec<Open>, StoreError> {
    let mut reader = access.store.reader().await?;
    let (rows, now) = (reader.fetch_all(&sql::OF_ACCOUNT, params![account.0]).await?, access.clock.now());
    let mut open = Vec::new();
    for row in &rows {
        let moment = |column| row.get(column).map(Timestamp::from_micros);
        let (opened_at, seen_at, expires_at) = (moment(1)?, moment(2)?, moment(3)?);
        if row.get(4)? && limits::stands(role, seen_at, expires_at, now) {
            open.push(Open { id: SessionId(row.get(0)?), opened_at, seen_at, device: row.get(5)? });
        }
    }
    Ok(open)
}

/// Sessions are no change of the truth: no journal entry names who wrote them.
fn actor() -> Actor {
    Actor("session".to_owned())
}
