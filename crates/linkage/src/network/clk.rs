//! Composite filters as others publish them (Schnell, Bachteler and Reiher, BMC Medical Informatics and Decision
//! Making 9:41, 2009, and the settings of clkhash): all fields of a record in one keyed filter of 1,024 bits,
//! compared by Dice's coefficient. The product keeps no such filter; they are here so that its own method can be
//! measured against them.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

/// Numbers of 64 bits in a filter.
const NUMBERS: usize = 16;

/// A composite filter of 1,024 bits.
pub type Clk = [u64; NUMBERS];

/// How a field is put into a filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Letters in a piece.
    pub letters: usize,
    /// Whether a piece is told apart by where it stands.
    pub positional: bool,
    /// Bits set for the field, over all its pieces.
    pub bits: usize,
}

/// The filter of a record.
pub fn clk(secret: &[u8], record: &[&str], features: &[Feature]) -> Clk {
    let mut filter = [0; NUMBERS];
    for (at, (value, feature)) in record.iter().zip(features).enumerate() {
        let pieces = pieces(value, feature);
        for (number, piece) in pieces.iter().enumerate() {
            // As many for each piece, and one more for the first ones until the bits are spent.
            let more = usize::from(number < feature.bits % pieces.len());
            set(&mut filter, secret, &format!("{at}|{piece}"), feature.bits / pieces.len() + more);
        }
    }
    filter
}

fn pieces(value: &str, feature: &Feature) -> Vec<String> {
    if value.is_empty() {
        return Vec::new();
    }
    let pad = " ".repeat(feature.letters - 1);
    let letters: Vec<char> = format!("{pad}{value}{pad}").chars().collect();
    let pieces = letters.windows(feature.letters).map(|piece| piece.iter().collect::<String>());
    if feature.positional {
        return pieces.enumerate().map(|(at, piece)| format!("{} {piece}", at + 1)).collect();
    }
    let mut once = Vec::new();
    for piece in pieces {
        if !once.contains(&piece) {
            once.push(piece);
        }
    }
    once
}

fn set(filter: &mut Clk, secret: &[u8], piece: &str, bits: usize) {
    // A key of any length is allowed, so this never fails.
    let Ok(mac) = Hmac::<Sha256>::new_from_slice(secret) else { return };
    let places = (0_u8..).flat_map(|counter| {
        let mut mac = mac.clone();
        mac.update(piece.as_bytes());
        mac.update(&[0, counter]);
        let digest: [u8; 32] = mac.finalize().into_bytes().into();
        digest.chunks(2).map(|pair| usize::from(pair[0] & 3) << 8 | usize::from(pair[1])).collect::<Vec<_>>()
    });
    for place in places.take(bits) {
        filter[place / 64] |= 1 << (place % 64);
    }
}

/// Bits set.
pub fn weight(filter: &Clk) -> u32 {
    filter.iter().map(|number| number.count_ones()).sum()
}

/// All pairs whose Dice coefficient is at least `least`: positions in `a` and `b`, and the coefficient.
pub fn pairs(a: &[Clk], b: &[Clk], least: f64) -> Vec<(usize, usize, f64)> {
    let weights: Vec<u32> = b.iter().map(weight).collect();
    let mut found = Vec::new();
    for (one, filter) in a.iter().enumerate() {
        one_against_all((one, filter, weight(filter)), b, &weights, least, &mut found);
    }
    found
}

/// Compiled twice, with and without the processor's instruction for counting bits; the right one is taken when
/// the program runs.
#[multiversion::multiversion(targets("x86_64+popcnt"))]
fn one_against_all(
    (at, one, weight): (usize, &Clk, u32),
    all: &[Clk],
    weights: &[u32],
    least: f64,
    found: &mut Vec<(usize, usize, f64)>,
) {
    for (to, (other, other_weight)) in all.iter().zip(weights).enumerate() {
        let mut shared = 0;
        for number in 0..NUMBERS {
            shared += (one[number] & other[number]).count_ones();
        }
        let both = weight + other_weight;
        if f64::from(2 * shared) >= least * f64::from(both) && both > 0 {
            found.push((at, to, f64::from(2 * shared) / f64::from(both)));
        }
    }
}

/// Links one to one: the most alike first, each record once; ties by position.
pub fn one_to_one(mut pairs: Vec<(usize, usize, f64)>) -> Vec<(usize, usize)> {
    pairs.sort_by(|a, b| b.2.total_cmp(&a.2).then_with(|| (a.0, a.1).cmp(&(b.0, b.1))));
    let (mut left, mut right) = (std::collections::HashSet::new(), std::collections::HashSet::new());
    let free = |(a, b, _): &(usize, usize, f64)| {
        let free = !left.contains(a) && !right.contains(b);
        if free {
            left.insert(*a);
            right.insert(*b);
        }
        free
    };
    pairs.into_iter().filter(free).map(|(a, b, _)| (a, b)).collect()
}
