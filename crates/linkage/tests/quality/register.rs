//! A register whose truth is known: people who do not exist, written again and again by hasty hands.

use chrono::{Datelike as _, Days};
use kernel::{Day, Gender};
use linkage::Form;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::{IndexedRandom as _, SliceRandom as _};

use super::names::{COUNTRIES, SPELLINGS};

/// Somebody.
pub struct Person {
    surname: String,
    given: Vec<String>,
    gender: Gender,
    country: &'static str,
    birth: Day,
}

/// How a city keeps its register. Shares are of rows, but for the 1 January, which is of persons.
#[derive(Clone, Copy, Debug)]
pub struct Habits {
    pub slips: f64,
    pub undated: f64,
    pub first_of_january: f64,
    pub keeps_citizenship: bool,
    pub keeps_gender: bool,
}

impl Habits {
    pub const USUAL: Self = Self {
        slips: 0.05,
        undated: 0.025,
        first_of_january: 0.06,
        keeps_citizenship: true,
        keeps_gender: true,
    };
}

/// Rows as they were written: who it was, and what stands there.
pub type Rows = Vec<(usize, Form)>;

/// A year of a city with so many people, its rows in the order of the days.
pub fn register(persons: usize, habits: Habits, random: &mut StdRng) -> Rows {
    let mut rows = Vec::new();
    for (number, person) in people(persons, habits, random).iter().enumerate() {
        for _ in 0..visits(random) {
            rows.push((number, write(person, habits, random)));
        }
    }
    rows.shuffle(random);
    rows
}

pub fn people(count: usize, habits: Habits, random: &mut StdRng) -> Vec<Person> {
    let mut people: Vec<Person> = Vec::with_capacity(count);
    while people.len() < count {
        // One in twenty is a brother or sister of somebody: one surname, one country, another name and birth date.
        let kin = random.random_bool(0.05).then(|| people.choose(random)).flatten();
        let country = match kin {
            Some(kin) => COUNTRIES.iter().find(|country| country.code == kin.country).unwrap(),
            None => COUNTRIES.choose(random).unwrap(),
        };
        let pick = |names: &[&str], random: &mut StdRng| (*names.choose(random).unwrap()).to_owned();
        let surname = kin.map_or_else(|| pick(country.surnames, random), |kin| kin.surname.clone());
        let gender = if random.random_bool(0.36) { Gender::F } else { Gender::M };
        let names = if gender == Gender::F { country.women } else { country.men };
        let mut given = vec![pick(names, random)];
        if random.random_bool(0.15) {
            given.push(pick(names, random));
        }
        let first = Day::from_ymd_opt(1958, 1, 1).unwrap();
        let mut birth = first + Days::new(random.random_range(0..19_000));
        // What is written for who does not know the day.
        if random.random_bool(habits.first_of_january) {
            birth = birth.with_ordinal(1).unwrap();
        }
        people.push(Person { surname, given, gender, country: country.code, birth });
    }
    people
}

/// Most come a few times, some every week.
pub fn visits(random: &mut StdRng) -> u32 {
    let mut visits = 1;
    while visits < 120 && random.random_bool(if visits < 8 { 0.72 } else { 0.93 }) {
        visits += 1;
    }
    visits
}

/// One row, with the faults of a busy hour.
pub fn write(person: &Person, habits: Habits, random: &mut StdRng) -> Form {
    let mut surname = person.surname.clone();
    let mut given = person.given.clone();
    if random.random_bool(0.05) {
        surname = spelled_otherwise(&surname, random);
    }
    if random.random_bool(0.05) {
        given[0] = spelled_otherwise(&given[0], random);
    }
    if given.len() > 1 && random.random_bool(0.05) {
        given.truncate(1);
    }
    if random.random_bool(habits.slips) {
        surname = slip(&surname, random);
    }
    if random.random_bool(habits.slips) {
        let which = random.random_range(0..given.len());
        given[which] = slip(&given[which], random);
    }
    let mut given = given.join(if random.random_bool(0.01) { "" } else { " " });
    if random.random_bool(0.025) {
        std::mem::swap(&mut surname, &mut given);
    }
    let birth = match random.random_range(0..1000) {
        _ if random.random_bool(habits.undated) => None,
        0..15 => person.birth.with_year(person.birth.year() + if random.random_bool(0.5) { 1 } else { -1 }),
        15..25 => Some(exchanged(person.birth)),
        25..30 => person.birth.with_day(random.random_range(1..29)),
        30..35 => person.birth.with_ordinal(1),
        _ => Some(person.birth),
    };
    let is_written = |kept: bool, random: &mut StdRng| kept && !random.random_bool(0.01);
    let gender = if is_written(habits.keeps_gender, random) { person.gender } else { Gender::Unknown };
    let citizenship = is_written(habits.keeps_citizenship, random).then(|| person.country.to_owned());
    Form { surname, given, birth, gender, citizenship, rows: 0 }
}

fn exchanged(birth: Day) -> Day {
    Day::from_ymd_opt(birth.year(), birth.day(), birth.month()).unwrap_or(birth)
}

fn spelled_otherwise(name: &str, random: &mut StdRng) -> String {
    let group = SPELLINGS.iter().find(|group| group.contains(&name));
    group.and_then(|group| group.choose(random)).map_or_else(|| name.to_owned(), |other| (*other).to_owned())
}

/// Two letters exchanged, one doubled, dropped or hit beside.
fn slip(word: &str, random: &mut StdRng) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    if letters.len() < 4 {
        return word.to_owned();
    }
    let at = random.random_range(1..letters.len() - 1);
    match random.random_range(0..4) {
        0 => letters.swap(at, at + 1),
        1 => letters.insert(at, letters[at]),
        2 => letters[at] = random.random_range(b'a'..=b'z').into(),
        _ => {
            letters.remove(at);
        }
    }
    letters.into_iter().collect()
}
