//! How well forms are resolved into persons, on registers whose truth is known. The registers are made anew
//! from a seed; nothing in the scoring was chosen for one of them.
#![expect(clippy::unwrap_used, reason = "a test crate")]

mod names;
mod register;

use std::collections::BTreeMap;

use linkage::{Decisions, Form, Placement, form_key, resolve};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use register::{Habits, register};

/// The least F1, and the most the number of persons may be off.
const GOOD: (f64, f64) = (0.97, 0.025);

/// What came of a register.
#[derive(Debug)]
struct Quality {
    /// Pairs of rows put together that belong together, against those put together and those that belong.
    f1: f64,
    /// Persons found over persons there are.
    persons: f64,
}

/// What a city knows: forms with their persons, and which form each row went to.
#[derive(Default)]
struct City {
    known: Vec<(u64, Form)>,
    place: BTreeMap<String, usize>,
    rows: Vec<(usize, usize)>,
}

impl City {
    /// Takes in a file, as an import does: forms once, with their number of rows.
    fn take(&mut self, rows: &[(usize, Form)]) {
        let (first, mut new) = (self.known.len(), Vec::new());
        for (who, form) in rows {
            let position = *self.place.entry(form_key(form)).or_insert_with(|| {
                new.push(form.clone());
                first + new.len() - 1
            });
            match position.checked_sub(first) {
                Some(position) => new[position].rows += 1,
                None => self.known[position].1.rows += 1,
            }
            self.rows.push((*who, position));
        }
        let resolution = resolve(&self.known, &new, &Decisions::default());
        let next = self.known.iter().map(|(person, _)| person + 1).max().unwrap_or(0);
        let person = |placement: &Placement| match placement {
            Placement::Known(person) => *person,
            Placement::New(person) => next + *person as u64,
        };
        self.known.extend(resolution.placement.iter().map(person).zip(new));
    }

    fn quality(&self) -> Quality {
        let mut both: BTreeMap<(u64, usize), u64> = BTreeMap::new();
        let (mut found, mut truth): (BTreeMap<u64, u64>, BTreeMap<usize, u64>) = Default::default();
        for (who, form) in &self.rows {
            let person = self.known[*form].0;
            *both.entry((person, *who)).or_default() += 1;
            *found.entry(person).or_default() += 1;
            *truth.entry(*who).or_default() += 1;
        }
        let pairs = |counts: &mut dyn Iterator<Item = &u64>| -> f64 {
            counts.map(|count| (count * (count - 1) / 2) as f64).sum()
        };
        let together = pairs(&mut both.values());
        let (precision, recall) =
            (together / pairs(&mut found.values()), together / pairs(&mut truth.values()));
        Quality {
            f1: 2.0 * precision * recall / (precision + recall),
            persons: found.len() as f64 / truth.len() as f64,
        }
    }
}

/// Resolves registers from some seeds, each in so many files; names those that miss.
fn missed(
    persons: usize,
    habits: Habits,
    seeds: std::ops::Range<u64>,
    files: usize,
    (f1, off): (f64, f64),
) -> Vec<String> {
    let mut missed = Vec::new();
    for seed in seeds {
        let rows = register(persons, habits, &mut StdRng::seed_from_u64(seed));
        let mut city = City::default();
        rows.chunks(rows.len().div_ceil(files)).for_each(|file| city.take(file));
        let quality = city.quality();
        let line = format!("{persons} persons, {habits:?}, seed {seed}: {quality:.4?}");
        // Shown where the test fails, or with --nocapture.
        eprintln!("{line}");
        if quality.f1 < f1 || (quality.persons - 1.0).abs() > off {
            missed.push(line);
        }
    }
    missed
}

#[test]
fn registers_of_a_city_are_resolved() {
    let usual = Habits::USUAL;
    for (persons, seeds) in [(150, 1..9), (500, 11..17), (1500, 21..24)] {
        assert_eq!(missed(persons, usual, seeds, 1, GOOD), Vec::<String>::new());
    }
}

/// Five thousand people with the names of a few hundred: many bear one name, and were born in one year.
#[test]
fn a_large_city_is_nearly_resolved() {
    assert_eq!(missed(5000, Habits::USUAL, 31..32, 1, (0.97, 0.04)), Vec::<String>::new());
}

#[test]
fn other_habits_are_no_other_method() {
    let usual = Habits::USUAL;
    for habits in [
        Habits { slips: 0.12, ..usual },
        Habits { undated: 0.15, ..usual },
        Habits { first_of_january: 0.35, ..usual },
        Habits { keeps_citizenship: false, ..usual },
        Habits { keeps_gender: false, ..usual },
        Habits { keeps_citizenship: false, keeps_gender: false, ..usual },
    ] {
        assert_eq!(missed(400, habits, 41..45, 1, GOOD), Vec::<String>::new());
    }
}

/// The same people, brought month by month: a city's persons are known by what came before.
#[test]
fn twelve_files_are_as_good_as_one() {
    assert_eq!(missed(500, Habits::USUAL, 51..55, 12, GOOD), Vec::<String>::new());
}
