//! Pathways and stays: everything in them that is written in words.

use super::{accepted, desk_of, hidden, registered, sent};
use crate::pages::tests::support::Browser;
use crate::tests::raw::markers::{BIRTHS, GIVEN, NAMES, NOTE, SURNAME};

pub async fn follow(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, GIVEN, NAMES[0], BIRTHS[0]).await;
    let form = format!("{file}/percorso");
    let opening =
        [("giorno", "2026-05-02"), ("area", "taking_in_charge"), ("bisogno-housing", "3"), ("note", NOTE)];
    let pathway = sent(&desk, &form, &form, &opening).await.to.split('?').next().unwrap().to_owned();
    let form = format!("{pathway}/obiettivo");
    let goal = [("obiettivo", SURNAME), ("ambito", "housing"), ("passo-1", NOTE)];
    sent(&desk, &form, &form, &goal).await;
    let page = desk.get(&pathway).await.page();
    assert!(page.contains(SURNAME) && page.contains(NOTE), "{page}");
    let form = format!("{pathway}/chiudi");
    let closing =
        [("giorno", "2026-05-31"), ("esito", "housing_autonomy"), ("note", SURNAME), ("utile", "yes")];
    sent(&desk, &form, &form, &closing).await;
    let form = format!("{pathway}/correggi");
    let corrected = [
        ("giorno", "2026-05-01"),
        ("area", "housing"),
        ("chiusura", "2026-05-31"),
        ("esito", "full_autonomy"),
        ("note", SURNAME),
        ("motivo", NOTE),
    ];
    sent(&desk, &form, &form, &corrected).await;
    let page = desk.get(&pathway).await.page();
    assert!(page.contains(NOTE) && page.contains(NAMES[0]), "{page}");
    assert!(desk.get("/percorsi?di=tutti&stato=chiusi").await.page().contains(GIVEN));
}

pub async fn house(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, GIVEN, NAMES[1], BIRTHS[1]).await;
    let modulo = hidden(&desk.get("/permanenze").await.page(), "modulo");
    let beds = [("modulo", &*modulo), ("nome", "Casa Aurora"), ("posti", "2"), ("da", "2026-01-01")];
    accepted(desk.post("/permanenze/posti", &beds).await);
    let form = format!("{file}/permanenza");
    let stay = [("punto", "casa aurora"), ("letto", NOTE), ("dal", "2026-04-01")];
    let stay = sent(&desk, &form, &form, &stay).await.to.split('?').next().unwrap().to_owned();
    assert!(desk.get(&stay).await.page().contains(NOTE));
    let form = format!("{stay}/correggi");
    let corrected = [("punto", "casa aurora"), ("letto", SURNAME), ("dal", "2026-03-01"), ("motivo", NOTE)];
    sent(&desk, &form, &form, &corrected).await;
    assert!(desk.get("/permanenze").await.page().contains(GIVEN));
}
