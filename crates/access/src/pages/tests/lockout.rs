//! A hundred wrong passwords, and the ways back.

use axum::http::{StatusCode, header};
use store::testing::each_engine;

use super::support::{House, PASSWORD, SLICES};
use crate::{Role, account};

#[tokio::test]
async fn a_hundred_wrong_passwords_meet_a_closed_door() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        // Somebody who is known, and nobody: the door closes for both alike.
        for login in ["awa.diop", "nessuno"] {
            let mut browser = house.browser();
            browser.address = format!("192.0.2.{}", login.len());
            let mut told = Vec::new();
            for n in 1..=100 {
                let answer = browser.password(login, &format!("sbagliata {n}")).await;
                told.push(answer.status);
                if answer.status == StatusCode::TOO_MANY_REQUESTS {
                    assert_eq!(answer.headers[header::RETRY_AFTER], "901");
                    let page = answer.sound();
                    assert!(
                        page.contains("Puoi riprovare tra 16 minuti") && page.contains("/accesso/recupero")
                    );
                }
            }
            let wrong = told.iter().filter(|status| **status == StatusCode::UNPROCESSABLE_ENTITY).count();
            let closed = told.iter().filter(|status| **status == StatusCode::TOO_MANY_REQUESTS).count();
            assert_eq!((wrong, closed), (10, 90), "{login}");
        }
        // The right one is refused while the door is closed, from anywhere, and half way too.
        let mut browser = house.browser();
        let answer = browser.password("awa.diop", PASSWORD).await;
        assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(browser.cookie, None);
        house.wait(14);
        assert_eq!(browser.password("awa.diop", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
        house.wait(1);
        browser.sign_in("awa.diop").await;
        // What was is forgotten: nine slips close nothing.
        let mut clumsy = house.browser();
        for _ in 0..9 {
            clumsy.password("awa.diop", "sbagliata").await;
        }
        clumsy.sign_in("awa.diop").await;
    })
    .await;
}

#[tokio::test]
async fn wrong_codes_close_the_door_as_wrong_passwords_do() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let mut browser = house.browser();
    let mut codes = 0;
    loop {
        // The password does not wash wrong codes away.
        if browser.password("awa.diop", PASSWORD).await.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
        let answer = browser.post("/accesso/codice", &[("codice", "000000")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        codes += 1;
        assert!(codes <= 10);
    }
    assert_eq!(codes, 10);
    let code = house.code();
    let answer = browser.post("/accesso/codice", &[("codice", &code)]).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!browser.is_in().await);
}

#[tokio::test]
async fn a_recovery_code_opens_a_closed_door_and_nothing_else_does() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let codes = account::renew_codes(&house.access, &account, &mut house.access.random()).await.unwrap();
        for _ in 0..11 {
            house.browser().password("awa.diop", "sbagliata").await;
        }
        let mut browser = house.browser();
        assert!(browser.get("/accesso/recupero").await.page().contains("codice"));
        let code = house.code();
        for (password, code) in
            [("sbagliata", codes[0].as_str()), (PASSWORD, "0000-0000-0000-0000"), (PASSWORD, &code)]
        {
            let fields = [("login", "awa.diop"), ("password", password), ("codice", code)];
            let answer = browser.post("/accesso/recupero", &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.sound().contains("password o codice non corretti"));
        }
        let fields = [("login", "awa.diop"), ("password", PASSWORD), ("codice", codes[0].as_str())];
        assert_eq!(browser.post("/accesso/recupero", &fields).await.to, "/profilo");
        assert!(browser.is_in().await);
        // And the door is open again for the usual way.
        house.browser().sign_in("awa.diop").await;
    })
    .await;
}

#[tokio::test]
async fn a_lead_opens_the_door_again() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        house.somebody("referente.bari", Role::CityLead, Some("A662")).await;
        for _ in 0..10 {
            house.browser().password("awa.diop", "sbagliata").await;
        }
        let mut lead = house.browser();
        lead.sign_in("referente.bari").await;
        let home = format!("/utenti/{}", account.id);
        assert!(lead.get("/utenti").await.page().contains("bloccato per troppi tentativi"));
        assert!(lead.get(&home).await.page().contains("/sblocca"));
        assert_eq!(lead.post(&format!("{home}/sblocca"), &[]).await.to, format!("{home}?fatto=sbloccato"));
        assert!(!lead.get(&home).await.page().contains("/sblocca"));
        house.browser().sign_in("awa.diop").await;
        assert!(house.journal("awa.diop").await.contains(&"unlock account".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn one_address_does_not_try_many_logins() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let mut sprayer = house.browser();
    let mut closed = 0;
    for n in 0..100 {
        let answer = sprayer.password(&format!("utente.{n}"), "Primavera2026!").await;
        closed += usize::from(answer.status == StatusCode::TOO_MANY_REQUESTS);
    }
    assert_eq!(closed, 40);
    assert_eq!(sprayer.password("awa.diop", PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    // Others are not held to it, and after a while neither is this one.
    let mut other = house.browser();
    other.address = "198.51.100.7".to_owned();
    other.sign_in("awa.diop").await;
    house.wait(15);
    sprayer.sign_in("awa.diop").await;
}

#[tokio::test]
async fn many_attempts_at_once_are_all_counted() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let mut tasks = tokio::task::JoinSet::new();
        for n in 0..40 {
            let access = house.access.clone();
            tasks.spawn(async move {
                let tried = crate::sign_in::password(&access, "awa.diop", &format!("x{n}"), None).await;
                matches!(tried.unwrap(), crate::sign_in::Step::Wrong)
            });
        }
        let looked_at = tasks.join_all().await.into_iter().filter(|wrong| *wrong).count();
        assert_eq!(looked_at, 10);
    })
    .await;
}
