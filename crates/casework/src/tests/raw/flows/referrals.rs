//! Referrals: to a service of the city, to an outside body, to another city.

use super::{desk_of, registered, sent};
use crate::pages::tests::support::Browser;
use crate::tests::raw::markers::{BIRTHS, GIVEN, NAMES, NOTE, SURNAME};

pub async fn here(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, NAMES[0], NAMES[1], BIRTHS[0]).await;
    let (form, to) = (|kind: &str| format!("{file}/invio?tipo={kind}"), format!("{file}/invio"));
    let note = [("tipo", "service"), ("servizio", "legal_support"), ("motivo", NOTE)];
    let made = sent(&desk, &form("service"), &to, &note).await.to.split('?').next().unwrap().to_owned();
    sent(&desk, &made, &format!("{made}/concludi"), &[("esito", SURNAME)]).await;
    assert!(desk.get(&made).await.page().contains(SURNAME));
    let letter = [("tipo", "body"), ("ente", SURNAME), ("motivo", NOTE)];
    let made = sent(&desk, &form("body"), &to, &letter).await.to.split('?').next().unwrap().to_owned();
    let page = desk.get(&format!("{made}/lettera")).await.page();
    assert!(page.contains(NAMES[1]) && page.contains(NOTE), "{page}");
}

pub async fn elsewhere(bari: &Browser) {
    let (from, other) = (desk_of(bari, "E472"), desk_of(bari, "H501"));
    for (answer, given) in [("accetta", GIVEN), ("rifiuta", "Wexlombir"), ("", NAMES[0])] {
        let file = registered(&from, given, SURNAME, BIRTHS[1]).await;
        // A register tells their title of stay.
        let csv = format!(
            "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Titolo di soggiorno;Servizio\n\
             10/05/2026;{given};{SURNAME};F;{};Senegal;rifugiato;Orientamento legale\n",
            BIRTHS[1]
        );
        from.bring_and_import("E472", "r.csv", csv.as_bytes()).await;
        let form = format!("{file}/invio?tipo=city");
        let offer = [
            ("tipo", "city"),
            ("comune", "H501"),
            ("servizio", "legal_support"),
            ("motivo", NOTE),
            ("consenso", "2026-05-30"),
            ("come", "signed"),
            ("permit", "on"),
        ];
        let made = sent(&from, &form, &format!("{file}/invio"), &offer).await;
        let made = made.to.split('?').next().unwrap().to_owned();
        match answer {
            "accetta" => {
                sent(&other, &made, &format!("{made}/accetta"), &[]).await;
                assert!(other.get(&made).await.page().contains(given));
            }
            "rifiuta" => {
                sent(&other, &made, &format!("{made}/rifiuta"), &[("motivo", SURNAME)]).await;
                assert!(from.get(&made).await.page().contains(SURNAME));
            }
            // What waits for an answer lies ready, sealed for the other city.
            _ => assert!(from.get(&made).await.page().contains(given)),
        }
    }
}
