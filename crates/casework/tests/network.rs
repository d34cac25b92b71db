//! Three registers whose truth is known, encoded and linked: persons of the network, and those in several cities.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its register must stop")]

use std::collections::BTreeMap;

use casework::registers::model::{propose, read};
use documents::sheets::{self, Limits};
use kernel::{CityCode, Day};
use linkage::network::{Edit, Encoder, Handle, Identity, Network, NetworkKey, Thresholds};
use linkage::{Decisions, Form, Placement, form_key, resolve};
use network::vocabulary::Vocabulary;

fn forms(file: &str) -> Vec<Form> {
    let path = format!("{}/tests/registers/{file}", env!("CARGO_MANIFEST_DIR"));
    let workbook = sheets::read(&std::fs::read(path).unwrap(), file, &Limits::default()).unwrap();
    let vocabulary = Vocabulary::embedded().unwrap();
    let proposal = propose(&workbook, &vocabulary);
    let reading = read(&workbook, &proposal.mapping(), &vocabulary, Day::from_ymd_opt(2026, 6, 1).unwrap());
    let mut forms: BTreeMap<String, Form> = BTreeMap::new();
    for entry in reading.entries {
        let form = Form {
            surname: entry.surname,
            given: entry.given,
            birth: entry.birth,
            gender: entry.gender,
            citizenship: entry.citizenship,
            rows: 0,
        };
        forms.entry(form_key(&form)).or_insert(form).rows += 1;
    }
    forms.into_values().collect()
}

/// The persons of a city, each as its rows mostly say.
fn persons(forms: &[Form]) -> Vec<Identity> {
    let mut persons: BTreeMap<usize, Vec<&Form>> = BTreeMap::new();
    for (form, placement) in forms.iter().zip(resolve(&[], forms, &Decisions::default()).placement) {
        let Placement::New(person) = placement else { unreachable!("nobody was known") };
        persons.entry(person).or_default().push(form);
    }
    persons.into_values().map(Identity::usual).collect()
}

#[test]
fn persons_of_the_network_are_those_of_the_truth() {
    let path = format!("{}/tests/registers/truth.json", env!("CARGO_MANIFEST_DIR"));
    let truth: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let encoder = Encoder::new(NetworkKey::new(&[3; 32]).unwrap());
    let mut edits = Vec::new();
    for (city, file) in [("A662", "bari.xlsx"), ("E472", "latina.csv"), ("G273", "palermo.xlsx")] {
        let city: CityCode = city.parse().unwrap();
        for identity in persons(&forms(file)) {
            edits.push(Edit::Put(Handle(edits.len() as u64), city, encoder.encode(&identity)));
        }
    }
    let mut network = Network::new(Thresholds::default());
    network.apply(edits);
    let expected = |key: &str| truth["network"][key].as_f64().unwrap();
    let off = |found: usize, key: &str| found as f64 / expected(key) - 1.0;
    let (persons, shared) = (network.persons(), network.shared());
    eprintln!("{persons} persons, {shared} in several cities, {} questions", network.questions().len());
    assert!(off(persons, "persons").abs() <= 0.025, "{persons}");
    assert!(off(shared, "persons_in_more_than_one_city").abs() <= 0.10, "{shared}");
}
