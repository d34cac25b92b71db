//! A word as a Bloom filter of constant weight, before its bits are placed by a salt.

use super::key::mix;

/// Bits set in every filter of a word. All words weigh the same, so that a filter does not tell how long its
/// word is.
pub(crate) const WEIGHT: u32 = 24;

/// The filter of a word: its pairs of letters, beginning and end included, each hashed as often as it takes to
/// set [`WEIGHT`] bits. An empty word has the empty filter.
///
/// The hash is public on purpose: which bits two words share must not change with the key, or a rotation would
/// change clusters. The secret is in the order in which a salt places the bits.
pub(crate) fn filter(word: &str) -> u64 {
    let mut filter = 0_u64;
    if word.is_empty() {
        return filter;
    }
    let letters: Vec<char> =
        std::iter::once('_').chain(word.chars()).chain(std::iter::once('_')).collect();
    // Every round adds at most one bit for each pair; so many rounds fill any filter.
    for round in 0..4096_u64 {
        for pair in letters.windows(2) {
            let (one, other) = (u64::from(u32::from(pair[0])), u64::from(u32::from(pair[1])));
            filter |= 1 << (mix(round ^ (one << 12) ^ (other << 36)) >> 58);
            if filter.count_ones() == WEIGHT {
                return filter;
            }
        }
    }
    filter
}

/// Bits that two filters share: [`WEIGHT`] for one word.
pub(crate) fn shared(a: u64, b: u64) -> u32 {
    (a & b).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_weigh_the_same_and_likeness_shows() {
        for word in ["a", "li", "mahamad", "kapanadze", "abdelrahmanabdelrahman"] {
            assert_eq!(filter(word).count_ones(), WEIGHT, "{word}");
        }
        let near = shared(filter("kamara"), filter("kamra"));
        let far = shared(filter("kamara"), filter("sanuski"));
        assert!(near > far, "{near} {far}");
        assert_eq!(filter(""), 0);
    }
}
