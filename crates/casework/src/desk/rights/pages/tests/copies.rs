//! The copy: everything is in it, to read and as JSON, and it is written into the log of reads first.

use axum::http::header;
use store::testing::each_engine;
use store::{Statement, params};

use super::{GIVEN, NOTE, SURNAME, accepted, asked, hidden, registered};
use crate::pages::tests::support::{Browser, SLICES};

const EXPORTS: Statement =
    Statement("select count(*) from read_line where act = 'export' and what = 'rights' and persons = 1");

async fn exports(browser: &Browser) -> u32 {
    let mut reader = browser.app.store.reader().await.unwrap();
    reader.fetch_optional(&EXPORTS, params![]).await.unwrap().unwrap().count(0).unwrap()
}

/// Somebody of whom every part of the desk knows something.
pub(super) async fn known(browser: &Browser) -> String {
    let file = registered(browser, SURNAME, GIVEN).await;
    let person = file.trim_start_matches("/persone/").to_owned();
    let dati = format!("{file}/dati");
    for (kind, value) in [("note", NOTE), ("email", "xhugrontava@example.org"), ("permit", "rifugiato")] {
        let fields = [("tipo", kind), ("valore", value)];
        accepted(browser, &format!("{dati}?tipo={kind}"), &dati, &fields).await;
    }
    let rettifica = format!("{file}/rettifica");
    let fields = [
        ("cognome", SURNAME),
        ("nome", "Ywexlombir"),
        ("nascita", "14/03/1957"),
        ("genere", "F"),
        ("cittadinanza", "Senegal"),
        ("motivo", NOTE),
    ];
    accepted(browser, &rettifica, &rettifica, &fields).await;
    let contact = [
        ("persona", person.as_str()),
        ("giorno", "2026-05-12"),
        ("servizio", "housing_search"),
        ("modalita", "in_person"),
        ("minuti", "20"),
        ("nota", NOTE),
    ];
    let form = format!("/contatti/nuovo?persona={person}");
    accepted(browser, &form, "/contatti/nuovo", &contact).await;
    let home = format!("{file}/allegati");
    let modulo = hidden(&browser.get(&home).await.page(), "modulo");
    let pdf = format!("%PDF-1.7 passaporto di {SURNAME}");
    browser.attach(&home, &modulo, &format!("{SURNAME}.pdf"), pdf.as_bytes()).await;
    let form = format!("{file}/percorso");
    let opening =
        [("giorno", "2026-05-02"), ("area", "taking_in_charge"), ("bisogno-housing", "3"), ("note", NOTE)];
    let pathway = accepted(browser, &form, &form, &opening).await;
    let form = format!("{pathway}/obiettivo");
    accepted(browser, &form, &form, &[("obiettivo", NOTE), ("ambito", "housing"), ("passo-1", NOTE)]).await;
    let form = format!("{pathway}/chiudi");
    let closing = [("giorno", "2026-05-31"), ("esito", "housing_autonomy"), ("note", NOTE), ("utile", "yes")];
    accepted(browser, &form, &form, &closing).await;
    let (form, to) = (format!("{file}/invio?tipo=body"), format!("{file}/invio"));
    let letter = [("tipo", "body"), ("ente", NOTE), ("motivo", NOTE)];
    let referral = accepted(browser, &form, &to, &letter).await;
    accepted(browser, &referral, &format!("{referral}/concludi"), &[("esito", NOTE)]).await;
    asked(browser, &file, "access", "2026-05-15").await;
    file
}

#[tokio::test]
async fn the_copy_has_everything_and_is_written_down_first() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let file = known(&browser).await;
        assert_eq!(exports(&browser).await, 0);
        let page = browser.get(&format!("{file}/diritti/copia")).await.page();
        assert_eq!(exports(&browser).await, 1);
        for part in [
            "Ywexlombir",
            GIVEN,
            "14 marzo 1957",
            "xhugrontava@example.org",
            "Rifugiat",
            "Ricerca",
            "Zzmarcatore.pdf",
            "Casa 3",
            "Copia dei dati",
            "Ha aperto",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(page.matches(NOTE).count() >= 9, "{page}");

        let answer = browser.get(&format!("{file}/diritti/copia.json")).await;
        assert_eq!(exports(&browser).await, 2);
        assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
        assert!(answer.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("attachment"));
        let all: serde_json::Value = serde_json::from_slice(&answer.body).unwrap();
        assert_eq!(all["city"], "Bari");
        assert_eq!(all["identity"]["name"], "Zzmarcatore Ywexlombir");
        assert_eq!(all["identity"]["forms"].as_array().unwrap().len(), 2);
        assert_eq!(all["contacts"][0]["note"], NOTE);
        assert_eq!(all["pathways"][0]["goals"][0]["steps"][0]["text"], NOTE);
        assert_eq!(all["referrals"][0]["reason"], NOTE);
        assert_eq!(all["rectifications"][0]["reason"], NOTE);
        assert_eq!(all["requests"][0]["kind"], "access");
        assert!(all["reads"].as_array().unwrap().len() > 3);
        let paper = all["attachments"][0]["href"].as_str().unwrap();
        assert!(browser.get(paper).await.text().contains(SURNAME));
        assert!(all["made_at"].as_str().unwrap().starts_with("2026-06-01T"), "{}", all["made_at"]);
    })
    .await;
}
