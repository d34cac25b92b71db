//! The account of somebody a provider vouches for: made at the first sign-in, brought up to date at every later one.

use std::collections::BTreeSet;

use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::{Actor, params};

use super::{ProviderError, Vouched, sql};
use crate::account::{self, Change, ChangeError, State};
use crate::{Access, AccountId};

/// The account, as the provider describes it now.
pub(super) async fn of(
    access: &Access,
    issuer: &str,
    subject: &str,
    vouched: &Vouched,
) -> Result<AccountId, ProviderError> {
    let mut reader = access.store.reader().await?;
    let known = reader.fetch_optional(&sql::ACCOUNT, params![issuer, subject]).await?;
    let account = match &known {
        Some(row) => account::find(&mut reader, AccountId(row.get(0)?)).await?,
        None => None,
    };
    drop(reader);
    let Some(account) = account else { return make(access, issuer, subject, vouched).await };
    if account.state == State::Stopped {
        return Err(ProviderError::Stopped);
    }
    // Points of access are given here, not there; they stay while the city does.
    let offices = if account.city == vouched.city { account.offices.clone() } else { BTreeSet::new() };
    let change = Change { name: vouched.name.clone(), role: vouched.role, city: vouched.city, offices };
    let is_same = account.name == change.name && account.role == change.role && account.city == change.city;
    if !is_same {
        account::change(access, &actor(), &account, &change).await.map_err(|error| match error {
            ChangeError::Store(error) => ProviderError::Store(error),
            ChangeError::Place(_) => ProviderError::NotListed("city".to_owned()),
        })?;
    }
    Ok(account.id)
}

async fn make(
    access: &Access,
    issuer: &str,
    subject: &str,
    vouched: &Vouched,
) -> Result<AccountId, ProviderError> {
    let mut unit = access.store.begin(&actor(), &*access.clock).await?;
    let id = AccountId::new(unit.at(), &mut StdRng::from_os_rng());
    let at = unit.at();
    let values = params![
        id.0,
        &vouched.login,
        account::login_key(&vouched.login),
        &vouched.name,
        vouched.role.code(),
        vouched.city,
        "[]",
        State::Active.code(),
        at,
        actor().0,
    ];
    // A login that is there already belongs to somebody the provider knows nothing of.
    if unit.execute(&account::sql::INSERT, values).await? == 0 {
        return Err(ProviderError::Taken);
    }
    unit.execute(&sql::INSERT, params![issuer, subject, id.0, at]).await?;
    unit.record(store::Entry::new("make account", format!("account/{id}"), vouched.city));
    unit.commit().await?;
    Ok(id)
}

/// As the journal names it: nobody here decided, the institution did.
fn actor() -> Actor {
    Actor("provider".to_owned())
}
