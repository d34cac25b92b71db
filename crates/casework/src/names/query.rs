//! What somebody is looked for by: the words of a name, perhaps not yet written to their end, and a birth date.

use chrono::Datelike as _;
use kernel::{Day, Gender, text};
use linkage::{BirthAgreement, Form, fold_name};

use super::rank::birth_agreement;

use crate::registers::model::birth_written;

/// More words than a name has say nothing more.
pub(super) const MOST_WORDS: usize = 8;

/// Letters of a word that is taken for a part of a longer one.
const LEAST_PART: usize = 3;
/// Ways of parting words that are tried.
const MOST_PARTED: usize = 3;

/// A word as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Typed {
    pub word: String,
    pub sound: String,
}

/// What was typed of a birth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Birth {
    Unknown,
    Year(i32),
    Day(Day),
}

/// What somebody is looked for by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    /// The ways in which the name may be meant, as it was typed first.
    pub(super) readings: Vec<Vec<Typed>>,
    pub(super) birth: Birth,
    pub(super) gender: Gender,
    pub(super) citizenship: Option<String>,
}

impl Query {
    /// What is typed into a search field: a name, whole or not, in any order, and a birth date or year in any of
    /// the ways it is written in Italy.
    pub fn typed(text: &str, today: Day) -> Self {
        let words: Vec<&str> = text.split_whitespace().take(2 * MOST_WORDS).collect();
        let (from, to, birth) = birth_in(&words, today);
        let name = words[..from].iter().chain(&words[to..]);
        // What is left with digits in it is a date still being typed.
        let name: Vec<&str> =
            name.copied().filter(|word| !word.contains(|letter: char| letter.is_ascii_digit())).collect();
        Self { readings: readings(&name.join(" ")), birth, gender: Gender::Unknown, citizenship: None }
    }

    /// A person as they would be written down.
    pub fn of(form: &Form) -> Self {
        Self {
            readings: readings(&form.whole_name()),
            birth: form.birth.map_or(Birth::Unknown, Birth::Day),
            gender: form.gender,
            citizenship: form.citizenship.clone(),
        }
    }

    /// Readings with a gap that was left out put back: a word that is two words somebody is called by.
    pub(super) fn parted(&self, is_known: impl Fn(&str) -> bool) -> Vec<Vec<Typed>> {
        let Some(words) = self.readings.first().filter(|words| words.len() < MOST_WORDS) else {
            return Vec::new();
        };
        let mut readings = Vec::new();
        for (at, typed) in words.iter().enumerate() {
            for (cut, _) in typed.word.char_indices() {
                let (left, right) = typed.word.split_at(cut);
                if left.chars().count() < LEAST_PART || right.chars().count() < LEAST_PART {
                    continue;
                }
                if is_known(left) && is_known(right) {
                    let mut reading = words.clone();
                    let part = |word: &str| Typed { sound: sound_of(word), word: word.to_owned() };
                    reading.splice(at..=at, [part(left), part(right)]);
                    readings.push(reading);
                }
            }
        }
        readings.truncate(MOST_PARTED);
        readings
    }

    /// Whether anything of a name was typed.
    pub fn has_name(&self) -> bool {
        self.readings.first().is_some_and(|words| !words.is_empty())
    }

    /// Whether a name is all that is said.
    pub(super) fn is_name_alone(&self) -> bool {
        self.birth == Birth::Unknown && self.gender == Gender::Unknown && self.citizenship.is_none()
    }

    /// How the birth that was typed agrees with another; none where nothing can be said.
    pub fn birth_agreement(&self, birth: Option<Day>) -> Option<BirthAgreement> {
        birth_agreement(self.birth, birth)
    }

    /// Whether it says too little to look for anybody: less than two letters, and no date.
    pub fn says_too_little(&self) -> bool {
        let letters: usize = self
            .readings
            .first()
            .map_or(0, |words| words.iter().map(|typed| typed.word.chars().count()).sum());
        letters < 2 && !(letters == 0 && matches!(self.birth, Birth::Day(_)))
    }
}

/// Where in the words a date or a year stands, the longest there is, and which.
fn birth_in(words: &[&str], today: Day) -> (usize, usize, Birth) {
    let has_digit = |word: &&str| word.contains(|letter: char| letter.is_ascii_digit());
    for length in (1..=words.len().min(4)).rev() {
        for from in 0..=words.len() - length {
            let some = &words[from..from + length];
            // A date begins and ends with a number: *3 maggio 1990*.
            if !(some.first().is_some_and(has_digit) && some.last().is_some_and(has_digit)) {
                continue;
            }
            let text = some.join(" ");
            if let Ok(year) = text.parse::<i32>()
                && text.len() == 4
            {
                if (1900..=today.year()).contains(&year) {
                    return (from, from + length, Birth::Year(year));
                }
            } else if let Some(day) = birth_written(&text, today) {
                // A single number is a date only where it is written with all its digits.
                if length > 1 || text.len() >= 6 {
                    return (from, from + length, Birth::Day(day));
                }
            }
        }
    }
    (words.len(), words.len(), Birth::Unknown)
}

/// The ways in which a name may be meant: as it stands; without the particles that others leave out; with a gap
/// that slipped in taken out.
fn readings(name: &str) -> Vec<Vec<Typed>> {
    let words = fold_name(name).words;
    let mut readings = vec![words.clone()];
    let bare = without_particles(name, &words);
    if bare != words && !bare.is_empty() {
        readings.push(bare);
    }
    for gap in 1..words.len() {
        let mut closed = words.clone();
        let after = closed.remove(gap);
        closed[gap - 1].push_str(&after);
        readings.push(closed);
    }
    let typed = |word: String| Typed { sound: sound_of(&word), word };
    readings.into_iter().map(|words| words.into_iter().take(MOST_WORDS).map(typed).collect()).collect()
}

/// The words of a name with the particles before them taken off, where [`fold_name`] joined them: *El Amrani* as
/// *amrani*.
fn without_particles(name: &str, words: &[String]) -> Vec<String> {
    words.iter().map(|word| bare(name, word).unwrap_or_else(|| word.clone())).collect()
}

/// What a joined word is without its particles, if some were joined to it and enough is left.
pub(super) fn bare(name: &str, word: &str) -> Option<String> {
    let apart = text::fold(name);
    let end = apart
        .split(' ')
        .filter(|piece| word.ends_with(piece) && *piece != word)
        .max_by_key(|piece| piece.len())?;
    (end.chars().count() >= 4).then(|| end.to_owned())
}

/// The word as it sounds.
pub(super) fn sound_of(word: &str) -> String {
    fold_name(word).sounds.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        "2026-06-01".parse().unwrap()
    }

    fn words(query: &Query) -> Vec<&str> {
        query.readings[0].iter().map(|typed| typed.word.as_str()).collect()
    }

    #[test]
    fn a_birth_is_read_wherever_it_stands() {
        let born = Birth::Day("1990-05-03".parse().unwrap());
        for text in [
            "Diop Awa 3/5/1990",
            "03.05.1990 diop awa",
            "diop 3 maggio 1990 awa",
            "Diop Awa 03051990",
            "Diop  Awa 3-5-90",
            "Diop Awa 1990-05-03",
            "Diop Awa 3 mag 1990",
        ] {
            let query = Query::typed(text, today());
            assert_eq!(query.birth, born, "{text}");
            assert_eq!(words(&query), ["diop", "awa"], "{text}");
        }
        let query = Query::typed("Diop 1990", today());
        assert_eq!((query.birth, words(&query)), (Birth::Year(1990), vec!["diop"]));
        for text in ["Diop 3/5", "Diop 3", "Diop 3/5/", "Diop 31/02/1990", "Diop 2099"] {
            let query = Query::typed(text, today());
            assert_eq!((query.birth, words(&query)), (Birth::Unknown, vec!["diop"]), "{text}");
        }
        assert_eq!(words(&Query::typed("Mar Maggio", today())), ["mar", "maggio"]);
    }

    #[test]
    fn too_little_is_said_to_be_too_little() {
        for (text, little) in
            [("", true), ("d", true), ("1990", true), ("di", false), ("a b", false), ("3/5/1990", false)]
        {
            assert_eq!(Query::typed(text, today()).says_too_little(), little, "{text}");
        }
    }

    #[test]
    fn particles_and_gaps_are_read_both_ways() {
        let query = Query::typed("El Amrani Said", today());
        let readings: Vec<String> = query
            .readings
            .iter()
            .map(|words| words.iter().map(|typed| typed.word.as_str()).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(readings, ["elamrani said", "amrani said", "elamranisaid"]);
    }
}
