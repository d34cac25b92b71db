//! The index answers as somebody would who looks at everybody.

use kernel::{Day, Gender};
use linkage::Form;
use proptest::prelude::*;

use super::everybody::{self, Written as Person};
use super::{CityIndex, Query};
use crate::people::{FormId, PersonId};

fn today() -> Day {
    "2026-06-01".parse().unwrap()
}

fn id(number: u64) -> uuid::Uuid {
    uuid::Uuid::from_u64_pair(0x0198_0000_0000_7000, 0x8000_0000_0000_0000 | number)
}

fn person(number: u64, form: u64, surname: &str, given: &str, birth: &str) -> Person {
    let form = FormId(id(form));
    let written = Form {
        surname: surname.to_owned(),
        given: given.to_owned(),
        birth: birth.parse().ok(),
        gender: Gender::Unknown,
        citizenship: None,
        rows: 1,
    };
    (PersonId(id(number)), form, written)
}

/// A few who are easily taken for one another.
fn people() -> Vec<Person> {
    [
        ("Diop", "Awa", "1990-05-03"),
        ("Diop", "Awa", "1971-02-11"),
        ("DIOUF", "Aoua", "1990-05-03"),
        ("Muhammad", "Usman", "1990-01-01"),
        ("El Amrani", "Said", "1985-12-24"),
        ("Hassan", "Mohamed Ali", "1999-09-09"),
        ("N'Diaye", "Fatoumata", "1992-03-04"),
        ("Shevchenko", "Oleksandr", "1980-10-10"),
        ("Ayesha", "Ayesha", ""),
        ("Bianchi", "Maria", "1990-05-03"),
    ]
    .iter()
    .zip(1..)
    .map(|((surname, given, birth), number)| person(number, number, surname, given, birth))
    .collect()
}

/// Who is found, by their number, for something typed.
fn found(typed: &str) -> Vec<u128> {
    let found = CityIndex::of(people()).search(&Query::typed(typed, today()), 20);
    assert_eq!(found, everybody::search(&people(), &Query::typed(typed, today()), 20), "{typed}");
    found.hits.iter().map(|hit| hit.person.0.as_u128() & 0xffff).collect()
}

#[test]
fn the_right_one_comes_first_however_they_are_typed() {
    for (typed, first) in [
        ("diop awa 3/5/1990", 1),
        ("awa diop 1971", 2),
        ("Dio Aw 11 febbraio 1971", 2),
        ("mohamed usman", 4),
        ("MOHAMMED Ousmane", 4),
        ("amrani said", 5),
        ("elamrani", 5),
        ("sa el am", 5),
        ("mohamedali hassan", 6),
        ("Hassan Mohammed", 6),
        ("Ndiaye fatou", 7),
        ("diaye fatoumata", 7),
        ("fatumata n diaye", 7),
        ("fatoumtaa ndiaye", 7),
        ("Alexander Shevchenko", 8),
        ("shevcenko", 8),
        ("ayesha", 9),
        ("Ayesha Ayesha", 9),
        ("Maria Rossi 03/05/1990", 10),
    ] {
        assert_eq!(found(typed).first(), Some(&first), "{typed}: {:?}", found(typed));
    }
}

#[test]
fn who_is_not_meant_is_not_found() {
    for typed in ["", "d", "1990", "Rossi Giulia", "zz", "3/5"] {
        assert_eq!(found(typed), Vec::<u128>::new(), "{typed}");
    }
    assert_eq!(found("03/05/1990"), [10, 1, 3]);
}

#[test]
fn a_person_has_one_place_and_more_is_said() {
    let mut people = people();
    people.push(person(1, 50, "Diop", "Aua", "1990-05-03"));
    let index = CityIndex::of(people.clone());
    let query = Query::typed("diop", today());
    assert_eq!(index.search(&query, 20).hits.len(), 3);
    let one = index.search(&query, 1);
    assert_eq!((one.hits.len(), one.more), (1, true));
    assert_eq!(one, everybody::search(&people, &query, 1));
}

const WORDS: &[&str] = &[
    "Diop",
    "Diouf",
    "Awa",
    "Aoua",
    "Mohamed",
    "Muhammad",
    "Mohammed",
    "El Amrani",
    "Amrani",
    "Ben Ali",
    "Benali",
    "N'Diaye",
    "Ndiaye",
    "Fatou",
    "Fatoumata",
    "Fatima",
    "Oleksandr",
    "Alexander",
    "Li",
    "Lì",
    "Шевченко",
    "محمد",
    "Ayesha",
    "Aisha",
    "Hassan",
    "Hussein",
    "Abdel Rahman",
    "D'Angelo",
    "de la Cruz",
];

fn names() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(WORDS), 1..4).prop_map(|words| words.join(" "))
}

fn births() -> impl Strategy<Value = &'static str> {
    prop::sample::select(&["", "1990-05-03", "1990-03-05", "1991-05-03", "1990-01-01", "1971-02-11"][..])
}

/// What a hand makes of a name: words left out at the end, letters lost, exchanged or added.
fn typed() -> impl Strategy<Value = String> {
    let ending = prop::sample::select(&["", " 3/5/1990", " 1990", " 03.05.90", " 11 feb 1971"][..]);
    let slip = (any::<prop::sample::Index>(), 0..4_u8);
    (names(), ending, prop::option::of(slip), 0..4_usize).prop_map(|(name, ending, slip, cut)| {
        let mut letters: Vec<char> = name.chars().collect();
        if let Some((at, how)) = slip {
            let at = at.index(letters.len());
            match how {
                0 => drop(letters.remove(at)),
                1 if at > 0 => letters.swap(at - 1, at),
                2 => letters.insert(at, 'e'),
                _ => letters[at] = 'a',
            }
        }
        letters.truncate(letters.len().saturating_sub(cut).max(1));
        letters.into_iter().collect::<String>() + ending
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn the_index_answers_as_who_looks_at_everybody(
        written in prop::collection::vec((0..30_u64, names(), names(), births()), 1..60),
        gone in prop::collection::vec(0..30_u64, 0..6),
        back in prop::collection::vec((0..30_u64, names(), births()), 0..6),
        typed in typed(),
        at_most in 1..8_usize,
    ) {
        let mut people: Vec<Person> = (1000..)
            .zip(&written)
            .map(|(form, (number, surname, given, birth))| person(*number, form, surname, given, birth))
            .collect();
        let mut index = CityIndex::of(people.clone());
        for number in gone {
            index.remove(PersonId(id(number)));
            people.retain(|(person, ..)| person.0 != id(number));
        }
        for (form, (number, name, birth)) in (5000..).zip(&back) {
            let (person, form, written) = person(*number, form, name, "", birth);
            index.add(person, form, &written);
            people.push((person, form, written));
        }
        let query = Query::typed(&typed, today());
        let found = index.search(&query, at_most);
        prop_assert_eq!(&found, &everybody::search(&people, &query, at_most));
        prop_assert_eq!(&found, &CityIndex::of(people).search(&query, at_most));
    }
}
