//! What people ask: written down, due within a month, answered; restriction on and off.

use access::testing::lead;
use axum::http::StatusCode;
use store::testing::each_engine;

use super::{SURNAME, accepted, asked, is_nowhere, others, registered, sent};
use crate::desk::rights::RightsWaits;
use crate::pages::tests::support::{Browser, SLICES};

#[tokio::test]
async fn a_request_waits_for_a_month_and_is_answered() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let file = registered(&browser, SURNAME, "Awa").await;
        let home = format!("{file}/diritti");
        // The desk leads there before anything waits, whoever may answer.
        let desk = browser.get("/sportello").await.page();
        assert!(desk.contains("<a href=\"/diritti\">Richieste sui dati</a>"), "{desk}");
        let operator = Browser::at(browser.app.clone(), &access::testing::operator("A662"));
        assert!(!operator.get("/sportello").await.page().contains("\"/diritti\""));
        let later = [("tipo", "access"), ("giorno", "2026-06-02")];
        let refused = sent(&browser, &home, &home, &later).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.text().contains("deve ancora venire"), "{}", refused.text());
        let nothing = sent(&browser, &home, &home, &[("giorno", "32/13/2026")]).await;
        assert!(nothing.text().contains("Scegli che cosa chiede"), "{}", nothing.text());
        assert!(nothing.text().contains("Questo giorno non esiste"), "{}", nothing.text());

        let access = asked(&browser, &file, "access", "2026-05-15").await;
        let late = asked(&browser, &file, "rectification", "2026-04-20").await;
        let list = browser.get("/diritti").await.page();
        assert!(list.contains("2 richieste aspettano risposta. Una è in ritardo."), "{list}");
        assert!(list.find(&late).unwrap() < list.find(&access).unwrap(), "the one due first comes first");
        assert!(list.contains("mancano 14 giorni") && list.contains("in ritardo di 12 giorni"), "{list}");
        let waits: [std::sync::Arc<dyn access::waits::Waits>; 1] =
            [std::sync::Arc::new(RightsWaits(browser.app.clone()))];
        let waiting = access::waits::all(&waits, &lead("A662")).await.unwrap();
        assert_eq!((waiting.len(), waiting[0].count, waiting[0].href.as_str()), (1, 2, "/diritti"));
        assert!(access::waits::all(&waits, &lead("H501")).await.unwrap().is_empty());
        assert!(browser.get("/sportello").await.page().contains("Una richiesta sui dati è in ritardo"));

        let page = browser.get(&access).await.page();
        assert!(page.contains(SURNAME) && page.contains(&format!("{home}/copia")), "{page}");
        accepted(&browser, &home, &access, &[("azione", "fatta"), ("risposta", "Consegnata a mano")]).await;
        let page = browser.get(&access).await.page();
        assert!(page.contains("Consegnata a mano") && !page.contains("name=\"azione\""), "{page}");
        let twice = browser.post(&access, &[("azione", "fatta")]).await;
        assert_eq!(twice.status, StatusCode::CONFLICT, "{}", twice.text());

        let missing = browser.post(&late, &[("azione", "rifiuta")]).await;
        assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(missing.text().contains("Scegli il motivo di legge"), "{}", missing.text());
        let why = [("azione", "rifiuta"), ("perche", "unproven"), ("motivo", "Nessun documento")];
        assert_eq!(browser.post(&late, &why).await.to, late);
        let page = browser.get(&late).await.page();
        assert!(page.contains("rifiutata") && page.contains("Nessun documento"), "{page}");
        assert!(browser.get("/diritti").await.page().contains("Nessuna richiesta aspetta risposta."));

        // That an erasure was done is said where it is confirmed.
        let erasure = asked(&browser, &file, "erasure", "2026-05-30").await;
        assert_eq!(browser.post(&erasure, &[("azione", "fatta")]).await.status, StatusCode::CONFLICT);
        let duty = [("azione", "rifiuta"), ("perche", "legal_duty"), ("motivo", "Rendicontazione in corso")];
        assert_eq!(browser.post(&erasure, &duty).await.to, erasure);
        assert!(browser.get(&file).await.page().contains(SURNAME));

        for who in others() {
            let other = Browser::at(browser.app.clone(), &who);
            for address in [&access, &home, &format!("{home}/copia"), &format!("{home}/cancellazione")] {
                assert!(is_nowhere(&other.get(address).await), "{} {address}", who.login);
            }
        }
        // Another lead has a list, with nothing of this city in it.
        let roma = Browser::at(browser.app.clone(), &lead("H501"));
        assert!(!roma.get("/diritti").await.page().contains(SURNAME));
    })
    .await;
}

#[tokio::test]
async fn a_form_that_comes_twice_counts_once() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let file = registered(&browser, SURNAME, "Awa").await;
        let home = format!("{file}/diritti");
        let modulo = super::hidden(&browser.get(&home).await.page(), "modulo");
        let fields = [("modulo", modulo.as_str()), ("tipo", "access"), ("giorno", "2026-05-15")];
        let one = browser.post(&home, &fields).await.to;
        assert_eq!(browser.post(&home, &fields).await.to, one);
        assert!(browser.get("/diritti").await.page().contains("Una richiesta aspetta risposta."));
        // Another city cannot take its identifier.
        let roma = Browser::at(browser.app.clone(), &lead("H501"));
        let theirs = registered(&roma, "Ndiaye", "Awa").await;
        assert!(is_nowhere(&roma.post(&format!("{theirs}/diritti"), &fields).await));
    })
    .await;
}

#[tokio::test]
async fn restricted_data_are_read_and_not_used_until_they_may_be() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let file = registered(&browser, SURNAME, "Awa").await;
        let (home, to) = (format!("{file}/diritti"), format!("{file}/diritti/limitazione"));
        let silent = sent(&browser, &home, &to, &[("azione", "limita")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(silent.text().contains("Scrivi il motivo"), "{}", silent.text());
        let stop = [("azione", "limita"), ("motivo", "Contesta la data di nascita")];
        accepted(&browser, &home, &to, &stop).await;
        let page = browser.get(&home).await.page();
        assert!(
            page.contains("Contesta la data di nascita") && page.contains("Togli la limitazione"),
            "{page}"
        );
        let shown = browser.get(&file).await.page();
        assert!(!shown.contains(&format!("{file}/dati")) && shown.contains(&home), "{shown}");
        let again = sent(&browser, &home, &to, &stop).await;
        assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.text());
        // What they ask is written down all the same.
        asked(&browser, &file, "access", "2026-05-15").await;
        accepted(&browser, &home, &to, &[("azione", "togli"), ("motivo", "Chiarito")]).await;
        assert!(browser.get(&file).await.page().contains(&format!("{file}/dati")));
        assert!(browser.get(&home).await.page().contains("Chiarito"));
    })
    .await;
}
