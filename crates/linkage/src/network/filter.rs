//! A word as a Bloom filter of constant weight, before its bits are placed by a salt.

use super::key::mix;

/// Bits set in every filter of a word. All words weigh the same, so that a filter does not tell how long its
/// word is.
pub(crate) const WEIGHT: u32 = 24;
/// Places for these bits. The rest of the number says of which class the word is.
pub(crate) const PLACES: u32 = 58;

/// A word: its filter, and the class of its first sound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) filter: u64,
    /// Words of different classes are placed differently even under one salt, and never compared: else the bits
    /// that two words of one person share would tell which words they are.
    pub(crate) class: u8,
}

impl Word {
    /// The filter of a word: its pairs of letters and its letters, beginning and end included, each hashed as often as it
    /// takes to set [`WEIGHT`] bits. Letters by themselves, because two that change places leave no pair as it was. An
    /// empty word has the empty filter.
    ///
    /// The hash is public on purpose: which bits two words share must not change with the key, or a rotation would
    /// change clusters. The secret is in the order in which a salt places the bits.
    pub(crate) fn of(word: &str) -> Self {
        let class = match word.chars().next() {
            None | Some('a' | 'i' | 'u' | 'h') => 0,
            Some('b' | 'p') => 1,
            Some('f' | 'v') => 2,
            Some('c' | 'g' | 'k' | 'q' | 'x') => 3,
            Some('s' | 'z') => 4,
            Some('d' | 't') => 5,
            Some('j') => 6,
            Some('l') => 7,
            Some('r') => 8,
            Some('m') => 9,
            Some('n') => 10,
            Some(_) => 11,
        };
        Self { filter: filter(word), class }
    }

    /// The filter of a text that no other field is compared with.
    pub(crate) fn of_field(text: &str) -> Self {
        Self { filter: filter(text), class: 0 }
    }
}

fn filter(word: &str) -> u64 {
    let mut filter = 0_u64;
    if word.is_empty() {
        return filter;
    }
    let letters: Vec<char> = std::iter::once('_').chain(word.chars()).chain(std::iter::once('_')).collect();
    let pairs = letters.windows(2).map(|pair| (pair[0], pair[1]));
    let parts: Vec<(char, char)> = pairs.chain(letters.iter().map(|letter| (*letter, '*'))).collect();
    // Every round adds at most one bit for each part; so many rounds fill any filter.
    for round in 0..4096_u64 {
        for (one, other) in &parts {
            let (one, other) = (u64::from(u32::from(*one)), u64::from(u32::from(*other)));
            let hashed = mix(round ^ (one << 12) ^ (other << 36)) >> 32;
            filter |= 1 << ((hashed * u64::from(PLACES)) >> 32);
            if filter.count_ones() == WEIGHT {
                return filter;
            }
        }
    }
    filter
}

/// Bits that two placed words share, [`WEIGHT`] for one word; none where their classes differ.
pub(crate) fn shared(a: u64, b: u64) -> u32 {
    let bits = (1 << PLACES) - 1;
    if (a ^ b) >> PLACES == 0 { (a & b & bits).count_ones() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_weigh_the_same_and_likeness_shows() {
        for word in ["a", "li", "mahamad", "kapanadze", "abdelrahmanabdelrahman"] {
            assert_eq!(filter(word).count_ones(), WEIGHT, "{word}");
            assert!(filter(word) < 1 << PLACES);
        }
        let near = shared(filter("kamara"), filter("kamra"));
        let far = shared(filter("kamara"), filter("sanuski"));
        assert!(near > far, "{near} {far}");
        assert_eq!(filter(""), 0);
    }
}
