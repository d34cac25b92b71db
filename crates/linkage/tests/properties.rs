//! What holds of every register: a score has no direction, the order of forms does not matter, a decision stands.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Day, Gender};
use linkage::{Decision, Decisions, Form, Party, Placement, Population, form_key, resolve, score};
use proptest::prelude::*;

const SURNAMES: [&str; 8] = ["Diop", "Diopp", "Diallo", "Jallow", "Ben Ali", "Benali", "Melnyk", "Melnik"];
const NAMES: [&str; 9] =
    ["Awa", "Cheikh", "Sheikh", "Chiekh", "Mohamed", "Muhammad", "Olena", "Cheikh Awa", "Awa Cheikh"];
const BIRTHS: [&str; 8] =
    ["", "1990-03-04", "1990-04-03", "1991-03-04", "1990-03-14", "1990-01-01", "1971-12-30", "1989-03-04"];

fn form() -> impl Strategy<Value = Form> {
    let name = (0..SURNAMES.len(), 0..NAMES.len(), any::<bool>());
    (name, 0..BIRTHS.len(), 0..6_usize, 0..5_usize, 1..20_u32).prop_map(
        |((surname, given, exchanged), birth, gender, country, rows)| {
            let (surname, given) = (SURNAMES[surname].to_owned(), NAMES[given].to_owned());
            let (surname, given) = if exchanged { (given, surname) } else { (surname, given) };
            Form {
                surname,
                given,
                birth: BIRTHS[birth].parse::<Day>().ok(),
                gender: [Gender::Unknown, Gender::F].get(gender).copied().unwrap_or(Gender::M),
                citizenship: [None, Some("GM")]
                    .get(country)
                    .copied()
                    .unwrap_or(Some("SN"))
                    .map(str::to_owned),
                rows,
            }
        },
    )
}

/// Forms, each key once.
fn forms(at_most: usize) -> impl Strategy<Value = Vec<Form>> {
    prop::collection::vec(form(), 1..at_most).prop_map(|forms| {
        let mut keys = BTreeSet::new();
        forms.into_iter().filter(|form| keys.insert(form_key(form))).collect()
    })
}

/// The persons as sets of keys, and the pairs that were asked.
fn outcome(
    known: &[(u64, Form)],
    new: &[Form],
    decisions: &Decisions,
) -> (BTreeSet<Vec<String>>, BTreeSet<[String; 2]>) {
    let resolution = resolve(known, new, decisions);
    let mut persons: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (person, form) in known {
        persons.entry(format!("known {person}")).or_default().push(form_key(form));
    }
    for (form, placement) in new.iter().zip(&resolution.placement) {
        let person = match placement {
            Placement::Known(person) => format!("known {person}"),
            Placement::New(person) => format!("new {person}"),
        };
        persons.entry(person).or_default().push(form_key(form));
    }
    let key = |party: Party| match party {
        Party::Known(position) => form_key(&known[position].1),
        Party::Form(position) => form_key(&new[position]),
    };
    let asked = resolution.doubtful.iter().map(|doubt| {
        let mut pair = [key(doubt.a), key(doubt.b)];
        pair.sort();
        pair
    });
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys
    };
    (persons.into_values().map(sorted).collect(), asked.collect())
}

fn together(persons: &BTreeSet<Vec<String>>, a: &str, b: &str) -> bool {
    persons.iter().any(|person| person.iter().any(|key| key == a) && person.iter().any(|key| key == b))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_score_has_no_direction(forms in forms(12)) {
        let population = Population::of(&forms);
        for a in &forms {
            for b in &forms {
                prop_assert_eq!(score(a, b, &population), score(b, a, &population));
            }
            prop_assert!(score(a, a, &population).name > 0.99);
        }
    }

    #[test]
    fn the_order_of_new_forms_does_not_matter(
        (forms, shuffled, known) in forms(25)
            .prop_flat_map(|forms| (Just(forms.clone()), Just(forms).prop_shuffle(), 0..6_usize)),
    ) {
        let known: Vec<(u64, Form)> = forms.iter().take(known).cloned().zip(0..).map(|(form, person)| (person, form)).collect();
        let is_new = |form: &&Form| known.iter().all(|(_, known)| form_key(known) != form_key(form));
        let new: Vec<Form> = forms.iter().filter(is_new).cloned().collect();
        let other: Vec<Form> = shuffled.iter().filter(is_new).cloned().collect();
        let decisions = Decisions::default();
        prop_assert_eq!(outcome(&known, &new, &decisions), outcome(&known, &other, &decisions));
    }

    #[test]
    fn decisions_stand(
        forms in forms(20),
        decided in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), any::<bool>()), 0..6),
    ) {
        let mut decisions = Decisions::default();
        let mut told: BTreeMap<[String; 2], Decision> = BTreeMap::new();
        // Decisions as a lead makes them: none contradicts what follows from those before.
        let mut group: BTreeMap<String, usize> = forms.iter().map(form_key).zip(0..).collect();
        let mut apart: Vec<(String, String)> = Vec::new();
        for (a, b, joined) in decided {
            let (a, b) = (form_key(a.get(&forms)), form_key(b.get(&forms)));
            let (of_a, of_b) = (group[&a], group[&b]);
            let between = |one: &str, other: &str| {
                let (one, other) = (group[one], group[other]);
                (one, other) == (of_a, of_b) || (other, one) == (of_a, of_b)
            };
            let is_apart = apart.iter().any(|(one, other)| between(one, other));
            if a == b || (joined && is_apart) || (!joined && of_a == of_b) {
                continue;
            }
            let mut pair = [a.clone(), b.clone()];
            pair.sort();
            if joined {
                group.values_mut().filter(|group| **group == of_b).for_each(|group| *group = of_a);
            } else {
                apart.push((a.clone(), b.clone()));
            }
            let decision = if joined { Decision::Joined } else { Decision::Separated };
            decisions.add(&a, &b, decision);
            told.insert(pair, decision);
        }
        let (persons, asked) = outcome(&[], &forms, &decisions);
        for ([a, b], decision) in &told {
            prop_assert_eq!(together(&persons, a, b), *decision == Decision::Joined, "{} {}", a, b);
            prop_assert!(!asked.contains(&[a.clone(), b.clone()]));
        }
    }

    #[test]
    fn nobody_is_asked_about_one_person_and_everybody_has_one(forms in forms(20)) {
        let (persons, asked) = outcome(&[], &forms, &Decisions::default());
        prop_assert_eq!(persons.iter().map(Vec::len).sum::<usize>(), forms.len());
        for [a, b] in &asked {
            prop_assert!(!together(&persons, a, b));
        }
    }
}
