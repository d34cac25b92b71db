//! What can happen at the desk and beside it, drawn by chance.

use std::collections::BTreeSet;

use casework::desk::contacts::model::{Draft, Modality};
use casework::registers::model::Entry;
use proptest::prelude::*;

use crate::installation::day;
use crate::samples::{HEALTH, HOUSING, LEGAL, row};

pub const SERVICES: [&str; 3] = [LEGAL, HEALTH, HOUSING];
pub const POINTS: [Option<&str>; 2] = [None, Some("sportello")];
pub const DAYS: [&str; 4] = ["2025-01-31", "2025-02-01", "2025-06-15", "2025-12-31"];
/// People whom nobody could take for one another.
pub const PEOPLE: [(&str, &str, &str); 4] = [
    ("Diop", "Cheikh", "1990-03-04"),
    ("Melnyk", "Oksana", "1958-07-19"),
    ("Rahman", "Tanvir", "2009-08-17"),
    ("Tesfay", "Helen", "1984-11-30"),
];

/// One thing that somebody does. Numbers choose among what there is.
#[derive(Clone, Debug)]
pub enum Deed {
    Import(Vec<(usize, usize, usize, usize)>),
    WithdrawRegister(usize),
    Visit {
        person: usize,
        what: What,
        again: bool,
    },
    Anonymous {
        heads: u32,
        what: What,
    },
    Gathering {
        persons: BTreeSet<usize>,
        others: u32,
        what: What,
    },
    Change {
        contact: usize,
        what: What,
        heads: u32,
        again: bool,
    },
    Withdraw {
        contact: usize,
        whole: bool,
    },
    Undo {
        visit: usize,
    },
    /// A form that was sent before arrives once more.
    Replay {
        visit: usize,
    },
}

/// What is recorded: numbers choose among days, services and points.
#[derive(Clone, Debug)]
pub struct What {
    pub day: usize,
    pub services: BTreeSet<usize>,
    pub point: usize,
    pub minutes: Option<u32>,
}

pub fn what() -> impl Strategy<Value = What> {
    let services = prop::collection::btree_set(0..SERVICES.len(), 1..3);
    (0..DAYS.len(), services, 0..POINTS.len(), prop::option::of(1..90_u32))
        .prop_map(|(day, services, point, minutes)| What { day, services, point, minutes })
}

pub fn deeds(at_most: usize) -> impl Strategy<Value = Vec<Deed>> {
    let row = (0..PEOPLE.len(), 0..2_usize, 0..2_usize, 0..POINTS.len());
    let pick = || 0..12_usize;
    let persons = prop::collection::btree_set(0..PEOPLE.len(), 0..4);
    let deed = prop_oneof![
        3 => prop::collection::vec(row, 1..6).prop_map(Deed::Import),
        2 => pick().prop_map(Deed::WithdrawRegister),
        5 => (0..PEOPLE.len(), what(), any::<bool>())
            .prop_map(|(person, what, again)| Deed::Visit { person, what, again }),
        1 => (1..5_u32, what()).prop_map(|(heads, what)| Deed::Anonymous { heads, what }),
        1 => (persons, 0..3_u32, what())
            .prop_map(|(persons, others, what)| Deed::Gathering { persons, others, what }),
        4 => (pick(), what(), 1..4_u32, any::<bool>())
            .prop_map(|(contact, what, heads, again)| Deed::Change { contact, what, heads, again }),
        3 => (pick(), any::<bool>()).prop_map(|(contact, whole)| Deed::Withdraw { contact, whole }),
        1 => pick().prop_map(|visit| Deed::Undo { visit }),
        1 => pick().prop_map(|visit| Deed::Replay { visit }),
    ];
    prop::collection::vec(deed, 3..at_most)
}

pub fn told(
    (surname, given, birth): (&str, &str, &str),
    on: &str,
    service: &str,
    point: Option<&str>,
) -> Entry {
    let point = point.map(str::to_owned);
    Entry { point, minutes: None, ..row(surname, given, birth, on, &[service]) }
}

pub fn services(what: &What) -> Vec<&'static str> {
    what.services.iter().map(|service| SERVICES[*service]).collect()
}

pub fn draft(what: &What) -> Draft {
    Draft {
        day: day(DAYS[what.day]),
        services: services(what).into_iter().map(str::to_owned).collect(),
        point: POINTS[what.point].map(str::to_owned),
        modality: Modality::InPerson,
        minutes: what.minutes,
        outcome: None,
        note: Some("prova".to_owned()),
    }
}
