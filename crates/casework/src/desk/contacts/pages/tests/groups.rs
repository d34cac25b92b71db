//! People without names, and gatherings with a list, a number, or both.

use axum::http::StatusCode;
use mart::{Dimension, Measure, Question};
use store::testing::each_engine;

use super::support::{House, SLICES, hidden};
use crate::people::PersonId;

const ONE: &str = "019ab000-0000-7000-8000-000000000001";
const TWO: &str = "019ab000-0000-7000-8000-000000000002";

#[tokio::test]
async fn people_without_names_are_contacts_and_no_persons() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let street = house
            .for_whom(&access::testing::who(access::Role::StreetOperator, Some("A662".parse().unwrap())));
        let page = street.get("/contatti/anonimo").await.page(StatusCode::OK);
        assert!(
            page.contains("<option value=\"street\" selected>") && page.contains("value=\"1\""),
            "{page}"
        );
        let modulo = hidden(&page, "modulo", 0);
        let fields = [
            ("modulo", &*modulo),
            ("persone", "7"),
            ("giorno", "2026-06-01"),
            ("servizio", "street_outreach"),
            ("servizio", "basic_needs"),
            ("punto", "camper di ascolto e inclusione"),
            ("modalita", "street"),
            ("minuti", "90"),
        ];
        for _ in 0..2 {
            assert_eq!(
                street.post("/contatti/anonimo", &fields).await.to,
                format!("/sportello?salvato={modulo}")
            );
        }
        assert_eq!(house.counted().await, [14, 0, 0, 90]);
        let question =
            Question::new(Measure::Contacts, "2026".parse().unwrap()).by([Dimension::Gender, Dimension::Age]);
        let answer = house.app.live.mart().ask(&question).unwrap();
        assert_eq!(answer.value(&["unknown", "unknown"]), 14);

        let wrong = [
            ("modulo", ONE),
            ("persone", "0"),
            ("giorno", "2026-06-01"),
            ("servizio", "basic_needs"),
            ("modalita", "street"),
        ];
        let page = street.post("/contatti/anonimo", &wrong).await.page(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("Scrivi un numero fino a 500"), "{page}");
        assert_eq!(
            street.post(&format!("/contatti/{modulo}/annulla"), &[]).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(house.counted().await, [0, 0, 0, 0]);
        house.app.store.reader().await.unwrap().verify_journal().await.unwrap();
    })
    .await;
}

async fn people(house: &House) -> [PersonId; 3] {
    let (awa, _) = house.told("A662", "Diop", &[("2026-05-04", "legal_support", None)]).await;
    let (other, _) = house.told("A662", "Keita", &[("2026-05-04", "legal_support", None)]).await;
    let (rome, _) = house.told("H501", "Traore", &[("2026-05-04", "legal_support", None)]).await;
    [awa, other, rome]
}

fn gathering<'a>(modulo: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("modulo", modulo),
        ("titolo", "Laboratorio di cucito"),
        ("servizio", "community_event"),
        ("giorno", "2026-05-30"),
        ("modalita", "in_person"),
        ("minuti", "120"),
        ("persone", "4"),
        ("azione", "salva"),
    ];
    fields.extend(more);
    fields
}

#[tokio::test]
async fn a_list_is_matched_and_confirmed_before_it_is_saved() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let [awa, keita, rome] = people(&house).await.map(|person| person.to_string());
        let before = house.counted().await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        let page = desk.get("/contatti/gruppo").await.page(StatusCode::OK);
        let modulo = hidden(&page, "modulo", 0);
        let list = "1. Diop Awa\n2. Keita Awa\n3. Zanzibar Nessuno\n";
        let position = house.position().await;
        // A list that nobody has looked at is shown, not saved.
        let page =
            desk.post("/contatti/gruppo", &gathering(&modulo, &[("nomi", list)])).await.page(StatusCode::OK);
        for shown in [
            "3 nomi, 2 riconosciuti",
            &format!("name=\"chi-0\" value=\"{awa}\" id=\"chi-0-1\" checked"),
            &format!("name=\"chi-1\" value=\"{keita}\" id=\"chi-1-1\" checked"),
            "name=\"chi-2\" value=\"nessuno\" id=\"chi-2-1\" checked",
            "3 maggio 1990",
        ] {
            assert!(page.contains(shown), "{shown}: {page}");
        }
        assert!(!page.contains("Traore"));
        let twice = [("nomi", list), ("elenco", list), ("chi-0", &*awa), ("chi-1", &*awa), ("chi-2", "via")];
        let page = desk.post("/contatti/gruppo", &gathering(&modulo, &twice)).await;
        assert!(page.page(StatusCode::UNPROCESSABLE_ENTITY).contains("per due nomi"));
        // Somebody of another city.
        let forged =
            [("nomi", list), ("elenco", list), ("chi-0", &*rome), ("chi-1", &*awa), ("chi-2", "via")];
        assert_eq!(
            desk.post("/contatti/gruppo", &gathering(&modulo, &forged)).await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(house.position().await, position);

        let said =
            [("nomi", list), ("elenco", list), ("chi-0", &*awa), ("chi-1", &*keita), ("chi-2", "nessuno")];
        let sent = gathering(&modulo, &said);
        for _ in 0..2 {
            let saved = desk.post("/contatti/gruppo", &sent).await;
            assert_eq!(saved.to, format!("/sportello?salvato={modulo}"), "{}", saved.text);
        }
        // Two with a name, five without: seven contacts; the minutes of the gathering once.
        let counted = [before[0] + 7, before[1], before[2], before[3] + 120];
        assert_eq!(house.counted().await, counted);
        // The same gathering in another form adds nobody a second time.
        let again = [("nomi", "Diop Awa"), ("elenco", "Diop Awa"), ("chi-0", &*awa)];
        let mut sent = gathering(ONE, &again);
        sent.retain(|(name, _)| *name != "persone");
        assert_eq!(desk.post("/contatti/gruppo", &sent).await.status, StatusCode::CONFLICT);
        assert_eq!(house.counted().await, counted);
        assert_eq!(
            desk.post(&format!("/contatti/{modulo}/annulla"), &[]).await.status,
            StatusCode::SEE_OTHER
        );
        assert_eq!(house.counted().await, before);
    })
    .await;
}

#[tokio::test]
async fn a_gathering_may_have_a_number_alone_and_a_long_list_is_refused() {
    each_engine(SLICES, async |store| {
        let house = House::new(&store).await;
        let desk = house.for_whom(&access::testing::operator("A662"));
        assert_eq!(desk.post("/contatti/gruppo", &gathering(ONE, &[])).await.status, StatusCode::SEE_OTHER);
        assert_eq!(house.counted().await, [4, 0, 0, 120]);
        let long = "Diop Awa\n".repeat(201);
        let page = desk.post("/contatti/gruppo", &gathering(TWO, &[("nomi", &long)])).await;
        assert!(page.page(StatusCode::UNPROCESSABLE_ENTITY).contains("più di 200 nomi"));
        let mut empty = gathering(TWO, &[]);
        empty.retain(|(name, _)| !["persone", "titolo"].contains(name));
        let page = desk.post("/contatti/gruppo", &empty).await.page(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.contains("almeno un nome") && page.contains("come si chiamava"), "{page}");
        assert_eq!(house.counted().await, [4, 0, 0, 120]);
    })
    .await;
}
