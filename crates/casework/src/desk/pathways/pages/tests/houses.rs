//! Places, stays and results, page by page; on each engine.

use axum::http::StatusCode;
use kernel::Period;
use mart::{Measure, Question};
use store::testing::each_engine;

use super::{Desk, sent, token};
use crate::pages::tests::support::{Browser, SLICES};

async fn stays(browser: &Browser, period: &str) -> u64 {
    browser.app.live.refresh().await.unwrap();
    let period: Period = period.parse().unwrap();
    browser.app.live.mart().ask(&Question::new(Measure::Stays, period)).unwrap().total.unwrap()
}

/// The lead says how many beds a house has.
async fn house(desk: &Desk, name: &str, beds: &str, since: &str) {
    let page = desk.lead.get("/permanenze").await.page();
    let fields = [("modulo", &*token(&page)), ("nome", name), ("posti", beds), ("da", since)];
    let answer = desk.lead.post("/permanenze/posti", &fields).await;
    assert_eq!(answer.to, "/permanenze?fatto=si", "{}", answer.text());
}

#[tokio::test]
async fn a_house_fills_and_empties() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let page = desk.operator.get("/permanenze").await.page();
        assert!(page.contains("Nessuna casa ancora") && !page.contains("Quanti posti ci sono"), "{page}");
        let empty = desk.operator.get(&format!("/persone/{}/permanenza", desk.fatou)).await.page();
        assert!(empty.contains("Nessuna casa ancora"), "{empty}");
        house(&desk, "Casa Aurora", "2", "2026-01-01").await;
        house(&desk, "Casa aurora ", "1", "2026-05-01").await;
        let wrong = [
            ("modulo", &*kernel::id::Uuid::from_u128(3).to_string()),
            ("nome", "Casa Blu"),
            ("posti", "tanti"),
            ("da", "2026-01-01"),
        ];
        let answer = desk.lead.post("/permanenze/posti", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            answer.text().contains("Scrivi un numero da 0 a 2.000") && answer.text().contains("Casa Blu")
        );

        let path = format!("/persone/{}/permanenza", desk.fatou);
        let fields = [("punto", "casa aurora"), ("letto", "letto 2"), ("dal", "2026-04-01")];
        let answer = desk.send(&path, &fields).await;
        let stay = answer.to.split('?').next().unwrap().to_owned();
        let page = desk.operator.get(&stay).await.page();
        assert!(page.contains("Ndiaye Fatou in Casa aurora") && page.contains("letto 2"), "{page}");
        assert_eq!(stays(&desk.operator, "2026-04").await, 1);
        let answer = desk.send(&path, &[("punto", "casa aurora"), ("dal", "2026-05-01")]).await;
        assert!(answer.text().contains("Ha già un posto negli stessi giorni, dal 1º aprile 2026"));

        // A second person in a house of one bed: it is said, and it is saved.
        let other = format!("/persone/{}/permanenza", desk.ahmed);
        let answer = desk.send(&other, &[("punto", "casa aurora"), ("dal", "2026-04-20")]).await;
        let page = desk.operator.get(&answer.to).await.page();
        assert!(
            page.contains("Dal 1 mag 2026") || page.contains("Dal 1º maggio 2026 in questa casa"),
            "{page}"
        );
        let page = desk.operator.get("/permanenze").await.page();
        assert!(page.contains("una persona di troppo") && page.contains("Rossi Ahmed"), "{page}");
        let page = desk.operator.get("/permanenze?giorno=2026-04-10").await.page();
        assert!(page.contains("10 aprile 2026: una persona ha un posto, un letto è libero."), "{page}");
        assert!(!page.contains("Rossi Ahmed"), "{page}");
        assert_eq!(desk.operator.get("/permanenze?giorno=domani").await.status, StatusCode::BAD_REQUEST);

        leave_and_correct(&desk, &stay).await;
    })
    .await;
}

async fn leave_and_correct(desk: &Desk, stay: &str) {
    let end = format!("{stay}/fine");
    let answer = desk.operator.post(&end, &[("uscita", "2026-04-01")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("registra un contatto"), "{}", answer.text());
    for _ in 0..2 {
        let answer = desk.operator.post(&end, &[("uscita", "31/05/2026")]).await;
        assert_eq!(answer.to, format!("{stay}?fatto=si"), "{}", answer.text());
    }
    let other = desk.operator.post(&end, &[("uscita", "2026-05-30")]).await;
    assert_eq!(other.status, StatusCode::CONFLICT);
    assert!(desk.operator.get("/permanenze").await.page().contains("piena"));
    let fields =
        [("punto", "casa aurora"), ("dal", "2026-03-01"), ("al", "2026-03-11"), ("motivo", "mese sbagliato")];
    let answer = desk.send(&format!("{stay}/correggi"), &fields).await;
    assert!(desk.operator.get(&answer.to).await.page().contains("Motivo: mese sbagliato"));
    assert_eq!((stays(&desk.operator, "2026-03").await, stays(&desk.operator, "2026-05").await), (1, 1));
    let page = desk.operator.get(&format!("{stay}/correggi")).await.page();
    let without = [("modulo", &*token(&page)), ("motivo-togli", "")];
    let answer = desk.operator.post(&format!("{stay}/togli"), &without).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let away = [without[0], ("motivo-togli", "mai entrata")];
    for _ in 0..2 {
        assert_eq!(desk.operator.post(&format!("{stay}/togli"), &away).await.to, "/permanenze");
    }
    assert_eq!(stays(&desk.operator, "2026-03").await, 0);
    assert_eq!(desk.operator.get(stay).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn results_are_kept_as_the_person_says_them() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let path = format!("/persone/{}/esiti", desk.ahmed);
        let persons = async |period: &str| {
            desk.operator.app.live.refresh().await.unwrap();
            let period: Period = period.parse().unwrap();
            let question = Question::new(Measure::OutcomePersons, period);
            desk.operator.app.live.mart().ask(&question).unwrap().total.unwrap()
        };
        let before = [("cosa", "language_before"), ("risposta", "A1"), ("giorno", "2026-02-01")];
        sent(&desk.operator, &path, &before).await;
        assert_eq!(persons("2026").await, 0, "a level alone is no result");
        let after = [("cosa", "language_after"), ("risposta", "A1"), ("giorno", "2026-03-01")];
        let answer = sent(&desk.operator, &path, &after).await;
        assert_eq!(persons("2026-03").await, 1);
        let page = desk.operator.get(&answer.to).await.page();
        assert!(page.contains("Italiano all’uscita dal corso: A1"), "{page}");

        let unsaid = [("cosa", "helpful"), ("risposta", ""), ("giorno", "2026-06-02")];
        let answer = sent(&desk.operator, &path, &unsaid).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().contains("Scegli una voce della lista"), "{}", answer.text());
        let applied = [("cosa", "long_term_application"), ("giorno", "2026-06-02")];
        let answer = sent(&desk.operator, &path, &applied).await;
        assert!(answer.text().contains("Quel giorno deve ancora venire"), "{}", answer.text());
        let odd = sent(&desk.operator, &path, &[("cosa", "boh")]).await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST);

        let remove = page.split(&format!("{path}/")).nth(1).unwrap().split("/togli").next().unwrap();
        let action = format!("{path}/{remove}/togli");
        let token = kernel::id::Uuid::from_u128(77).to_string();
        let empty = desk.operator.post(&action, &[("modulo", &token), ("motivo", " ")]).await;
        assert_eq!(empty.status, StatusCode::BAD_REQUEST);
        for _ in 0..2 {
            let answer = desk.operator.post(&action, &[("modulo", &token), ("motivo", "non era lui")]).await;
            assert_eq!(answer.to, format!("{path}?fatto=tolto"), "{}", answer.text());
        }
        assert_eq!(persons("2026-03").await, 0);
        assert!(desk.operator.get(&path).await.page().contains("Motivo: non era lui"));
    })
    .await;
}
