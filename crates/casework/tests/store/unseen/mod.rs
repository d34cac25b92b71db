//! Registers that nobody has shown: of other cities, in other layouts, of people with names of other traditions, made
//! from a seed together with their truth.

mod names;
mod people;
mod sheets;
mod slips;

use std::collections::BTreeSet;

use casework::linking::answers::questions;
use kernel::{CityCode, Day, Gender};
use mart::{Measure, Question};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use store::Store;
use store::testing::{embedded, postgres};

use super::SLICES;
use super::installation::Installation;
use slips::{Habit, Written};

/// One line of a register.
pub struct Line {
    day: Day,
    who: Written,
    gender: Gender,
    country: (&'static str, &'static str, &'static str),
    service: usize,
}

/// Naples, Turin, Bologna and Milan: how many people each meets first, and how it keeps them.
type Layout = fn(&[Line]) -> Vec<u8>;
const CITIES: [(&str, usize, &str, Layout); 4] = [
    ("F839", 460, "accessi.csv", sheets::semicolons),
    ("L219", 400, "registro.xlsx", sheets::months),
    ("A944", 340, "elenco.csv", sheets::commas),
    ("F205", 280, "prestazioni.xlsx", sheets::marks),
];

struct Truth {
    /// Of each city: the file and its contacts.
    files: Vec<(Vec<u8>, usize)>,
    persons: usize,
    in_several: usize,
}

/// A few contacts for most, many for some: a mean of five and a half, as in the registers that were shown.
fn times(random: &mut StdRng) -> usize {
    let chance: f64 = random.random_range(0.0..1.0);
    ((1.3 / (1.0 - chance).powf(0.75)) as usize).clamp(1, 120)
}

fn registers(seed: u64) -> Truth {
    let mut random = StdRng::seed_from_u64(seed);
    let people = people::people(&mut random, &CITIES.map(|(_, count, ..)| count));
    let mut lines: Vec<Vec<Line>> = CITIES.iter().map(|_| Vec::new()).collect();
    for person in &people {
        for (place, city) in person.cities.iter().enumerate() {
            let habit = Habit::of(&mut random, person, place == 0);
            let count = times(&mut random);
            let mut days = BTreeSet::new();
            while days.len() < count {
                days.insert(Day::from_yo_opt(2025, random.random_range(1..366)).unwrap());
            }
            lines[*city].extend(days.into_iter().map(|day| Line {
                day,
                who: habit.write(&mut random, person),
                gender: person.gender,
                country: person.country,
                service: random.random_range(0..sheets::SERVICES.len()),
            }));
        }
    }
    let files = CITIES.iter().zip(&mut lines).map(|((.., layout), lines)| {
        lines.sort_by_key(|line| line.day);
        (layout(lines), lines.len())
    });
    Truth {
        files: files.collect(),
        persons: people.len(),
        in_several: people.iter().filter(|person| person.cities.len() > 1).count(),
    }
}

/// What the product counts, beside the truth.
struct Counted {
    persons: u64,
    in_several: u64,
    /// Persons of each city, summed.
    sum: usize,
    /// Questions that wait in the cities.
    asked: usize,
    truth: Truth,
}

impl std::fmt::Display for Counted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { persons, in_several, sum, asked, truth } = self;
        write!(f, "{persons} persons of {} ({sum} in the cities), ", truth.persons)?;
        write!(f, "{in_several} of {} in several cities, {asked} questions", truth.in_several)
    }
}

fn off(found: u64, truth: usize) -> f64 {
    (found as f64 / truth as f64 - 1.0).abs()
}

impl Counted {
    fn assert_near(&self) {
        assert!(off(self.persons, self.truth.persons) <= 0.025, "{self}");
        assert!(off(self.in_several, self.truth.in_several) <= 0.10, "{self}");
    }
}

async fn counted(store: Store, seed: u64) -> Counted {
    let truth = registers(seed);
    let cities = CITIES.map(|(code, ..)| code.parse::<CityCode>().unwrap());
    let mut house = Installation::of_cities(store, &cities, seed).await;
    let mut sum = 0;
    for ((city, (bytes, contacts)), (_, _, name, _)) in cities.into_iter().zip(&truth.files).zip(CITIES) {
        let imported = house.import_file(city, name, bytes).await;
        assert_eq!(imported.rejected.len(), 0, "{name} of seed {seed}: {:?}", imported.rejected.first());
        assert_eq!(imported.contacts, *contacts, "{name} of seed {seed}");
        sum += imported.persons;
    }
    house.live.refresh().await.unwrap();
    let mart = house.live.mart();
    let period = mart.span().unwrap();
    let persons = mart.ask(&Question::new(Measure::NetworkPersons, period)).unwrap().total.unwrap();
    let in_several = mart.overlap(period).persons;
    let mut asked = 0;
    for city in cities {
        asked += questions(&mut house.reader().await, city, false, 1000).await.unwrap().len();
    }
    Counted { persons, in_several, sum, asked, truth }
}

/// A network of these has some 30 people in several cities, so three of them are the second limit. Of the seeds from 1 to
/// 60 one misses it (29, by four of 25), and all together find 97 %. Most of those missed were met once in a city, there
/// without a birth date: nothing tells them from their namesakes.
#[tokio::test]
async fn persons_of_registers_nobody_has_shown_are_those_of_the_truth() {
    for seed in 1..=12 {
        let folder = tempfile::tempdir().unwrap();
        let counted = counted(embedded(folder.path(), SLICES).await, seed).await;
        println!("seed {seed}: {counted}");
        counted.assert_near();
    }
}

#[tokio::test]
async fn persons_of_registers_nobody_has_shown_are_those_of_the_truth_on_postgres() {
    match postgres(SLICES).await {
        Some(store) => counted(store, 1).await.assert_near(),
        None => eprintln!("PostgreSQL is not at hand (LGNET_TEST_POSTGRES is not set)"),
    }
}
