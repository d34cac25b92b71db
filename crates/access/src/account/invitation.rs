//! Invitations: a link that is good once, for seven days. Only its digest is kept.

use std::collections::BTreeSet;

use kernel::{CityCode, Timestamp};
use rand::RngCore;
use store::{Actor, StoreError, Unit, params};

use super::{Account, State, login_key, offices_text, parse_login, sql};
use crate::sessions::{self, Token};
use crate::{Access, AccountId, Role};

/// How long an invitation waits, in microseconds: seven days.
pub(crate) const LASTS: i64 = 7 * 24 * 60 * 60 * 1_000_000;

/// Somebody to be invited.
#[derive(Clone, Debug)]
pub struct New {
    /// The identifier the account will have: the form's, so that a form sent twice invites once.
    pub id: AccountId,
    /// The name they will sign in with.
    pub login: String,
    /// How they are called.
    pub name: String,
    /// What they will be.
    pub role: Role,
    /// Their city, if the role has one.
    pub city: Option<CityCode>,
    /// Their points of access.
    pub offices: BTreeSet<String>,
}

/// An invitation that was made: the link is shown now and never again.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// Where the link leads, from the root of the site.
    pub path: String,
    /// The moment it ends.
    pub expires_at: Timestamp,
}

/// Why somebody was not invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    /// The login cannot be one.
    #[error(transparent)]
    Login(#[from] super::LoginError),
    /// Somebody else signs in with that name.
    #[error("somebody signs in as «{0}» already: choose another login")]
    Taken(String),
    /// The same form came before: the account is there.
    #[error("this account was made already: make a new link for it if the first was lost")]
    Again,
    /// A role that belongs to a city without one, or the other way round.
    #[error(
        "the role {0} belongs to a city, or to none: say which city with a role that has one, and only then"
    )]
    Place(Role),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes an account and the invitation to it.
///
/// # Errors
/// [`InviteError`]. Whether the inviter may is asked before ([`super::Ceiling`]).
pub async fn invite(
    access: &Access,
    actor: &Actor,
    new: &New,
    random: &mut (dyn RngCore + Send),
) -> Result<Invitation, InviteError> {
    let login = parse_login(&new.login)?;
    if new.role.is_of_a_city() != new.city.is_some() {
        return Err(InviteError::Place(new.role));
    }
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    if of_id(&mut unit, new.id).await?.is_some() {
        return Err(InviteError::Again);
    }
    let (key, offices, at) = (login_key(&login), offices_text(&new.offices), unit.at());
    let (name, role, state) = (new.name.trim(), new.role.code(), State::Active.code());
    let values = params![new.id.0, &login, key, name, role, new.city, offices, state, at, &actor.0];
    if unit.execute(&sql::INSERT, values).await? == 0 {
        return Err(InviteError::Taken(login));
    }
    let made = of_id(&mut unit, new.id).await?.ok_or(InviteError::Again)?;
    let invitation = write(&mut unit, &made, random).await?;
    unit.record(made.entry("invite").changing(None, Some(made.digested().as_slice())));
    unit.commit().await?;
    Ok(invitation)
}

/// Another link for an account: the ones before no longer lead anywhere.
///
/// # Errors
/// When the database refuses.
pub async fn invite_again(
    access: &Access,
    actor: &Actor,
    account: &Account,
    random: &mut (dyn RngCore + Send),
) -> Result<Invitation, StoreError> {
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    unit.execute(&sql::DROP_INVITATIONS, params![account.id.0]).await?;
    let invitation = write(&mut unit, account, random).await?;
    unit.record(account.entry("invite again"));
    unit.commit().await?;
    Ok(invitation)
}

async fn write(
    unit: &mut Unit,
    account: &Account,
    random: &mut (dyn RngCore + Send),
) -> Result<Invitation, StoreError> {
    let token = Token::draw(random);
    let (at, by) = (unit.at(), unit.actor().0.clone());
    let expires_at = Timestamp::from_micros(at.micros() + LASTS);
    let values = params![token.digest().to_vec(), account.id.0, at, by, expires_at];
    unit.execute(&sql::INSERT_INVITATION, values).await?;
    Ok(Invitation { path: format!("/invito/{}", token.text()), expires_at })
}

async fn of_id(unit: &mut Unit, id: AccountId) -> Result<Option<Account>, StoreError> {
    let row = unit.fetch_optional(&sql::ONE, params![id.0]).await?;
    row.as_ref().map_or(Ok(None), Account::of_row)
}

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// It waits to be accepted.
    Waiting,
    /// It was accepted before.
    Used,
    /// Its time is over.
    Expired,
}

/// Where a link leads: whose account, and whether it still opens it. Nowhere for a link that was never given, was
/// taken back, or leads to an account that was stopped.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn look_up(
    access: &Access,
    token: &Token,
) -> Result<Option<(Account, InvitationState)>, StoreError> {
    let mut reader = access.store.reader().await?;
    let row = reader.fetch_optional(&sql::INVITATION, params![token.digest().to_vec()]).await?;
    let Some(row) = row else { return Ok(None) };
    let Some(account) = Account::of_row(&row)? else { return Ok(None) };
    let (expires_at, used_at): (i64, Option<i64>) = (row.get(12)?, row.get(13)?);
    let state = match used_at {
        Some(_) => InvitationState::Used,
        None if expires_at <= access.clock.now().micros() => InvitationState::Expired,
        None => InvitationState::Waiting,
    };
    Ok((account.state == State::Active).then_some((account, state)))
}

/// Accepts an invitation: the password is set, every session of the account ends, and the link is used up. False
/// if somebody was quicker, or its time is over.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn accept(
    access: &Access,
    token: &Token,
    account: &Account,
    password: &str,
) -> Result<bool, StoreError> {
    let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
    let at = unit.at();
    if unit.execute(&sql::USE_INVITATION, params![token.digest().to_vec(), at]).await? == 0 {
        return Ok(false);
    }
    unit.execute(&sql::SET_PASSWORD, params![account.id.0, password]).await?;
    sessions::end_all_in(&mut unit, account.id).await?;
    unit.record(account.entry("accept invitation"));
    unit.commit().await?;
    Ok(true)
}
