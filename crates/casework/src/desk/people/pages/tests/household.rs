//! Households: making one, bringing somebody in, leaving.

use access::testing::operator;
use axum::http::StatusCode;
use store::testing::each_engine;

use super::{facts, hidden, met, modulo, person_of, registered};
use crate::pages::tests::support::{Browser, SLICES};

#[tokio::test]
async fn people_live_as_one_from_a_day_to_a_day() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let mother = registered(&browser, "Diop", "Awa", "3/5/1990").await;
        let child = registered(&browser, "Zongo", "Issa", "1/2/2015").await;
        for file in [&mother, &child] {
            met(&browser, file, "legal_support").await;
        }
        let home = format!("{mother}/nucleo");
        let page = browser.get(&home).await.page();
        assert!(page.contains("Nessun nucleo registrato") && page.contains("Crea il nucleo"), "{page}");
        let join = async |page: &str, relation: &str, since: &str| {
            let fields = ["modulo", "nuovo", "nucleo", "chi"].map(|name| (name, hidden(page, name)));
            let mut all: Vec<(&str, &str)> =
                fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            all.extend([("parentela", relation), ("dal", since)]);
            let answer = browser.post(&home, &all).await;
            assert_eq!(browser.post(&home, &all).await.status, answer.status, "again");
            answer
        };
        assert_eq!(join(&page, "head", "2026-05-01").await.to, home);
        assert_eq!(facts(&browser).await.iter().map(|fact| fact.1).collect::<Vec<_>>(), [1, 0]);

        let found = browser.get(&format!("{home}?q=zongo")).await.page();
        let choose = format!("{home}?con={}", person_of(&child));
        assert!(found.contains(&choose), "{found}");
        let page = browser.get(&choose).await.page();
        assert!(page.contains("Aggiungi Zongo Issa"), "{page}");
        assert_eq!(join(&page, "child", "2026-05-15").await.to, home);
        assert_eq!(facts(&browser).await.iter().map(|fact| fact.1).collect::<Vec<_>>(), [1, 1]);
        let file = browser.get(&child).await.page();
        for told in ["Nucleo 1", "Diop Awa", "figlia o figlio", "Entra nel nucleo 1"] {
            assert!(file.contains(told), "{told} not in {file}");
        }
        let page = browser.get(&home).await.page();
        assert!(page.contains("Nel nucleo 1 ci sono 2 persone"), "{page}");

        // One household at a time.
        let theirs = format!("{child}/nucleo");
        let fields = [
            ("modulo", uuid::Uuid::from_u128(7).to_string()),
            ("nuovo", uuid::Uuid::from_u128(8).to_string()),
            ("chi", String::new()),
            ("parentela", "head".to_owned()),
            ("dal", "2026-05-20".to_owned()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = browser.post(&theirs, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text());
        assert!(
            refused.text().contains("nel nucleo 1 dal 15 maggio 2026")
                || !refused.text().contains("field-dal")
        );

        // The child never was in it.
        let (_, rest) = page.split_once("figlia o figlio").unwrap();
        let (_, rest) = rest.split_once("action=\"").unwrap();
        let end = rest.split('"').next().unwrap();
        assert_eq!(browser.post(end, &[("come", "boh")]).await.status, StatusCode::BAD_REQUEST);
        let elsewhere = end.replace(&person_of(&mother).to_string(), &uuid::Uuid::from_u128(1).to_string());
        assert_eq!(browser.post(&elsewhere, &[("come", "oggi")]).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.post(end, &[("come", "sbagliato")]).await.to, home);
        assert_eq!(facts(&browser).await.iter().map(|fact| fact.1).collect::<Vec<_>>(), [1, 0]);
        assert!(!modulo(&browser.get(&theirs).await.page()).is_empty());
    })
    .await;
}
