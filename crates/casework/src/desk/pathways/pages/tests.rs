mod flow;
mod houses;
mod refusals;

use access::Who;
use access::testing::{lead, operator};
use axum::http::StatusCode;
use store::{Statement, Store, params};
use ui::{Lang, Shell};
use uuid::Uuid;

use super::samples;
use crate::pages::tests::support::{Answer, Browser, SOURCES};

#[test]
fn every_page_renders() {
    let shell = Shell::new(SOURCES).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
        }
    }
}

const REGISTER: &str = "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Servizio;Sportello\n\
    15/05/2025;Ndiaye;Fatou;F;03/05/1990;Senegal;Corso di italiano;Sportello centrale\n\
    17/05/2025;Rossi;Ahmed;M;03/05/1985;Marocco;Orientamento legale;Unità mobile\n";

const PERSONS: Statement = Statement("select id from person where city = $1 order by subject");

/// Bari's desk, with two people that a register told of: the operator, the lead, and the two.
struct Desk {
    operator: Browser,
    lead: Browser,
    fatou: Uuid,
    ahmed: Uuid,
}

impl Desk {
    async fn of(store: &Store) -> Self {
        let lead = Browser::of(store, lead("A662")).await;
        lead.bring_and_import("A662", "r.csv", REGISTER.as_bytes()).await;
        let mut reader = store.reader().await.unwrap();
        let rows = reader.fetch_all(&PERSONS, params!["A662"]).await.unwrap();
        let (fatou, ahmed) = (rows[0].get(0).unwrap(), rows[1].get(0).unwrap());
        drop(reader);
        let operator = Browser::of(store, Self::worker()).await;
        // What the lead wrote is there for the operator.
        operator.app.live.refresh().await.unwrap();
        Self { operator, lead, fatou, ahmed }
    }

    /// Somebody who works at one point.
    fn worker() -> Who {
        let mut who = operator("A662");
        who.offices.insert("sportello centrale".to_owned());
        who
    }

    /// Opens a form and sends it, filled.
    async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        sent(&self.operator, path, fields).await
    }

    /// Takes somebody in charge; gives the address of the pathway.
    async fn take_in_charge(&self, person: Uuid, on: &str) -> String {
        let fields = [("giorno", on), ("area", "taking_in_charge"), ("bisogno-housing", "3")];
        let answer = self.send(&format!("/persone/{person}/percorso"), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        answer.to.split('?').next().unwrap().to_owned()
    }
}

async fn sent(browser: &Browser, path: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(path).await.page();
    let token = token(&page);
    let mut all = vec![("modulo", token.as_str())];
    all.extend(fields);
    browser.post(path, &all).await
}

/// The identifier that the first form of a page carries.
fn token(page: &str) -> String {
    let after = page.split("name=\"modulo\" value=\"").nth(1).expect("a form");
    after.split('"').next().unwrap().to_owned()
}
