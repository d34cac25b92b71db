//! What is not let through: other cities, other roles, what was sent before, what cannot be; on each engine.

use access::Role;
use access::testing::{lead, operator, who};
use axum::http::StatusCode;
use store::testing::each_engine;
use store::{Actor, Entry, Statement, params};

use super::{Desk, sent, token};
use crate::pages::tests::support::{Browser, SLICES};

const READS: Statement = Statement("select count(*) from read_line where what in ('pathways', 'stays')");
const RESTRICT: Statement = Statement("update person set restricted_at = $2 where id = $1");

#[tokio::test]
async fn what_belongs_to_a_city_does_not_exist_elsewhere() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let pathway = desk.take_in_charge(desk.fatou, "2026-05-01").await;
        let pages = [
            "/percorsi".to_owned(),
            "/permanenze".to_owned(),
            pathway.clone(),
            format!("{pathway}/chiudi"),
            format!("{pathway}/correggi"),
            format!("/persone/{}/percorso", desk.fatou),
            format!("/persone/{}/permanenza", desk.fatou),
            format!("/persone/{}/esiti", desk.fatou),
        ];
        for role in
            [Role::MonitoringOfficer, Role::Authority, Role::Elected, Role::Auditor, Role::Administrator]
        {
            let browser = Browser::of(&store, who(role, None)).await;
            for page in &pages {
                let answer = browser.get(page).await;
                assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role} {page}");
                assert!(!answer.text().contains("Ndiaye"), "{role} {page}");
            }
        }
        for other in [operator("H501"), lead("H501")] {
            let browser = Browser::of(&store, other).await;
            assert!(!browser.get("/percorsi?di=tutti").await.page().contains("Ndiaye"));
            for page in &pages[2..] {
                assert_eq!(browser.get(page).await.status, StatusCode::NOT_FOUND, "{page}");
            }
            let token = kernel::id::Uuid::from_u128(5).to_string();
            let fields = [
                ("modulo", &*token),
                ("giorno", "2026-05-02"),
                ("esito", "moved"),
                ("utile", "no"),
                ("city", "A662"),
            ];
            let answer = browser.post(&format!("{pathway}/chiudi"), &fields).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.text());
            let answer = browser.post(&format!("{pathway}/segui"), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
        }
        // How many beds there are is for the lead to say.
        let answer = desk.operator.post("/permanenze/posti", &[("nome", "Casa Blu")]).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        assert!(desk.operator.get(&pathway).await.page().contains("aperto"));
        assert_eq!(desk.operator.get("/percorsi/boh").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_wrong_form_changes_nothing_and_keeps_what_was_typed() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let path = format!("/persone/{}/percorso", desk.fatou);
        let fields = [
            ("giorno", "2026-06-02"),
            ("area", "housing"),
            ("note", "dorme dalla cugina"),
            ("bisogno-work", "2"),
        ];
        let answer = desk.send(&path, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        assert_eq!(ui::check::page(&text), Vec::<String>::new());
        assert!(
            text.contains("Quel giorno deve ancora venire") && text.contains("dorme dalla cugina"),
            "{text}"
        );
        assert!(
            text.contains("value=\"2026-06-02\"") && text.contains("value=\"housing\" selected"),
            "{text}"
        );
        let answer = desk.send(&path, &[("giorno", "2026-05-02"), ("area", "housing")]).await;
        assert!(answer.text().contains("Scegli un livello in almeno un ambito"), "{}", answer.text());
        let answer = desk.send(&path, &[("giorno", "maggio"), ("area", "?"), ("punto", "luna")]).await;
        assert!(answer.text().contains("Questo non è un giorno"), "{}", answer.text());
        assert_eq!(answer.text().matches("Scegli una voce della lista").count(), 2);
        assert!(desk.operator.get("/percorsi").await.page().contains("Nessun percorso qui"));
        let odd = desk.operator.post(&path, &[("giorno", "2026-05-02")]).await;
        assert_eq!(odd.status, StatusCode::BAD_REQUEST, "a form without its identifier");

        let pathway = desk.take_in_charge(desk.fatou, "2026-05-01").await;
        let again =
            desk.send(&path, &[("giorno", "2026-05-02"), ("area", "housing"), ("bisogno-work", "2")]).await;
        assert!(
            again.text().contains("c’è già un percorso negli stessi giorni, dal 1º maggio 2026"),
            "{}",
            again.text()
        );
        let close = format!("{pathway}/chiudi");
        let answer = desk.send(&close, &[("giorno", "2026-05-20"), ("esito", "helpful_yes")]).await;
        assert!(
            answer.text().contains("Scegli una voce della lista"),
            "a result is no outcome: {}",
            answer.text()
        );
        let answer = desk.send(&close, &[("giorno", "2026-05-20"), ("esito", "moved")]).await;
        assert!(answer.text().contains("Scegli la risposta, oppure «non chiesto»"), "{}", answer.text());
        // Who died is not asked.
        let answer = desk.send(&close, &[("giorno", "2026-05-20"), ("esito", "died")]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let goal = [("obiettivo", "x"), ("ambito", "work"), ("passo-1-entro", "2026-07-01")];
        let second = desk.take_in_charge(desk.ahmed, "2026-05-01").await;
        let answer = desk.send(&format!("{second}/obiettivo"), &goal).await;
        assert!(answer.text().contains("Scrivi qualcosa qui"), "a day without its step: {}", answer.text());
    })
    .await;
}

#[tokio::test]
async fn a_form_sent_twice_counts_once() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let path = format!("/persone/{}/percorso", desk.fatou);
        let page = desk.operator.get(&path).await.page();
        let fields = [
            ("modulo", &*token(&page)),
            ("giorno", "2026-05-01"),
            ("area", "taking_in_charge"),
            ("bisogno-legal", "3"),
        ];
        let first = desk.operator.post(&path, &fields).await;
        let second = desk.operator.post(&path, &fields).await;
        assert_eq!((first.status, &first.to), (second.status, &second.to));
        let pathway = first.to.split('?').next().unwrap();
        for _ in 0..2 {
            assert_eq!(desk.operator.get("/percorsi").await.page().matches("Ndiaye Fatou</a>").count(), 1);
        }
        // Taken away, it does not come back by an old page.
        let page = desk.operator.get(&format!("{pathway}/correggi")).await.page();
        let token =
            page.split("name=\"modulo\" value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
        let away = [("modulo", &*token), ("motivo-togli", "persona sbagliata")];
        let answer = desk.operator.post(&format!("{pathway}/togli"), &away).await;
        assert_eq!(answer.to, format!("/persone/{}", desk.fatou), "{}", answer.text());
        assert_eq!(desk.operator.post(&format!("{pathway}/togli"), &away).await.to, "/percorsi");
        let third = desk.operator.post(&path, &fields).await;
        assert_eq!(third.status, StatusCode::CONFLICT, "{}", third.text());
        assert!(third.text().contains("è stato tolto"), "{}", third.text());
    })
    .await;
}

#[tokio::test]
async fn what_may_only_be_kept_is_not_used() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let clock = kernel::FixedClock::noon("2026-05-01".parse().unwrap());
        let mut unit = store.begin(&Actor("prova".to_owned()), &clock).await.unwrap();
        unit.execute(&RESTRICT, params![desk.fatou, 1_i64]).await.unwrap();
        unit.record(Entry::new("restrict", "person", None));
        unit.commit().await.unwrap();
        for page in ["percorso", "permanenza", "esiti"] {
            let answer = desk.operator.get(&format!("/persone/{}/{page}", desk.fatou)).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{page}");
            assert!(answer.text().contains("si possono solo conservare"), "{page}");
        }
        let other = sent(&desk.operator, &format!("/persone/{}/percorso", desk.ahmed), &[]).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn who_is_shown_a_person_is_written_down_before() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let pathway = desk.take_in_charge(desk.fatou, "2026-05-01").await;
        let pages = [
            pathway.clone(),
            "/percorsi".to_owned(),
            format!("{pathway}/bisogni"),
            format!("{pathway}/obiettivo"),
            format!("{pathway}/chiudi"),
            format!("{pathway}/correggi"),
            format!("/persone/{}/percorso", desk.fatou),
            format!("/persone/{}/permanenza", desk.fatou),
            format!("/persone/{}/esiti", desk.fatou),
        ];
        for page in pages {
            let written = async || {
                let mut reader = store.reader().await.unwrap();
                reader.fetch_all(&READS, params![]).await.unwrap()[0].count(0).unwrap()
            };
            let before = written().await;
            desk.operator.get(&page).await.page();
            assert_eq!(written().await, before + 1, "{page}");
        }
    })
    .await;
}
