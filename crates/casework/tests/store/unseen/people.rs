//! People who do not exist, who they are and where they go.

use kernel::{Day, Gender};
use rand::Rng;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

use super::names::{TRADITIONS, Tradition};

/// A person, and the cities that know them.
pub struct Person {
    /// Parts of the surname, each with its spellings.
    pub surname: Vec<String>,
    pub given: Vec<String>,
    /// Two surnames: registers leave the second one out.
    pub doubled: bool,
    pub birth: Day,
    pub gender: Gender,
    pub country: (&'static str, &'static str, &'static str),
    /// Places in the list of cities.
    pub cities: Vec<usize>,
}

/// Shares of the registers that were shown: 18 of 936 people are known to two cities. A few more are known to three.
const IN_TWO: f64 = 0.019;
const IN_THREE: f64 = 0.002;
/// Of people who say no day, or whose document says none.
const FIRST_OF_JANUARY: f64 = 0.08;

/// So many people for each city, and those who go to another one too.
pub fn people(random: &mut StdRng, cities: &[usize]) -> Vec<Person> {
    let mut people = Vec::new();
    for (city, count) in cities.iter().enumerate() {
        for _ in 0..*count {
            let mut person = person(random, city);
            let chance: f64 = random.random();
            let more = usize::from(chance < IN_TWO + IN_THREE) + usize::from(chance < IN_THREE);
            while person.cities.len() < more + 1 {
                let other = random.random_range(0..cities.len());
                if !person.cities.contains(&other) {
                    person.cities.push(other);
                }
            }
            people.push(person);
        }
    }
    people
}

fn person(random: &mut StdRng, city: usize) -> Person {
    let tradition = TRADITIONS.choose_weighted(random, |tradition| tradition.weight).unwrap();
    let is_woman = random.random_bool(0.42);
    let surnames = if tradition.doubled { 2 } else { 1 };
    Person {
        surname: (0..surnames).map(|_| often(random, tradition.surnames).to_owned()).collect(),
        given: given(random, tradition, if is_woman { tradition.women } else { tradition.men }),
        doubled: tradition.doubled,
        birth: birth(random),
        gender: if is_woman { Gender::F } else { Gender::M },
        country: *tradition.countries.choose(random).unwrap(),
        cities: vec![city],
    }
}

/// One of a list, whose first names are the commonest.
fn often(random: &mut StdRng, names: &'static str) -> &'static str {
    let names: Vec<&str> = names.split(", ").collect();
    let at: f64 = random.random::<f64>().powf(1.4);
    names[(at * names.len() as f64) as usize]
}

fn given(random: &mut StdRng, tradition: &Tradition, names: &'static str) -> Vec<String> {
    let first = often(random, names).to_owned();
    let names: Vec<&str> = names.split(", ").collect();
    if tradition.syllables {
        let second = names.choose(random).unwrap().to_lowercase();
        let mut apart = second.clone();
        apart[..1].make_ascii_uppercase();
        return vec![format!("{first}{second}|{first} {apart}")];
    }
    let second = names.choose(random).unwrap();
    if *second != first && random.random_ratio(tradition.second_given, 100) {
        return vec![first, (*second).to_owned()];
    }
    vec![first]
}

/// Young adults for the most part, some minors, some old.
fn birth(random: &mut StdRng) -> Day {
    let age: i32 = match random.random_range(0..100) {
        0..12 => random.random_range(12..18),
        12..60 => random.random_range(18..31),
        60..93 => random.random_range(31..55),
        _ => random.random_range(55..76),
    };
    let year = 2024 - age;
    if random.random_bool(FIRST_OF_JANUARY) {
        return Day::from_ymd_opt(year, 1, 1).unwrap();
    }
    Day::from_yo_opt(year, random.random_range(1..366)).unwrap()
}
