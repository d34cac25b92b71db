//! What is read is written, and shown to who may see it.

use axum::http::StatusCode;
use store::testing::each_engine;
use uuid::Uuid;

use super::support::{Desk, name_of, persons};
use crate::reads::book::{self, Asked, Mark};
use crate::reads::{ReadLog, SLICE, What};
use crate::{Role, testing};

const SLICES: [store::Slice; 2] = [store::SLICE, SLICE];

#[tokio::test]
async fn who_read_whom_is_shown_to_who_may_see_it() {
    each_engine(&SLICES, async |store| {
        let desk = Desk::new(&store).await;
        let (lead, operator) = (testing::lead("A662"), testing::operator("A662"));
        let auditor = testing::who(Role::Auditor, None);
        let bari = testing::city("A662");
        let log = &desk.reads.log;
        assert!(desk.page(&lead, "/letture").await.contains("Nessuna lettura"));
        log.view(&operator, bari, &persons(7..8), What::File).await.unwrap();
        log.view(&operator, bari, &[], What::File).await.unwrap();
        log.search(&operator, bari, "Zaccheo Ermenegilda", &persons(7..9), What::Desk).await.unwrap();
        log.list(&operator, bari, &persons(20..145), What::Contacts).await.unwrap();
        log.export(&operator, bari, &[], What::RejectedRows).await.unwrap();
        // What was searched is nowhere in the database as it was typed.
        let mut reader = store.reader().await.unwrap();
        let lines = book::lines(&mut reader, &Asked::default(), Mark::NEWEST, 50).await.unwrap();
        assert_eq!(lines.len(), 4);
        let sealed = lines.iter().find_map(|line| line.detail.clone()).unwrap();
        assert!(!String::from_utf8_lossy(&sealed).contains("Zaccheo"));
        drop(reader);

        let page = desk.page(&lead, "/letture").await;
        for word in ["Zaccheo Ermenegilda", &name_of(Uuid::from_u128(7)), "125 persone", "operator.prova"] {
            assert!(page.contains(word), "{word}: {page}");
        }
        // That the lead saw a name is written too.
        let page = desk.page(&lead, "/letture?come=list").await;
        assert!(
            page.contains("registro delle letture, con i nomi") && page.contains("city_lead.prova"),
            "{page}"
        );

        let page = desk.page(&auditor, "/letture").await;
        assert!(
            page.contains("operator.prova") && page.contains("Bari") && page.contains("…00000007"),
            "{page}"
        );
        for word in ["Zaccheo", "Segnaposto", "/persone/"] {
            assert!(!page.contains(word), "{word}: {page}");
        }
        let csv = desk.page(&lead, "/letture/elenco.csv").await;
        assert!(csv.contains(&Uuid::from_u128(7).to_string()), "{csv}");
        assert!(!csv.contains("Segnaposto") && !csv.contains("Zaccheo"), "{csv}");

        for other in [operator, testing::lead("H501"), testing::who(Role::Authority, None)] {
            let shown = desk.get(&other, "/letture").await;
            assert!(!shown.text.contains("Zaccheo") && !shown.text.contains("operator.prova</a>"));
            let one = format!("/letture/{}", lines[0].id);
            assert_eq!(desk.get(&other, &one).await.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn filters_stand_in_the_address() {
    each_engine(&SLICES, async |store| {
        let desk = Desk::new(&store).await;
        let (lead, operator) = (testing::lead("A662"), testing::operator("A662"));
        let auditor = testing::who(Role::Auditor, None);
        let (bari, roma) = (testing::city("A662"), testing::city("H501"));
        let log = &desk.reads.log;
        log.view(&operator, bari, &persons(1..2), What::File).await.unwrap();
        log.search(&operator, bari, "x", &persons(1..3), What::Desk).await.unwrap();
        desk.next_day();
        log.view(&lead, bari, &persons(2..3), What::Attachment).await.unwrap();
        log.view(&testing::lead("H501"), roma, &persons(900..901), What::File).await.unwrap();
        let moments =
            async |who, path: &str| desk.page(who, path).await.matches("data-head=\"Quando\"").count();
        let one = Uuid::from_u128(1);
        for (path, expected) in [
            ("/letture".to_owned(), 4),
            ("/letture?chi=operator.prova".to_owned(), 2),
            (format!("/letture?persona={one}"), 2),
            (format!("/letture?persona={one}&come=view&chi=operator.prova"), 1),
            ("/letture?dal=2026-05-05".to_owned(), 2),
            ("/letture?al=2026-05-04&come=search".to_owned(), 1),
            ("/letture?citta=H501".to_owned(), 1),
            (format!("/letture?citta=A662&persona={one}"), 2),
            ("/letture?chi=nessuno".to_owned(), 0),
        ] {
            assert_eq!(moments(&auditor, &path).await, expected, "{path}");
        }
        // A lead's city is theirs, whatever the address says.
        assert!(!desk.page(&lead, "/letture?citta=H501").await.contains("scheda …00000384"));
        assert!(
            desk.page(&lead, &format!("/letture?persona={one}")).await.contains("Chi ha letto: Segnaposto 1")
        );
        let wrong = desk.get(&lead, "/letture?dal=domani").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text.contains("value=\"domani\"") && wrong.text.contains("Scrivi un giorno"));
        for path in ["/letture?persona=x", "/letture?come=x", "/letture?dopo=x", "/letture/x"] {
            assert_eq!(desk.get(&lead, path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(desk.get(&auditor, "/letture?citta=Z999").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_long_log_is_read_page_by_page_in_as_many_statements() {
    each_engine(&SLICES, async |store| {
        let desk = Desk::new(&store).await;
        let (lead, operator) = (testing::lead("A662"), testing::operator("A662"));
        let auditor = testing::who(Role::Auditor, None);
        let bari = testing::city("A662");
        let mut run = Vec::new();
        for more in [1, 60] {
            for _ in 0..more {
                desk.reads.log.view(&operator, bari, &persons(1..2), What::File).await.unwrap();
            }
            let start = store.statements_run();
            desk.page(&auditor, "/letture").await;
            let of_auditor = store.statements_run() - start;
            let start = store.statements_run();
            desk.page(&lead, "/letture").await;
            run.push((of_auditor, store.statements_run() - start));
        }
        assert_eq!(run[0], run[1], "{run:?}");
        let first = desk.page(&auditor, "/letture").await;
        assert_eq!(first.matches("data-head=\"Quando\"").count(), 50);
        let next = first.split("href=\"").find(|text| text.starts_with("/letture?dopo=")).unwrap();
        let next = next.split('"').next().unwrap();
        let second = desk.page(&auditor, next).await;
        // 61 and the lead's own two looks.
        assert_eq!(second.matches("data-head=\"Quando\"").count(), 13, "{second}");
        let ids = |page: &str| -> Vec<String> {
            let links = page.split("href=\"/letture/").skip(1);
            links.map(|link| link[..36].to_owned()).filter(|id| id.contains('-')).collect()
        };
        assert!(ids(&second).iter().all(|id| !ids(&first).contains(id)));

        desk.next_day();
        desk.reads.log.list(&operator, bari, &persons(100..160), What::Contacts).await.unwrap();
        let line = ids(&desk.page(&auditor, "/letture").await)[0].clone();
        let people = desk.page(&lead, &format!("/letture/{line}")).await;
        assert_eq!(people.matches("Segnaposto").count(), 100, "a name and its link each");
        assert!(people.contains(&format!("/letture/{line}?dopo=")), "{people}");
    })
    .await;
}

#[tokio::test]
async fn a_file_of_any_length_is_written_piece_by_piece() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let desk = Desk::new(&store).await;
    let (lead, operator) = (testing::lead("A662"), testing::operator("A662"));
    for person in 0..1001 {
        let whom = persons(person..person + 1);
        desk.reads.log.view(&operator, testing::city("A662"), &whom, What::File).await.unwrap();
    }
    let csv = desk.page(&lead, "/letture/elenco.csv").await;
    assert_eq!(csv.lines().count(), 1002);
    assert_eq!(csv.matches("Quando").count(), 1);
    for person in 0..1001 {
        assert_eq!(csv.matches(&Uuid::from_u128(person).to_string()).count(), 1, "{person}");
    }
}

#[tokio::test]
async fn what_cannot_be_written_is_not_shown() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let desk = Desk::new(&store).await;
    let operator = testing::operator("A662");
    let (bari, torino) = (testing::city("A662"), testing::city("L219"));
    let log = &desk.reads.log;
    assert!(log.view(&operator, torino, &persons(1..2), What::File).await.is_err(), "a city without keys");
    log.view(&operator, bari, &persons(1..2), What::File).await.unwrap();
    store.close().await;
    assert!(log.view(&operator, bari, &persons(1..2), What::File).await.is_err());
    let shown = desk.get(&testing::lead("A662"), "/letture").await;
    assert_eq!(shown.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!shown.text.contains("Segnaposto"));
}

#[tokio::test]
async fn what_was_searched_is_forgotten_with_the_person() {
    each_engine(&SLICES, async |store| {
        let desk = Desk::new(&store).await;
        let (lead, operator) = (testing::lead("A662"), testing::operator("A662"));
        let bari = testing::city("A662");
        let log = &desk.reads.log;
        log.search(&operator, bari, "Zaccheo", &persons(1..3), What::Desk).await.unwrap();
        log.search(&operator, bari, "Ermenegilda", &persons(3..4), What::Desk).await.unwrap();
        let mut unit = store.begin(&lead.actor(), &*desk.clock).await.unwrap();
        let touched = ReadLog::forget_searches(&mut unit, bari, Uuid::from_u128(2)).await.unwrap();
        assert_eq!(touched, 1);
        unit.record(store::Entry::new("erase", "person/2", Some(bari)));
        unit.commit().await.unwrap();
        let page = desk.page(&lead, "/letture").await;
        assert!(!page.contains("Zaccheo") && page.contains("Ermenegilda"), "{page}");
        assert!(page.contains("2 persone"), "that somebody read stays: {page}");
    })
    .await;
}
