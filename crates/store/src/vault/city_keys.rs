//! The keys of one city: sealing, opening, digests.

use std::sync::{Mutex, PoisonError};

use aes_gcm_siv::aead::{Aead as _, Payload};
use aes_gcm_siv::{Aes256GcmSiv, KeyInit as _};
use hmac::{Hmac, Mac as _};
use kernel::CityCode;
use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng as _};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sha2::Sha256;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::wrap::nonce;
use super::{KEY_LENGTH, Key, NONCE_LENGTH, Spot, VaultError};
use crate::StoreError;

/// The way sealed values are written: this byte, the generation of the key in four (big end first), the nonce,
/// the ciphertext with its tag.
const WAY: u8 = 1;
/// Bytes before the nonce.
pub(super) const HEAD_LENGTH: usize = 5;
/// Bytes of the tag behind the ciphertext.
const TAG_LENGTH: usize = 16;
/// HMAC-SHA-256 takes its key in blocks of this many bytes, filled up with zeros (RFC 2104).
const BLOCK_LENGTH: usize = 64;

/// The keys of one city, in memory. Nothing of them can be printed.
pub struct CityKeys {
    city: CityCode,
    /// Oldest first; the last one seals, all of them open.
    data: Vec<(u32, Aes256GcmSiv)>,
    index: Zeroizing<[u8; BLOCK_LENGTH]>,
    nonces: Mutex<StdRng>,
}

impl CityKeys {
    pub(super) fn new(
        city: CityCode,
        data: &[(u32, Key)],
        index: &[u8; KEY_LENGTH],
        random: &mut dyn RngCore,
    ) -> Self {
        let mut block = Zeroizing::new([0; BLOCK_LENGTH]);
        block[..KEY_LENGTH].copy_from_slice(index);
        let mut seed = Zeroizing::new([0; 32]);
        random.fill_bytes(&mut *seed);
        Self {
            city,
            data: data
                .iter()
                .map(|(generation, key)| (*generation, Aes256GcmSiv::new((&**key).into())))
                .collect(),
            index: block,
            nonces: Mutex::new(StdRng::from_seed(*seed)),
        }
    }

    /// Whose keys they are.
    pub fn city(&self) -> CityCode {
        self.city
    }

    /// The generation that seals.
    pub fn generation(&self) -> u32 {
        self.data.last().map_or(0, |(generation, _)| *generation)
    }

    /// Seals a value for its place (AES-256-GCM-SIV, RFC 8452). Sealing the same twice gives different bytes.
    ///
    /// # Errors
    /// When the value is longer than the cipher allows (64 GiB).
    pub fn seal(&self, spot: Spot, row: Uuid, plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        let failed = || content(spot, row, "too long to be sealed");
        let (generation, cipher) = self.data.last().ok_or_else(|| self.unknown(spot, row, 0))?;
        let mut sealed = Vec::with_capacity(HEAD_LENGTH + NONCE_LENGTH + plain.len() + TAG_LENGTH);
        sealed.extend(head(*generation));
        let mut bytes = [0; NONCE_LENGTH];
        self.nonces.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut bytes);
        sealed.extend(bytes);
        let payload = Payload { msg: plain, aad: &place(spot, row) };
        sealed.extend(cipher.encrypt(&bytes.into(), payload).map_err(|_| failed())?);
        Ok(sealed)
    }

    /// Opens what was sealed for this place.
    ///
    /// # Errors
    /// When it was changed, sealed for another place, or with a key that is not at hand.
    pub fn open(&self, spot: Spot, row: Uuid, sealed: &[u8]) -> Result<Vec<u8>, StoreError> {
        let failed =
            || VaultError::NotOpened { city: self.city, table: spot.table, column: spot.column, row };
        let generation = generation_of(sealed).ok_or_else(failed)?;
        let known = self.data.iter().find(|(known, _)| *known == generation);
        let (_, cipher) = known.ok_or_else(|| self.unknown(spot, row, generation))?;
        let rest = &sealed[HEAD_LENGTH..];
        let (bytes, ciphertext) = rest.split_at_checked(NONCE_LENGTH).ok_or_else(failed)?;
        let payload = Payload { msg: ciphertext, aad: &place(spot, row) };
        let nonce = nonce(bytes).ok_or_else(failed)?;
        Ok(cipher.decrypt(&nonce, payload).map_err(|_| failed())?)
    }

    /// Seals a text.
    ///
    /// # Errors
    /// As [`CityKeys::seal`].
    pub fn seal_text(&self, spot: Spot, row: Uuid, text: &str) -> Result<Vec<u8>, StoreError> {
        self.seal(spot, row, text.as_bytes())
    }

    /// Opens a text.
    ///
    /// # Errors
    /// As [`CityKeys::open`], and when what was sealed is no text.
    pub fn open_text(&self, spot: Spot, row: Uuid, sealed: &[u8]) -> Result<String, StoreError> {
        let plain = self.open(spot, row, sealed)?;
        Ok(String::from_utf8(plain).map_err(|_| content(spot, row, "what was sealed is no text"))?)
    }

    /// Seals a value as JSON.
    ///
    /// # Errors
    /// As [`CityKeys::seal`], and when the value cannot be written as JSON.
    pub fn seal_json<T: Serialize>(&self, spot: Spot, row: Uuid, value: &T) -> Result<Vec<u8>, StoreError> {
        let plain = serde_json::to_vec(value).map(Zeroizing::new);
        self.seal(spot, row, &plain.map_err(|_| content(spot, row, "cannot be written as JSON"))?)
    }

    /// Opens a value sealed as JSON.
    ///
    /// # Errors
    /// As [`CityKeys::open`], and when what was sealed is not such a value.
    pub fn open_json<T: DeserializeOwned>(
        &self,
        spot: Spot,
        row: Uuid,
        sealed: &[u8],
    ) -> Result<T, StoreError> {
        let plain = Zeroizing::new(self.open(spot, row, sealed)?);
        // The decoder's words are dropped: they may quote what was sealed.
        Ok(serde_json::from_slice(&plain)
            .map_err(|_| content(spot, row, "what was sealed is not such a value"))?)
    }

    /// A digest for comparing without reading (HMAC-SHA-256 under the city's index key, which never changes).
    /// `what` keeps the digests of different things apart.
    pub fn digest(&self, what: &str, text: &str) -> [u8; 32] {
        let mut digest = <Hmac<Sha256> as hmac::digest::KeyInit>::new((&*self.index).into());
        digest.update(what.as_bytes());
        digest.update(&[0]);
        digest.update(text.as_bytes());
        digest.finalize().into_bytes().into()
    }

    fn unknown(&self, spot: Spot, row: Uuid, generation: u32) -> VaultError {
        let Spot { table, column } = spot;
        VaultError::UnknownGeneration { city: self.city, table, column, row, generation }
    }
}

impl std::fmt::Debug for CityKeys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CityKeys")
            .field("city", &self.city)
            .field("generation", &self.generation())
            .finish_non_exhaustive()
    }
}

/// The first bytes of everything that a generation of keys sealed.
pub(super) fn head(generation: u32) -> [u8; HEAD_LENGTH] {
    let [a, b, c, d] = generation.to_be_bytes();
    [WAY, a, b, c, d]
}

/// The generation that sealed something, if it was sealed in a way that is known.
pub(super) fn generation_of(sealed: &[u8]) -> Option<u32> {
    match sealed {
        [WAY, a, b, c, d, ..] => Some(u32::from_be_bytes([*a, *b, *c, *d])),
        _ => None,
    }
}

/// What is authenticated beside the value: table, column and row.
fn place(spot: Spot, row: Uuid) -> Vec<u8> {
    [spot.table.as_bytes(), &[0], spot.column.as_bytes(), &[0], row.as_bytes()].concat()
}

fn content(spot: Spot, row: Uuid, reason: &'static str) -> VaultError {
    VaultError::Content { table: spot.table, column: spot.column, row, reason }
}
