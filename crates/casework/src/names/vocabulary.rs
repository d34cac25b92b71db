//! The distinct words of a city's names, and which of them a typed word fits.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{Arc, Mutex, PoisonError};

use super::quality::{Known, Outline, quality};
use super::query::{Typed, sound_of};

/// Typed words whose fitting ones are remembered: whoever types a name changes its last word alone.
const REMEMBERED: usize = 32;

/// The words that a typed word fits, each once, with how well.
pub(super) type Fitting = Arc<[(WordId, f32)]>;

/// A word of names, by its place in the vocabulary.
pub(super) type WordId = u32;

/// Every word once, with how it sounds and what can be compared of it at a glance.
#[derive(Debug, Default)]
pub(super) struct Words {
    words: Vec<Box<str>>,
    sounds: Vec<Box<str>>,
    /// Of the word and of its sound.
    outlines: Vec<(Outline, Outline)>,
    by_word: BTreeMap<Box<str>, WordId>,
    by_sound: BTreeMap<Box<str>, Vec<WordId>>,
    /// What was typed of late, the newest last. A new word makes it forgotten.
    remembered: Mutex<Vec<(String, Fitting)>>,
}

impl Words {
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn word(&self, id: WordId) -> &str {
        &self.words[id as usize]
    }

    fn known(&self, id: WordId) -> Known<'_> {
        let at = id as usize;
        Known { word: &self.words[at], sound: &self.sounds[at], outlines: self.outlines[at] }
    }

    /// The word with this text, if somebody was ever called so.
    pub(super) fn find(&self, word: &str) -> Option<WordId> {
        self.by_word.get(word).copied()
    }

    /// The word with this text, new if it was never met.
    pub(super) fn add(&mut self, word: &str) -> WordId {
        if let Some(id) = self.by_word.get(word) {
            return *id;
        }
        let id = WordId::try_from(self.words.len()).unwrap_or(WordId::MAX);
        let sound: Box<str> = sound_of(word).into();
        self.words.push(word.into());
        self.outlines.push((Outline::of(word), Outline::of(&sound)));
        self.by_word.insert(word.into(), id);
        self.by_sound.entry(sound.clone()).or_default().push(id);
        self.sounds.push(sound);
        self.remembered.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
        id
    }

    /// The words that a typed word fits, each once, with how well.
    pub(super) fn fitting(&self, typed: &Typed) -> Fitting {
        let of_late = || self.remembered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = of_late().iter().find(|(word, _)| *word == typed.word) {
            return Arc::clone(known);
        }
        let found: Fitting = self.judged(typed).into();
        let mut remembered = of_late();
        if remembered.len() == REMEMBERED {
            remembered.remove(0);
        }
        remembered.push((typed.word.clone(), Arc::clone(&found)));
        found
    }

    fn judged(&self, typed: &Typed) -> Vec<(WordId, f32)> {
        let mut found: Vec<WordId> = Vec::new();
        let begins = self.by_word.range::<str, _>((Bound::Included(typed.word.as_str()), Bound::Unbounded));
        found.extend(begins.take_while(|(word, _)| word.starts_with(&typed.word)).map(|(_, id)| *id));
        let sounds = self.by_sound.range::<str, _>((Bound::Included(typed.sound.as_str()), Bound::Unbounded));
        found.extend(
            sounds
                .take_while(|(sound, _)| sound.starts_with(&typed.sound))
                .flat_map(|(_, ids)| ids.iter().copied()),
        );
        // Slips have no order to be found by; the outlines are looked through, which is quick.
        let (typed_word, typed_sound) = (Outline::of(&typed.word), Outline::of(&typed.sound));
        found.extend((0..).zip(&self.outlines).filter_map(|(id, (word, sound)): (WordId, _)| {
            let may_be = typed_word.may_be_slip_of(*word)
                || typed_word.may_begin_with_slip(*word)
                || typed_sound.may_sound_like(*sound);
            may_be.then_some(id)
        }));
        found.sort_unstable();
        found.dedup();
        let outlined = (typed_word, typed_sound);
        let judged = |id: WordId| (id, quality(typed, outlined, &self.known(id)) as f32);
        found.into_iter().map(judged).filter(|(_, quality)| *quality > 0.0).collect()
    }
}
