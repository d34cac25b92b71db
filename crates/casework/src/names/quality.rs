//! How well a typed word fits a word of a name. Whole words are judged as `linkage` judges them; a word still being
//! typed is a beginning.

use super::query::Typed;

/// Linkage takes words from here on for one word.
const ONE_WORD: f64 = 0.9;
/// A beginning with a slip in it has at least so many letters.
pub(super) const LEAST_FOR_SLIP: usize = 4;

/// A beginning that is only heard alike has at least so many sounds.
const LEAST_SOUNDS: usize = 3;

/// From 0 (does not fit) to 1 (is the word). What the outlines rule out is not looked at; the tests hold it to the rule
/// written out in full.
pub(super) fn quality(typed: &Typed, outlined: (Outline, Outline), known: &Known<'_>) -> f64 {
    let (word, sound) = (known.word, known.sound);
    let may_be_slip = || {
        outlined.0.may_be_slip_of(known.outlines.0)
            && (outlined.0.slips_between(known.outlines.0) > 1
                || letters(&typed.word, word, is_one_but_for_a_slip, is_one_but_for_a_slip))
    };
    if typed.sound == sound || may_be_slip() {
        let whole = linkage::word_likeness((&typed.word, &typed.sound), (word, sound));
        if whole >= ONE_WORD {
            return whole;
        }
    }
    if word.starts_with(&typed.word) {
        return 0.86 + 0.08 * outlined.0.share_of(known.outlines.0);
    }
    // Two sounds begin too many names: *moh* is not yet *Moussa*.
    if usize::from(outlined.1.length) >= LEAST_SOUNDS && sound.starts_with(&typed.sound) {
        return 0.8 + 0.05 * outlined.1.share_of(known.outlines.1);
    }
    if outlined.0.may_begin_with_slip(known.outlines.0)
        && letters(&typed.word, word, begins_but_for_a_slip, begins_but_for_a_slip)
    {
        return 0.78 + 0.04 * outlined.0.share_of(known.outlines.0);
    }
    // What is heard nearly alike: *Ousmane* and *Usman*.
    let is_near = outlined.1.may_sound_like(known.outlines.1)
        && letters(&typed.sound, sound, is_one_but_for_a_slip, is_one_but_for_a_slip);
    if is_near { 0.85 } else { 0.0 }
}

/// A word of the vocabulary, with its sound, and what can be compared of both at a glance.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known<'a> {
    pub word: &'a str,
    pub sound: &'a str,
    pub outlines: (Outline, Outline),
}

/// Compares two words letter by letter: as bytes where each letter is one.
fn letters(
    one: &str,
    other: &str,
    bytes: fn(&[u8], &[u8]) -> bool,
    chars: fn(&[char], &[char]) -> bool,
) -> bool {
    if one.is_ascii() && other.is_ascii() {
        bytes(one.as_bytes(), other.as_bytes())
    } else {
        chars(&one.chars().collect::<Vec<_>>(), &other.chars().collect::<Vec<_>>())
    }
}

/// What is left of two words after the letters with which both begin.
fn after_the_same<'a, T: PartialEq>(one: &'a [T], other: &'a [T]) -> (&'a [T], &'a [T]) {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    (&one[same..], &other[same..])
}

/// Whether two words are one but for a letter left out, put in, replaced, or exchanged with the next.
fn is_one_but_for_a_slip<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    match after_the_same(one, other) {
        ([], rest) | (rest, []) => rest.len() <= 1,
        ([a, one @ ..], [b, other @ ..]) => {
            let exchanged = matches!((one, other), ([c, one @ ..], [d, other @ ..])
                if a == d && b == c && one == other);
            let left_out = matches!(one, [c, one @ ..] if c == b && one == other);
            let put_in = matches!(other, [d, other @ ..] if d == a && one == other);
            one == other || exchanged || left_out || put_in
        }
    }
}

/// Whether a word begins as typed but for one such slip.
fn begins_but_for_a_slip<T: PartialEq>(typed: &[T], word: &[T]) -> bool {
    match after_the_same(typed, word) {
        (typed, []) => typed.len() <= 1,
        ([], _) => true,
        (typed @ [a, rest @ ..], word @ [b, after @ ..]) => {
            let exchanged = matches!((rest, after), ([c, rest @ ..], [d, after @ ..])
                if a == d && b == c && after.starts_with(rest));
            after.starts_with(rest) || exchanged || word.starts_with(rest) || after.starts_with(typed)
        }
    }
}

/// What of a word can be compared without looking at it: length and which letters it has.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    letters: u32,
    length: u16,
    bytes: u16,
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
            length: u16::try_from(word.chars().count()).unwrap_or(u16::MAX),
            bytes: u16::try_from(word.len()).unwrap_or(u16::MAX),
            first: word.chars().next().unwrap_or_default(),
        }
    }

    /// How much of a word was typed.
    fn share_of(self, word: Self) -> f64 {
        f64::from(self.length) / f64::from(word.length.max(1))
    }

    /// Whether the words may be one but for slips: a slip changes the length by one at most, and two letters.
    pub(super) fn may_be_slip_of(self, other: Self) -> bool {
        let slips = self.slips_between(other);
        self.length.abs_diff(other.length) <= slips
            && (self.letters ^ other.letters).count_ones() <= 2 * u32::from(slips)
    }

    /// How many slips may be between the words for them to be one: two in long ones.
    fn slips_between(self, other: Self) -> u16 {
        if self.bytes.min(other.bytes) >= 7 { 2 } else { 1 }
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

#[cfg(test)]
pub(super) mod plainly {
    //! The same in full, word by word.

    use super::super::query::Typed;
    use super::{LEAST_FOR_SLIP, LEAST_SOUNDS, ONE_WORD};

    /// From 0 (does not fit) to 1 (is the word).
    pub fn quality(typed: &Typed, word: &str, sound: &str) -> f64 {
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
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::query::sound_of;
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn what_is_ruled_out_at_a_glance_does_not_fit(
            word in "[abhmsué]{1,9}", cut in 0_usize..9, slips in prop::collection::vec((0_usize..9, "[abhms]?"), 0..3)
        ) {
            let mut letters: Vec<char> = word.chars().take(cut + 1).collect();
            for (at, other) in slips {
                let at = at % letters.len();
                match other.chars().next() {
                    Some(letter) if at.is_multiple_of(2) => letters.insert(at, letter),
                    Some(letter) => letters[at] = letter,
                    None if letters.len() > 1 && at.is_multiple_of(2) => { letters.remove(at); }
                    None => letters.rotate_left(at.min(1)),
                }
            }
            let typed: String = letters.into_iter().collect();
            let (typed, sound) = (Typed { sound: sound_of(&typed), word: typed }, sound_of(&word));
            let of = |word: &str, sound: &str| (Outline::of(word), Outline::of(sound));
            let known = Known { word: &word, sound: &sound, outlines: of(&word, &sound) };
            let found = quality(&typed, of(&typed.word, &typed.sound), &known);
            prop_assert_eq!(found, plainly::quality(&typed, &word, &sound), "{:?} {}", typed, word);
        }
    }
}
