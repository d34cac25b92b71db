//! How a person gets written: transliterations, names left out, exchanged or mistyped, birth dates that are nearly
//! right. Rates are those of the registers that were shown, as counted line by line with their truth.

use chrono::Datelike as _;
use kernel::Day;
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

use super::people::Person;

/// Who somebody is, as one line says it.
#[derive(Clone)]
pub struct Written {
    pub surname: String,
    pub given: String,
    pub birth: Option<Day>,
}

/// How a city is used to writing a person: one spelling of each part, and how many surnames.
pub struct Habit {
    surname: Vec<usize>,
    given: Vec<usize>,
    without_second: bool,
}

const OTHER_SPELLING_ELSEWHERE: f64 = 0.3;
const WITHOUT_SECOND_ELSEWHERE: f64 = 0.15;
const OTHER_SPELLING: f64 = 0.04;
const WITHOUT_SECOND: f64 = 0.05;
const EXCHANGED_NAMES: f64 = 0.025;
const TYPING: f64 = 0.09;
const NO_BIRTH: f64 = 0.025;
const YEAR_OFF: f64 = 0.015;
const DAY_AND_MONTH: f64 = 0.008;
const ONLY_THE_YEAR: f64 = 0.006;

impl Habit {
    /// The usual spellings, or at a city that is not the first perhaps others.
    pub fn of(random: &mut StdRng, person: &Person, is_first: bool) -> Self {
        let mut spelling = |part: &String| {
            let count = part.split('|').count();
            let another = !is_first && random.random_bool(OTHER_SPELLING_ELSEWHERE);
            if another { random.random_range(0..count) } else { 0 }
        };
        let surname = person.surname.iter().map(&mut spelling).collect();
        let given = person.given.iter().map(&mut spelling).collect();
        let without_second = person.doubled && !is_first && random.random_bool(WITHOUT_SECOND_ELSEWHERE);
        Self { surname, given, without_second }
    }

    /// One line.
    pub fn write(&self, random: &mut StdRng, person: &Person) -> Written {
        let mut part = |part: &String, usual: &usize| {
            let spellings: Vec<&str> = part.split('|').collect();
            let another = random.random_bool(OTHER_SPELLING);
            (*if another { spellings.choose(random).unwrap() } else { &spellings[*usual] }).to_owned()
        };
        let mut surname: Vec<String> =
            person.surname.iter().zip(&self.surname).map(|(name, usual)| part(name, usual)).collect();
        let given: Vec<String> =
            person.given.iter().zip(&self.given).map(|(name, usual)| part(name, usual)).collect();
        if person.doubled && random.random_bool(WITHOUT_SECOND) != self.without_second {
            surname.truncate(1);
        }
        let (mut surname, mut given) = (surname.join(" "), given.join(" "));
        if random.random_bool(TYPING) {
            let slipped = if random.random() { &mut surname } else { &mut given };
            *slipped = mistyped(random, slipped);
        }
        if random.random_bool(EXCHANGED_NAMES) {
            std::mem::swap(&mut surname, &mut given);
        }
        Written { surname, given, birth: birth(random, person.birth) }
    }
}

/// A letter left out, written twice, exchanged with the next, or another in its place.
fn mistyped(random: &mut StdRng, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    if letters.len() < 4 {
        return name.to_owned();
    }
    let at = random.random_range(1..letters.len() - 1);
    match random.random_range(0..4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, letters[at]),
        2 => letters.swap(at, at + 1),
        _ => letters[at] = *['a', 'e', 'i', 'o', 'n', 's', 'r'].choose(random).unwrap(),
    }
    letters.into_iter().collect::<String>().trim().to_owned()
}

fn birth(random: &mut StdRng, birth: Day) -> Option<Day> {
    let mut chance: f64 = random.random();
    let mut falls = |rate: f64| {
        chance -= rate;
        chance < 0.0
    };
    if falls(NO_BIRTH) {
        return None;
    }
    if falls(YEAR_OFF) {
        let year = birth.year() + if random.random() { 1 } else { -1 };
        return birth.with_year(year).or(Some(birth));
    }
    if falls(DAY_AND_MONTH) {
        return Day::from_ymd_opt(birth.year(), birth.day(), birth.month()).or(Some(birth));
    }
    if falls(ONLY_THE_YEAR) {
        return Day::from_ymd_opt(birth.year(), 1, 1);
    }
    Some(birth)
}
