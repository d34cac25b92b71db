//! The doors of the demonstration, there and nowhere else.

use axum::http::StatusCode;
use kernel::Clock as _;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::testing::each_engine;
use store::{Actor, Store};

use super::support::{House, SLICES};
use crate::{Role, demo, totp};

async fn mark(store: &Store, house: &House) {
    let mut unit = store.begin(&Actor("demo".to_owned()), &*house.clock).await.unwrap();
    unit.mark_demo().await.unwrap();
    unit.commit().await.unwrap();
}

#[tokio::test]
async fn one_press_opens_each_role_and_the_published_password_does_too() {
    each_engine(&SLICES, async |store| {
        let house = House::with(&store, |access| access.demo(true));
        let random = &mut StdRng::seed_from_u64(1);
        let refused = demo::accounts(&house.access, random).await.unwrap_err().to_string();
        assert!(refused.contains("no demonstration"), "{refused}");
        mark(&store, &house).await;
        let made = demo::accounts(&house.access, random).await.unwrap();
        assert_eq!(demo::accounts(&house.access, random).await.unwrap(), 0, "made once");

        let page = house.browser().get("/accesso?poi=/dentro").await;
        let ids: Vec<&str> = page
            .page()
            .split("name=\"account\" value=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap())
            .collect();
        assert_eq!(ids.len(), made);
        assert!(page.text.contains("Entra come operatrice di sportello, Bari"), "{}", page.text);
        let mut seen = std::collections::BTreeSet::new();
        for id in ids {
            let mut browser = house.browser();
            let answer = browser.post("/accesso/demo", &[("account", id), ("poi", "/dentro")]).await;
            assert_eq!(answer.to, "/dentro");
            let told = browser.get("/dentro").await.text;
            seen.insert(told.split(' ').nth(1).unwrap().to_owned());
        }
        assert_eq!(seen.len(), Role::ALL.len());

        let mut browser = house.browser();
        assert_eq!(browser.password("referente.bari", demo::PASSWORD).await.to, "/accesso/codice");
        let code = totp::code(demo::SECRET, house.clock.now());
        assert_eq!(browser.post("/accesso/codice", &[("codice", &code)]).await.to, "/");
    })
    .await;
}

#[tokio::test]
async fn there_are_no_doors_outside_a_demonstration() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &SLICES).await;
    // Served as a demonstration by mistake, over a database that is none.
    let house = House::with(&store, |access| access.demo(true));
    let own = house.somebody("capo", Role::Administrator, None).await;
    let mut browser = house.browser();
    assert!(!browser.get("/accesso").await.page().contains("/accesso/demo"));
    for account in [own.id.to_string(), "x".to_owned(), String::new()] {
        let answer = browser.post("/accesso/demo", &[("account", &account)]).await;
        assert_eq!((answer.status, &browser.cookie), (StatusCode::NOT_FOUND, &None));
    }
    // And a demonstration opens only what was made for it.
    mark(&store, &house).await;
    demo::accounts(&house.access, &mut StdRng::seed_from_u64(1)).await.unwrap();
    let answer = browser.post("/accesso/demo", &[("account", &own.id.to_string())]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
    let house = House::new(&store);
    let door = house.account("referente.bari").await.id.to_string();
    assert_eq!(
        house.browser().post("/accesso/demo", &[("account", &door)]).await.status,
        StatusCode::NOT_FOUND
    );
}
