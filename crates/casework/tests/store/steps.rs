//! What can happen to an installation, in any order.

use casework::registers::import::RegisterId;
use casework::registers::model::Entry;
use kernel::{CityCode, Day, Gender};
use linkage::Decision;
use proptest::prelude::*;

use super::installation::{Installation, bari, day, latina};
use super::samples::{HEALTH, HOUSING, LEGAL};

/// One thing that somebody does. Numbers choose among what is there at that moment.
#[derive(Clone, Debug)]
pub enum Step {
    Import {
        elsewhere: bool,
        rows: Vec<Line>,
    },
    Decide {
        elsewhere: bool,
        pair: usize,
        joined: bool,
    },
    Undo {
        elsewhere: bool,
        pair: usize,
    },
    Withdraw {
        elsewhere: bool,
        register: usize,
    },
    /// Somebody is erased: no answer may move.
    Erase {
        elsewhere: bool,
        person: usize,
    },
    /// The facts are brought up to date now, not only at the end.
    Refresh,
}

/// Few cases, because each makes a database; `PROPTEST_CASES` asks for more.
pub fn config(cases: u32) -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { asked.cases } else { cases };
    ProptestConfig { cases, max_shrink_iters: 300, failure_persistence: None, ..asked }
}

/// A row that shows itself in one line.
#[derive(Clone)]
pub struct Line(pub Entry);

impl std::fmt::Debug for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Entry { day, surname, given, birth, gender, citizenship, services, minutes, point, .. } = &self.0;
        let (birth, citizenship) = (birth.map(|birth| birth.to_string()), citizenship.as_deref());
        write!(
            f,
            "{day} {surname} {given} {birth:?} {gender:?} {citizenship:?} {services:?} {minutes:?} {point:?}"
        )
    }
}

/// A few steps; imports are the most frequent.
pub fn steps(at_most: usize) -> impl Strategy<Value = Vec<Step>> {
    let import = (any::<bool>(), rows(8)).prop_map(|(elsewhere, rows)| Step::Import { elsewhere, rows });
    let decide = (any::<bool>(), 0..4_usize, prop::bool::weighted(0.7))
        .prop_map(|(elsewhere, pair, joined)| Step::Decide { elsewhere, pair, joined });
    let undo = (any::<bool>(), 0..4_usize).prop_map(|(elsewhere, pair)| Step::Undo { elsewhere, pair });
    let withdraw =
        (any::<bool>(), 0..4_usize).prop_map(|(elsewhere, register)| Step::Withdraw { elsewhere, register });
    let step = prop_oneof![5 => import, 4 => decide, 2 => undo, 2 => withdraw, 2 => Just(Step::Refresh)];
    prop::collection::vec(step, 3..at_most)
}

/// The same among erasures.
pub fn steps_that_erase(at_most: usize) -> impl Strategy<Value = Vec<Step>> {
    let erase =
        (any::<bool>(), 0..8_usize).prop_map(|(elsewhere, person)| vec![Step::Erase { elsewhere, person }]);
    let part = prop_oneof![2 => steps(4), 1 => erase];
    prop::collection::vec(part, 2..at_most).prop_map(|parts| parts.into_iter().flatten().collect())
}

/// Rows of a small register, about few people who are easily taken for one another.
pub fn rows(at_most: usize) -> impl Strategy<Value = Vec<Line>> {
    prop::collection::vec(entry(), 1..at_most)
}

/// Names and birth dates: one slip, one transliteration, one sibling, one namesake; and a 1 January.
const WRITTEN: [(&str, &str, &str); 14] = [
    ("Diop", "Cheikh", "1990-03-04"),
    ("Diop", "Cheikh", "1990-03-14"),
    ("Diop", "Chiekh", "1990-03-14"),
    ("Cheikh", "Diop", ""),
    ("Diop", "Sheikh", "1990-04-03"),
    ("Diop", "Awa", "1990-03-04"),
    ("Diop", "Awa", "1990-01-01"),
    ("Melnyk", "Oleksandr", "1958-07-01"),
    ("Melnik", "Olexandr", "1959-07-01"),
    ("Melnyk", "Oleksandra", "1958-07-01"),
    ("Melnyk", "Oleksandr", ""),
    ("Ben Ali", "Mohamed", "2009-08-17"),
    ("Benali", "Muhammad", "2009-08-17"),
    ("Jallow", "Lamin", ""),
];

fn entry() -> impl Strategy<Value = Line> {
    let who = (0..WRITTEN.len(), 0..8_usize, 0..4_usize);
    let what = (0..4_usize, 0..3_usize, prop::option::of(0..90_u32), prop::option::of(Just("Sportello")));
    (who, 0..420_i64, what).prop_map(
        |((written, gender, country), on, (services, permit, minutes, point))| {
            let (surname, given, birth) = WRITTEN[written];
            let services = [&[LEGAL][..], &[HEALTH], &[LEGAL, HOUSING], &[HEALTH, LEGAL, HOUSING]][services];
            Line(Entry {
                sheet: String::new(),
                line: 1,
                day: day("2024-12-01") + chrono::Days::new(u64::try_from(on / 7 * 7).unwrap()),
                surname: surname.to_owned(),
                given: given.to_owned(),
                birth: (!birth.is_empty()).then(|| day(birth)),
                // Mostly the same, sometimes another or none.
                gender: [Gender::F, Gender::Unknown].get(gender).copied().unwrap_or(Gender::M),
                citizenship: [None, Some("GM")]
                    .get(country)
                    .copied()
                    .unwrap_or(Some("SN"))
                    .map(str::to_owned),
                permit: [None, Some("study"), Some("work")][permit].map(str::to_owned),
                services: services.iter().map(|service| (*service).to_owned()).collect(),
                point: point.map(str::to_owned),
                minutes,
                modality: None,
                note: None,
            })
        },
    )
}

/// Does the steps one after the other; those that find nothing to choose from do nothing.
pub async fn run(house: &mut Installation, steps: &[Step]) {
    go_on(house, steps, &mut Registers::default()).await;
}

/// The registers that each city imported.
pub type Registers = [Vec<RegisterId>; 2];

/// The same, after what was imported before.
pub async fn go_on(house: &mut Installation, steps: &[Step], registers: &mut Registers) {
    for step in steps {
        match step {
            Step::Import { elsewhere, rows } => {
                let rows: Vec<Entry> = rows.iter().map(|line| line.0.clone()).collect();
                registers[usize::from(*elsewhere)].push(house.import(city(*elsewhere), &rows).await.register);
            }
            Step::Decide { elsewhere, pair, joined } => {
                let doubts = house.doubts(city(*elsewhere), true).await;
                if let Some(doubt) = doubts.get(*pair) {
                    let decision = if *joined { Decision::Joined } else { Decision::Separated };
                    house.decide(city(*elsewhere), doubt.id, decision).await.unwrap();
                }
            }
            Step::Undo { elsewhere, pair } => {
                // Whether it may be taken back is for the installation to say; either way nothing may break.
                if let Some(doubt) = house.doubts(city(*elsewhere), false).await.get(*pair) {
                    let _ = house.undo(city(*elsewhere), doubt.id).await;
                }
            }
            Step::Withdraw { elsewhere, register } => {
                if let Some(register) = registers[usize::from(*elsewhere)].get(*register) {
                    house.withdraw(city(*elsewhere), *register).await;
                }
            }
            Step::Erase { elsewhere, person } => {
                if let Some(person) = house.nth_person(city(*elsewhere), *person).await {
                    house.erase_in_peace(city(*elsewhere), person).await;
                }
            }
            Step::Refresh => house.live.refresh().await.unwrap(),
        }
    }
}

/// One of two cities.
pub fn city(elsewhere: bool) -> CityCode {
    if elsewhere { latina() } else { bari() }
}

/// The days of 2025.
pub fn in_year(on: Day) -> bool {
    (day("2025-01-01")..=day("2025-12-31")).contains(&on)
}
