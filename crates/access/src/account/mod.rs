//! Accounts: who may sign in, invited by somebody who may give what they are given.

mod book;
mod ceiling;
mod change;
mod credentials;
mod invitation;
mod login;
pub(crate) mod sql;

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use kernel::{CityCode, Timestamp};
use store::{Actor, Entry, Row, StoreError};

use crate::{AccountId, Role};

pub use book::{Locks, all, by_login, find, locked};
pub(crate) use book::{attempts_key, waiting};
pub use ceiling::Ceiling;
pub use change::{Change, ChangeError, change, reset_second_factor, restart, stop, unlock};
pub(crate) use credentials::{codes_left, renew_codes, set_password, set_up, use_recovery_code, use_step};
pub use invitation::{Invitation, InvitationState, InviteError, New, invite, invite_again};
pub(crate) use invitation::{accept, look_up};
pub use login::{LoginError, key as login_key, parse as parse_login};

/// Whether an account may be used.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum State {
    /// It may.
    Active,
    /// Somebody stopped it.
    Stopped,
}

impl State {
    /// The word of the table and of message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Stopped => "stopped",
        }
    }
}

impl FromStr for State {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = [Self::Active, Self::Stopped].into_iter().find(|state| state.code() == text);
        known.ok_or_else(|| format!("«{text}» is no state of an account"))
    }
}

/// Somebody who may sign in.
#[derive(Clone)]
pub struct Account {
    /// Its identifier.
    pub id: AccountId,
    /// The name they sign in with.
    pub login: String,
    /// How they are called.
    pub name: String,
    /// What they are in the network.
    pub role: Role,
    /// Their city, if the role has one.
    pub city: Option<CityCode>,
    /// The points of access they work at (folded names); empty for all of the city.
    pub offices: BTreeSet<String>,
    /// Whether it may be used.
    pub state: State,
    /// When it was made.
    pub created_at: Timestamp,
    /// By whom.
    pub created_by: String,
    /// The hash of the password, once one was chosen.
    pub(crate) password: Option<String>,
    /// The sealed secret of the second factor, once it was set up.
    pub(crate) totp: Option<Vec<u8>>,
    /// The last step of the second factor that was used.
    pub(crate) last_step: Option<i64>,
}

impl Account {
    /// Whether a password was chosen.
    pub fn has_password(&self) -> bool {
        self.password.is_some()
    }

    /// Whether the second factor was set up.
    pub fn has_second_factor(&self) -> bool {
        self.totp.is_some()
    }

    /// As the journal names them.
    pub fn actor(&self) -> Actor {
        Actor(self.login.clone())
    }

    /// What the journal says of something done to it.
    pub(crate) fn entry(&self, action: &'static str) -> Entry {
        Entry::new(action, format!("account/{}", self.id), self.city)
    }

    /// What the journal digests of it: who may do what, and nothing secret.
    pub(crate) fn digested(&self) -> Vec<u8> {
        let (city, state) = (self.city.map(|city| city.to_string()), self.state.code());
        serde_json::json!([self.login, self.name, self.role.code(), city, self.offices, state])
            .to_string()
            .into_bytes()
    }

    /// The columns of the statements in `sql`, in their order. Nobody for a role that is not listed: such an account
    /// can do nothing, and there is nothing that it could be given to do.
    fn of_row(row: &Row) -> Result<Option<Self>, StoreError> {
        let Ok(role) = row.get::<String>(3)?.parse() else { return Ok(None) };
        let city: Option<String> = row.get(4)?;
        Ok(Some(Self {
            id: AccountId(row.get(0)?),
            login: row.get(1)?,
            name: row.get(2)?,
            role,
            city: city.is_some().then(|| row.parse(4)).transpose()?,
            offices: offices_of(&row.get::<String>(5)?, 5)?,
            state: row.parse(6)?,
            password: row.get(7)?,
            totp: row.get(8)?,
            last_step: row.get(9)?,
            created_at: Timestamp::from_micros(row.get(10)?),
            created_by: row.get(11)?,
        }))
    }
}

impl fmt::Debug for Account {
    /// Without anything secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, login, role, city, state, .. } = self;
        write!(f, "Account({id}, {login}, {role}, {city:?}, {})", state.code())
    }
}

/// The points of access that stand in a column.
pub(crate) fn offices_of(text: &str, column: usize) -> Result<BTreeSet<String>, StoreError> {
    let failed = |error: serde_json::Error| StoreError::Column {
        column,
        what: "a list of points of access",
        reason: error.to_string(),
    };
    serde_json::from_str(text).map_err(failed)
}

/// The points of access as their column keeps them.
fn offices_text(offices: &BTreeSet<String>) -> String {
    serde_json::json!(offices).to_string()
}
