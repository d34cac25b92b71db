//! What access keeps to itself: sealing secrets of accounts, and keyed digests.
//!
//! Accounts belong to the installation, not to a city. Their keys are derived from the network key, which stands
//! outside the database and never changes (HKDF-Expand, RFC 5869; the network key is random and needs no Extract).

use aes_gcm_siv::aead::{Aead as _, Payload};
use aes_gcm_siv::{Aes256GcmSiv, KeyInit as _, Nonce};
use hmac::{Hmac, Mac as _};
use rand::RngCore;
use sha2::Sha256;
use store::keys::Keys;
use zeroize::Zeroizing;

use crate::AccountId;

/// A keyed digest.
pub(crate) type Digest = [u8; 32];

const NONCE_LENGTH: usize = 12;

/// Seals and digests. Cloning copies keys that are wiped when dropped.
#[derive(Clone)]
pub(crate) struct Secrets {
    sealing: Zeroizing<Digest>,
    digesting: Zeroizing<Digest>,
}

/// A secret of an account that does not open: it was changed, or sealed with another key.
#[derive(Debug, thiserror::Error)]
#[error(
    "the second factor of account {0} cannot be opened: it was changed, or the network key is another; restore the \
     folder of keys, or reset that account's second factor"
)]
pub(crate) struct NotOpened(AccountId);

impl Secrets {
    /// Derived from the installation's keys.
    pub(crate) fn of(keys: &Keys) -> Self {
        let derive = |what: &[u8]| Zeroizing::new(mac(&keys.network, &[b"lgnet access: ", what, &[1]]));
        Self { sealing: derive(b"seal"), digesting: derive(b"digest") }
    }

    /// A secret of an account: nonce, then AES-256-GCM-SIV. It opens for no other account.
    pub(crate) fn seal(&self, account: AccountId, plain: &[u8], random: &mut dyn RngCore) -> Vec<u8> {
        let mut nonce = [0; NONCE_LENGTH];
        random.fill_bytes(&mut nonce);
        let payload = Payload { msg: plain, aad: account.0.as_bytes() };
        // Encryption fails only beyond 64 GiB; an empty sealing opens never.
        let sealed = self.cipher().encrypt(&Nonce::from(nonce), payload).unwrap_or_default();
        [nonce.as_slice(), &sealed].concat()
    }

    /// What was sealed for an account.
    pub(crate) fn open(&self, account: AccountId, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, NotOpened> {
        let failed = || NotOpened(account);
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_LENGTH>().ok_or_else(failed)?;
        let payload = Payload { msg: sealed, aad: account.0.as_bytes() };
        let plain = self.cipher().decrypt(&Nonce::from(*nonce), payload).map_err(|_| failed())?;
        Ok(Zeroizing::new(plain))
    }

    /// The keyed digest of something, for one use.
    pub(crate) fn digest(&self, what: &str, parts: &[&[u8]]) -> Digest {
        let lengths: Vec<[u8; 8]> = parts.iter().map(|part| (part.len() as u64).to_be_bytes()).collect();
        let mut all: Vec<&[u8]> = vec![what.as_bytes(), &[0]];
        // Lengths keep apart what would read alike when joined.
        all.extend(lengths.iter().zip(parts).flat_map(|(length, part)| [length.as_slice(), part]));
        mac(&self.digesting, &all)
    }

    fn cipher(&self) -> Aes256GcmSiv {
        Aes256GcmSiv::new((&*self.sealing).into())
    }
}

fn mac(key: &Digest, parts: &[&[u8]]) -> Digest {
    let mut block = Zeroizing::new([0; 64]);
    block[..key.len()].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as hmac::digest::KeyInit>::new((&*block).into());
    parts.iter().for_each(|part| mac.update(part));
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;

    use super::*;

    #[test]
    fn a_secret_opens_for_its_account_and_no_other() {
        let random = &mut rand::rng();
        let secrets = Secrets::of(&store::testing::keys());
        let [one, other] = [(); 2].map(|()| AccountId::new(Timestamp::default(), random));
        let sealed = secrets.seal(one, b"a secret of twenty b", random);
        assert!(!sealed.windows(8).any(|part| part == b"a secret"));
        assert_eq!(**secrets.open(one, &sealed).unwrap(), *b"a secret of twenty b");
        assert!(secrets.open(other, &sealed).is_err());
        assert!(secrets.open(one, &sealed[..10]).is_err());
        let mut changed = sealed.clone();
        changed[20] ^= 1;
        assert!(secrets.open(one, &changed).is_err());
    }

    #[test]
    fn digests_keep_uses_and_parts_apart() {
        let secrets = Secrets::of(&store::testing::keys());
        let digests = [
            secrets.digest("a", &[b"bc"]),
            secrets.digest("ab", &[b"c"]),
            secrets.digest("a", &[b"b", b"c"]),
            secrets.digest("a", &[b"bc", b""]),
        ];
        let distinct: std::collections::BTreeSet<_> = digests.iter().collect();
        assert_eq!(distinct.len(), digests.len());
    }
}
