//! The pages of rights as they are used, on both engines.

mod copies;
mod erasing;
mod requests;

use access::Role;
use access::testing::{lead, operator, who};
use axum::http::StatusCode;
use ui::Lang;

use super::samples;
use crate::pages::tests::support::{Answer, Browser, shell};

/// A surname, a given name and a text that stand nowhere else.
const SURNAME: &str = "Zzmarcatore";
const GIVEN: &str = "Ywexlimbar";
const NOTE: &str = "xhugrontava";

#[test]
fn every_page_renders() {
    let shell = shell();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
            assert!(!html.contains("«<b>"), "{name}");
        }
    }
}

/// What a hidden field carries; of several, the one that comes last.
fn hidden(html: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let (_, rest) = html.rsplit_once(&field).unwrap_or_else(|| panic!("no field {name}: {html}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Opens a form and sends it, filled.
async fn sent(browser: &Browser, form: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(form).await.page();
    let modulo = hidden(&page, "modulo");
    let mut all = vec![("modulo", modulo.as_str())];
    all.extend(fields);
    browser.post(to, &all).await
}

/// The same, accepted; gives where it leads.
async fn accepted(browser: &Browser, form: &str, to: &str, fields: &[(&str, &str)]) -> String {
    let answer = sent(browser, form, to, fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{to}: {}", answer.text());
    answer.to.split('?').next().unwrap().to_owned()
}

/// Registers somebody; gives their file.
async fn registered(browser: &Browser, surname: &str, given: &str) -> String {
    let fields = [
        ("cognome", surname),
        ("nome", given),
        ("nascita", "04/03/1957"),
        ("genere", "F"),
        ("cittadinanza", "Senegal"),
    ];
    accepted(browser, "/persone/nuova", "/persone/nuova", &fields).await
}

/// Writes a request down; gives its address.
async fn asked(browser: &Browser, file: &str, kind: &str, day: &str) -> String {
    let home = format!("{file}/diritti");
    accepted(browser, &home, &home, &[("tipo", kind), ("giorno", day), ("richiesta", NOTE)]).await
}

/// Everybody for whom there are no rights of this city's people.
fn others() -> Vec<access::Who> {
    let of_network = [
        Role::MonitoringOfficer,
        Role::Authority,
        Role::Elected,
        Role::Trainer,
        Role::Trainee,
        Role::Auditor,
        Role::Administrator,
    ];
    let of_network = of_network.map(|role| who(role, None));
    of_network.into_iter().chain([lead("H501"), operator("A662")]).collect()
}

fn is_nowhere(answer: &Answer) -> bool {
    answer.status == StatusCode::NOT_FOUND
}
