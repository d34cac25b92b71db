//! Made-up people: who they are, and the ways different hands write them.

use chrono::Datelike;
use kernel::{Day, Gender};
use rand::Rng;
use rand::seq::IndexedRandom;

use super::names::{ORIGINS, Origin};

/// Titles of stay, as registers write them, with weights.
const PERMITS: [(&str, u32); 12] = [
    ("Richiesta asilo", 16),
    ("Protezione internazionale", 11),
    ("Protezione speciale", 9),
    ("Protezione temporanea", 4),
    ("Protezione sussidiaria", 8),
    ("Lavoro", 17),
    ("Famiglia", 12),
    ("Attesa occupazione", 6),
    ("In regolarizzazione", 7),
    ("Senza titolo", 5),
    ("UE lungo periodo", 3),
    ("Studio", 2),
];

/// Somebody who does not exist.
#[derive(Clone, Debug)]
pub struct Person {
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given: String,
    /// Birth date.
    pub birth: Day,
    /// Gender.
    pub gender: Gender,
    /// Country, as registers write it.
    pub country: &'static str,
    /// Title of stay, as registers write it.
    pub permit: &'static str,
}

impl Person {
    /// Makes somebody up, aged between 14 and 70 on the demonstration's first day.
    pub fn invent(random: &mut impl Rng) -> Self {
        let origin = pick_origin(random);
        let woman = random.random_ratio(origin.women, 100);
        let given_names = if woman { origin.female } else { origin.male };
        let mut given = word(given_names, random);
        if random.random_ratio(1, 6) {
            given = format!("{given} {}", word(given_names, random));
        }
        let age = age(random);
        let birth_year = super::FIRST_DAY.0 - age;
        let birth = if random.random_ratio(4, 100) {
            // What is written when only the year is known.
            Day::from_ymd_opt(birth_year, 1, 1)
        } else {
            Day::from_yo_opt(birth_year, random.random_range(2..=365))
        };
        let permit =
            PERMITS.choose_weighted(random, |(_, weight)| *weight).map_or("Lavoro", |(name, _)| name);
        Self {
            surname: word(origin.surnames, random),
            given,
            birth: birth.unwrap_or_default(),
            gender: if woman { Gender::F } else { Gender::M },
            country: origin.name,
            permit: if age < 18 { "Minore età" } else { permit },
        }
    }

    /// The person as a city knows them that was told only the year of birth.
    pub fn known_by_year(&self) -> Self {
        let birth = Day::from_ymd_opt(self.birth.year(), 1, 1).unwrap_or(self.birth);
        Self { birth, ..self.clone() }
    }

    /// Makes up somebody of the same family: the same surname and country, another name, born in one of some years.
    pub fn relative(&self, woman: bool, born: std::ops::Range<i32>, random: &mut impl Rng) -> Self {
        let origin = ORIGINS.iter().find(|origin| origin.name == self.country).unwrap_or(&ORIGINS[0]);
        let year = random.random_range(born);
        Self {
            surname: self.surname.clone(),
            given: word(if woman { origin.female } else { origin.male }, random),
            birth: Day::from_yo_opt(year, random.random_range(2..=365)).unwrap_or_default(),
            gender: if woman { Gender::F } else { Gender::M },
            country: self.country,
            permit: if year > super::LAST_DAY.0 - 18 { "Minore età" } else { self.permit },
        }
    }

    /// The person as a hand at the desk writes them today: mostly right.
    pub fn written(&self, random: &mut impl Rng) -> Written {
        let mut written = Written {
            surname: self.surname.to_uppercase(),
            given: self.given.clone(),
            birth: Some(self.birth),
        };
        match random.random_range(0..1000) {
            0..12 => written.surname = slip(&written.surname, random),
            12..22 => written.given = slip(&written.given, random),
            22..30 => std::mem::swap(&mut written.surname, &mut written.given),
            30..38 => {
                let first = written.given.split(' ').next().unwrap_or_default().to_owned();
                written.given = first;
            }
            38..48 => written.birth = None,
            48..52 => written.birth = self.birth.with_year(self.birth.year() + 1),
            52..56 => written.birth = exchanged(self.birth),
            _ => {}
        }
        written
    }
}

/// One way a person is written.
#[derive(Clone, Debug)]
pub struct Written {
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given: String,
    /// Birth date, where somebody asked.
    pub birth: Option<Day>,
}

fn pick_origin(random: &mut impl Rng) -> &'static Origin {
    ORIGINS.choose_weighted(random, |origin| origin.weight).unwrap_or(&ORIGINS[0])
}

fn word(words: &[&str], random: &mut impl Rng) -> String {
    words.choose(random).map_or_else(String::new, |word| (*word).to_owned())
}

fn age(random: &mut impl Rng) -> i32 {
    match random.random_range(0..100) {
        0..9 => random.random_range(14..18),
        9..50 => random.random_range(18..30),
        50..78 => random.random_range(30..42),
        78..95 => random.random_range(42..60),
        _ => random.random_range(60..71),
    }
}

/// Two letters exchanged, one doubled or one dropped.
fn slip(word: &str, random: &mut impl Rng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 4 {
        return word.to_owned();
    }
    let at = random.random_range(1..letters.len() - 1);
    match random.random_range(0..3) {
        0 => letters.swap(at, at + 1),
        1 => letters.insert(at, letters[at]),
        _ => {
            letters.remove(at);
        }
    }
    letters.into_iter().collect()
}

fn exchanged(birth: Day) -> Option<Day> {
    Day::from_ymd_opt(birth.year(), birth.day(), birth.month()).or(Some(birth))
}
