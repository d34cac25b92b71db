//! A secret of 256 bits that somebody carries; we keep its digest.

use std::fmt;

use rand::RngCore;
use sha2::{Digest as _, Sha256};
use zeroize::Zeroizing;

/// The secret of a session or of an invitation.
#[derive(Clone)]
pub struct Token(Zeroizing<[u8; 32]>);

impl Token {
    /// A new one.
    pub fn draw(random: &mut dyn RngCore) -> Self {
        let mut bytes = Zeroizing::new([0; 32]);
        random.fill_bytes(&mut *bytes);
        Self(bytes)
    }

    /// As it is carried: 64 hexadecimal digits.
    pub fn text(&self) -> String {
        hex::encode(*self.0)
    }

    /// The one that a text stands for, if it is one.
    pub fn of_text(text: &str) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        hex::decode_to_slice(text, &mut *bytes).ok()?;
        Some(Self(bytes))
    }

    /// What is kept of it. It is random, so it needs neither salt nor many rounds.
    pub(crate) fn digest(&self) -> [u8; 32] {
        Sha256::digest(*self.0).into()
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_carried_as_text_and_never_printed() {
        let token = Token::draw(&mut rand::rng());
        let again = Token::of_text(&token.text()).unwrap();
        assert_eq!(again.digest(), token.digest());
        assert!(!format!("{token:?}").contains(&token.text()));
        for wrong in ["", "ab", &"g".repeat(64), &"a".repeat(63), &"a".repeat(66)] {
            assert!(Token::of_text(wrong).is_none(), "{wrong}");
        }
    }
}
