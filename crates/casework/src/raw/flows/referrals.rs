//! Referrals: to a service of the city, to an outside body, to another city.

use super::{desk_of, registered, sent};
use crate::pages::tests::support::Browser;
use crate::raw::markers::{BIRTHS, GIVEN, NAMES, NOTE, SURNAME};

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
    for (accepts, given) in [(true, GIVEN), (false, "Wexlombir")] {
        let file = registered(&from, given, SURNAME, BIRTHS[1]).await;
        let dati = format!("{file}/dati");
        let permit = [("tipo", "permit"), ("valore", "refugee")];
        sent(&from, &format!("{dati}?tipo=permit"), &dati, &permit).await;
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
        if accepts {
            sent(&other, &made, &format!("{made}/accetta"), &[]).await;
            assert!(other.get(&made).await.page().contains(given));
        } else {
            sent(&other, &made, &format!("{made}/rifiuta"), &[("motivo", SURNAME)]).await;
            assert!(from.get(&made).await.page().contains(SURNAME));
        }
    }
}
