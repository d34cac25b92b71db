//! Recovery codes: ten words to keep on paper, each good once, for when the phone is gone.

use rand::RngCore;

use crate::AccountId;
use crate::secrets::{Digest, Secrets};

/// How many are given.
pub const COUNT: usize = 10;

/// Crockford's base 32: no letter that reads like another.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
/// 16 letters of 5 bits: 80 bits, more than can be tried.
const LENGTH: usize = 16;

/// New codes, as they are written down: four groups of four.
pub(crate) fn draw(random: &mut dyn RngCore) -> Vec<String> {
    (0..COUNT).map(|_| one(random)).collect()
}

fn one(random: &mut dyn RngCore) -> String {
    let mut bytes = [0; LENGTH];
    random.fill_bytes(&mut bytes);
    let letter = |byte: &u8| char::from(LETTERS[usize::from(byte % 32)]);
    let groups: Vec<String> = bytes.chunks(4).map(|group| group.iter().map(letter).collect()).collect();
    groups.join("-")
}

/// The letters of a code as somebody typed it: without marks, and with what reads alike made one.
fn typed(code: &str) -> Option<String> {
    let plain = |letter: char| match letter.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let letters: String = code.chars().filter(char::is_ascii_alphanumeric).map(plain).collect();
    (letters.len() == LENGTH).then_some(letters)
}

/// What is kept of a code; none for a text that cannot be one.
pub(crate) fn digest(secrets: &Secrets, account: AccountId, code: &str) -> Option<Digest> {
    let letters = typed(code)?;
    Some(secrets.digest("recovery code", &[account.0.as_bytes(), letters.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;

    use super::*;

    #[test]
    fn a_code_is_recognised_however_it_is_typed() {
        let random = &mut rand::rng();
        let secrets = Secrets::of(&store::testing::keys());
        let account = AccountId::new(Timestamp::default(), random);
        let codes = draw(random);
        assert_eq!(codes.len(), COUNT);
        for code in &codes {
            let kept = digest(&secrets, account, code);
            assert!(kept.is_some());
            let typed = code.to_uppercase().replace('-', " ").replace('0', "O").replace('1', "l");
            assert_eq!(digest(&secrets, account, &typed), kept, "{typed}");
            assert_ne!(digest(&secrets, AccountId::new(Timestamp::default(), random), code), kept);
        }
        assert_eq!(digest(&secrets, account, "123456"), None, "a code of the app is none of these");
    }
}
