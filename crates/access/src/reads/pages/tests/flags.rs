//! Unusual reading: raised, shown, looked at.

use axum::http::StatusCode;
use store::testing::each_engine;

use super::support::{Desk, Shown, persons};
use crate::reads::flags::{Flag, flags};
use crate::reads::unusual::Rule;
use crate::reads::{SLICE, What};
use crate::waits::{self, Waits};
use crate::{Role, Who, testing};

const SLICES: [store::Slice; 2] = [store::SLICE, SLICE];

async fn raised(desk: &Desk) -> Vec<Flag> {
    let mut reader = desk.reads.log.store.reader().await.unwrap();
    flags(&mut reader, None, 100).await.unwrap()
}

async fn waiting(desk: &Desk, who: &Who) -> u64 {
    let slices: [std::sync::Arc<dyn Waits>; 1] = [std::sync::Arc::new(desk.reads.clone())];
    waits::all(&slices, who).await.unwrap().iter().map(|item| item.count).sum()
}

fn kept(shown: &Shown) {
    assert_eq!((shown.status, shown.to.as_str()), (StatusCode::SEE_OTHER, "/letture?fatto=guardata"));
}

#[tokio::test]
async fn a_day_of_many_files_is_flagged_beside_the_usual_ones() {
    each_engine(&SLICES, async |store| {
        let desk = Desk::new(&store).await;
        let (lead, operator) = (testing::lead("A662"), testing::operator("A662"));
        let bari = testing::city("A662");
        let log = &desk.reads.log;
        for day in 0..6 {
            log.view(&operator, bari, &persons(0..8 + day % 2), What::File).await.unwrap();
            desk.next_day();
        }
        for person in 0..30 {
            log.view(&operator, bari, &persons(person..person + 1), What::File).await.unwrap();
        }
        // The days before were never looked at: nobody knows yet what is usual.
        desk.reads.watch.catch_up([bari, testing::city("H501")]).await.unwrap();
        desk.reads.watch.catch_up([bari]).await.unwrap();
        let found = raised(&desk).await;
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(
            (found[0].finding.rule, found[0].finding.seen, found[0].finding.usual),
            (Rule::Many, 30, 9)
        );
        assert_eq!(waiting(&desk, &lead).await, 1);
        for other in [operator, testing::lead("H501"), testing::who(Role::Auditor, None)] {
            assert_eq!(waiting(&desk, &other).await, 0, "{}", other.login);
        }
        let page = desk.page(&lead, "/letture").await;
        assert!(
            page.contains("ha aperto 30 schede il 10 maggio 2026; in un suo giorno solito ne apre 9"),
            "{page}"
        );
        assert!(page.contains("Una lettura insolita aspetta"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn a_lead_looks_at_what_is_unusual_and_says_what_it_was() {
    each_engine(&SLICES, async |store| {
        let desk = Desk::new(&store).await;
        let (lead, operator) = (testing::lead("A662"), testing::operator("A662"));
        let auditor = testing::who(Role::Auditor, None);
        let bari = testing::city("A662");
        let log = &desk.reads.log;
        log.search(&operator, bari, "losito nicola", &[], What::Desk).await.unwrap();
        log.view(&operator, bari, &persons(2000..2005), What::File).await.unwrap();
        let page = desk.page(&lead, "/letture").await;
        assert!(page.contains("ha cercato il nome di chi lavora in città"), "{page}");
        assert!(page.contains("5 schede di persone che nei 90 giorni prima"), "{page}");
        let found = raised(&desk).await;
        let colleague = found.iter().find(|flag| flag.finding.rule == Rule::Colleague).unwrap().id;

        let empty = desk.note(&lead, colleague, "  ").await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(empty.text.contains("Scrivi com’è andata: senza"), "{}", empty.text);
        let long = "Ermenegilda ".repeat(100);
        let refused = desk.note(&lead, colleague, &long).await;
        assert!(
            refused.text.contains("al massimo 1.000 caratteri")
                && refused.text.contains("Ermenegilda Ermenegilda")
        );
        // Who may not settle it does not find it.
        for other in [&auditor, &operator, &testing::lead("H501")] {
            assert_eq!(
                desk.note(other, colleague, "ok").await.status,
                StatusCode::NOT_FOUND,
                "{}",
                other.login
            );
        }
        assert_eq!(waiting(&desk, &lead).await, 2);
        kept(&desk.note(&lead, colleague, "Segnaposto: è un'omonima").await);
        kept(&desk.note(&lead, colleague, "una seconda volta").await);
        assert_eq!(waiting(&desk, &lead).await, 1);
        let page = desk.page(&lead, "/letture?fatto=guardata").await;
        assert!(page.contains("Lettura guardata") && page.contains("omonima"), "{page}");
        assert!(!page.contains("una seconda volta"), "{page}");
        assert!(!desk.page(&auditor, "/letture").await.contains("omonima"), "a note may hold a name");
        let mut reader = store.reader().await.unwrap();
        let journal = reader.journal(bari, 10).await.unwrap();
        assert_eq!(journal.len(), 1);
        assert_eq!((journal[0].action.as_str(), journal[0].actor.as_str()), ("look_at", "city_lead.prova"));
        drop(reader);

        // There is more of it: it waits again, with the note of before.
        log.search(&operator, bari, "Nicola LOSITO", &[], What::Desk).await.unwrap();
        let page = desk.page(&lead, "/letture").await;
        assert!(page.contains("Da allora ce ne sono altre") && page.contains("2 volte"), "{page}");
        assert_eq!(waiting(&desk, &lead).await, 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_says_of_themselves_that_all_is_well() {
    each_engine(&SLICES, async |store| {
        let desk = Desk::new(&store).await;
        let lead = testing::lead("A662");
        let bari = testing::city("A662");
        for _ in 0..3 {
            desk.reads.log.export(&lead, bari, &persons(1..2), What::Rights).await.unwrap();
        }
        let page = desk.page(&lead, "/letture").await;
        assert!(
            page.contains("la guarda chi fa i controlli") && !page.contains("/letture/segnali/"),
            "{page}"
        );
        assert_eq!(waiting(&desk, &lead).await, 0);
        let own = raised(&desk).await[0].id;
        assert_eq!(desk.note(&lead, own, "tutto bene").await.status, StatusCode::CONFLICT);
        assert!(raised(&desk).await[0].waits);
    })
    .await;
}
