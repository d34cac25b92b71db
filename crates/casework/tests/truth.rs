//! Registers whose truth is known: contacts, contacts by month and service, and rejected rows, exactly.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its register must stop")]

use std::collections::{BTreeMap, BTreeSet};

use casework::registers::model::{Reading, propose, read};
use documents::sheets::{self, Limits};
use kernel::{Day, Gender, Month};
use network::vocabulary::Vocabulary;

fn reading(file: &str) -> Reading {
    let path = format!("{}/tests/registers/{file}", env!("CARGO_MANIFEST_DIR"));
    let workbook = sheets::read(&std::fs::read(path).unwrap(), file, &Limits::default()).unwrap();
    let vocabulary = Vocabulary::embedded().unwrap();
    let proposal = propose(&workbook, &vocabulary);
    assert!(proposal.sheets.iter().all(|sheet| sheet.is_register()), "{proposal:?}");
    read(&workbook, &proposal.mapping(), &vocabulary, Day::from_ymd_opt(2026, 6, 1).unwrap())
}

fn truth() -> serde_json::Value {
    let path = format!("{}/tests/registers/truth.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn exactly_the_rows_that_cannot_be_right_are_rejected() {
    let reasons = BTreeMap::from([
        ("negative minutes", "minutes_negative"),
        ("date in the future", "day_in_future"),
        ("birth after the service", "birth_after_contact"),
        ("service date missing", "day_missing"),
        ("no name at all", "name_missing"),
        ("impossible date", "day_impossible"),
        ("unknown service", "service_unknown"),
    ]);
    let truth = truth();
    for (city, file) in [("bari", "bari.xlsx"), ("latina", "latina.csv"), ("palermo", "palermo.xlsx")] {
        let expected: BTreeSet<(String, u32, String)> = truth[city]["rejected_rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let text = |key: &str| row[key].as_str().unwrap().to_owned();
                let line = u32::try_from(row["line"].as_u64().unwrap()).unwrap();
                (text("sheet"), line, reasons[text("why").as_str()].to_owned())
            })
            .collect();
        let found: BTreeSet<(String, u32, String)> = reading(file)
            .rejections
            .into_iter()
            .map(|row| (row.sheet, row.line, row.reason.code().to_owned()))
            .collect();
        assert_eq!(found, expected, "{city}");
    }
}

#[test]
fn contacts_are_those_of_the_truth_month_by_month() {
    let truth = truth();
    for (city, file) in [("bari", "bari.xlsx"), ("latina", "latina.csv"), ("palermo", "palermo.xlsx")] {
        let mut months = BTreeMap::<String, u64>::new();
        for entry in reading(file).entries {
            *months.entry(Month::of(entry.day).to_string()).or_default() += entry.services.len() as u64;
        }
        let expected: BTreeMap<String, u64> =
            serde_json::from_value(truth[city]["contacts_by_month"].clone()).unwrap();
        assert_eq!(months, expected, "{city}");
        assert_eq!(months.values().sum::<u64>(), truth[city]["contacts"].as_u64().unwrap(), "{city}");
    }
}

/// The truth says which person each line belongs to; lines of one person say the same citizenship and
/// gender, so their counts by person can be compared with the truth without joining names.
#[test]
fn gender_citizenship_and_services_of_the_persons_are_those_of_the_truth() {
    let truth = truth();
    let path = format!("{}/tests/registers/truth-lines.csv", env!("CARGO_MANIFEST_DIR"));
    let lines = std::fs::read_to_string(path).unwrap();
    for (city, file) in [("bari", "bari.xlsx"), ("latina", "latina.csv"), ("palermo", "palermo.xlsx")] {
        let persons: BTreeMap<(&str, u32), &str> = lines
            .lines()
            .filter_map(|line| line.strip_prefix(file)?.strip_prefix(','))
            .map(|line| {
                let parts: Vec<&str> = line.split(',').collect();
                ((parts[0], parts[1].parse().unwrap()), parts[2])
            })
            .collect();
        let entries = reading(file).entries;
        assert_eq!(entries.len(), persons.len(), "{city}: every accepted line is in the truth");
        let mut citizenships = BTreeMap::<String, BTreeSet<&str>>::new();
        let mut genders = BTreeMap::<&str, BTreeSet<&str>>::new();
        let mut services = BTreeMap::<String, BTreeSet<&str>>::new();
        for entry in &entries {
            let person = persons[&(entry.sheet.as_str(), entry.line)];
            if let Some(code) = &entry.citizenship {
                citizenships.entry(code.clone()).or_default().insert(person);
            }
            if entry.gender != Gender::Unknown {
                genders.entry(entry.gender.code()).or_default().insert(person);
            }
            for service in &entry.services {
                services.entry(service.clone()).or_default().insert(person);
            }
        }
        let counted = |sets: BTreeMap<String, BTreeSet<&str>>| -> serde_json::Value {
            sets.into_iter().map(|(key, set)| (key, serde_json::Value::from(set.len()))).collect()
        };
        let genders = genders.into_iter().map(|(key, set)| (key.to_owned(), set)).collect();
        assert_eq!(counted(citizenships), truth[city]["by_citizenship"], "{city}");
        assert_eq!(counted(genders), truth[city]["by_gender"], "{city}");
        assert_eq!(counted(services), truth[city]["persons_by_service"], "{city}");
    }
}
