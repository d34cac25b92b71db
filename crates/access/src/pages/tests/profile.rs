//! One's own account: another password, another phone, other codes.

use axum::http::StatusCode;
use kernel::Clock as _;
use store::testing::each_engine;

use super::support::{House, PASSWORD, SLICES};
use crate::pages::enrol;
use crate::{Role, account, sessions, totp};

#[tokio::test]
async fn another_password_ends_every_other_session() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let (mut here, mut elsewhere) = (house.browser(), house.browser());
        here.sign_in("awa.diop").await;
        elsewhere.sign_in("awa.diop").await;
        assert!(here.get("/profilo/password").await.page().contains("current-password"));
        let new = "quattro cani sul bus";
        let change =
            |now: &'static str, new: &'static str| [("adesso", now), ("password", new), ("ancora", new)];
        let wrong = here.post("/profilo/password", &change("sbagliata", new)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.sound().contains("Nulla è cambiato") && elsewhere.is_in().await);
        let weak = here.post("/profilo/password", &change(PASSWORD, "awa.diop.awa.diop")).await;
        assert!(weak.sound().contains("quasi soltanto un nome"));

        let before = here.cookie.clone();
        assert_eq!(
            here.post("/profilo/password", &change(PASSWORD, new)).await.to,
            "/profilo?fatto=password"
        );
        assert_ne!(here.cookie, before);
        assert!(here.is_in().await && !elsewhere.is_in().await);
        let mut thief = house.browser();
        thief.cookie = before;
        assert!(!thief.is_in().await);
        house.wait(1);
        assert_eq!(thief.password("awa.diop", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(thief.password("awa.diop", new).await.to, "/accesso/codice");
    })
    .await;
}

#[tokio::test]
async fn another_phone_takes_the_place_of_the_old_one() {
    each_engine(&SLICES, async |store| {
        let house = House::new(&store);
        let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
        let codes = account::renew_codes(&house.access, &account, &mut house.access.random()).await.unwrap();
        let mut browser = house.browser();
        browser.sign_in("awa.diop").await;
        let page = browser.get("/profilo/secondo-fattore").await;
        assert!(page.page().contains("<svg viewBox"));
        let token = house.access.cookie().token(&cookie(browser.cookie.as_deref().unwrap())).unwrap();
        let session = sessions::find(&house.access, &token).await.unwrap().unwrap();
        let carried = crate::guard::Carried {
            token,
            session: session.id,
            account: account.id,
            strength: session.strength,
        };
        let secret = enrol::secret(&house.access, &carried, &house.account("awa.diop").await);
        assert!(page.text.contains(&totp::spoken(&secret)));
        let code = totp::code(&secret, house.clock.now());
        for (password, code, said) in
            [("sbagliata", code.as_str(), "Nulla è cambiato"), (PASSWORD, "000000", "non è quello di adesso")]
        {
            let answer =
                browser.post("/profilo/secondo-fattore", &[("adesso", password), ("codice", code)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.sound().contains(said));
        }
        let done = browser.post("/profilo/secondo-fattore", &[("adesso", PASSWORD), ("codice", &code)]).await;
        assert_eq!(done.page().matches("<li><code>").count(), 10);
        assert!(browser.is_in().await);

        house.wait(1);
        let mut other = house.browser();
        other.password("awa.diop", PASSWORD).await;
        for old in [house.code(), codes[0].clone()] {
            let answer = other.post("/accesso/codice", &[("codice", &old)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "what was before is worth nothing");
        }
        let code = totp::code(&secret, house.clock.now());
        assert_eq!(other.post("/accesso/codice", &[("codice", &code)]).await.to, "/sportello");
    })
    .await;
}

fn cookie(pair: &str) -> axum::http::HeaderMap {
    let mut headers = axum::http::HeaderMap::new();
    headers.insert(axum::http::header::COOKIE, pair.parse().unwrap());
    headers
}

#[tokio::test]
async fn new_codes_make_the_old_ones_worthless() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    let account = house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let old = account::renew_codes(&house.access, &account, &mut house.access.random()).await.unwrap();
    let mut browser = house.browser();
    browser.sign_in("awa.diop").await;
    assert!(browser.get("/profilo").await.page().contains("Te ne restano 10"));
    assert!(browser.get("/profilo/codici").await.page().contains("dieci nuovi"));
    let wrong = browser.post("/profilo/codici", &[("adesso", "sbagliata")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser.post("/profilo/codici", &[("adesso", PASSWORD)]).await;
    assert_eq!(page.page().matches("<li><code>").count(), 10);
    assert!(!page.text.contains(&old[0]));
    let mut other = house.browser();
    other.password("awa.diop", PASSWORD).await;
    let answer = other.post("/accesso/codice", &[("codice", &old[0])]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_stolen_session_does_not_guess_the_password() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    let house = House::new(&store);
    house.somebody("awa.diop", Role::Operator, Some("A662")).await;
    let mut thief = house.browser();
    thief.sign_in("awa.diop").await;
    let mut last = StatusCode::OK;
    for n in 0..11 {
        let guess = format!("guess {n}");
        last = thief.post("/profilo/codici", &[("adesso", &guess)]).await.status;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
}
