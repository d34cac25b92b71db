//! Uniting two people and taking it back.

use access::testing::{lead, operator};
use axum::http::StatusCode;
use mart::{Measure, Question};
use store::testing::each_engine;

use super::{facts, is_nowhere, met, person_of, registered};
use crate::pages::tests::support::{Browser, SLICES};

async fn counted(browser: &Browser) -> u64 {
    browser.app.live.refresh().await.unwrap();
    let question = Question::new(Measure::Persons, "2026".parse().unwrap());
    browser.app.live.mart().ask(&question).unwrap().total.unwrap()
}

#[tokio::test]
async fn two_files_of_one_person_are_united_and_parted_again() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, lead("A662")).await;
        let one = registered(&browser, "Diop", "Awa", "3/5/1990").await;
        let other = registered(&browser, "Ndiaye", "Mariama", "1/2/1985").await;
        for file in [&one, &other] {
            met(&browser, file, "legal_support").await;
        }
        let before = facts(&browser).await;
        assert_eq!(counted(&browser).await, 2);
        let home = format!("{other}/unisci");
        let found = browser.get(&format!("{home}?q=diop")).await.page();
        let choose = format!("{home}?con={}", person_of(&one));
        assert!(found.contains(&choose), "{found}");
        let page = browser.get(&choose).await.page();
        assert!(
            page.contains("<mark>Diop Awa</mark>") && page.contains("<mark>Ndiaye Mariama</mark>"),
            "{page}"
        );
        let (one_id, pages) =
            (person_of(&one).to_string(), Browser::at(browser.app.clone(), &operator("A662")));
        assert!(is_nowhere(&pages.post(&home, &[("con", &one_id)]).await), "the lead decides");

        for _ in 0..2 {
            let answer = browser.post(&home, &[("con", &one_id)]).await;
            assert!(answer.to.starts_with(&format!("{one}?unita=")), "{} {}", answer.to, answer.text());
            let page = browser.get(&answer.to).await.page();
            assert!(page.contains("Schede unite") && page.contains("Ndiaye Mariama"), "{page}");
            assert_eq!(counted(&browser).await, 1);
            // Who was united is found where they are now.
            assert_eq!(browser.get(&other).await.to, one);
            assert_eq!(browser.post(&home, &[("con", &one_id)]).await.status, StatusCode::NOT_FOUND);
            let search = browser.get("/persone?q=ndiaye").await.page();
            assert!(search.contains(&one) && !search.contains(&other), "{search}");

            let (_, rest) = page.split_once("/unisci/").unwrap();
            let undo = format!("{one}/unisci/{}", rest.split('"').next().unwrap());
            assert_eq!(browser.post(&undo, &[]).await.to, format!("{one}?fatto=separate"));
            assert_eq!(counted(&browser).await, 2);
            assert_eq!(facts(&browser).await, before);
            assert!(browser.get("/persone?q=ndiaye").await.page().contains(&other));
            assert_eq!(browser.post(&undo, &[]).await.status, StatusCode::CONFLICT);
        }
    })
    .await;
}
