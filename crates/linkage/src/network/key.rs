//! The network's key, and what is drawn from it for one salt.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

/// Bits of a filter, and values of a token.
pub(crate) const PLACES: usize = 64;

/// The key under which the people of the whole network are encoded. Whoever holds it can test names against
/// encodings: it lives with the installation's keys and never beside the encodings.
#[derive(Clone)]
pub struct NetworkKey {
    mac: Hmac<Sha256>,
}

impl NetworkKey {
    /// A key of 32 random bytes.
    pub fn new(secret: &[u8; 32]) -> Option<Self> {
        Hmac::new_from_slice(secret).ok().map(|mac| Self { mac })
    }

    /// What one salt draws: HMAC-SHA-256 (RFC 2104) over the salt and a counter.
    pub(crate) fn draw(&self, salt: &[u8]) -> Drawn {
        let mut salted = self.mac.clone();
        salted.update(salt);
        let block = |counter: u8| -> [u8; 32] {
            let mut mac = salted.clone();
            mac.update(&[0, counter]);
            mac.finalize().into_bytes().into()
        };
        let head = block(0);
        let number = |from: usize| {
            head[from..from + 8].iter().fold(0_u64, |number, byte| (number << 8) | u64::from(*byte))
        };
        let mut place: [u8; PLACES] = std::array::from_fn(|at| u8::try_from(at).unwrap_or_default());
        // Fisher and Yates, with sixteen drawn bits for each exchange.
        let mut at = PLACES;
        for counter in 1..=4 {
            for pair in block(counter).chunks_exact(2) {
                if at > 1 {
                    let drawn = (usize::from(pair[0]) << 8) | usize::from(pair[1]);
                    place.swap(at - 1, (drawn * at) >> 16);
                    at -= 1;
                }
            }
        }
        Drawn { name: number(0), place, shift: [head[8], head[9], head[10]], mark: number(16) }
    }
}

impl std::fmt::Debug for NetworkKey {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("NetworkKey")
    }
}

/// What a salt draws from the key: a name by which those who share the salt meet, and an order of the places.
/// Two salts have nothing in common that can be seen without the key.
pub(crate) struct Drawn {
    /// The name of the salt; equal salts have equal names.
    pub(crate) name: u64,
    place: [u8; PLACES],
    shift: [u8; 3],
    mark: u64,
}

impl Drawn {
    /// A filter with its bits in this salt's order.
    pub(crate) fn filter(&self, plain: u64) -> u64 {
        let (mut rest, mut placed) = (plain, 0);
        while rest != 0 {
            placed |= 1 << self.place[rest.trailing_zeros() as usize];
            rest &= rest - 1;
        }
        placed
    }

    /// A small number in this salt's disguise, never 0. Numbers 64 apart look alike; others never do.
    pub(crate) fn token(&self, kind: Token, number: u32) -> u8 {
        let shifted = number.wrapping_add(u32::from(self.shift[kind as usize])) % 64;
        self.place[shifted as usize] + 1
    }

    /// A text in this salt's disguise, in 16 bits, never 0.
    pub(crate) fn word(&self, text: &str) -> u16 {
        // The mark is secret and drawn for this salt alone; what is mixed in is short and few.
        let mixed = text.bytes().fold(self.mark, |state, byte| mix(state ^ u64::from(byte)));
        u16::try_from(mixed >> 48).unwrap_or(1).max(1)
    }
}

/// What a token stands for.
#[derive(Clone, Copy)]
pub(crate) enum Token {
    /// A day or a month: the two can be compared, because a hand exchanges them.
    DayOrMonth = 0,
    Year = 1,
    Gender = 2,
}

/// Spreads a number over 64 bits (the finaliser of splitmix64).
pub(crate) const fn mix(number: u64) -> u64 {
    let mut mixed = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_salt_draws_an_order_of_all_places() {
        let key = NetworkKey::new(&[7; 32]).unwrap();
        let drawn = key.draw(b"salt");
        assert_eq!(drawn.filter(u64::MAX), u64::MAX);
        assert_eq!(drawn.filter(0b1011).count_ones(), 3);
        assert_eq!(drawn.name, key.draw(b"salt").name);
        let other = key.draw(b"other");
        assert_ne!(drawn.name, other.name);
        assert_ne!(drawn.filter(0xffff), other.filter(0xffff));
        assert_ne!(drawn.name, NetworkKey::new(&[8; 32]).unwrap().draw(b"salt").name);
    }

    #[test]
    fn tokens_of_different_days_differ() {
        let drawn = NetworkKey::new(&[7; 32]).unwrap().draw(b"salt");
        let mut tokens: Vec<u8> = (1..=31).map(|day| drawn.token(Token::DayOrMonth, day)).collect();
        tokens.sort_unstable();
        tokens.dedup();
        assert_eq!(tokens.len(), 31);
        assert!(!tokens.contains(&0));
    }
}
