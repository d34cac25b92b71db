//! City keys under the master key, as table `vault_key` holds them.

use aes_gcm_siv::aead::{Aead as _, Payload};
use aes_gcm_siv::{Aes256GcmSiv, KeyInit as _, Nonce};
use kernel::CityCode;
use rand::RngCore;
use zeroize::Zeroizing;

use super::{KEY_LENGTH, Key, NONCE_LENGTH, VaultError};
use crate::keys::Master;

/// What a key of a city is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Sealing values; has generations.
    Data,
    /// Keyed digests, which must stay comparable; never changes.
    Index,
}

impl Purpose {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Data => "data",
            Self::Index => "index",
        }
    }
}

/// Wraps and unwraps with a key derived from the master key.
pub(crate) struct Wrapper {
    cipher: Aes256GcmSiv,
    /// Tells master keys apart; says nothing of the key.
    pub(crate) fingerprint: String,
    /// Where the master key came from.
    pub(crate) source: String,
}

/// Which key is wrapped: it can be unwrapped as no other.
#[derive(Clone, Copy)]
pub(crate) struct Label {
    pub(crate) city: CityCode,
    pub(crate) purpose: Purpose,
    pub(crate) generation: u32,
}

impl Label {
    fn bytes(&self) -> Vec<u8> {
        let (purpose, generation) = (self.purpose.name(), self.generation);
        format!("vault_key\0{}\0{purpose}\0{generation}", self.city).into_bytes()
    }
}

impl Wrapper {
    pub(crate) fn of(master: &Master) -> Self {
        let key = master.derive(b"lgnet vault: wrap");
        Self {
            cipher: Aes256GcmSiv::new((&*key).into()),
            fingerprint: master.fingerprint(),
            source: master.source().to_owned(),
        }
    }

    /// Nonce, ciphertext, tag.
    pub(crate) fn wrap(
        &self,
        label: &Label,
        key: &[u8; KEY_LENGTH],
        random: &mut dyn RngCore,
    ) -> Result<Vec<u8>, VaultError> {
        let mut wrapped = vec![0; NONCE_LENGTH];
        random.fill_bytes(&mut wrapped);
        let nonce = nonce(&wrapped).ok_or_else(|| damaged(label))?;
        let payload = Payload { msg: key, aad: &label.bytes() };
        wrapped.extend(self.cipher.encrypt(&nonce, payload).map_err(|_| damaged(label))?);
        Ok(wrapped)
    }

    pub(crate) fn unwrap(&self, label: &Label, wrapped: &[u8]) -> Result<Key, VaultError> {
        let (nonce_bytes, sealed) = wrapped.split_at_checked(NONCE_LENGTH).ok_or_else(|| damaged(label))?;
        let nonce = nonce(nonce_bytes).ok_or_else(|| damaged(label))?;
        let payload = Payload { msg: sealed, aad: &label.bytes() };
        let key = Zeroizing::new(self.cipher.decrypt(&nonce, payload).map_err(|_| damaged(label))?);
        let mut exact = Zeroizing::new([0; KEY_LENGTH]);
        if key.len() != KEY_LENGTH {
            return Err(damaged(label));
        }
        exact.copy_from_slice(&key);
        Ok(exact)
    }

    /// Refuses a key that another master key wrapped.
    pub(crate) fn check(&self, fingerprint: &str) -> Result<(), VaultError> {
        if fingerprint == self.fingerprint {
            return Ok(());
        }
        Err(VaultError::WrongMaster {
            expected: fingerprint.to_owned(),
            given: self.fingerprint.clone(),
            source_of_given: self.source.clone(),
        })
    }
}

pub(super) fn nonce(bytes: &[u8]) -> Option<Nonce> {
    Nonce::try_from(bytes).ok()
}

pub(super) fn damaged(label: &Label) -> VaultError {
    VaultError::DamagedKey {
        city: label.city,
        purpose: label.purpose.name().to_owned(),
        generation: label.generation,
    }
}
