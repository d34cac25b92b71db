//! Pages that name people write down who read them, and are not shown where that fails.

use access::reads::What;
use access::reads::book::{self, Asked, Mark};
use axum::http::StatusCode;
use store::testing::each_engine;

use super::support::{Browser, SLICES};

const REGISTER: &str = "Data;Cognome;Nome;Data di nascita;Servizio\n\
    15/05/2025;Ndiaye;Fatoumata;03/05/1990;Orientamento legale\n\
    16/05/2025;Ndiaye;Fatou;04/05/1990;Orientamento legale\n\
    31/02/2025;Khan;Imran;01/02/1980;Orientamento legale\n";

/// What was read, the newest first: what, and of how many people.
async fn read(browser: &Browser) -> Vec<(What, u32)> {
    let mut reader = browser.app.store.reader().await.unwrap();
    let lines = book::lines(&mut reader, &Asked::default(), Mark::NEWEST, 100).await.unwrap();
    assert!(lines.iter().all(|line| line.login == "city_lead.prova" && line.city.as_str() == "A662"));
    lines.into_iter().map(|line| (line.what, line.persons)).collect()
}

#[tokio::test]
async fn whoever_reads_registers_and_pairs_is_written_down() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let brought = browser.bring("A662", "r.csv", REGISTER.as_bytes()).await.to;
        assert_eq!(read(&browser).await, []);
        browser.get(&brought).await.page();
        assert_eq!(read(&browser).await, [(What::Preview, 0)]);
        let result = browser.import(&brought, &[]).await;
        for (path, what, persons) in [
            (result.clone(), What::RejectedRows, 0),
            (format!("{result}/accessi"), What::RegisterRows, 2),
            (format!("{result}/scarti.csv"), What::RejectedRows, 0),
            (format!("{result}/scarti.xlsx"), What::RejectedRows, 0),
            ("/registri/A662/coppie".to_owned(), What::Pairs, 2),
        ] {
            let before = read(&browser).await;
            assert_eq!(browser.get(&path).await.status, StatusCode::OK, "{path}");
            let mut after = read(&browser).await;
            for line in before {
                let at = after.iter().position(|one| *one == line).unwrap();
                after.remove(at);
            }
            assert_eq!(after, [(what, persons)], "{path}");
        }
        // The list of files names nobody.
        let before = read(&browser).await.len();
        browser.get("/registri/A662").await.page();
        assert_eq!(read(&browser).await.len(), before);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_shown() {
    // Without the tables of the log nothing can be written.
    let without: Vec<store::Slice> =
        SLICES.iter().copied().filter(|slice| slice.name != access::reads::SLICE.name).collect();
    each_engine(&without, async |store| {
        let browser = Browser::new(&store).await;
        let brought = browser.bring("A662", "r.csv", REGISTER.as_bytes()).await.to;
        let result = browser.import(&brought, &[]).await;
        for path in [
            result.clone(),
            format!("{result}/accessi"),
            format!("{result}/scarti.csv"),
            format!("{result}/scarti.xlsx"),
            "/registri/A662/coppie".to_owned(),
        ] {
            let answer = browser.get(&path).await;
            assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
            for name in ["Ndiaye", "Khan", "Fatou"] {
                assert!(!answer.text().contains(name), "{path}: {name}");
            }
        }
    })
    .await;
}
