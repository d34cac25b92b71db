//! People that do not exist, as a register writes them.

use casework::registers::model::Entry;
use kernel::Gender;

use super::installation::day;

/// A row: who, born when, met when, for what.
pub fn row(surname: &str, given: &str, birth: &str, on: &str, services: &[&str]) -> Entry {
    Entry {
        sheet: String::new(),
        line: 0,
        day: day(on),
        surname: surname.to_owned(),
        given: given.to_owned(),
        birth: (!birth.is_empty()).then(|| day(birth)),
        gender: Gender::M,
        citizenship: Some("SN".to_owned()),
        permit: None,
        services: services.iter().map(|service| (*service).to_owned()).collect(),
        point: None,
        minutes: Some(30),
        modality: None,
        note: None,
    }
}

pub const LEGAL: &str = "legal_support";
pub const HEALTH: &str = "health_orientation";
pub const HOUSING: &str = "housing_search";

/// A namesake of [`in_doubt`]'s people: the name is theirs, the birth date nearly, the citizenship another.
pub fn namesake(birth: &str, citizenship: &str, on: &str, services: &[&str]) -> Entry {
    Entry { citizenship: Some(citizenship.to_owned()), ..row("Diop", "Cheikh", birth, on, services) }
}

/// Three rows of two people so alike that the lead is asked.
pub fn in_doubt() -> Vec<Entry> {
    vec![
        namesake("1990-03-04", "SN", "2025-01-10", &[LEGAL]),
        namesake("1990-03-14", "GM", "2025-02-11", &[HEALTH]),
        namesake("1990-03-14", "GM", "2025-03-12", &[LEGAL]),
    ]
}
