//! How well a typed word fits a word of a name. Whole words are judged as `linkage` judges them; a word still being
//! typed is a beginning.

use super::query::Typed;

/// Linkage takes words from here on for one word.
const ONE_WORD: f64 = 0.9;
/// A beginning with a slip in it has at least so many letters.
pub(super) const LEAST_FOR_SLIP: usize = 4;

/// A beginning that is only heard alike has at least so many sounds.
const LEAST_SOUNDS: usize = 3;

/// From 0 (does not fit) to 1 (is the word).
pub(super) fn quality(typed: &Typed, word: &str, sound: &str) -> f64 {
    let whole = linkage::word_likeness((&typed.word, &typed.sound), (word, sound));
    if whole >= ONE_WORD {
        return whole;
    }
    if word.starts_with(&typed.word) {
        return 0.86 + 0.08 * share(&typed.word, word);
    }
    // Two sounds begin too many names: *moh* is not yet *Moussa*.
    if typed.sound.chars().count() >= LEAST_SOUNDS && sound.starts_with(&typed.sound) {
        return 0.8 + 0.05 * share(&typed.sound, sound);
    }
    if is_beginning_with_slip(&typed.word, word) {
        return 0.78 + 0.04 * share(&typed.word, word);
    }
    // What is heard nearly alike: *Ousmane* and *Usman*.
    let shorter = typed.sound.chars().count().min(sound.chars().count());
    let is_near = shorter >= LEAST_FOR_SLIP && strsim::damerau_levenshtein(&typed.sound, sound) <= 1;
    if is_near { 0.85 } else { 0.0 }
}

/// How much of the word was typed.
fn share(typed: &str, word: &str) -> f64 {
    let length = |text: &str| f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    length(typed) / length(word).max(1.0)
}

/// Whether the word begins as typed but for one slip, which is not in its first letter.
fn is_beginning_with_slip(typed: &str, word: &str) -> bool {
    let letters = typed.chars().count();
    if letters < LEAST_FOR_SLIP || typed.chars().next() != word.chars().next() {
        return false;
    }
    (letters - 1..=letters + 1).any(|cut| {
        let end = word.char_indices().nth(cut).map_or(word.len(), |(end, _)| end);
        strsim::damerau_levenshtein(typed, &word[..end]) <= 1
    })
}

/// What of a word can be compared without looking at it: length and which letters it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    letters: u32,
    length: u8,
    bytes: u8,
    first: char,
}

impl Outline {
    pub(super) fn of(word: &str) -> Self {
        let bit = |letter: char| match letter {
            'a'..='z' => 1 << (u32::from(letter) - u32::from('a')),
            other => 1 << (26 + u32::from(other) % 6),
        };
        Self {
            letters: word.chars().fold(0, |letters, letter| letters | bit(letter)),
            length: u8::try_from(word.chars().count()).unwrap_or(u8::MAX),
            bytes: u8::try_from(word.len()).unwrap_or(u8::MAX),
            first: word.chars().next().unwrap_or_default(),
        }
    }

    /// Whether the words may be one but for slips: a slip changes the length by one at most, and two letters.
    pub(super) fn may_be_slip_of(self, other: Self) -> bool {
        let slips = if self.bytes.min(other.bytes) >= 7 { 2 } else { 1 };
        self.length.abs_diff(other.length) <= slips
            && (self.letters ^ other.letters).count_ones() <= 2 * u32::from(slips)
    }

    /// Whether the words, as they sound, may be one but for a slip.
    pub(super) fn may_sound_like(self, other: Self) -> bool {
        usize::from(self.length.min(other.length)) >= LEAST_FOR_SLIP
            && self.length.abs_diff(other.length) <= 1
            && (self.letters ^ other.letters).count_ones() <= 2
    }

    /// Whether `self`, typed, may begin `word` but for one slip.
    pub(super) fn may_begin_with_slip(self, word: Self) -> bool {
        usize::from(self.length) >= LEAST_FOR_SLIP
            && self.first == word.first
            && self.length <= word.length.saturating_add(1)
            && (self.letters & !word.letters).count_ones() <= 1
    }
}
