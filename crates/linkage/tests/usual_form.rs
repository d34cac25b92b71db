//! Slips around a form that is written far more often than they are.

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
