//! Doubtful pairs, decided and undone, on each engine.

use axum::http::StatusCode;
use store::testing::each_engine;

use super::support::{Browser, SLICES};
use crate::people::doubts;

/// Two ways of writing that may well be one person: a short form and a digit apart.
const REGISTER: &str = "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Servizio\n\
    15/05/2025;Ndiaye;Fatoumata;;03/05/1990;;Orientamento legale\n\
    16/05/2025;Ndiaye;Fatou;;04/05/1990;;Orientamento legale\n\
    17/05/2025;Rossi;Ahmed;M;03/05/1985;Marocco;Corso di italiano\n";

#[tokio::test]
async fn a_pair_is_joined_separated_and_undone() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        browser.bring_and_import("A662", "r.csv", REGISTER.as_bytes()).await;
        let mut reader = store.reader().await.unwrap();
        let keys = browser.app.vault.city("A662".parse().unwrap()).unwrap();
        let open = doubts::doubts(&mut reader, &keys, true, 10).await.unwrap();
        drop(reader);
        assert_eq!(open.len(), 1, "{open:?}");
        let page = browser.get("/registri/A662/coppie").await.page();
        assert!(
            page.contains("<mark>4 maggio 1990</mark>") && page.contains("<dd class=\"mb-2\">Ndiaye</dd>"),
            "{page}"
        );
        assert!(page.contains("15 maggio 2025"), "{page}");
        assert_eq!(browser.counted().await, (3, 3));

        let action = format!("/registri/A662/coppie/{}", open[0].id);
        let undo = format!("{action}/annulla");
        for (decision, done, persons) in [("unisci", "Unite", 2), ("separa", "Separate", 3)] {
            let answer = browser.post(&action, &[("decisione", decision)]).await;
            let page = browser.get(&answer.to).await.page();
            assert!(
                page.contains(done) && page.contains("Niente da decidere") && page.contains(&undo),
                "{page}"
            );
            assert_eq!(browser.counted().await, (3, persons));
            // Whoever comes later is told.
            assert_eq!(browser.post(&action, &[("decisione", "unisci")]).await.status, StatusCode::CONFLICT);
            let answer = browser.post(&undo, &[]).await;
            assert!(browser.get(&answer.to).await.page().contains("Decisione annullata"));
            assert_eq!(browser.counted().await, (3, 3));
            assert_eq!(browser.post(&undo, &[]).await.status, StatusCode::CONFLICT);
        }
        assert_eq!(browser.post(&action, &[("decisione", "boh")]).await.status, StatusCode::BAD_REQUEST);
        let elsewhere = action.replace("A662", "H501");
        assert_eq!(browser.post(&elsewhere, &[("decisione", "unisci")]).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
