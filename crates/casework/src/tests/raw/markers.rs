//! Names that nobody has, and looking for them in bytes.

use std::collections::{BTreeSet, HashMap};

/// Bytes by which a text is looked up; none is shorter.
const START: usize = 4;

/// A surname.
pub const SURNAME: &str = "Qvornakzi";
/// A given name.
pub const GIVEN: &str = "Wexlimbar";
/// A free text.
pub const NOTE: &str = "zhugrontava";
/// Whole names: with accents, and in another script.
pub const NAMES: [&str; 2] = ["Ìzqórnêq Bruvàntil", "Ярквозня Прумбель"];
/// A name of somebody who is erased, and a text that is only about them.
pub const ERASED: [&str; 3] = ["Vrolquendix", "Uxmarbetal", "kwimpostrel"];
/// Birth dates as registers write them; no flow writes anything else of these days.
pub const BIRTHS: [&str; 2] = ["04/03/1957", "14/03/1957"];

/// Everything to be looked for, in every way it may be written.
pub fn needles() -> Vec<(String, Vec<u8>)> {
    let mut texts = vec![NOTE.to_owned(), NOTE.to_uppercase()];
    for name in [SURNAME, GIVEN, "Wexlombir"].into_iter().chain(NAMES).chain(ERASED) {
        texts.extend([name.to_owned(), name.to_lowercase(), name.to_uppercase(), kernel::text::fold(name)]);
        texts.extend(name.split(' ').map(str::to_owned));
        let folded = linkage::fold_name(name);
        texts.extend(folded.words.into_iter().chain(folded.sounds).filter(|word| word.len() >= 6));
    }
    for birth in BIRTHS {
        let (day, month, year) = (&birth[..2], &birth[3..5], &birth[6..]);
        texts.extend([birth.to_owned(), format!("{year}-{month}-{day}"), format!("{year}{month}{day}")]);
    }
    texts.sort();
    texts.dedup();
    texts.iter().flat_map(|text| encoded(text).map(|bytes| (text.clone(), bytes))).collect()
}

/// A text in UTF-8, in UTF-16 of both orders, and as the digits of its bytes.
fn encoded(text: &str) -> [Vec<u8>; 4] {
    let utf16 = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect();
    [
        text.as_bytes().to_vec(),
        utf16(u16::to_le_bytes),
        utf16(u16::to_be_bytes),
        hex::encode(text).into_bytes(),
    ]
}

/// The texts that are found in some bytes; of Latin letters case does not matter.
pub fn found(bytes: &[u8], needles: &[(String, Vec<u8>)]) -> Vec<String> {
    let mut by_start: HashMap<[u8; START], Vec<(&str, Vec<u8>)>> = HashMap::new();
    for (text, needle) in needles {
        let needle = needle.to_ascii_lowercase();
        let start = *needle.first_chunk().unwrap();
        by_start.entry(start).or_default().push((text, needle));
    }
    let bytes = bytes.to_ascii_lowercase();
    let mut found: BTreeSet<&str> = BTreeSet::new();
    for (place, start) in bytes.windows(START).enumerate() {
        let start: [u8; START] = start.try_into().unwrap();
        for (text, needle) in by_start.get(&start).into_iter().flatten() {
            if bytes[place..].starts_with(needle) {
                found.insert(text);
            }
        }
    }
    found.into_iter().map(str::to_owned).collect()
}
