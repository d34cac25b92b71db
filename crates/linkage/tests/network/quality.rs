//! How many persons a network counts, and how many of them in several cities, against the truth.

use std::collections::BTreeMap;

use linkage::network::{Band, sensitivity};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::cities::{Known, cities, network, truth};
use super::register::Habits;

/// Persons counted over persons there are, and the same for those in several cities; pairwise precision.
fn measured(known: &[Known]) -> (f64, f64, f64) {
    let network = network(known);
    let (persons, shared) = truth(known);
    let (mut right, mut found) = (0.0, 0.0);
    for members in network.clusters().values() {
        for (at, one) in members.iter().enumerate() {
            for other in &members[at + 1..] {
                found += 1.0;
                let same = known[one.0 as usize].who == known[other.0 as usize].who;
                right += f64::from(u8::from(same));
            }
        }
    }
    let of = |found: usize, truth: usize| found as f64 / truth as f64;
    (of(network.persons(), persons), of(network.shared(), shared), right / found)
}

fn missed(
    persons: usize,
    places: usize,
    shared: f64,
    habits: Habits,
    seeds: std::ops::Range<u64>,
) -> Vec<String> {
    let mut missed = Vec::new();
    for seed in seeds {
        let known = cities(persons, places, shared, habits, &mut StdRng::seed_from_u64(seed));
        let (all, several, precision) = measured(&known);
        let line = format!(
            "{persons} persons, {places} cities, seed {seed}: persons {all:.4}, shared {several:.4}, precision {precision:.4}"
        );
        eprintln!("{line}");
        if (all - 1.0).abs() > 0.025 || (several - 1.0).abs() > 0.10 {
            missed.push(line);
        }
    }
    missed
}

#[test]
fn persons_and_those_in_several_cities_are_counted() {
    let usual = Habits::USUAL;
    for (persons, places, shared, seeds) in
        [(950, 3, 0.02, 31..37), (950, 3, 0.1, 1..5), (2000, 6, 0.15, 11..13), (3000, 22, 0.12, 21..22)]
    {
        assert_eq!(missed(persons, places, shared, usual, seeds), Vec::<String>::new());
    }
}

#[test]
fn other_habits_are_no_other_method() {
    let usual = Habits::USUAL;
    for habits in [
        Habits { slips: 0.10, ..usual },
        Habits { undated: 0.10, ..usual },
        Habits { first_of_january: 0.25, ..usual },
        Habits { keeps_citizenship: false, ..usual },
        Habits { keeps_gender: false, ..usual },
    ] {
        assert_eq!(missed(1200, 4, 0.15, habits, 41..43), Vec::<String>::new(), "{habits:?}");
    }
}

#[test]
fn the_count_stands_in_a_band_that_grows_with_the_threshold() {
    let known = cities(900, 4, 0.2, Habits::USUAL, &mut StdRng::seed_from_u64(61));
    let network = network(&known);
    let Band { persons, least, most, at } = sensitivity(&network, &[0.5, 0.75, 0.9, 0.99]);
    assert_eq!(at[1], (network.persons(), network.shared()));
    assert!(least <= persons && persons <= most);
    assert!(at.is_sorted_by_key(|(persons, _)| *persons), "{at:?}");
    let share = (most - least) as f64 / persons as f64;
    assert!(share < 0.03, "a band of {share}");
}

#[test]
fn questions_are_about_two_cities_and_each_pair_of_persons_once() {
    let known =
        cities(1500, 5, 0.2, Habits { undated: 0.1, ..Habits::USUAL }, &mut StdRng::seed_from_u64(71));
    let network = network(&known);
    let mut asked = BTreeMap::new();
    for question in network.questions() {
        assert_ne!(network.city(question.a), network.city(question.b));
        let (one, other) = (network.cluster(question.a).unwrap(), network.cluster(question.b).unwrap());
        assert_ne!(one, other);
        assert!(asked.insert((one.min(other), one.max(other)), question.probability).is_none());
        assert!(question.probability >= 0.09);
    }
    eprintln!("{} questions for {} persons", asked.len(), network.persons());
    assert!(!asked.is_empty() && asked.len() < network.persons() / 50);
    let uncertain = |question: &linkage::network::Question| (question.probability - 0.5).abs();
    assert!(network.questions().is_sorted_by(|one, other| uncertain(one) <= uncertain(other) + 1e-9));
}
