//! Corrected with a reason, taken back, undone: the numbers follow, and what was stays in the history.

use axum::http::StatusCode;
use mart::Measure;
use store::testing::each_engine;
use store::{Statement, params};
use uuid::Uuid;

use super::support::{Browser, House, SLICES, hidden};

const FORM_TIMES: Statement = Statement("select cast(sum(times) as bigint) from form");
const FIRST_DAYS: Statement = Statement("select first_day from person order by first_day");
const IDS: Statement = Statement("select id from contact where visit = $1 order by minutes nulls last, id");

/// A visit of two services on 3 March, and its contacts: the one with the minutes first.
async fn visit(house: &House, desk: &Browser, person: &str, modulo: &str) -> Vec<String> {
    let fields = [
        ("modulo", modulo),
        ("persona", person),
        ("giorno", "2026-03-03"),
        ("servizio", "housing_search"),
        ("servizio", "childcare"),
        ("punto", "camper sociosanitario"),
        ("modalita", "in_person"),
        ("minuti", "20"),
        ("nota", "due figli piccoli"),
    ];
    assert_eq!(desk.post("/contatti/nuovo", &fields).await.status, StatusCode::SEE_OTHER);
    let visit: Uuid = modulo.parse().unwrap();
    let mut reader = house.app.store.reader().await.unwrap();
    let rows = reader.fetch_all(&IDS, params![visit]).await.unwrap();
    rows.iter().map(|row| row.get::<Uuid>(0).unwrap().to_string()).collect()
}

fn change<'a>(modulo: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("modulo", modulo),
        ("giorno", "2026-03-03"),
        ("servizio", "housing_search"),
        ("punto", "camper sociosanitario"),
        ("modalita", "in_person"),
        ("minuti", "20"),
        ("nota", "due figli piccoli"),
        ("motivo", "giorno sbagliato"),
    ];
    fields.retain(|(name, _)| more.iter().all(|(replaced, _)| replaced != name));
    fields.extend(more);
    fields
}

async fn times(house: &House) -> i64 {
    let mut reader = house.app.store.reader().await.unwrap();
    reader.fetch_optional(&FORM_TIMES, params![]).await.unwrap().unwrap().get(0).unwrap()
}

async fn first_day(house: &House) -> String {
    let mut reader = house.app.store.reader().await.unwrap();
    let row = reader.fetch_optional(&FIRST_DAYS, params![]).await.unwrap().unwrap();
    row.get::<kernel::Day>(0).unwrap().to_string()
}

#[tokio::test]
async fn a_contact_is_corrected_with_a_reason_and_keeps_its_history() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = house.told("A662", "Diop", &[("2026-05-04", "legal_support", None)]).await.0.to_string();
        let desk = house.for_whom(&access::testing::operator("A662"));
        let contacts = visit(&house, &desk, &person, "019ab000-0000-7000-8000-000000000001").await;
        let path = format!("/contatti/{}/correggi", contacts[0]);
        assert_eq!((times(&house).await, first_day(&house).await.as_str()), (3, "2026-03-03"));
        let page = desk.get(&path).await.page(StatusCode::OK);
        for shown in
            ["Correggi: Diop Awa", "due figli piccoli", "Ritira tutti i 2 contatti", "value=\"2026-03-03\""]
        {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        let modulo = hidden(&page, "modulo", 0);
        let without = desk.post(&path, &change(&modulo, &[("motivo", " ")])).await;
        let page = without.page(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Scrivi perché") && page.contains(&modulo), "{page}");

        let before = house.position().await;
        let moved =
            change(&modulo, &[("giorno", "2026-02-10"), ("servizio", "legal_support"), ("minuti", "45")]);
        let answer = desk.post(&path, &moved).await;
        assert_eq!((answer.status, answer.to), (StatusCode::SEE_OTHER, format!("{path}?fatto=corretto")));
        // Sent again it is the same; with something else in it, it is not taken for the same.
        assert_eq!(desk.post(&path, &moved).await.status, StatusCode::SEE_OTHER);
        assert_eq!(desk.post(&path, &change(&modulo, &[])).await.status, StatusCode::CONFLICT);
        assert_eq!(house.position().await, before + 1);
        // Both months moved; the person is new earlier.
        assert_eq!(house.asked(Measure::Contacts, "2026-03").await, 1);
        assert_eq!(house.asked(Measure::Minutes, "2026-03").await, 0);
        assert_eq!(house.asked(Measure::Minutes, "2026-02").await, 45);
        assert_eq!(house.asked(Measure::NewPersons, "2026-02").await, 1);
        assert_eq!((times(&house).await, first_day(&house).await.as_str()), (3, "2026-02-10"));

        let page = desk.get(&format!("{path}?fatto=corretto")).await.page(StatusCode::OK);
        for shown in [
            "Contatto corretto",
            "giorno sbagliato",
            "Giorno: 3 marzo 2026 → 10 febbraio 2026",
            "Servizio: Ricerca alloggio → Orientamento legale",
            "Minuti: 20 → 45",
            "operator.prova",
        ] {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        // To a day and service that the desk has already, only where somebody says that it happened twice.
        let modulo = hidden(&page, "modulo", 0);
        let same = [("servizio", "childcare"), ("motivo", "servizio sbagliato")];
        let page = desk.post(&path, &change(&modulo, &same)).await.page(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Lo sportello lo ha già registrato"), "{page}");
        let again = [same[0], same[1], ("ancora", "on")];
        assert_eq!(desk.post(&path, &change(&modulo, &again)).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.asked(Measure::Contacts, "2026-03").await, 2);

        // Another city has no such contact.
        let rome = house.for_whom(&access::testing::operator("H501"));
        let before = house.position().await;
        for path in [path.clone(), path.replace("correggi", "ritira")] {
            let sent = change("019ab000-0000-7000-8000-000000000002", &[]);
            assert_eq!(rome.post(&path, &sent).await.status, StatusCode::NOT_FOUND);
        }
        assert_eq!(rome.get(&path).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            desk.post(&path, &change("019ab000-0000-7000-8000-000000000003", &[("punto", "hub termini")]))
                .await
                .status,
            StatusCode::BAD_REQUEST
        );
        assert_eq!(house.position().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_contact_is_taken_back_with_a_reason() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = house.told("A662", "Diop", &[("2026-05-04", "legal_support", None)]).await.0.to_string();
        let before = house.counted().await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        let contacts = visit(&house, &desk, &person, "019ab000-0000-7000-8000-000000000001").await;
        let path = format!("/contatti/{}/ritira", contacts[1]);
        let page = desk.get(&path.replace("ritira", "correggi")).await.page(StatusCode::OK);
        let modulo = hidden(&page, "modulo", 1);
        let silent = desk.post(&path, &[("modulo", &modulo), ("motivo", "")]).await;
        assert!(silent.page(StatusCode::UNPROCESSABLE_ENTITY).contains("Scrivi perché"));
        let fields = [("modulo", &*modulo), ("motivo", "era un’altra persona")];
        let to = format!("/contatti/{}/correggi?fatto=ritirato", contacts[1]);
        for _ in 0..2 {
            assert_eq!(desk.post(&path, &fields).await.to, to);
        }
        assert_eq!(house.counted().await, [2, 1, 1, 50]);
        let page = desk.get(&to).await.page(StatusCode::OK);
        assert!(
            page.contains("Questo contatto è stato ritirato") && page.contains("era un’altra persona"),
            "{page}"
        );
        let late = [("modulo", "019ab000-0000-7000-8000-000000000004"), ("motivo", "x")];
        assert_eq!(desk.post(&path, &late).await.status, StatusCode::CONFLICT);

        // All that was saved with it goes at once; what registers say is as it was.
        let path = format!("/contatti/{}/ritira", contacts[0]);
        let whole = [("modulo", "019ab000-0000-7000-8000-000000000005"), ("motivo", "x"), ("tutti", "on")];
        assert_eq!(desk.post(&path, &whole).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.counted().await, before);
        assert_eq!((times(&house).await, first_day(&house).await.as_str()), (1, "2026-05-04"));
        let mut reader = house.app.store.reader().await.unwrap();
        reader.verify_journal().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_was_just_saved_is_undone_in_one_press() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let person = house.told("A662", "Diop", &[("2026-05-04", "legal_support", None)]).await.0.to_string();
        let before = house.counted().await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        let modulo = "019ab000-0000-7000-8000-000000000001";
        visit(&house, &desk, &person, modulo).await;
        let path = format!("/contatti/{modulo}/annulla");
        // Not by somebody else, and not by whoever saved it once a while has passed.
        let lead = house.for_whom(&access::testing::lead("A662"));
        assert_eq!(lead.post(&path, &[]).await.status, StatusCode::CONFLICT);
        for _ in 0..2 {
            assert_eq!(desk.post(&path, &[]).await.to, format!("/sportello?annullato={modulo}"));
            assert_eq!(house.counted().await, before);
        }
        // The form that was saved and undone does not come back to life.
        let fields = [
            ("modulo", modulo),
            ("persona", &*person),
            ("giorno", "2026-03-03"),
            ("servizio", "childcare"),
            ("modalita", "phone"),
        ];
        assert_eq!(desk.post("/contatti/nuovo", &fields).await.status, StatusCode::CONFLICT);
        assert_eq!(house.counted().await, before);

        let modulo = "019ab000-0000-7000-8000-000000000002";
        visit(&house, &desk, &person, modulo).await;
        house.clock.advance(16 * 60_000_000);
        let late = desk.post(&format!("/contatti/{modulo}/annulla"), &[]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.text.contains("Non si può più annullare"), "{}", late.text);
        assert_eq!(house.counted().await[0], before[0] + 2);
    })
    .await;
}
