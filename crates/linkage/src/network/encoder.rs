//! From a person to an encoding. Every view stands under a salt that few people share: never a common name
//! alone, never a birth year alone. `docs/adr/0049` says why.

use chrono::Datelike as _;
use kernel::{Day, Gender};

use super::common::is_common;
use super::compare::Kind;
use super::encoding::{Encoding, MAX_FURTHER, MAX_WORDS, NewView};
use super::filter::Word;
use super::identity::Identity;
use super::key::{Drawn, NetworkKey, Token};
use super::pinyin::by_syllables;
use crate::fold_name;

/// A field beyond name, birth date, gender and citizenship.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FurtherField {
    /// Its name, a part of the salts.
    pub name: String,
    /// Whether so few people share a value that two who do are worth comparing, such as a document's number.
    pub identifies: bool,
}

/// Encodes people under a network's key.
#[derive(Clone, Debug)]
pub struct Encoder {
    key: NetworkKey,
    further: Vec<FurtherField>,
}

impl Encoder {
    /// An encoder of name, birth date, gender and citizenship.
    pub fn new(key: NetworkKey) -> Self {
        Self { key, further: Vec::new() }
    }

    /// The same with further fields, at most eight.
    #[must_use]
    pub fn with_further(mut self, fields: impl IntoIterator<Item = FurtherField>) -> Self {
        self.further = fields.into_iter().take(MAX_FURTHER).collect();
        self
    }

    /// Encodes a person.
    pub fn encode(&self, identity: &Identity) -> Encoding {
        let citizenship = identity.citizenship.as_deref().unwrap_or_default();
        let folded = fold_name(&identity.name);
        let syllables = (citizenship == "CN").then(|| by_syllables(&folded)).flatten();
        // So few syllables there are that each of them is common.
        let is_common = |sound: &str| syllables.is_some() || is_common(sound);
        let folded = syllables.as_ref().unwrap_or(&folded);
        let mut sounds = folded.sorted_sounds();
        sounds.retain(|sound| !sound.is_empty());
        if sounds.len() > MAX_WORDS {
            sounds.sort_by_key(|sound| (std::cmp::Reverse(sound.len()), *sound));
            sounds.truncate(MAX_WORDS);
            sounds.sort_unstable();
        }
        let further: Vec<String> = (0..self.further.len())
            .map(|at| identity.further.get(at).and_then(Option::as_deref).unwrap_or_default())
            .map(|value| kernel::text::fold(value).replace(' ', ""))
            .collect();
        let plain = Plain {
            birth: identity.birth,
            gender: identity.gender,
            citizenship,
            words: sounds.iter().map(|sound| Word::of(sound)).collect(),
            further: further.iter().map(|value| Word::of_field(value)).collect(),
        };
        let views = self
            .salts(&sounds, &plain, &further, is_common)
            .into_iter()
            .map(|(kind, salt)| plain.view(kind, &self.key.draw(salt.as_bytes())))
            .collect();
        Encoding::of(sounds.len(), self.further.len(), views)
    }

    /// The salts under which a person can be met.
    fn salts(
        &self,
        sounds: &[&str],
        plain: &Plain<'_>,
        further: &[String],
        is_common: impl Fn(&str) -> bool,
    ) -> Vec<(Kind, String)> {
        let mut salts = Vec::new();
        let beside = format!("{}|{}", plain.gender.code(), plain.citizenship);
        let birth = plain.birth.map(Birth::of);
        if let Some(birth) = birth.filter(|birth| !birth.january) {
            salts.push((Kind::Day, format!("day|{}|{}|{}", birth.year, birth.small, birth.large)));
        }
        for (at, one) in sounds.iter().enumerate() {
            for other in &sounds[at + 1..] {
                let common = is_common(one) && is_common(other);
                // Two common words together are borne by so many that more must be shared.
                let more = if common { beside.as_str() } else { "" };
                if let Some(Birth { year, small, large, january }) = birth {
                    salts.push((Kind::YearPair, format!("year|{year}|{one}|{other}|{more}")));
                    if !january {
                        let salt = format!("date|{small}|{large}|{one}|{other}|{more}");
                        salts.push((Kind::DayPair, salt));
                    }
                }
                // A name alone is a salt only where neither word is common. A view is made all the same, with
                // the date in its salt, so that its absence does not tell who bears a common name.
                let rare = !is_common(one) && !is_common(other);
                let date = plain.birth.filter(|_| !rare).map(|date| date.to_string()).unwrap_or_default();
                salts.push((Kind::Pair, format!("name|{one}|{other}|{beside}|{rare}|{date}")));
            }
        }
        // Whose day is not known has no day to share: one word and the beginning of another, with the year.
        if let Some(Birth { year, january: true, .. }) = birth {
            for (at, one) in sounds.iter().enumerate() {
                for other in
                    sounds.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other)
                {
                    let beginning = other.chars().next().unwrap_or('_');
                    salts.push((Kind::January, format!("january|{year}|{one}|{beginning}")));
                }
            }
        }
        for (at, (field, value)) in self.further.iter().zip(further).enumerate() {
            if field.identifies && !value.is_empty() {
                salts.push((Kind::further(at), format!("field|{}|{value}", field.name)));
            }
        }
        salts
    }
}

/// What is encoded, before a salt.
struct Plain<'a> {
    birth: Option<Day>,
    gender: Gender,
    citizenship: &'a str,
    words: Vec<Word>,
    further: Vec<Word>,
}

impl Plain<'_> {
    fn view(&self, kind: Kind, drawn: &Drawn) -> NewView {
        let mut tokens = 0_u64;
        let mut put = |byte: u32, token: u8| tokens |= u64::from(token) << (8 * byte);
        if let Some(birth) = self.birth {
            let year = u32::try_from(birth.year().rem_euclid(64)).unwrap_or_default();
            put(1, drawn.token(Token::DayOrMonth, birth.day()));
            put(2, drawn.token(Token::DayOrMonth, birth.month()));
            put(3, drawn.token(Token::Year, year));
            put(4, drawn.token(Token::Year, year + 1));
        }
        let gender = match self.gender {
            Gender::F => Some(0),
            Gender::M => Some(1),
            Gender::X => Some(2),
            Gender::Unknown => None,
        };
        if let Some(gender) = gender {
            put(5, drawn.token(Token::Gender, gender));
        }
        if !self.citizenship.is_empty() {
            tokens |= u64::from(drawn.word(self.citizenship)) << 48;
        }
        let placed = |words: &[Word]| words.iter().map(|word| drawn.place(*word)).collect();
        NewView { kind, name: drawn.name, tokens, words: placed(&self.words), further: placed(&self.further) }
    }
}

/// A birth date, by what hands confuse.
#[derive(Clone, Copy)]
struct Birth {
    year: i32,
    small: u32,
    large: u32,
    /// The 1 January, written for an unknown day.
    january: bool,
}

impl Birth {
    fn of(date: Day) -> Self {
        let (day, month) = (date.day(), date.month());
        Self { year: date.year(), small: day.min(month), large: day.max(month), january: date.ordinal() == 1 }
    }
}
