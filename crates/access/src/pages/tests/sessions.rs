//! Sessions: stolen, fixed, rested too long, lasted too long, ended from elsewhere.

use axum::http::{StatusCode, header};
use store::testing::each_engine;

use super::support::{House, MINUTE, PASSWORD, SLICES, between};
use crate::{Cookie, Role, sessions};

#[tokio::test]
async fn a_stolen_session_is_worth_nothing_after_the_sign_out() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let mut browser = house.browser();
        browser.sign_in("awa.diop").await;
        let mut thief = house.browser();
        thief.cookie = browser.cookie.clone();
        assert!(thief.is_in().await);

        let out = browser.post("/esci", &[]).await;
        assert_eq!(out.to, "/accesso?fatto=uscita");
        assert!(out.headers[header::SET_COOKIE].to_str().unwrap().contains("Max-Age=0"));
        assert_eq!(browser.cookie, None);
        assert!(browser.get("/accesso?fatto=uscita").await.page().contains("Sei uscito"));
        assert!(!thief.is_in().await);
        assert!(thief.get("/accesso?poi=/dentro").await.page().contains("La sessione è finita"));
        // Out twice is out.
        assert_eq!(browser.post("/esci", &[]).await.to, "/accesso?fatto=uscita");
    })
    .await;
}

#[tokio::test]
async fn a_session_given_before_the_sign_in_is_not_the_one_after() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        house.wait(1);
        let mut browser = house.browser();
        let planted = format!("lgnet={}", "ab".repeat(32));
        browser.cookie = Some(planted.clone());
        browser.password("awa.diop", PASSWORD).await;
        let half = browser.cookie.clone().unwrap();
        assert_ne!(half, planted);
        let code = house.code();
        browser.post("/accesso/codice", &[("codice", &code)]).await;
        let full = browser.cookie.clone().unwrap();
        assert_ne!(full, half);
        assert!(browser.is_in().await);
        for before in [planted, half] {
            let mut other = house.browser();
            other.cookie = Some(before);
            assert!(!other.is_in().await);
            assert_eq!(other.get("/accesso/codice").await.to, "/accesso");
        }
    })
    .await;
}

#[tokio::test]
async fn a_session_rests_half_an_hour_and_lasts_a_working_day() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        house.somebody("monitoraggio", Role::MonitoringOfficer, None).await;
        let (mut operator, mut officer) = (house.browser(), house.browser());
        operator.sign_in("awa.diop").await;
        officer.sign_in("monitoraggio").await;
        // The second came in a minute after the first.
        house.wait(28);
        assert!(operator.is_in().await);
        assert!(officer.is_in().await);
        settled(&house, "awa.diop").await;
        house.wait(29);
        assert!(operator.is_in().await, "it was used meanwhile");
        settled(&house, "awa.diop").await;
        house.wait(30);
        assert!(!operator.is_in().await);
        assert!(officer.is_in().await, "numbers may rest for longer");

        // Used all day long, it ends all the same.
        operator.sign_in("awa.diop").await;
        for _ in 0..47 {
            house.wait(15);
            assert!(operator.is_in().await);
            settled(&house, "awa.diop").await;
        }
        house.wait(15);
        assert!(!operator.is_in().await, "twelve hours");
    })
    .await;
}

/// Waits until it was written down that somebody's session was used now: that is done beside the request.
async fn settled(house: &House, login: &str) {
    let account = house.account(login).await;
    for _ in 0..500 {
        let open = sessions::of_account(&house.access, account.id, account.role).await.unwrap();
        let now = kernel::Clock::now(&*house.clock).micros();
        if open.iter().any(|open| now - open.seen_at.micros() < MINUTE) {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    panic!("it was never written down");
}

#[tokio::test]
async fn that_a_session_is_used_is_written_once_a_minute_at_most() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let mut browser = house.browser();
    browser.sign_in("awa.diop").await;
    let before = store.statements_run();
    for _ in 0..10 {
        assert!(browser.is_in().await);
        house.clock.advance(5 * 1_000_000);
    }
    assert_eq!(store.statements_run() - before, 10, "one question a request, and nothing written");
    let position = store.reader().await.unwrap().journal_position().await.unwrap();
    house.wait(2);
    assert!(browser.is_in().await);
    settled(&house, "awa.diop").await;
    assert_eq!(
        store.reader().await.unwrap().journal_position().await.unwrap(),
        position,
        "no change of the truth"
    );
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all_at_once() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        house.somebody("altra.prova", Role::Operator, Some("A662")).await;
        let (mut desk, mut phone, mut other) = (house.browser(), house.browser(), house.browser());
        desk.sign_in("awa.diop").await;
        phone.sign_in("awa.diop").await;
        other.sign_in("altra.prova").await;
        let page = desk.get("/profilo").await;
        assert_eq!(page.page().matches("action=\"/profilo/sessioni/").count(), 1, "the other one, not this");
        let end = format!("/profilo/sessioni/{}", between(&page.text, "action=\"/profilo/sessioni/", "\""));

        // Nobody ends the session of somebody else.
        other.post(&end, &[]).await;
        assert!(phone.is_in().await);
        assert_eq!(desk.post(&end, &[]).await.to, "/profilo?fatto=sessione");
        assert!(!phone.is_in().await && desk.is_in().await);
        assert_eq!(desk.post("/profilo/sessioni/abc", &[]).await.status, StatusCode::NOT_FOUND);

        phone.sign_in("awa.diop").await;
        assert_eq!(desk.post("/profilo/sessioni", &[]).await.to, "/accesso?fatto=uscita");
        assert!(!phone.is_in().await && !desk.is_in().await);
        assert!(other.is_in().await);
    })
    .await;
}

#[tokio::test]
async fn over_tls_the_cookie_has_the_prefix_and_no_other_name_opens() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::with(&store, |access| access.over_tls(true));
    assert_eq!(house.access.cookie(), Cookie::Secure);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let mut browser = house.browser();
    browser.sign_in("awa.diop").await;
    let cookie = browser.cookie.clone().unwrap();
    assert!(cookie.starts_with("__Host-lgnet="));
    let mut other = house.browser();
    other.cookie = Some(cookie.replace("__Host-", ""));
    assert!(!other.is_in().await);
}

#[tokio::test]
async fn the_database_holds_no_token() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let mut browser = house.browser();
    browser.sign_in("awa.diop").await;
    let token = browser.cookie.clone().unwrap().replace("lgnet=", "");
    store.close().await;
    let held = |needle: &[u8]| {
        std::fs::read_dir(folder.path()).unwrap().any(|file| {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes.windows(needle.len()).any(|part| part == needle)
        })
    };
    let raw: Vec<u8> = (0..32).map(|n| u8::from_str_radix(&token[2 * n..2 * n + 2], 16).unwrap()).collect();
    assert!(held(b"awa.diop"), "the test looks where it should");
    for secret in [token.as_bytes(), &raw, super::support::SECRET, PASSWORD.as_bytes()] {
        assert!(!held(secret));
    }
}
