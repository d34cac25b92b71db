use kernel::Day;
use network::vocabulary::Vocabulary;
use proptest::prelude::*;

use super::*;
use crate::people::PersonId;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn fields(sent: &[(&str, &str)]) -> Fields {
    Fields(sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
}

/// A form as the page sends it, with some fields in place of its own.
fn with(other: &[(&'static str, &'static str)]) -> Fields {
    let mut sent = vec![
        ("giorno", "2026-03-05"),
        ("servizio", "legal_support"),
        ("punto", "hub termini"),
        ("modalita", "in_person"),
        ("minuti", "20"),
        ("esito", "done"),
        ("nota", "  porta il rinnovo "),
    ];
    sent.retain(|(name, _)| other.iter().all(|(replaced, _)| replaced != name));
    sent.extend(other);
    fields(&sent)
}

fn tell<T>(test: impl FnOnce(Known<'_>) -> T) -> T {
    let vocabulary = Vocabulary::embedded().unwrap();
    let points = Points::of(["Hub Termini"], ["sportello centrale"]);
    test(Known { today: day("2026-03-05"), vocabulary: &vocabulary, points: &points })
}

#[test]
fn a_form_says_what_is_recorded() {
    let draft =
        tell(|known| read(&with(&[("servizio", "housing_search"), ("servizio", "housing_search")]), known));
    assert_eq!(
        draft.unwrap(),
        Draft {
            day: day("2026-03-05"),
            services: vec!["housing_search".to_owned()],
            point: Some("hub termini".to_owned()),
            modality: Modality::InPerson,
            minutes: Some(20),
            outcome: Some(Outcome::Done),
            note: Some("porta il rinnovo".to_owned()),
        }
    );
    let least = [("punto", ""), ("minuti", ""), ("esito", ""), ("nota", " ")];
    let draft = tell(|known| read(&with(&least), known)).unwrap();
    assert_eq!((draft.point, draft.minutes, draft.outcome, draft.note), (None, None, None, None));
}

#[test]
fn what_is_wrong_stands_at_its_field() {
    for (field, value, key) in [
        ("giorno", "5/3/2026", "contacts-fault-day"),
        ("giorno", "2026-03-06", "contacts-fault-future"),
        ("giorno", "2019-12-31", "contacts-fault-early"),
        ("servizio", "", "contacts-fault-service"),
        ("minuti", "1441", "contacts-fault-minutes"),
        ("minuti", "-5", "contacts-fault-minutes"),
        ("minuti", "mezz'ora", "contacts-fault-minutes"),
    ] {
        let Err(Unfit::Wrong(faults)) = tell(|known| read(&with(&[(field, value)]), known)) else {
            panic!("{field} {value}")
        };
        assert_eq!(faults.of(field), Some(key), "{value}");
    }
    // All faults at once, each at its own.
    let all = with(&[("giorno", ""), ("servizio", ""), ("persone", "0"), ("minuti", "x")]);
    let Err(Unfit::Wrong(faults)) = tell(|known| read_heads(&all, known)) else { panic!() };
    for field in ["giorno", "servizio", "persone", "minuti"] {
        assert!(faults.of(field).is_some(), "{field}");
    }
}

#[test]
fn what_no_page_offers_is_forged() {
    for (field, value) in [
        ("servizio", "dance"),
        ("punto", "camper sociosanitario"),
        ("modalita", ""),
        ("modalita", "dream"),
        ("esito", "won"),
    ] {
        assert_eq!(
            tell(|known| read(&with(&[(field, value)]), known)),
            Err(Unfit::Forged),
            "{field} {value}"
        );
    }
    let two = with(&[("servizio", "legal_support"), ("servizio", "housing_search"), ("motivo", "x")]);
    assert_eq!(tell(|known| read_change(&two, known, false)), Err(Unfit::Forged));
    assert_eq!(tell(|known| read_gathering(&two, known, 1)), Err(Unfit::Forged));
}

#[test]
fn a_gathering_has_a_title_and_somebody() {
    let gathering = |sent: &[(&'static str, &'static str)], named| {
        tell(|known| read_gathering(&with(sent), known, named))
    };
    let wrong = |sent: &[(&'static str, &'static str)], named, field: &str| match gathering(sent, named) {
        Err(Unfit::Wrong(faults)) => faults.of(field).unwrap().to_owned(),
        other => panic!("{other:?}"),
    };
    assert_eq!(gathering(&[("titolo", "Laboratorio"), ("persone", "12")], 0).unwrap().others, 12);
    assert_eq!(gathering(&[("titolo", "Laboratorio")], 3).unwrap().others, 0);
    assert_eq!(wrong(&[("titolo", "Laboratorio"), ("persone", "0")], 0, "persone"), "contacts-fault-nobody");
    assert_eq!(wrong(&[("titolo", ""), ("persone", "3")], 0, "titolo"), "contacts-fault-title");
    assert_eq!(wrong(&[("titolo", "L"), ("persone", "501")], 0, "persone"), "contacts-fault-heads");
}

#[test]
fn a_correction_says_why() {
    let change = |sent: &[(&'static str, &'static str)], counted| {
        tell(|known| read_change(&with(sent), known, counted))
    };
    let Err(Unfit::Wrong(faults)) = change(&[], false) else { panic!() };
    assert_eq!(faults.of("motivo"), Some("contacts-fault-reason"));
    assert_eq!(change(&[("motivo", "giorno sbagliato")], false).unwrap().heads, 1);
    assert_eq!(change(&[("motivo", "erano di più"), ("persone", "7")], true).unwrap().heads, 7);
}

#[test]
fn pasted_lists_lose_their_marks() {
    let pasted = "Elenco 1\r\n1) Diop Awa\n\t2. O'Neill  Seán \n•\tAl-Hassan Omar;\n\n---\n3\n李雷\n";
    assert_eq!(names(pasted), ["Elenco", "Diop Awa", "O'Neill Seán", "Al-Hassan Omar", "李雷"]);
    assert_eq!(names(" \n"), Vec::<String>::new());
}

#[test]
fn points_are_known_once_however_written() {
    let points =
        Points::of(["Hub Termini", "Sportelli mobili (3)"], ["hub termini", "sportello centrale", ""]);
    let names: Vec<String> = points.list().into_iter().map(|point| point.name).collect();
    assert_eq!(names, ["Hub Termini", "Sportelli mobili (3)", "Sportello centrale"]);
    assert_eq!(points.known("sportelli mobili 3"), Some("sportelli mobili 3"));
    assert_eq!((points.known("Hub Termini"), points.known("")), (None, None));
    assert_eq!(points.name("porta nuova"), "Porta nuova");
}

#[test]
fn two_sendings_that_say_the_same_are_one() {
    let one = fields(&[("servizio", "a"), ("servizio", "b"), ("nota", ""), ("giorno", "2026-01-01 ")]);
    let other = fields(&[("giorno", "2026-01-01"), ("servizio", "b"), ("servizio", "a")]);
    assert_eq!(one.canonical(), other.canonical());
    assert_ne!(one.canonical(), fields(&[("servizio", "a"), ("giorno", "2026-01-01")]).canonical());
}

fn person(number: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(number))
}

#[test]
fn a_contact_is_told_once_whoever_tells_it() {
    let at = |number, service, point| Key { person: person(number), service, point };
    let legal = at(1, "legal", None);
    let rows = [
        (at(2, "legal", None), Teller::Desk),
        (at(1, "legal", Some("hub")), Teller::Desk),
        (at(1, "health", None), Teller::Register),
        (at(1, "legal", None), Teller::Register),
        (at(1, "legal", None), Teller::Register),
    ]
    .map(Some);
    assert_eq!(standing(rows, legal, false), Stood::InRegister(3));
    assert_eq!(standing(rows, at(1, "housing", None), false), Stood::New);
    let with_desk = [None, rows[3], Some((legal, Teller::Desk)), rows[4]];
    assert_eq!(standing(with_desk, legal, false), Stood::AtDesk(2));
    assert_eq!(standing(with_desk, legal, true), Stood::InRegister(1));
    assert_eq!(standing([Some((legal, Teller::Desk))], legal, true), Stood::New);
}

proptest! {
    #[test]
    fn no_list_breaks_the_reading(pasted in any::<String>()) {
        for name in names(&pasted) {
            prop_assert!(name.chars().any(char::is_alphabetic) && name == name.trim());
        }
    }
}
