//! Cities whose truth is known: people who do not exist, met in one city or in several, written by hasty hands,
//! and resolved inside each city as the product does.

use std::collections::BTreeMap;

use kernel::CityCode;
use linkage::network::{Edit, Encoder, Handle, Identity, Network, NetworkKey, Thresholds};
use linkage::{Decisions, Form, Placement, form_key, resolve};
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::SliceRandom as _;

use super::register::{Habits, people, visits, write};

/// A person of a city: whom most of its rows were written for, and what the city knows.
pub struct Known {
    pub who: usize,
    pub city: CityCode,
    pub identity: Identity,
}

pub fn code(number: usize) -> CityCode {
    format!("A{number:03}").parse().unwrap()
}

/// So many people over so many cities; a share of them is met in a second city, some of these in a third.
pub fn cities(persons: usize, cities: usize, shared: f64, habits: Habits, random: &mut StdRng) -> Vec<Known> {
    let mut rows: Vec<Vec<(usize, Form)>> = vec![Vec::new(); cities];
    for (who, person) in people(persons, habits, random).iter().enumerate() {
        let mut order: Vec<usize> = (0..cities).collect();
        order.shuffle(random);
        let places = match random.random_bool(shared) {
            false => 1,
            true if random.random_bool(0.15) => 3.min(cities),
            true => 2.min(cities),
        };
        for city in order.into_iter().take(places) {
            for _ in 0..visits(random) {
                rows[city].push((who, write(person, habits, random)));
            }
        }
    }
    let resolved = rows.into_iter().enumerate();
    resolved.flat_map(|(city, rows)| city_of(code(city), &rows)).collect()
}

/// What a city makes of its rows.
fn city_of(city: CityCode, rows: &[(usize, Form)]) -> Vec<Known> {
    let mut forms: Vec<Form> = Vec::new();
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    let mut whose: Vec<BTreeMap<usize, u32>> = Vec::new();
    for (who, form) in rows {
        let at = *place.entry(form_key(form)).or_insert_with(|| {
            forms.push(form.clone());
            whose.push(BTreeMap::new());
            forms.len() - 1
        });
        forms[at].rows += 1;
        *whose[at].entry(*who).or_default() += 1;
    }
    let placement = resolve(&[], &forms, &Decisions::default()).placement;
    let mut persons: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (form, placed) in placement.into_iter().enumerate() {
        let Placement::New(person) = placed else { unreachable!("no person was known") };
        persons.entry(person).or_default().push(form);
    }
    let known = |members: Vec<usize>| {
        let mut rows: BTreeMap<usize, u32> = BTreeMap::new();
        for (who, count) in members.iter().flat_map(|form| &whose[*form]) {
            *rows.entry(*who).or_default() += count;
        }
        let who = rows.into_iter().max_by_key(|(_, rows)| *rows).unwrap().0;
        Known { who, city, identity: Identity::usual(members.iter().map(|form| &forms[*form])) }
    };
    persons.into_values().map(known).collect()
}

/// The network of these people, each under the handle of their position.
pub fn network(known: &[Known]) -> Network {
    let encoder = Encoder::new(NetworkKey::new(&[9; 32]).unwrap());
    let mut network = Network::new(Thresholds::default());
    let put = |(at, known): (usize, &Known)| {
        Edit::Put(Handle(at as u64), known.city, encoder.encode(&known.identity))
    };
    network.apply(known.iter().enumerate().map(put));
    network
}

/// Persons there are, and those of them who are in several cities.
pub fn truth(known: &[Known]) -> (usize, usize) {
    let mut of: BTreeMap<usize, Vec<CityCode>> = BTreeMap::new();
    known.iter().for_each(|known| of.entry(known.who).or_default().push(known.city));
    let shared = of.values().filter(|cities| cities.iter().any(|city| *city != cities[0])).count();
    (of.len(), shared)
}
