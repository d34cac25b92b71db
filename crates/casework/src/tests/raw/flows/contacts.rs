//! Contacts at the desk: recorded, corrected, withdrawn; gatherings with a list of names.

use store::{Statement, params};
use uuid::Uuid;

use super::{accepted, desk_of, hidden, person, registered, sent};
use crate::pages::tests::support::Browser;
use crate::tests::raw::markers::{BIRTHS, GIVEN, NAMES, NOTE, SURNAME};

const CONTACTS: Statement = Statement("select id from contact where visit = $1 order by id");

/// Records a contact; gives its address.
async fn recorded(desk: &Browser, file: &str, on: &str) -> String {
    let form = format!("/contatti/nuovo?persona={}", person(file));
    let modulo = hidden(&desk.get(&form).await.page(), "modulo");
    let fields = [
        ("modulo", &*modulo),
        ("persona", person(file)),
        ("giorno", on),
        ("servizio", "housing_search"),
        ("modalita", "in_person"),
        ("minuti", "20"),
        ("nota", NOTE),
    ];
    accepted(desk.post("/contatti/nuovo", &fields).await);
    let mut reader = desk.app.store.reader().await.unwrap();
    let rows = reader.fetch_all(&CONTACTS, params![modulo.parse::<Uuid>().unwrap()]).await.unwrap();
    format!("/contatti/{}", rows[0].get::<Uuid>(0).unwrap())
}

pub async fn record(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, NAMES[1], GIVEN, BIRTHS[0]).await;
    let contact = recorded(&desk, &file, "2026-05-03").await;
    let form = format!("{contact}/correggi");
    let page = desk.get(&form).await.page();
    assert!(page.contains(NOTE) && page.contains(NAMES[1]), "{page}");
    let changed = [
        ("giorno", "2026-05-05"),
        ("servizio", "housing_search"),
        ("modalita", "in_person"),
        ("minuti", "25"),
        ("nota", SURNAME),
        ("motivo", NOTE),
    ];
    sent(&desk, &form, &form, &changed).await;
    let page = desk.get(&form).await.page();
    assert!(page.contains(NOTE) && page.contains(SURNAME), "{page}");
    let other = recorded(&desk, &file, "2026-05-06").await;
    sent(&desk, &format!("{other}/correggi"), &format!("{other}/ritira"), &[("motivo", NOTE)]).await;
}

pub async fn gather(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, SURNAME, NAMES[0], BIRTHS[1]).await;
    let list = format!("{SURNAME} {}\n{}\n", NAMES[0], NAMES[1]);
    let modulo = hidden(&desk.get("/contatti/gruppo").await.page(), "modulo");
    let mut fields = vec![
        ("modulo", &*modulo),
        ("titolo", NOTE),
        ("servizio", "community_event"),
        ("giorno", "2026-05-30"),
        ("modalita", "in_person"),
        ("minuti", "120"),
        ("persone", "4"),
        ("azione", "salva"),
        ("nomi", &*list),
    ];
    assert!(desk.post("/contatti/gruppo", &fields).await.page().contains(SURNAME));
    fields.extend([("elenco", &*list), ("chi-0", person(&file)), ("chi-1", "nessuno")]);
    accepted(desk.post("/contatti/gruppo", &fields).await);
}
