//! Slips and spellings around the form in which a person is usually written.

use kernel::{Day, Gender};
use linkage::{Decisions, Form, Placement, resolve};

fn form(surname: &str, given: &str, birth: &str, rows: u32) -> Form {
    Form {
        surname: surname.to_owned(),
        given: given.to_owned(),
        birth: birth.parse::<Day>().ok(),
        gender: Gender::M,
        citizenship: Some("GM".to_owned()),
        rows,
    }
}

fn persons(forms: &[Form]) -> usize {
    let placement = resolve(&[], forms, &Decisions::default()).placement;
    let mut persons: Vec<usize> = placement
        .into_iter()
        .filter_map(|placement| match placement {
            Placement::New(person) => Some(person),
            Placement::Known(_) => None,
        })
        .collect();
    persons.sort_unstable();
    persons.dedup();
    persons.len()
}

#[test]
fn a_year_older_and_a_year_younger_are_slips_of_the_usual_form() {
    let slips = [
        form("CAMARA", "Modoou", "1999-08-23", 1),
        form("CAMARA", "Modou", "2001-08-23", 2),
        form("CAMARA", "Modou", "2000-08-23", 100),
    ];
    assert_eq!(persons(&slips), 1);
}

#[test]
fn twins_and_a_father_stay_apart_however_often_one_of_them_comes() {
    let family = [
        form("HAIDARA", "Hassana", "2001-05-06", 200),
        form("HAIDARA", "Ousseynou", "2001-05-06", 1),
        form("HAIDARA", "Hassana", "1971-05-07", 1),
    ];
    assert_eq!(persons(&family), 3);
}

#[test]
fn a_form_without_birth_date_is_placed_though_other_slips_are_far_from_it() {
    let omar = [
        form("CHAKIR", "Omr", "", 1),
        form("CHAKIR", "Omar", "1980-04-07", 5),
        form("CHAKIR", "Omaar", "1980-04-07", 1),
        form("CHAKIR", "Ommar", "1980-04-07", 1),
    ];
    assert_eq!(persons(&omar), 1);
    // A name that fits none of the forms is somebody else.
    let two = [form("CHAKIR", "Hicham", "", 1), form("CHAKIR", "Omar", "1980-04-07", 5)];
    assert_eq!(persons(&two), 2);
}

#[test]
fn two_ways_of_transliterating_are_one_name() {
    let alexander = [
        form("SHEVCHENKO", "Oleksandr", "1954-01-01", 2),
        form("SHEVCCHENKO", "Alexander", "1954-01-01", 1),
        form("CHEVCHENKO", "Aleksandr", "", 1),
    ];
    assert_eq!(persons(&alexander), 1);
}
