//! People at the desk: registered, found, told of, written anew; their papers.

use super::{accepted, desk_of, hidden, person, registered, sent};
use crate::pages::tests::support::Browser;
use crate::tests::raw::markers::{BIRTHS, GIVEN, NAMES, NOTE, SURNAME};

pub async fn register(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, SURNAME, GIVEN, BIRTHS[0]).await;
    let dati = format!("{file}/dati");
    for (kind, value) in [("address", SURNAME), ("note", NOTE), ("email", "qvornakzi@example.org")] {
        let fields = [("tipo", kind), ("valore", value)];
        sent(&desk, &format!("{dati}?tipo={kind}"), &dati, &fields).await;
    }
    let rettifica = format!("{file}/rettifica");
    let fields = [
        ("cognome", NAMES[1]),
        ("nome", "Wexlombir"),
        ("nascita", BIRTHS[1]),
        ("genere", "F"),
        ("cittadinanza", "Senegal"),
        ("motivo", NOTE),
    ];
    sent(&desk, &rettifica, &rettifica, &fields).await;
    let page = desk.get(&file).await.page();
    assert!(page.contains("Wexlombir") && page.contains(NOTE) && page.contains(NAMES[1]), "{page}");
    for path in ["/persone?q=qvornakzi", "/persone?q=04/03/1957", "/persone?q=wexlombir"] {
        desk.get(path).await.page();
    }
    assert!(desk.get("/persone?q=wexlombir").await.page().contains(&file));
    let simili = format!("/persone/simili?cognome={SURNAME}&nome={GIVEN}&nascita=04%2F03%2F1957");
    assert!(desk.get(&simili).await.text().contains(&file));
    // Somebody else, whom the lead then joins with them.
    let other = registered(&desk, SURNAME, "Wexlombir", BIRTHS[1]).await;
    let unisci = format!("{file}/unisci?con={}", person(&other));
    let page = desk.get(&unisci).await.page();
    assert!(page.contains(SURNAME), "{page}");
}

pub async fn attach(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, NAMES[0], SURNAME, BIRTHS[0]).await;
    let home = format!("{file}/allegati");
    let pdf = format!("%PDF-1.7 passaporto di {SURNAME} {}", NAMES[1]);
    for keep in [true, false] {
        let modulo = hidden(&desk.get(&home).await.page(), "modulo");
        accepted(desk.attach(&home, &modulo, &format!("{SURNAME}.pdf"), pdf.as_bytes()).await);
        let link = format!("{home}/{modulo}");
        assert_eq!(desk.get(&link).await.body, pdf.as_bytes());
        if !keep {
            accepted(desk.post(&format!("{link}/togli"), &[("motivo", NOTE)]).await);
        }
    }
    let page = desk.get(&home).await.page();
    assert!(page.contains(NOTE) && page.contains(SURNAME), "{page}");
}
