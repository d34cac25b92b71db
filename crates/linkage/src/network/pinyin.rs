//! Chinese names: the syllables of a given name are written as one word or apart (Xuehong, Xue Hong), so a person from
//! China is encoded by syllables.

use crate::FoldedName;
use crate::sound::sound;

const INITIALS: [&str; 23] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c",
    "s", "y", "w",
];

/// Longest first.
const FINALS: [&str; 33] = [
    "iang", "iong", "uang", "ang", "eng", "ian", "iao", "ing", "ong", "uai", "uan", "ai", "an", "ao", "ei",
    "en", "er", "ia", "ie", "in", "iu", "ou", "ua", "ue", "ui", "un", "uo", "a", "e", "i", "o", "u", "v",
];

/// A longer word is no Chinese name.
const LONGEST: usize = 18;

/// The name by its syllables, or nothing where one of its words has none. A letter written twice counts once.
pub(crate) fn by_syllables(name: &FoldedName) -> Option<FoldedName> {
    let mut words = Vec::new();
    for word in &name.words {
        let mut letters: Vec<char> = word.chars().collect();
        letters.dedup();
        let word: String = letters.into_iter().collect();
        let parts = (word.len() <= LONGEST).then(|| syllables(&word)).flatten()?;
        words.extend(parts.into_iter().map(str::to_owned));
    }
    let sounds = words.iter().map(|word| sound(word)).collect();
    Some(FoldedName { words, sounds })
}

/// Syllables without an initial.
const BARE: [&str; 12] = ["ang", "eng", "ai", "an", "ao", "ei", "en", "er", "ou", "a", "e", "o"];

/// The syllables of a word in pinyin; none where the word is none. As pinyin writes it, a consonant belongs to the
/// vowel after it: a syllable begins with a vowel only where nothing else makes a whole word.
fn syllables(word: &str) -> Option<Vec<&str>> {
    parted(word, false).or_else(|| parted(word, true))
}

/// The same, the longest syllables first; `bare` where those after the first may begin with a vowel.
fn parted(word: &str, bare: bool) -> Option<Vec<&str>> {
    let initial =
        INITIALS.iter().find(|initial| word.starts_with(**initial)).map_or(0, |initial| initial.len());
    let endings = if initial == 0 { &BARE[..] } else { &FINALS[..] };
    let endings = endings.iter().filter(|ending| word[initial..].starts_with(**ending));
    endings.map(|ending| initial + ending.len()).find_map(|end| {
        let rest = &word[end..];
        if rest.is_empty() {
            return Some(vec![word]);
        }
        if !bare && rest.starts_with(['a', 'e', 'o']) {
            return None;
        }
        let mut parts = parted(rest, bare)?;
        parts.insert(0, &word[..end]);
        Some(parts)
    })
}

#[cfg(test)]
mod tests {
    use super::super::{Encoder, Identity, NetworkKey};
    use super::*;

    #[test]
    fn a_word_is_parted_into_its_syllables() {
        for (word, parts) in [
            ("xuehong", vec!["xue", "hong"]),
            ("zhang", vec!["zhang"]),
            ("ouyang", vec!["ou", "yang"]),
            ("zhijian", vec!["zhi", "jian"]),
            ("lian", vec!["lian"]),
            ("fanger", vec!["fan", "ger"]),
            ("jianguo", vec!["jian", "guo"]),
            ("liu", vec!["liu"]),
        ] {
            assert_eq!(syllables(word), Some(parts), "{word}");
        }
        for word in ["hawlader", "kovalenko", "gupta", "zheg"] {
            assert_eq!(syllables(word), None, "{word}");
        }
    }

    #[test]
    fn a_chinese_name_is_one_written_joined_or_apart() {
        let encoder = Encoder::new(NetworkKey::new(&[3; 32]).unwrap());
        let encode = |name: &str, country: &str| {
            encoder.encode(&Identity {
                name: name.to_owned(),
                citizenship: Some(country.to_owned()),
                ..Identity::default()
            })
        };
        for written in ["Xiang Xue Hong", "Xuehong Xiang", "XIANG Xue-hong", "Xianng Xuehong"] {
            assert_eq!(encode(written, "CN"), encode("Xiang Xuehong", "CN"), "{written}");
        }
        // Elsewhere a word is a word: Mamadou could be read as syllables too.
        assert_ne!(encode("Diallo Ma Ma Dou", "GN"), encode("Diallo Mamadou", "GN"));
    }
}
