//! The way in, and what does not lead in.

use axum::http::{StatusCode, header};
use store::testing::each_engine;

use super::support::{House, PASSWORD, SLICES};
use crate::Role;

#[tokio::test]
async fn password_and_code_lead_back_to_where_one_wanted_to_go() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        house.wait(1);
        let mut browser = house.browser();

        let asked = browser.get("/dentro").await;
        assert_eq!((asked.status, asked.to.as_str()), (StatusCode::SEE_OTHER, "/accesso?poi=/dentro"));
        let page = browser.get("/accesso?poi=/dentro%3Fx%3D1").await;
        assert!(page.page().contains("name=\"poi\" value=\"/dentro?x=1\""), "{}", page.text);
        assert!(!page.text.contains("/accesso/demo"));

        // However the login is written.
        let typed = [("login", "AWA Diop"), ("password", PASSWORD), ("poi", "/dentro?x=1")];
        let answer = browser.post("/accesso", &typed).await;
        assert_eq!(answer.to, "/accesso/codice?poi=/dentro%3Fx%3D1", "{}", answer.text);
        assert!(!browser.is_in().await, "half way is not in");
        assert!(browser.get(&answer.to).await.page().contains("one-time-code"));

        let wrong = browser.post("/accesso/codice", &[("codice", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.sound().contains("Il codice non è giusto"));
        let code = house.code();
        let right = [("codice", code.as_str()), ("poi", "/dentro?x=1")];
        assert_eq!(browser.post("/accesso/codice", &right).await.to, "/dentro?x=1");
        assert_eq!(browser.get("/dentro").await.text, "awa.diop operator");
        // Whoever is in is not asked again.
        assert_eq!(browser.get("/accesso?poi=/dentro").await.to, "/dentro");

        // The same code opens nothing a second time, from wherever.
        let mut other = house.browser();
        other.password("awa.diop", PASSWORD).await;
        let again = other.post("/accesso/codice", &[("codice", &code)]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!other.is_in().await);
    })
    .await;
}

#[tokio::test]
async fn an_unknown_login_and_a_wrong_password_are_answered_alike() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let stopped = house.somebody("ferma.prova", Role::Operator, Some("A662")).await;
        let actor = store::Actor("prova".to_owned());
        crate::account::stop(&house.access, &actor, &stopped).await.unwrap();
        let mut answers = Vec::new();
        for (login, password) in
            [("awa.diop", "sbagliata"), ("nessuno", PASSWORD), ("ferma.prova", PASSWORD), ("", "")]
        {
            let answer = house.browser().password(login, password).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(!answer.headers.contains_key(header::SET_COOKIE));
            answers.push(answer.sound().replace(&format!(" value=\"{login}\""), ""));
        }
        assert!(answers[0].contains("Nome utente o password non corretti"));
        assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_sent_to_another_site() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    for evil in ["https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example"] {
        house.wait(1);
        let mut browser = house.browser();
        let page = browser.get("/accesso?poi=%2F%2Fevil.example").await;
        assert!(page.page().contains("name=\"poi\" value=\"/\""));
        let fields = [("login", "awa.diop"), ("password", PASSWORD), ("poi", evil)];
        assert_eq!(browser.post("/accesso", &fields).await.to, "/accesso/codice", "{evil}");
        let code = house.code();
        let answer = browser.post("/accesso/codice", &[("codice", &code), ("poi", evil)]).await;
        assert_eq!(answer.to, "/sportello", "{evil}");
    }
}

/// Who works at a desk begins there; all others begin with the network.
#[tokio::test]
async fn everybody_begins_where_their_work_is() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    for role in Role::ALL {
        let login = format!("persona.{}", role.code().replace('_', "."));
        house.somebody(&login, role, role.is_of_a_city().then_some("A662")).await;
        let works_at_a_desk = matches!(role, Role::Operator | Role::StreetOperator);
        let first = if works_at_a_desk { "/sportello" } else { "/" };
        for (wanted, to) in [("", first), ("/", first), ("/dentro", "/dentro")] {
            // A code opens once.
            house.wait(60);
            let mut browser = house.browser();
            browser.password(&login, PASSWORD).await;
            let code = house.code();
            let answer = browser.post("/accesso/codice", &[("codice", &code), ("poi", wanted)]).await;
            assert_eq!(answer.to, to, "{role} {wanted}");
            let again = browser.get(&format!("/accesso?poi={wanted}")).await;
            assert_eq!(again.to, to, "{role} {wanted}, signed in already");
        }
    }
}

#[tokio::test]
async fn the_second_step_is_nothing_without_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    house.wait(1);
    let mut browser = house.browser();
    for path in ["/accesso/codice", "/accesso/secondo-fattore"] {
        assert_eq!(browser.get(path).await.to, "/accesso");
        let code = house.code();
        assert_eq!(
            browser.post(path, &[("codice", &code), ("poi", "/dentro")]).await.to,
            "/accesso?poi=/dentro"
        );
    }
    // Whoever has a second factor sets up no other by password alone.
    browser.password("awa.diop", PASSWORD).await;
    assert_eq!(browser.get("/accesso/secondo-fattore").await.to, "/accesso");
    // And has ten minutes for the second step.
    house.wait(10);
    assert_eq!(browser.get("/accesso/codice").await.to, "/accesso");
}

#[tokio::test]
async fn a_recovery_code_opens_once() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let codes =
            crate::account::renew_codes(&house.access, &account, &mut house.access.random()).await.unwrap();
        for (code, opens) in [(&codes[0], true), (&codes[0], false), (&codes[1], true)] {
            let mut browser = house.browser();
            browser.password("awa.diop", PASSWORD).await;
            let answer = browser.post("/accesso/codice", &[("codice", &code.to_uppercase())]).await;
            assert_eq!(answer.status == StatusCode::SEE_OTHER, opens, "{}", answer.text);
            assert_eq!(browser.is_in().await, opens);
        }
        assert_eq!(crate::account::codes_left(&house.access, &account).await.unwrap(), 8);
        assert_eq!(
            house.journal("awa.diop").await.iter().filter(|did| *did == "use recovery code").count(),
            2
        );
    })
    .await;
}

#[tokio::test]
async fn a_write_with_a_session_comes_from_our_own_pages() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let mut browser = house.browser();
    browser.sign_in("awa.diop").await;
    for origin in [None, Some("cross-site"), Some("same-site")] {
        let answer = browser.post_from("/esci", &[], origin).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{origin:?}");
    }
    assert!(browser.is_in().await);
    assert_eq!(browser.post_from("/esci", &[], Some("none")).await.to, "/accesso?fatto=uscita");
}
