//! The network's key, and what is drawn from it for one salt.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use super::filter::{PLACES, Word};

/// Values of a token.
const VALUES: usize = 64;

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

    /// The key that an installation's secret and a salt make together: another salt is another key.
    pub fn derived(secret: &[u8], salt: &[u8]) -> Option<Self> {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret).ok()?;
        mac.update(b"lgnet linkage: key\x01");
        mac.update(salt);
        let derived: [u8; 32] = mac.finalize().into_bytes().into();
        Self::new(&derived)
    }

    /// Eight bytes that tell keys apart and say nothing of the key.
    pub fn mark(&self) -> [u8; 8] {
        let mut mac = self.mac.clone();
        mac.update(b"lgnet linkage: mark");
        let whole: [u8; 32] = mac.finalize().into_bytes().into();
        std::array::from_fn(|at| whole[at])
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
        let mut place: [u8; VALUES] = std::array::from_fn(|at| u8::try_from(at).unwrap_or_default());
        // Fisher and Yates, with sixteen drawn bits for each exchange.
        let mut at = VALUES;
        for counter in 1..=4 {
            for pair in block(counter).chunks_exact(2) {
                if at > 1 {
                    let drawn = (usize::from(pair[0]) << 8) | usize::from(pair[1]);
                    place.swap(at - 1, (drawn * at) >> 16);
                    at -= 1;
                }
            }
        }
        Drawn { name: number(0), place, shift: [head[8], head[9], head[10], head[11]], mark: number(16) }
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
    place: [u8; VALUES],
    shift: [u8; 4],
    mark: u64,
}

impl Drawn {
    /// A word with its bits in the order of this salt and its class, and its class in disguise beside them; 0 for
    /// an empty one.
    pub(crate) fn place(&self, word: Word) -> u64 {
        if word.filter == 0 {
            return 0;
        }
        let places = u64::from(PLACES);
        // Values below the number of places, in the order drawn, are an order of the places; a class turns it
        // (a step without a common divisor with 58 = 2 · 29, and a start).
        let order: Vec<u8> = self.place.iter().copied().filter(|place| u64::from(*place) < places).collect();
        let turned = mix(self.mark ^ u64::from(word.class));
        let step = match (turned >> 8) % 28 * 2 + 1 {
            29 => 57,
            step => step,
        };
        let (mut rest, mut placed) = (word.filter, 0);
        while rest != 0 {
            let at = (u64::from(rest.trailing_zeros()) * step + (turned >> 32)) % places;
            placed |= 1 << order[at as usize];
            rest &= rest - 1;
        }
        placed | (u64::from(self.token(Token::Class, word.class.into()) - 1) << PLACES)
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
    /// The class of a word.
    Class = 3,
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
    use crate::network::filter::shared;

    #[test]
    fn a_salt_draws_an_order_of_all_places() {
        let key = NetworkKey::new(&[7; 32]).unwrap();
        let drawn = key.draw(b"salt");
        let mut values = drawn.place;
        values.sort_unstable();
        assert!(values.iter().zip(0..64).all(|(value, at)| *value == at));
        assert_eq!(drawn.name, key.draw(b"salt").name);
        let other = key.draw(b"other");
        assert_ne!(drawn.name, other.name);
        assert_ne!(drawn.place(Word::of("kamara")), other.place(Word::of("kamara")));
        assert_ne!(drawn.name, NetworkKey::new(&[8; 32]).unwrap().draw(b"salt").name);
    }

    #[test]
    fn placing_keeps_what_words_of_a_class_share_and_hides_the_rest() {
        let key = NetworkKey::new(&[7; 32]).unwrap();
        let words = ["kamara", "kamra", "kuli", "mahamad"].map(Word::of);
        let plain = |a: usize, b: usize| (words[a].filter & words[b].filter).count_ones();
        let mut hidden = Vec::new();
        for salt in 0..200_u8 {
            let drawn = key.draw(&[salt]);
            let placed = words.map(|word| drawn.place(word));
            for (a, b) in [(0, 1), (0, 2), (0, 0)] {
                assert_eq!(shared(placed[a], placed[b]), plain(a, b));
            }
            assert_eq!(shared(placed[0], placed[3]), 0, "another class");
            hidden.push((placed[0] & placed[3] & ((1 << PLACES) - 1)).count_ones());
        }
        let mean = f64::from(hidden.iter().sum::<u32>()) / 200.0;
        assert!((mean - 24.0 * 24.0 / 58.0).abs() < 0.5, "{mean}");
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
