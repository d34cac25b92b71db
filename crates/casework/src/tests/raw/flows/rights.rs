//! Rights: what people asked, what they were answered, why the use of their data was stopped; somebody erased, of whom
//! nothing is left even where it is sealed.

use store::{Statement, params};

use super::{accepted, desk_of, hidden, person, registered, sent};
use crate::pages::tests::support::{Browser, SLICES};
use crate::tests::raw::markers::{BIRTHS, ERASED, NAMES, NOTE, SURNAME};

pub async fn ask(bari: &Browser) {
    let desk = desk_of(bari, "E472");
    let file = registered(&desk, NAMES[1], SURNAME, BIRTHS[0]).await;
    let home = format!("{file}/diritti");
    let asked = [("tipo", "access"), ("giorno", "2026-05-20"), ("richiesta", NOTE)];
    let request = sent(&desk, &home, &home, &asked).await.to;
    let answer = [("azione", "rifiuta"), ("perche", "unproven"), ("motivo", SURNAME)];
    accepted(desk.post(&request, &answer).await);
    let page = desk.get(&request).await.page();
    assert!(page.contains(NOTE) && page.contains(SURNAME), "{page}");
    let stop = [("azione", "limita"), ("motivo", NOTE)];
    sent(&desk, &home, &format!("{home}/limitazione"), &stop).await;
    assert!(desk.get(&format!("{home}/copia")).await.page().contains(NOTE));
}

/// Somebody whose name every part of the desk learns, then forgets.
pub async fn erase(bari: &Browser) {
    let [surname, given, note] = ERASED;
    let (desk, other) = (desk_of(bari, "E472"), desk_of(bari, "H501"));
    let file = registered(&desk, surname, given, "05/02/1961").await;
    let dati = format!("{file}/dati");
    for kind in ["address", "note", "phone"] {
        let value = if kind == "phone" { "333 9182736" } else { note };
        sent(&desk, &format!("{dati}?tipo={kind}"), &dati, &[("tipo", kind), ("valore", value)]).await;
    }
    let allegati = format!("{file}/allegati");
    let modulo = hidden(&desk.get(&allegati).await.page(), "modulo");
    accepted(desk.attach(&allegati, &modulo, &format!("{surname}.pdf"), b"%PDF-1.7 Vrolquendix").await);
    let contact = format!("/contatti/nuovo?persona={}", person(&file));
    let fields = [
        ("persona", person(&file)),
        ("giorno", "2026-05-03"),
        ("servizio", "housing_search"),
        ("modalita", "in_person"),
        ("nota", note),
    ];
    sent(&desk, &contact, "/contatti/nuovo", &fields).await;
    let form = format!("{file}/percorso");
    let opening =
        [("giorno", "2026-05-02"), ("area", "taking_in_charge"), ("bisogno-housing", "3"), ("note", note)];
    let pathway = sent(&desk, &form, &form, &opening).await.to.split('?').next().unwrap().to_owned();
    let form = format!("{pathway}/chiudi");
    let closing = [("giorno", "2026-05-31"), ("esito", "housing_autonomy"), ("note", note), ("utile", "yes")];
    sent(&desk, &form, &form, &closing).await;
    // Sent to another city, which does not take them in; and a register that names them, rightly and not.
    let form = format!("{file}/invio?tipo=city");
    let offer = [
        ("tipo", "city"),
        ("comune", "H501"),
        ("servizio", "legal_support"),
        ("motivo", note),
        ("consenso", "2026-05-30"),
        ("come", "signed"),
    ];
    let made =
        sent(&desk, &form, &format!("{file}/invio"), &offer).await.to.split('?').next().unwrap().to_owned();
    sent(&other, &made, &format!("{made}/rifiuta"), &[("motivo", "non c’è posto")]).await;
    let csv = format!(
        "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Servizio;Note\n\
         10/05/2026;{surname};{given};F;05/02/1961;Senegal;Orientamento legale;{note}\n\
         32/05/2026;{surname};{given};F;05/02/1961;Senegal;Orientamento legale;{note}\n"
    );
    desk.bring_and_import("E472", &format!("{surname} {given}.csv"), csv.as_bytes()).await;
    desk.bring("E472", "attesa.csv", csv.as_bytes()).await;
    desk.get(&format!("/persone?q={surname}")).await.page();
    let form = format!("{file}/diritti/cancellazione");
    let erasure = [("perche", "consent"), ("conferma", "cancella")];
    sent(&desk, &form, &form, &erasure).await;

    let keys = desk.app.vault.city("E472".parse().unwrap()).unwrap();
    let mut reader = desk.app.store.reader().await.unwrap();
    for spot in SLICES.iter().flat_map(|slice| slice.sealed) {
        let (table, column) = (spot.table, spot.column);
        let all = format!("select id, {column} from {table} where city = 'E472' and {column} is not null");
        for row in reader.fetch_all(&Statement(all.leak()), params![]).await.unwrap() {
            let plain = keys.open(*spot, row.get(0).unwrap(), &row.get::<Vec<u8>>(1).unwrap()).unwrap();
            let plain = String::from_utf8_lossy(&plain).into_owned();
            let left = ERASED.iter().find(|word| plain.to_lowercase().contains(&word.to_lowercase()));
            assert_eq!(left, None, "{table}.{column}: {plain}");
            assert!(!plain.contains("1961-02-05") && !plain.contains("9182736"), "{table}.{column}: {plain}");
        }
    }
    drop(reader);
    let register = desk.get("/registri/E472").await.page();
    assert!(!register.contains(surname) && !register.contains(given), "{register}");
    // The register again brings nobody back.
    desk.bring_and_import("E472", "r.csv", csv.replace("32/05", "10/05").as_bytes()).await;
    assert!(!desk.get(&format!("/persone?q={surname}+{given}")).await.page().contains(person(&file)));
    let sent_away = desk.get(&made).await.page();
    assert!(!sent_away.contains(surname) && !sent_away.contains(note), "{sent_away}");
}
