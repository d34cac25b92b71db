//! Registers in shapes of their own, whose truth is known: rejected rows and contacts exactly, persons as joined.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its register must stop")]

use std::collections::{BTreeMap, BTreeSet, HashMap};

use casework::registers::model::{Entry, Reading, propose, read};
use documents::sheets::{self, Limits};
use kernel::Day;
use linkage::{Decisions, Form, Placement, form_key, resolve};
use network::vocabulary::Vocabulary;
use serde_json::Value;

fn open(file: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/wild/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn truth() -> BTreeMap<String, Value> {
    serde_json::from_slice(&open("truth.json")).unwrap()
}

fn reading(file: &str) -> Reading {
    let workbook = sheets::read(&open(file), file, &Limits::default()).unwrap();
    let vocabulary = Vocabulary::embedded().unwrap();
    let proposal = propose(&workbook, &vocabulary);
    assert!(proposal.is_register(), "{file}: {proposal:?}");
    read(&workbook, &proposal.mapping(), &vocabulary, Day::from_ymd_opt(2026, 6, 1).unwrap())
}

#[test]
fn exactly_the_rows_that_cannot_be_right_are_rejected_and_every_contact_is_counted() {
    // In a register of marks an unknown service is a row without a mark.
    let reasons = BTreeMap::from([
        ("negative minutes", "minutes_negative"),
        ("date in the future", "day_in_future"),
        ("birth after the service", "birth_after_contact"),
        ("service date missing", "day_missing"),
        ("no name at all", "name_missing"),
        ("impossible date", "day_impossible"),
        ("unknown service", "service_unknown"),
        ("no mark", "service_missing"),
    ]);
    for (file, truth) in truth() {
        let expected: BTreeSet<(String, u64, &str)> = truth["rejected_rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let text = |key: &str| row[key].as_str().unwrap();
                (text("sheet").to_owned(), row["line"].as_u64().unwrap(), reasons[text("why")])
            })
            .collect();
        let reading = reading(&file);
        let found: BTreeSet<(String, u64, &str)> = reading
            .rejections
            .iter()
            .map(|row| (row.sheet.clone(), u64::from(row.line), row.reason.code()))
            .collect();
        assert_eq!(found, expected, "{file}");
        let contacts: usize = reading.entries.iter().map(|entry| entry.services.len()).sum();
        assert_eq!(contacts as u64, truth["contacts"].as_u64().unwrap(), "{file}");
    }
}

fn form(entry: &Entry) -> Form {
    Form {
        surname: entry.surname.clone(),
        given: entry.given.clone(),
        birth: entry.birth,
        gender: entry.gender,
        citizenship: entry.citizenship.clone(),
        rows: 1,
    }
}

/// The person of each entry, forms given once with their rows.
fn persons(entries: &[Entry]) -> Vec<Placement> {
    let mut forms: Vec<Form> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    let places: Vec<usize> = entries
        .iter()
        .map(|entry| {
            let form = form(entry);
            let place = *at.entry(form_key(&form)).or_insert(forms.len());
            match forms.get_mut(place) {
                Some(known) => known.rows += 1,
                None => forms.push(form),
            }
            place
        })
        .collect();
    let resolution = resolve(&[], &forms, &Decisions::default());
    places.into_iter().map(|place| resolution.placement[place]).collect()
}

#[test]
fn persons_are_joined_as_the_truth_joins_them() {
    let lines = String::from_utf8(open("truth-lines.csv")).unwrap();
    for (file, truth) in truth() {
        let expected: BTreeMap<(&str, u32), &str> = lines
            .lines()
            .filter_map(|line| line.strip_prefix(&file)?.strip_prefix(','))
            .map(|line| {
                let parts: Vec<&str> = line.split(',').collect();
                ((parts[0], parts[1].parse().unwrap()), parts[2])
            })
            .collect();
        let entries = reading(&file).entries;
        assert_eq!(entries.len(), expected.len(), "{file}");
        let mut both: HashMap<(String, &str), u64> = HashMap::new();
        let (mut found, mut true_ones): (HashMap<String, u64>, HashMap<&str, u64>) = Default::default();
        for (entry, placement) in entries.iter().zip(persons(&entries)) {
            let person = expected[&(entry.sheet.as_str(), entry.line)];
            let placement = format!("{placement:?}");
            *found.entry(placement.clone()).or_default() += 1;
            *true_ones.entry(person).or_default() += 1;
            *both.entry((placement, person)).or_default() += 1;
        }
        let pairs =
            |counts: &mut dyn Iterator<Item = u64>| counts.map(|n| n * (n - 1) / 2).sum::<u64>() as f64;
        let together = pairs(&mut both.into_values());
        let f1 = 2.0 * together / (pairs(&mut found.values().copied()) + pairs(&mut true_ones.into_values()));
        assert!(f1 >= 0.97, "{file}: pairwise F1 {f1:.4}");
        let expected = truth["persons"].as_u64().unwrap();
        assert!((found.len() as u64).abs_diff(expected) <= 1, "{file}: {} not {expected}", found.len());
    }
}
