//! Folding of names: what is left of a name when case, accents, particles and ways of transliterating are
//! taken away.

use kernel::text;

use crate::sound::sound;

/// A name taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoldedName {
    /// Words without case or accents, particles joined to the word they belong to, in the order written.
    pub words: Vec<String>,
    /// The same words as they sound, so that two transliterations of one name meet.
    pub sounds: Vec<String>,
}

impl FoldedName {
    /// All letters in the order written, without gaps: a slip may have moved a gap.
    pub fn letters(&self) -> String {
        self.words.concat()
    }

    /// The sounds in alphabetical order, each once: the same whatever comes first, surname or given name.
    pub fn sorted_sounds(&self) -> Vec<&str> {
        let mut sounds: Vec<&str> = self.sounds.iter().map(String::as_str).collect();
        sounds.sort_unstable();
        sounds.dedup();
        sounds
    }
}

/// Words that belong to the one after them: Arabic (ben, abdel, el), Romance and Germanic (de, la, van)
/// particles are written apart, joined or with a hyphen by different hands.
const PARTICLES: [&str; 30] = [
    "abd", "abdel", "abdal", "abdul", "abu", "ait", "al", "ben", "bin", "bint", "bou", "da", "dal", "de",
    "del", "della", "di", "dos", "el", "ibn", "la", "le", "lo", "mac", "mc", "oulad", "ould", "san", "van",
    "von",
];

/// Folds a name.
///
/// ```
/// let name = linkage::fold_name("ABDEL RAHMAN Muhammad");
/// assert_eq!(name.words, ["abdelrahman", "muhammad"]);
/// assert_eq!(name.sounds[1], linkage::fold_name("Mohammed").sounds[0]);
/// ```
pub fn fold_name(name: &str) -> FoldedName {
    // An apostrophe stands inside a word (N'Diaye, D'Angelo, Ma'moun), any other mark between words.
    let joined: String =
        name.chars().filter(|letter| !matches!(letter, '\'' | '’' | '‘' | '`' | 'ʼ' | 'ʻ')).collect();
    let folded = text::fold(&joined);
    let mut words: Vec<String> = Vec::new();
    let mut pending = String::new();
    for word in folded.split(' ').filter(|word| !word.is_empty()) {
        pending.push_str(word);
        if !PARTICLES.contains(&word) {
            words.push(std::mem::take(&mut pending));
        }
    }
    if !pending.is_empty() {
        words.push(pending);
    }
    // A name said twice is often written once ("Ayesha Ayesha").
    words.dedup();
    let sounds = words.iter().map(|word| sound(word)).collect();
    FoldedName { words, sounds }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_of_one_name_sound_the_same() {
        for (one, other) in [
            ("Mohamed", "Muhammad"),
            ("Mohammed", "Mohamed"),
            ("Yuliia", "Julia"),
            ("Aicha", "Aisha"),
            ("Ousmane", "Usman"),
            ("Fatima", "Fatema"),
            ("Nataliia", "Natalia"),
            ("Cheikh", "Sheikh"),
            ("Hussain", "Hussein"),
            ("Abdel Rahman", "Abdulrahman"),
            ("Ben Ali", "Benali"),
            ("N'Diaye", "Ndiaye"),
        ] {
            let (one, other) = (fold_name(one), fold_name(other));
            let near = strsim::normalized_damerau_levenshtein(&one.sounds.concat(), &other.sounds.concat());
            assert!(near >= 0.8, "{one:?} {other:?}");
        }
        assert_eq!(fold_name("Muhammad").sounds, fold_name("Mohamed").sounds);
        assert_eq!(fold_name("Oleksandr").sounds, fold_name("Alexander").sounds);
        assert_eq!(fold_name("Volodymyr").sounds, fold_name("Vladimir").sounds);
        assert_ne!(fold_name("Amadou").sounds, fold_name("Mamadou").sounds);
    }

    #[test]
    fn particles_join_the_word_after_them() {
        assert_eq!(fold_name("El-Amrani Said").words, ["elamrani", "said"]);
        assert_eq!(fold_name("Ait ben haddou").words, ["aitbenhaddou"]);
        assert_eq!(fold_name("Karim Ben").words, ["karim", "ben"]);
        assert_eq!(fold_name("Ayesha  AYESHA").words, ["ayesha"]);
        assert!(fold_name(" - ").words.is_empty());
    }
}
