//! Passkeys: a key in a device, unlocked by its owner there (WebAuthn, W3C Recommendation of 8 April 2021). Whoever
//! uses one has shown two factors at once: the device, and the finger or PIN that unlocks it.

mod ceremonies;
pub(crate) mod sql;

use kernel::{Timestamp, typed_id};
use rand::RngCore;
use serde_json::Value;
use store::{Reader, Row, StoreError, params};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder, WebauthnError,
};

use self::ceremonies::Ceremonies;
use crate::account::Account;
use crate::{Access, AccountId};

typed_id!(
    /// A passkey of an account.
    PasskeyId
);
typed_id!(
    /// A ceremony that has begun: what the device signs belongs to it alone.
    CeremonyId
);

/// Passkeys kept for one account: a phone, a computer, a key on a ring, and some to spare.
pub const MOST: usize = 10;

/// A passkey, as its owner sees it.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Which.
    pub id: PasskeyId,
    /// How its owner calls it.
    pub name: String,
    /// When it was added.
    pub created_at: Timestamp,
    /// When it last signed somebody in.
    pub used_at: Option<Timestamp>,
}

/// Why a passkey was not added or did not sign in.
#[derive(Debug, thiserror::Error)]
pub enum PasskeyError {
    /// The address of the installation cannot have passkeys.
    #[error("passkeys need an address with a name, such as https://lgnet.example.it; {0} has none")]
    Origin(String),
    /// The ceremony took too long, or was never begun here.
    #[error("this ceremony has ended: begin again")]
    Over,
    /// What the device sent is not what was asked.
    #[error("the device's answer does not fit: {0}")]
    Answer(#[from] WebauthnError),
    /// Nobody has this passkey here, or the account was stopped.
    #[error("no account signs in with this passkey")]
    Unknown,
    /// The account has as many as it can.
    #[error("an account keeps {MOST} passkeys at most: take one away first")]
    TooMany,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A kept passkey cannot be read.
    #[error("a kept passkey cannot be read")]
    Kept(#[from] serde_json::Error),
}

/// The passkeys of an installation: its name towards devices, and the ceremonies that have begun.
pub struct Passkeys {
    webauthn: Webauthn,
    host: String,
    registrations: Ceremonies<(AccountId, PasskeyRegistration)>,
    sign_ins: Ceremonies<DiscoverableAuthentication>,
}

impl Passkeys {
    /// For the address people type. Passkeys belong to its host: moved to another name they open nothing.
    ///
    /// # Errors
    /// [`PasskeyError::Origin`] for an address by number: devices refuse it.
    pub fn at(origin: &str) -> Result<Self, PasskeyError> {
        let failed = || PasskeyError::Origin(origin.to_owned());
        let url: Url = origin.parse().map_err(|_| failed())?;
        let host = url.domain().ok_or_else(failed)?.to_owned();
        // On this computer the port is whatever was free.
        let builder = WebauthnBuilder::new(&host, &url)?.rp_name("LGNet").allow_any_port(host == "localhost");
        let webauthn = builder.build()?;
        Ok(Self { webauthn, host, registrations: Ceremonies::default(), sign_ins: Ceremonies::default() })
    }

    /// The host they belong to.
    pub fn host(&self) -> &str {
        &self.host
    }

    /// Begins to add one: what the browser passes to the device.
    pub(crate) async fn begin_registration(
        &self,
        access: &Access,
        account: &Account,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(CeremonyId, Value), PasskeyError> {
        let mut reader = access.store.reader().await?;
        let known = of_account(&mut reader, account.id).await?;
        drop(reader);
        if known.len() >= MOST {
            return Err(PasskeyError::TooMany);
        }
        let known = known.iter().map(|(_, passkey)| passkey.cred_id().clone()).collect();
        let (options, state) = self.webauthn.start_passkey_registration(
            account.id.0,
            &account.login,
            &account.name,
            Some(known),
        )?;
        let mut options = serde_json::to_value(options)?;
        // Kept in the device with its owner, so that signing in asks for no login first.
        options["publicKey"]["authenticatorSelection"]["residentKey"] = "required".into();
        options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = true.into();
        let now = access.clock.now();
        let id = CeremonyId::new(now, random);
        self.registrations.keep(id, (account.id, state), now);
        Ok((id, options))
    }

    /// Adds the one whose device has answered.
    pub(crate) async fn register(
        &self,
        access: &Access,
        account: &Account,
        ceremony: CeremonyId,
        name: &str,
        answer: &RegisterPublicKeyCredential,
        random: &mut (dyn RngCore + Send),
    ) -> Result<PasskeyId, PasskeyError> {
        let taken = self.registrations.take(ceremony, access.clock.now());
        let (begun_by, state) = taken.ok_or(PasskeyError::Over)?;
        if begun_by != account.id {
            return Err(PasskeyError::Over);
        }
        let passkey = self.webauthn.finish_passkey_registration(answer, &state)?;
        let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
        let id = PasskeyId::new(unit.at(), random);
        let (credential_id, credential) = (passkey.cred_id().to_vec(), serde_json::to_string(&passkey)?);
        let values = params![id.0, account.id.0, credential_id, credential, name, unit.at()];
        unit.execute(&sql::INSERT, values).await?;
        unit.record(account.entry("add passkey"));
        unit.commit().await?;
        Ok(id)
    }

    /// Begins to sign somebody in, whoever they are: the device knows.
    pub(crate) fn begin_sign_in(
        &self,
        access: &Access,
        random: &mut dyn RngCore,
    ) -> Result<(CeremonyId, Value), PasskeyError> {
        let (options, state) = self.webauthn.start_discoverable_authentication()?;
        let now = access.clock.now();
        let id = CeremonyId::new(now, random);
        self.sign_ins.keep(id, state, now);
        Ok((id, serde_json::to_value(options)?))
    }

    /// The account whose device has answered.
    pub(crate) async fn sign_in(
        &self,
        access: &Access,
        ceremony: CeremonyId,
        answer: &PublicKeyCredential,
    ) -> Result<AccountId, PasskeyError> {
        let state = self.sign_ins.take(ceremony, access.clock.now()).ok_or(PasskeyError::Over)?;
        let (owner, credential_id) = self.webauthn.identify_discoverable_authentication(answer)?;
        let mut unit = access.store.begin(&store::Actor("sign-in".to_owned()), &*access.clock).await?;
        let row = unit.fetch_optional(&sql::BY_CREDENTIAL, params![credential_id.to_vec()]).await?;
        let (kept, mut passkey) = read(&row.ok_or(PasskeyError::Unknown)?)?;
        if kept.account.0 != owner {
            return Err(PasskeyError::Unknown);
        }
        let result = self.webauthn.finish_discoverable_authentication_v2(answer, state, &passkey)?;
        passkey.update_credential(&result);
        let at = unit.at();
        unit.note(&sql::USED, params![kept.id.0, serde_json::to_string(&passkey)?, at]).await?;
        unit.commit().await?;
        Ok(kept.account)
    }
}

/// The passkeys of an account, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(reader: &mut Reader, account: AccountId) -> Result<Vec<Kept>, StoreError> {
    let rows = reader.fetch_all(&sql::LIST, params![account.0]).await?;
    let kept = |row: &Row| {
        Ok(Kept {
            id: PasskeyId(row.get(0)?),
            name: row.get(1)?,
            created_at: Timestamp::from_micros(row.get(2)?),
            used_at: row.get::<Option<i64>>(3)?.map(Timestamp::from_micros),
        })
    };
    rows.iter().map(kept).collect()
}

/// Takes one away: it opens nothing any more. False if the account has none of that name.
pub(crate) async fn remove(access: &Access, account: &Account, id: PasskeyId) -> Result<bool, StoreError> {
    let mut unit = access.store.begin(&account.actor(), &*access.clock).await?;
    if unit.execute(&sql::DELETE, params![id.0, account.id.0]).await? == 0 {
        return Ok(false);
    }
    unit.record(account.entry("remove passkey"));
    unit.commit().await?;
    Ok(true)
}

/// Which passkey a row is, and whose.
struct Whose {
    id: PasskeyId,
    account: AccountId,
}

async fn of_account(
    reader: &mut Reader,
    account: AccountId,
) -> Result<Vec<(PasskeyId, Passkey)>, PasskeyError> {
    let rows = reader.fetch_all(&sql::OF_ACCOUNT, params![account.0]).await?;
    rows.iter().map(|row| read(row).map(|(whose, passkey)| (whose.id, passkey))).collect()
}

fn read(row: &Row) -> Result<(Whose, Passkey), PasskeyError> {
    let whose = Whose { id: PasskeyId(row.get(0)?), account: AccountId(row.get(1)?) };
    Ok((whose, serde_json::from_str(&row.get::<String>(2)?)?))
}
