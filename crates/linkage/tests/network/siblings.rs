//! Brothers and sisters are two persons, and who only shares a common name is nobody worth asking about.

use chrono::Days;
use kernel::{Day, Gender};
use linkage::network::{Edit, Encoder, Handle, Identity, Network, NetworkKey, Thresholds};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};

use super::cities::code;

const SURNAMES: [&str; 14] = [
    "Hossain", "Rahman", "Islam", "Ahmed", "Uddin", "Miah", "Khan", "Okafor", "Adeyemi", "Osagie", "Diallo",
    "Camara", "Melnyk", "Haddad",
];
const GIVEN: [&str; 14] = [
    "Sumon",
    "Rubel",
    "Jahangir",
    "Kamal",
    "Blessing",
    "Joyce",
    "Mamadou",
    "Thierno",
    "Oksana",
    "Taslima",
    "Fatoumata",
    "Youssef",
    "Nazmul",
    "Rokeya",
];
const COUNTRIES: [&str; 4] = ["BD", "NG", "GN", "UA"];

/// A network of people of cities, each under the handle of their position.
fn network(people: &[(usize, Identity)]) -> Network {
    let encoder = Encoder::new(NetworkKey::new(&[4; 32]).unwrap());
    let mut network = Network::new(Thresholds::default());
    let put = |(at, (city, identity)): (usize, &(usize, Identity))| {
        Edit::Put(Handle(at as u64), code(*city), encoder.encode(identity))
    };
    network.apply(people.iter().enumerate().map(put));
    network
}

fn somebody(random: &mut StdRng) -> Identity {
    let day = Days::new(random.random_range(0..15_000));
    Identity {
        name: format!("{} {}", SURNAMES.choose(random).unwrap(), GIVEN.choose(random).unwrap()),
        birth: Day::from_ymd_opt(1965, 1, 2).map(|first| first + day),
        gender: if random.random_bool(0.4) { Gender::F } else { Gender::M },
        citizenship: COUNTRIES.choose(random).map(|country| (*country).to_owned()),
        further: Vec::new(),
    }
}

/// Twins, one in each of two cities, in networks from nobody else to some thousands: never joined, never asked about.
#[test]
fn twins_of_two_cities_are_two_persons() {
    for (others, twins) in [(0, 1), (0, 5), (60, 3), (1000, 10), (4000, 20)] {
        let random = &mut StdRng::seed_from_u64(others + 7);
        let mut people = Vec::new();
        for pair in 0..twins {
            let one = somebody(random);
            let surname = one.name.split(' ').next().unwrap().to_owned();
            let given = |at: usize| GIVEN[(2 * pair + at) % GIVEN.len()];
            for at in 0..2 {
                people.push((at, Identity { name: format!("{surname} {}", given(at)), ..one.clone() }));
            }
        }
        people.extend((0..others).map(|at| (usize::try_from(at % 6).unwrap(), somebody(random))));
        let network = network(&people);
        for pair in 0..twins as u64 {
            let (one, other) = (Handle(2 * pair), Handle(2 * pair + 1));
            assert_ne!(network.cluster(one), network.cluster(other), "{others} others, pair {pair}");
            let asked = network.questions().iter().any(|question| (question.a, question.b) == (one, other));
            assert!(!asked, "{others} others, pair {pair}");
        }
    }
}

/// The names of few serve many, as in a small country of origin: hundreds bear the same two names.
#[test]
fn a_common_name_is_no_question() {
    for seed in 1..4 {
        let random = &mut StdRng::seed_from_u64(seed);
        let mut people: Vec<(usize, Identity)> = (0..6000).map(|at| (at % 12, somebody(random))).collect();
        // A hundred are met in a second city, written alike.
        let again: Vec<_> = (0..100).map(|at| ((at + 1) % 12, people[at].1.clone())).collect();
        people.extend(again);
        let network = network(&people);
        let (persons, shared, asked) = (network.persons(), network.shared(), network.questions().len());
        eprintln!("{persons} persons, {shared} in several cities, {asked} questions");
        assert!(persons.abs_diff(6000) < 30, "{persons}");
        assert!(shared.abs_diff(100) < 20, "{shared}");
        assert!(asked < 60, "{asked} questions");
    }
}
