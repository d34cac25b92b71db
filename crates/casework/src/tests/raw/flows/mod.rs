//! What people do with names, one flow for each way a name can reach the database. A part of the desk that keeps
//! anything of people adds its flows to [`FLOWS`]; the tests beside do the rest, and miss a sealed column that no flow
//! writes.

mod contacts;
mod pathways;
mod people;
mod referrals;
mod registers;
mod rights;

use std::future::Future;
use std::pin::Pin;

use crate::pages::tests::support::{Answer, Browser};

/// Does something at the pages of an installation, with the names of [`super::markers`]. Who is given is the lead of
/// Bari; others are made with [`Browser::at`].
pub type Flow = for<'a> fn(&'a Browser) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// Every flow by its name, in an order that each may rest on.
pub const FLOWS: &[(&str, Flow)] = &[
    ("a register is imported, and pairs are decided", |bari| Box::pin(registers::import(bari))),
    ("rejected rows are mended", |bari| Box::pin(registers::mend(bari))),
    ("a file without a header waits", |bari| Box::pin(registers::wait(bari))),
    ("a file is tried", |bari| Box::pin(registers::try_out(bari))),
    ("a register is withdrawn", |bari| Box::pin(registers::withdraw(bari))),
    ("a file is discarded", |bari| Box::pin(registers::discard(bari))),
    ("somebody is registered, found and written anew", |bari| Box::pin(people::register(bari))),
    ("papers are attached and taken away", |bari| Box::pin(people::attach(bari))),
    ("contacts are recorded and corrected", |bari| Box::pin(contacts::record(bari))),
    ("people gather", |bari| Box::pin(contacts::gather(bari))),
    ("somebody is taken in charge, and the pathway closes", |bari| Box::pin(pathways::follow(bari))),
    ("somebody gets a bed", |bari| Box::pin(pathways::house(bari))),
    ("somebody is referred inside and outside of the city", |bari| Box::pin(referrals::here(bari))),
    ("somebody is referred to another city", |bari| Box::pin(referrals::elsewhere(bari))),
    ("somebody asks about their data, and is answered", |bari| Box::pin(rights::ask(bari))),
    ("somebody is erased", |bari| Box::pin(rights::erase(bari))),
];

/// Somebody else at the same installation.
fn desk_of(browser: &Browser, city: &str) -> Browser {
    Browser::at(browser.app.clone(), &access::testing::lead(city))
}

/// What a hidden field of a page carries.
fn hidden(page: &str, name: &str) -> String {
    let field = format!("name=\"{name}\" value=\"");
    let (_, rest) = page.split_once(&field).unwrap_or_else(|| panic!("no field {name}: {page}"));
    rest.split('"').next().unwrap().to_owned()
}

/// Opens a form and sends it, filled; it must be accepted.
async fn sent(browser: &Browser, form: &str, to: &str, fields: &[(&str, &str)]) -> Answer {
    let page = browser.get(form).await.page();
    let modulo = hidden(&page, "modulo");
    let mut all = vec![("modulo", modulo.as_str())];
    all.extend(fields);
    accepted(browser.post(to, &all).await)
}

/// What leads on was written.
fn accepted(answer: Answer) -> Answer {
    assert!(answer.status.is_redirection(), "{}: {}", answer.status, answer.text());
    answer
}

/// Registers somebody; gives the address of their file.
async fn registered(browser: &Browser, surname: &str, given: &str, birth: &str) -> String {
    let fields = [
        ("cognome", surname),
        ("nome", given),
        ("nascita", birth),
        ("genere", "F"),
        ("cittadinanza", "Senegal"),
        ("scelta", "altra"),
    ];
    let answer = sent(browser, "/persone/nuova", "/persone/nuova", &fields).await;
    answer.to.split('?').next().unwrap().to_owned()
}

/// The person of a file's address.
fn person(file: &str) -> &str {
    file.trim_start_matches("/persone/")
}
