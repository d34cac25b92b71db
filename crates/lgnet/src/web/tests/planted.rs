//! A marker written wherever something can be written of a person: in one city, with the city's own pages.

use std::collections::BTreeSet;

use access::testing::lead;
use axum::Router;
use axum::http::StatusCode;

use super::browser::{Browser, modulo};

/// A name that stands nowhere else.
pub const MARKER: &str = "Zzmarcatore";
/// The city that knows the person.
pub const HOME: &str = "A662";
/// The city the person is offered to.
pub const OFFERED: &str = "E472";

/// The identifiers of all that was written, and the file of the person.
pub struct Planted {
    pub person: String,
    pub ids: BTreeSet<String>,
}

fn today() -> String {
    use kernel::Clock as _;
    kernel::SystemClock.now().day().to_string()
}

/// Writes it everywhere, as the lead of the city.
pub async fn plant(pages: &Router) -> Planted {
    let desk = Browser::of(pages, &lead(HOME));
    let day = today();
    let somebody = |birth| {
        [
            ("cognome", MARKER),
            ("nome", "Awa"),
            ("nascita", birth),
            ("genere", "F"),
            ("cittadinanza", "Senegal"),
        ]
    };
    let person = desk.fill("/persone/nuova", "/persone/nuova", &somebody("3/5/1990")).await;
    let id = person.rsplit('/').next().unwrap().to_owned();
    for (kind, value) in [
        ("note", MARKER.to_owned()),
        ("address", format!("presso {MARKER}, Bari")),
        ("email", format!("{MARKER}@example.org")),
    ] {
        let form = format!("{person}/dati?tipo={kind}");
        let fields = [("tipo", kind), ("valore", value.as_str()), ("dal", day.as_str())];
        desk.fill(&form, &format!("{person}/dati"), &fields).await;
    }
    let rectified = [("cognome", MARKER), ("nome", "Awa Marie"), ("nascita", "3/5/1990"), ("motivo", MARKER)];
    desk.fill(&format!("{person}/rettifica"), &format!("{person}/rettifica"), &rectified).await;
    let household = [("parentela", "head"), ("dal", day.as_str())];
    desk.fill(&format!("{person}/nucleo"), &format!("{person}/nucleo"), &household).await;
    let papers = format!("{person}/allegati");
    let number = modulo(&desk.page(&papers).await);
    let paper = format!("{MARKER}.pdf");
    let kept = desk.bring(&papers, &number, &paper, format!("%PDF-1.7 {MARKER}").as_bytes()).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    contacts(&desk, &person, &id, &day).await;
    pathway(&desk, &person, &day).await;
    refer(&desk, &person, &day).await;
    rights(&desk, &person, &day).await;
    register(&desk).await;
    desk.page(&format!("/persone?q={MARKER}")).await;
    desk.get(&format!("/persone/simili?q={MARKER}")).await;
    let ids = identifiers(&desk, &person).await;
    Planted { person, ids }
}

async fn contacts(desk: &Browser, person: &str, id: &str, day: &str) {
    let visit = [
        ("persona", id),
        ("giorno", day),
        ("servizio", "legal_support"),
        ("modalita", "in_person"),
        ("minuti", "20"),
        ("nota", MARKER),
    ];
    desk.fill(&format!("/contatti/nuovo?persona={id}"), "/contatti/nuovo", &visit).await;
    let file = desk.page(person).await;
    let (_, rest) =
        file.split_once("href=\"/contatti/").filter(|(_, rest)| rest.contains("/correggi")).unwrap();
    let contact = rest.match_indices("/correggi").next().map(|(at, _)| &rest[..at]).unwrap();
    let contact = contact.rsplit("/contatti/").next().unwrap();
    let path = format!("/contatti/{contact}/correggi");
    let corrected = [&visit[1..], &[("motivo", MARKER)]].concat();
    desk.fill(&path, &path, &corrected).await;
    let gathering = [
        ("titolo", MARKER),
        ("giorno", day),
        ("servizio", "community_event"),
        ("modalita", "in_person"),
        ("nota", MARKER),
        ("persone", "3"),
        ("azione", "salva"),
    ];
    desk.fill("/contatti/gruppo", "/contatti/gruppo", &gathering).await;
    let nobody = [&gathering[1..5], &[("persone", "2")]].concat();
    desk.fill("/contatti/anonimo", "/contatti/anonimo", &nobody).await;
}

async fn pathway(desk: &Browser, person: &str, day: &str) {
    let open = format!("{person}/percorso");
    let fields = [("giorno", day), ("area", "taking_in_charge"), ("bisogno-housing", "3"), ("note", MARKER)];
    let pathway = desk.fill(&open, &open, &fields).await;
    let goal = [("obiettivo", MARKER), ("ambito", "housing"), ("passo-1", MARKER), ("passo-1-entro", day)];
    desk.fill(&format!("{pathway}/obiettivo"), &format!("{pathway}/obiettivo"), &goal).await;
    let houses = [("nome", "Casa Aurora"), ("posti", "4"), ("da", day)];
    desk.fill("/permanenze", "/permanenze/posti", &houses).await;
    let stay = format!("{person}/permanenza");
    desk.fill(&stay, &stay, &[("punto", "casa aurora"), ("letto", MARKER), ("dal", day)]).await;
}

async fn refer(desk: &Browser, person: &str, day: &str) {
    let to = format!("{person}/invio");
    let body = [("tipo", "body"), ("ente", MARKER), ("motivo", MARKER)];
    desk.fill(&format!("{to}?tipo=body"), &to, &body).await;
    let service = [("tipo", "service"), ("servizio", "legal_support"), ("motivo", MARKER)];
    desk.fill(&to, &to, &service).await;
    let city = [
        ("tipo", "city"),
        ("comune", OFFERED),
        ("servizio", "legal_support"),
        ("motivo", MARKER),
        ("consenso", day),
        ("come", "signed"),
        ("needs", "on"),
        ("goals", "on"),
        ("contacts", "on"),
    ];
    desk.fill(&format!("{to}?tipo=city"), &to, &city).await;
}

/// A request that was answered, one that was refused, and a restriction that was lifted.
async fn rights(desk: &Browser, person: &str, day: &str) {
    let home = format!("{person}/diritti");
    for answer in [("risposta", "fatto"), ("azione", "rifiuta")] {
        let asked = [("tipo", "access"), ("giorno", day), ("richiesta", MARKER)];
        let request = desk.fill(&home, &home, &asked).await;
        let fields = [answer, ("perche", "legal_duty"), ("motivo", MARKER)];
        desk.fill(&request, &request, &fields).await;
    }
    for deed in ["limita", "togli"] {
        let restriction = format!("{home}/limitazione");
        desk.fill(&home, &restriction, &[("azione", deed), ("motivo", MARKER)]).await;
    }
}

/// One register that is imported, with a row that is refused; another that waits; rows alike that ask for a decision.
async fn register(desk: &Browser) {
    let rows = format!(
        "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Servizio;Note\n\
         10/05/2026;{MARKER};Fatou;F;03/05/1991;Gambia;Orientamento legale;{MARKER}\n\
         12/05/2026;{MARKER};Fatu;F;03/05/1991;Gambia;Orientamento legale;{MARKER}\n\
         12/05/2026;{MARKER};Binta;F;03/05/1981;Gambia;{MARKER};{MARKER}\n\
         ieri;{MARKER};Binta;F;03/05/1981;Gambia;Orientamento legale;{MARKER}\n"
    );
    let (name, path) = (format!("{MARKER}.csv"), format!("/registri/{HOME}/file"));
    let brought = desk.bring(&path, "", &name, rows.as_bytes()).await;
    assert_eq!(brought.status, StatusCode::SEE_OTHER, "{}", brought.text());
    let register = desk.import(&brought.to).await;
    assert!(desk.page(&register).await.contains(MARKER), "the lead sees the refused rows");
    let waits = desk.bring(&path, "", &format!("altro-{MARKER}.csv"), format!("{rows}\n").as_bytes()).await;
    assert_eq!(waits.status, StatusCode::SEE_OTHER, "{}", waits.text());
}

/// Every identifier that the city's own pages show, some links deep.
async fn identifiers(desk: &Browser, person: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut open = vec![
        "/sportello".to_owned(),
        person.to_owned(),
        "/percorsi".to_owned(),
        "/permanenze".to_owned(),
        "/invii?stato=attesa".to_owned(),
        "/letture".to_owned(),
        format!("/registri/{HOME}"),
        format!("/registri/{HOME}/coppie"),
        format!("{person}/dati"),
        format!("{person}/nucleo"),
        format!("{person}/allegati"),
        format!("{person}/esiti"),
        format!("{person}/diritti"),
        "/diritti".to_owned(),
    ];
    let mut seen = BTreeSet::new();
    while let Some(path) = open.pop() {
        if !seen.insert(path.clone()) || seen.len() > 120 {
            continue;
        }
        let answer = desk.get(&path).await;
        assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        let page = answer.text();
        for attribute in ["href=\"", "action=\""] {
            for link in page.split(attribute).skip(1).filter_map(|rest| rest.split('"').next()) {
                for piece in link.split(['/', '?', '=', '&', '#']) {
                    if kernel::id::Uuid::parse_str(piece).is_ok() && ids.insert(piece.to_owned()) {
                        open.extend(attribute.starts_with('h').then(|| link.replace("&#38;", "&")));
                    }
                }
            }
        }
    }
    ids
}
