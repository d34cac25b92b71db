//! The accounts of a demonstration: one for each role, several for cities. Their password and their second factor
//! are published, so that the whole way in can be tried; one press on the first page opens each of them too.

use kernel::CityCode;
use rand::RngCore;
use store::{Actor, params};

use crate::account::{self, Account, InviteError, New, State, sql};
use crate::password::HashError;
use crate::{Access, AccountId, Role};

/// Who makes them.
const MAKER: &str = "demo";
/// The password of all of them.
pub const PASSWORD: &str = "prova-lo-sportello-2026";
/// The secret of their second factor: what an app is told is its base 32.
pub const SECRET: &[u8; crate::totp::SECRET_LENGTH] = b"LGNet-dimostrazione!";

/// Login, name, role, and the cadastral code of the city.
const ACCOUNTS: [(&str, &str, Role, &str); 20] = [
    ("operatrice.roma", "Giulia Prova", Role::Operator, "H501"),
    ("referente.roma", "Marco Prova", Role::CityLead, "H501"),
    ("strada.roma", "Ahmed Prova", Role::StreetOperator, "H501"),
    ("operatrice.bari", "Anna Prova", Role::Operator, "A662"),
    ("referente.bari", "Nicola Prova", Role::CityLead, "A662"),
    ("operatrice.latina", "Sara Prova", Role::Operator, "E472"),
    ("referente.latina", "Paolo Prova", Role::CityLead, "E472"),
    ("operatrice.bologna", "Elena Prova", Role::Operator, "A944"),
    ("referente.bologna", "Luca Prova", Role::CityLead, "A944"),
    ("referente.bolzano", "Karin Prova", Role::CityLead, "A952"),
    ("referente.taranto", "Vito Prova", Role::CityLead, "L049"),
    ("referente.caserta", "Rosa Prova", Role::CityLead, "B963"),
    ("referente.potenza", "Donato Prova", Role::CityLead, "G942"),
    ("monitoraggio", "Chiara Prova", Role::MonitoringOfficer, ""),
    ("autorita", "Roberto Prova", Role::Authority, ""),
    ("assessora", "Francesca Prova", Role::Elected, ""),
    ("formatore", "Davide Prova", Role::Trainer, ""),
    ("partecipante", "Irene Prova", Role::Trainee, ""),
    ("revisore", "Stefano Prova", Role::Auditor, ""),
    ("amministratore", "Laura Prova", Role::Administrator, ""),
];

/// Why the accounts were not made.
#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    /// Outside a demonstration nobody gets an account with a published password.
    #[error("this installation is no demonstration: accounts with a published password are made in one only")]
    NoDemo,
    /// An account was refused.
    #[error(transparent)]
    Invite(#[from] InviteError),
    /// The password could not be hashed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] store::StoreError),
}

/// Makes the accounts, those that are there already left as they are. Gives how many were made.
///
/// # Errors
/// [`DemoError::NoDemo`] where the database is not marked as a demonstration.
pub async fn accounts(access: &Access, random: &mut (dyn RngCore + Send)) -> Result<usize, DemoError> {
    if !access.store.reader().await?.is_demo().await? {
        return Err(DemoError::NoDemo);
    }
    let actor = Actor(MAKER.to_owned());
    // One hash for all: the password is no secret.
    let hash = access.hasher.hash(PASSWORD, random).await?;
    let mut made = 0;
    for (login, name, role, city) in ACCOUNTS {
        if account::by_login(&mut access.store.reader().await?, login).await?.is_some() {
            continue;
        }
        let new = New {
            id: AccountId::new(access.clock.now(), random),
            login: login.to_owned(),
            name: name.to_owned(),
            role,
            city: city.parse::<CityCode>().ok(),
            offices: std::collections::BTreeSet::new(),
        };
        account::invite(access, &actor, &new, random).await?;
        furnish(access, &actor, new.id, &hash, random).await?;
        made += 1;
    }
    Ok(made)
}

/// What the person would have set up.
async fn furnish(
    access: &Access,
    actor: &Actor,
    id: AccountId,
    hash: &str,
    random: &mut (dyn RngCore + Send),
) -> Result<(), DemoError> {
    let Some(account) = account::find(&mut access.store.reader().await?, id).await? else { return Ok(()) };
    let sealed = access.secrets.seal(id, SECRET, random);
    let mut unit = access.store.begin(actor, &*access.clock).await?;
    unit.execute(&sql::SET_PASSWORD, params![id.0, hash]).await?;
    unit.execute(&sql::SET_TOTP, params![id.0, sealed, None::<i64>]).await?;
    unit.execute(&sql::DROP_INVITATIONS, params![id.0]).await?;
    unit.record(account.entry("furnish for demonstration"));
    unit.commit().await?;
    Ok(())
}

/// The doors on the first page: the accounts made for the demonstration. None in any other installation.
pub(crate) async fn entrances(access: &Access) -> Result<Vec<Account>, store::StoreError> {
    if !access.is_demo {
        return Ok(Vec::new());
    }
    let mut reader = access.store.reader().await?;
    if !reader.is_demo().await? {
        return Ok(Vec::new());
    }
    let mut found = account::all(&mut reader, None).await?;
    found.retain(|account| account.created_by == MAKER && account.state == State::Active);
    let place = |account: &Account| ACCOUNTS.iter().position(|(login, ..)| *login == account.login);
    found.sort_by_key(|account| place(account).unwrap_or(ACCOUNTS.len()));
    Ok(found)
}

/// Login, role and cadastral code of each account, in order.
pub fn sign_ins() -> impl Iterator<Item = (&'static str, Role, &'static str)> {
    ACCOUNTS.iter().map(|(login, _, role, city)| (*login, *role, *city))
}

/// The secret of their second factor as an app takes it: base 32 (RFC 4648).
pub fn secret_text() -> String {
    crate::totp::spoken(SECRET)
}
