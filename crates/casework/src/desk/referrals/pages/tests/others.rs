//! Refusal and withdrawal of an offer; notes and letters; what the file shows.

use access::testing::{lead, operator};
use access::waits::Waits;
use axum::http::StatusCode;
use store::testing::each_engine;
use ui::Page;

use super::*;
use crate::desk::file::File;
use crate::desk::referrals::{ReferralWaits, section};
use crate::pages::tests::support::SLICES;

#[tokio::test]
async fn a_refusal_has_a_reason_and_leaves_no_data() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let offer = two.offered().await;
        assert_eq!(two.count(&SENT).await, 1);
        let form = token(&two.latina.get(&offer).await.page());
        let refuse = format!("{offer}/rifiuta");
        let answer = two.latina.post(&refuse, &[("modulo", &form), ("motivo", " ")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("Scrivi qualcosa") && !answer.text().contains(MARKER));
        let fields = [("modulo", form.as_str()), ("motivo", "Nessun posto libero")];
        for _ in 0..2 {
            assert_eq!(two.latina.post(&refuse, &fields).await.status, StatusCode::SEE_OTHER);
        }
        for browser in [&two.bari, &two.latina] {
            let page = browser.get(&offer).await.page();
            assert!(page.contains("rifiutato") && page.contains("Nessun posto libero"), "{page}");
        }
        assert!(!two.latina.get(&offer).await.page().contains(MARKER));
        assert_eq!(two.count(&SENT).await, 0);
        assert_eq!(persons(&two.store, "E472").await, []);
        assert_eq!(in_charge(&two.bari.app, day("2026-06-01")).await, [1, 0, 1]);
        // Then another offer can be made.
        assert!(two.refer(&two.offer().await).await.to.starts_with("/invii/"));
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_cannot_be_accepted() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let offer = two.offered().await;
        let theirs = token(&two.latina.get(&offer).await.page());
        let ours = token(&two.bari.get(&offer).await.page());
        let answer = two.bari.post(&format!("{offer}/ritira"), &[("modulo", &ours)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let answer = two.latina.post(&format!("{offer}/accetta"), &[("modulo", &theirs)]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.text().contains("ritirato"), "{}", answer.text());
        assert_eq!(two.count(&SENT).await, 0);
        assert_eq!(persons(&two.store, "E472").await, []);
        assert!(two.latina.get(&offer).await.page().contains("ritirato"));
    })
    .await;
}

#[tokio::test]
async fn a_note_waits_at_its_point_and_a_letter_can_be_printed() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let form = |kind: &str| format!("/persone/{}/invio?tipo={kind}", two.person);
        let page = two.bari.get(&form("service")).await.page();
        let note = [
            ("modulo", token(&page)),
            ("tipo", "service".to_owned()),
            ("servizio", "legal_support".to_owned()),
            ("motivo", "Deve rinnovare il permesso".to_owned()),
        ];
        let made = two.refer(&note).await;
        let address = made.to.split('?').next().unwrap();
        let waits = ReferralWaits(two.bari.app.clone());
        let who = operator("A662");
        let waiting = waits.waiting(&who).await.unwrap();
        let notes: Vec<_> =
            waiting.iter().filter(|item| item.count == 1).map(|item| item.href.as_str()).collect();
        assert_eq!(notes, ["/invii?stato=attesa&tipo=service"]);
        assert!(two.bari.get(notes[0]).await.page().contains(MARKER));
        assert_eq!(two.bari.get(&format!("{address}/lettera")).await.status, StatusCode::NOT_FOUND);
        let end = token(&two.bari.get(address).await.page());
        let fields = [("modulo", end.as_str()), ("esito", "Accolta ieri")];
        assert_eq!(
            two.bari.post(&format!("{address}/concludi"), &fields).await.status,
            StatusCode::SEE_OTHER
        );
        assert!(two.bari.get(address).await.page().contains("Accolta ieri"));

        let page = two.bari.get(&form("body")).await.page();
        let letter = [
            ("modulo", token(&page)),
            ("tipo", "body".to_owned()),
            ("ente", "Questura\nVia Roma 1".to_owned()),
            ("motivo", "Rinnovo del titolo di soggiorno".to_owned()),
        ];
        let mut nameless = letter.clone();
        nameless[2].1 = String::new();
        assert_eq!(two.refer(&nameless).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let made = two.refer(&letter).await;
        let address = made.to.split('?').next().unwrap();
        let page = two.bari.get(&format!("{address}/lettera")).await.page();
        for said in [MARKER, "3 maggio 1990", "Questura<br>Via Roma 1", "Rinnovo del titolo di soggiorno"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert_eq!(two.latina.get(&format!("{address}/lettera")).await.status, StatusCode::NOT_FOUND);
        assert_eq!(two.latina.get(address).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn the_file_tells_of_both_sides() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let offer = two.offered().await;
        let form = token(&two.latina.get(&offer).await.page());
        two.latina.post(&format!("{offer}/accetta"), &[("modulo", &form)]).await;
        let shell = Shell::new(SOURCES).unwrap();
        let page = Page::of(&shell, Lang::It, "/persone/x");
        for (city, events, party) in [("A662", 2, "Latina"), ("E472", 1, "Bari")] {
            let (who, app) = (lead(city), &two.bari.app);
            let person = persons(&two.store, city).await[0];
            let city = app.cities.get(code(city)).unwrap();
            let file = File { app, who: &who, page: &page, city, person, forms: &[], restricted: false };
            let mut reader = two.store.reader().await.unwrap();
            let section = section(&file, &mut reader).await.unwrap();
            assert!(section.html.contains(party) && section.html.contains(&offer), "{}", section.html);
            assert_eq!(section.events.len(), events, "{:?}", section.events);
        }
    })
    .await;
}
