//! The file, what is known, rectification, restriction, the privacy notice.

use access::testing::{lead, operator};
use axum::http::StatusCode;
use kernel::text;
use store::testing::each_engine;
use store::{Entry, Statement, params};

use super::{facts, met, modulo, person_of, registered};
use crate::pages::tests::support::{Browser, SLICES};

const RESTRICT: Statement =
    Statement("update person set restricted_at = $3, restricted_by = $4 where city = $1 and id = $2");

#[tokio::test]
async fn what_is_known_has_a_history_and_counts_on_its_day() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let file = registered(&browser, "Diop", "Awa", "3/5/1990").await;
        met(&browser, &file, "legal_support").await;
        assert_eq!(facts(&browser).await, [(1, 0, "unknown".to_owned(), 0)]);
        let home = format!("{file}/dati");
        let write = async |kind: &str, value: &str, since: &str| {
            let form = browser.get(&format!("{home}?tipo={kind}")).await.page();
            let modulo = modulo(&form);
            let fields = [("modulo", modulo.as_str()), ("tipo", kind), ("valore", value), ("dal", since)];
            let answer = browser.post(&home, &fields).await;
            // Once more is the same.
            assert_eq!(browser.post(&home, &fields).await.status, answer.status);
            answer
        };
        assert_eq!(write("permit", "work", "2026-01-10").await.to, home);
        assert_eq!(write("vulnerability", "pregnant", "2026-05-01").await.to, home);
        assert_eq!(facts(&browser).await, [(1, 0, "work".to_owned(), 1 << 5)]);
        assert_eq!(write("permit", "asylum_request", "2026-06-01").await.to, home);
        assert_eq!(facts(&browser).await, [(1, 0, "asylum_request".to_owned(), 1 << 5)]);
        let page = browser.get(&home).await.page();
        for told in ["Richiesta asilo", "10 gen–31 mag 2026", "Donna in gravidanza", "Prima: una voce"] {
            assert!(page.contains(told), "{told} not in {page}");
        }

        let wrong = write("phone", "boh", "2026-06-01").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"boh\"") && wrong.text().contains("almeno sei cifre"));
        assert_eq!(write("phone", "333123456", "2026-07-01").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let modulo = "019ab000-0000-7000-8000-000000000077";
        let notice = [("modulo", modulo), ("tipo", "notice"), ("valore", "it 2026-11"), ("dal", "")];
        assert_eq!(browser.post(&home, &notice).await.status, StatusCode::BAD_REQUEST);

        // It was wrong: it counts nowhere.
        let page = browser.get(&home).await.page();
        let (_, rest) = page.split_once("Donna in gravidanza").unwrap();
        let (_, rest) = rest.split_once("action=\"").unwrap();
        let end = rest.split('"').next().unwrap();
        assert_eq!(browser.post(end, &[("come", "boh")]).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(browser.post(end, &[("come", "sbagliato")]).await.to, home);
        assert_eq!(facts(&browser).await, [(1, 0, "asylum_request".to_owned(), 0)]);
        assert!(browser.get(&home).await.page().contains("mai valso"));
    })
    .await;
}

#[tokio::test]
async fn what_one_point_keeps_to_itself_is_reserved_elsewhere() {
    each_engine(SLICES, async |store| {
        let mut here = operator("A662");
        here.offices = std::iter::once(text::fold("Sportello Murat")).collect();
        let browser = Browser::of(&store, here).await;
        let file = registered(&browser, "Diop", "Awa", "").await;
        let home = format!("{file}/dati");
        let form = browser.get(&format!("{home}?tipo=vulnerability")).await.page();
        let modulo = modulo(&form);
        let mut fields =
            vec![("modulo", modulo.as_str()), ("tipo", "vulnerability"), ("valore", "trafficking")];
        fields.push(("punto", "sportello liberta"));
        assert_eq!(browser.post(&home, &fields).await.status, StatusCode::BAD_REQUEST, "not their point");
        fields[3] = ("punto", "sportello murat");
        assert_eq!(browser.post(&home, &fields).await.to, home);
        assert!(browser.get(&file).await.page().contains("Vittima di tratta"));

        let mut there = operator("A662");
        there.login = "altrove".to_owned();
        there.offices = std::iter::once(text::fold("Sportello Libertà")).collect();
        let other = Browser::at(browser.app.clone(), &there);
        for page in [other.get(&file).await.page(), other.get(&home).await.page()] {
            assert!(!page.contains("tratta") && page.contains("Riservato"), "{page}");
        }
        let lead = Browser::at(browser.app.clone(), &lead("A662"));
        assert!(lead.get(&file).await.page().contains("Vittima di tratta"));
    })
    .await;
}

#[tokio::test]
async fn a_person_is_written_down_anew_with_a_reason() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let file = registered(&browser, "Diop", "Awa", "1990").await;
        assert!(browser.get(&file).await.page().contains("forse il giorno non è noto"));
        let home = format!("{file}/rettifica");
        let form = browser.get(&home).await.page();
        assert!(form.contains("value=\"1/1/1990\"") && form.contains("value=\"Senegal\""), "{form}");
        let modulo = modulo(&form);
        let mut fields = vec![("modulo", modulo.as_str()), ("cognome", "DIOP"), ("nome", "Awa Marie")];
        fields.extend([("nascita", "3/5/1990"), ("genere", "F"), ("cittadinanza", "Senegal")]);
        let refused = browser.post(&home, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("Scrivi il motivo") && refused.text().contains("Awa Marie"));
        fields.push(("motivo", "documento visto"));
        for _ in 0..2 {
            assert_eq!(browser.post(&home, &fields).await.to, format!("{file}?fatto=rettifica"));
        }
        let page = browser.get(&file).await.page();
        for told in [
            "<h1>DIOP Awa Marie</h1>",
            "3 maggio 1990 (36 anni)",
            "Diop Awa",
            "Rettificata da",
            "documento visto",
        ] {
            assert!(page.contains(told), "{told} not in {page}");
        }

        // Only capitals differ: the new writing stands. Somebody else's writing is theirs.
        let form = browser.get(&home).await.page();
        let modulo = super::modulo(&form);
        let mut again = fields.clone();
        again[0] = ("modulo", modulo.as_str());
        again[1] = ("cognome", "Diop");
        assert_eq!(browser.post(&home, &again).await.status, StatusCode::SEE_OTHER);
        assert!(browser.get(&file).await.page().contains("<h1>Diop Awa Marie</h1>"));
        let other = registered(&browser, "Zongo", "Issa", "1/2/1980").await;
        let form = browser.get(&format!("{other}/rettifica")).await.page();
        let modulo = super::modulo(&form);
        again[0] = ("modulo", modulo.as_str());
        let refused = browser.post(&format!("{other}/rettifica"), &again).await;
        assert!(
            refused.text().contains("un&#x27;altra persona") || refused.text().contains("un’altra persona")
        );
        assert!(refused.text().contains(&format!("/unisci?con={}", person_of(&file))), "{}", refused.text());
    })
    .await;
}

#[tokio::test]
async fn a_restricted_file_is_read_and_not_changed() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, lead("A662")).await;
        let file = registered(&browser, "Diop", "Awa", "").await;
        let (rectify, details) = (
            browser.get(&format!("{file}/rettifica")).await.page(),
            browser.get(&format!("{file}/dati?tipo=phone")).await.page(),
        );
        let mut unit = store.begin(&store::Actor("prova".into()), &*browser.app.clock).await.unwrap();
        let (at, city) = (unit.at(), "A662".parse().unwrap());
        unit.execute(&RESTRICT, params!["A662", person_of(&file).0, at, "prova"]).await.unwrap();
        unit.record(Entry::new("restrict", format!("person/{}", person_of(&file)), Some(city)));
        unit.commit().await.unwrap();
        let page = browser.get(&file).await.page();
        assert!(page.contains("Uso dei dati limitato dal 1º giugno 2026"), "{page}");
        assert!(!page.contains(&format!("{file}/rettifica")) && !page.contains("/contatti/nuovo"), "{page}");
        let modulo_of = |page: &str| modulo(page);
        let (a, b) = (modulo_of(&rectify), modulo_of(&details));
        let rectify = [("modulo", a.as_str()), ("cognome", "Altro"), ("motivo", "x")];
        let phone = [("modulo", b.as_str()), ("tipo", "phone"), ("valore", "333123456")];
        for (path, fields) in [("rettifica", &rectify[..]), ("dati", &phone[..])] {
            let answer = browser.post(&format!("{file}/{path}"), fields).await;
            assert_eq!(answer.status, StatusCode::CONFLICT, "{path}: {}", answer.text());
        }
        assert!(browser.get("/persone?q=diop").await.page().contains("uso dei dati limitato"));
    })
    .await;
}

#[tokio::test]
async fn the_notice_is_given_in_the_persons_language_and_read_by_anybody() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let file = registered(&browser, "Diop", "Awa", "").await;
        let home = format!("{file}/informativa");
        let page = browser.get(&format!("{home}?lingua=ar")).await.page();
        for told in ["lang=\"ar\" dir=\"rtl\"", "Traduzione da verificare", "<svg viewBox", "Comune di Bari"]
        {
            assert!(page.contains(told), "{told} not in {page}");
        }
        assert!(page.contains("http://127.0.0.1:8080/informativa/ar?citta=A662"), "{page}");
        let modulo = modulo(&page);
        for _ in 0..2 {
            let answer = browser.post(&home, &[("modulo", modulo.as_str()), ("lingua", "ar")]).await;
            assert_eq!(answer.to, format!("{file}?fatto=informativa"));
        }
        let shown = browser.get(&file).await.page();
        assert_eq!(shown.matches("Informativa consegnata (ar)").count(), 1, "{shown}");
        assert!(browser.get(&home).await.page().contains("consegnata il 1º giugno 2026"));

        for who in super::others() {
            let other = Browser::at(browser.app.clone(), &who);
            let public = other.get("/informativa/ar?citta=A662").await;
            assert_eq!(public.status, StatusCode::OK);
            assert!(
                public.text().contains("dir=\"rtl\"") && !public.text().contains("Traduzione da verificare")
            );
        }
        assert!(browser.get("/informativa/it").await.text().contains("Scegli la città"));
        assert!(browser.get("/informativa?citta=A662").await.text().contains("العربية"));
        assert_eq!(browser.get("/informativa/xx?citta=A662").await.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn a_file_takes_as_many_statements_whatever_is_in_it() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let file = registered(&browser, "Diop", "Awa", "3/5/1990").await;
        let cost = async || {
            let before = store.statements_run();
            browser.get(&file).await.page();
            store.statements_run() - before
        };
        let empty = cost().await;
        for service in ["legal_support", "health_orientation", "housing_search", "job_guidance"] {
            met(&browser, &file, service).await;
        }
        for (number, kind) in ["333111111", "333222222", "333333333"].into_iter().zip(["phone"; 3]) {
            let form = browser.get(&format!("{file}/dati?tipo={kind}")).await.page();
            let modulo = modulo(&form);
            let fields = [("modulo", modulo.as_str()), ("tipo", kind), ("valore", number)];
            assert_eq!(browser.post(&format!("{file}/dati"), &fields).await.status, StatusCode::SEE_OTHER);
        }
        assert_eq!(cost().await, empty);
    })
    .await;
}
