//! The pages of people as they are used, on both engines.

mod attachments;
mod file;
mod household;
mod merging;
mod registering;
mod shown;

use std::collections::BTreeSet;

use access::Role;
use access::testing::{lead, operator, who};
use store::{Statement, params};

use crate::pages::tests::support::{Answer, Browser};
use crate::people::PersonId;

/// The identifier a form was shown with.
pub(super) fn modulo(html: &str) -> String {
    hidden(html, "modulo")
}

/// What a hidden field carries.
pub(super) fn hidden(html: &str, name: &str) -> String {
    let field = format!("<input type=\"hidden\" name=\"{name}\" value=\"");
    let (_, rest) = html.split_once(&field).unwrap_or_else(|| panic!("no field {name}: {html}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Registers somebody who is like nobody, and gives their file.
pub(super) async fn registered(browser: &Browser, surname: &str, given: &str, birth: &str) -> String {
    let form = browser.get("/persone/nuova").await.page();
    let fields = [
        ("modulo", modulo(&form)),
        ("cognome", surname.to_owned()),
        ("nome", given.to_owned()),
        ("nascita", birth.to_owned()),
        ("genere", "F".to_owned()),
        ("cittadinanza", "Senegal".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = browser.post("/persone/nuova", &fields).await;
    assert!(answer.to.starts_with("/persone/"), "{}", answer.text());
    answer.to.split('?').next().unwrap().to_owned()
}

/// Records a contact with somebody.
pub(super) async fn met(browser: &Browser, file: &str, service: &str) {
    let person = person_of(file);
    let form = browser.get(&format!("/contatti/nuovo?persona={person}")).await.page();
    let persona = person.to_string();
    let fields = [
        ("modulo", modulo(&form)),
        ("persona", persona),
        ("giorno", "2026-06-01".to_owned()),
        ("servizio", service.to_owned()),
        ("modalita", "in_person".to_owned()),
    ];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let answer = browser.post("/contatti/nuovo", &fields).await;
    assert!(answer.to.starts_with("/sportello"), "{}", answer.text());
}

pub(super) fn person_of(file: &str) -> PersonId {
    file.trim_start_matches("/persone/").split(['/', '?']).next().unwrap().parse().unwrap()
}

/// Everybody who can see what is in a city's file, and everybody who cannot.
pub(super) fn others() -> Vec<access::Who> {
    let of_network = [
        Role::MonitoringOfficer,
        Role::Authority,
        Role::Elected,
        Role::Trainer,
        Role::Trainee,
        Role::Auditor,
        Role::Administrator,
    ];
    of_network.map(|role| who(role, None)).into_iter().chain([lead("H501"), operator("H501")]).collect()
}

const READ: Statement = Statement("select distinct person from read_person");
const COUNT: Statement = Statement("select count(*) from person where city = $1");
const FACTS: &str = "2026";

/// The people who were read, as the log of reads knows them.
pub(super) async fn read_by_anybody(browser: &Browser) -> BTreeSet<uuid::Uuid> {
    let mut reader = browser.app.store.reader().await.unwrap();
    let rows = reader.fetch_all(&READ, params![]).await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

/// How many persons the table of a city has.
pub(super) async fn persons(browser: &Browser, city: &str) -> u32 {
    let mut reader = browser.app.store.reader().await.unwrap();
    reader.fetch_optional(&COUNT, params![city]).await.unwrap().unwrap().count(0).unwrap()
}

/// Every fact of this year, with the parts that people at the desk give it.
pub(super) async fn facts(browser: &Browser) -> Vec<(u32, u32, String, u32)> {
    browser.app.live.refresh().await.unwrap();
    let mart = browser.app.live.mart();
    let mut facts = Vec::new();
    for partition in mart.partitions() {
        if !partition.month.to_string().starts_with(FACTS) {
            continue;
        }
        for fact in mart.facts_of(partition).unwrap().iter() {
            facts.push((fact.subject, fact.household, fact.permit.to_owned(), fact.vulnerabilities));
        }
    }
    facts.sort_unstable();
    facts
}

/// A page that must not be there for who asks.
pub(super) fn is_nowhere(answer: &Answer) -> bool {
    answer.status == axum::http::StatusCode::NOT_FOUND
}
