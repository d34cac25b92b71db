//! Papers: what may be attached, how it comes back, how it goes.

use access::testing::{lead, operator};
use axum::http::{StatusCode, header};
use store::testing::each_engine;
use store::{Statement, params};

use super::{is_nowhere, modulo, registered};
use crate::pages::tests::support::{Browser, SLICES};

const CONTENT: Statement = Statement("select content from attachment");

#[tokio::test]
async fn a_paper_is_kept_sealed_given_back_and_taken_away() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let file = registered(&browser, "Diop", "Awa", "").await;
        let home = format!("{file}/allegati");
        let page = browser.get(&home).await.page();
        let number = modulo(&page);
        let pdf = b"%PDF-1.7 passaporto di Awa Diop";
        let large = [&pdf[..], &vec![b' '; 10 << 20]].concat();
        for (bytes, told) in [
            (&b"<script>alert(1)</script>"[..], "non si può allegare"),
            (b"", "Scegli un file"),
            (&large, "supera 10 MB"),
        ] {
            let answer = browser.attach(&home, &number, "foto.pdf", bytes).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.text().contains(told), "{told}: {}", answer.text());
        }
        for _ in 0..2 {
            assert_eq!(browser.attach(&home, &number, "../passaporto è.exe", pdf).await.to, home);
        }
        let page = browser.get(&home).await.page();
        assert!(page.contains("Un allegato") && page.contains("passaporto è.pdf"), "{page}");
        let link = format!("{home}/{number}");
        let got = browser.get(&link).await;
        assert_eq!(got.body, pdf);
        assert_eq!(got.headers[header::CONTENT_TYPE], "application/pdf");
        assert_eq!(got.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
        assert_eq!(got.headers[header::CACHE_CONTROL], "no-store");
        let disposition = got.headers[header::CONTENT_DISPOSITION].to_str().unwrap().to_owned();
        assert_eq!(disposition, "attachment; filename*=UTF-8''passaporto%20%C3%A8.pdf");
        let mut reader = store.reader().await.unwrap();
        let kept: Vec<u8> = reader.fetch_all(&CONTENT, params![]).await.unwrap()[0].get(0).unwrap();
        assert!(!kept.windows(10).any(|window| window == &pdf[9..19]));
        drop(reader);
        let elsewhere = Browser::at(browser.app.clone(), &lead("H501"));
        assert!(is_nowhere(&elsewhere.get(&link).await));

        let remove = format!("{link}/togli");
        assert_eq!(browser.post(&remove, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(browser.post(&remove, &[("motivo", "copia sbagliata")]).await.to, home);
        let page = browser.get(&home).await.page();
        assert!(page.contains("Allegati tolti") && page.contains("copia sbagliata"), "{page}");
        assert!(is_nowhere(&browser.get(&link).await));
        let mut reader = store.reader().await.unwrap();
        let rows = reader.fetch_all(&CONTENT, params![]).await.unwrap();
        assert!(rows.iter().all(|row| row.get::<Option<Vec<u8>>>(0).unwrap().is_none()));
    })
    .await;
}
