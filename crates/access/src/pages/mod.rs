//! The pages of access: signing in, one's own account, the accounts of others. None of them may be kept by a browser
//! or a proxy.

mod accounts;
mod asked;
mod code;
mod demo;
mod enrol;
mod invitation;
mod keys;
mod out;
mod profile;
mod provider;
mod recover;
mod sign_in;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use crate::{Access, Action, Routes};

pub use words::{local, signed_in};

/// The routes of access.
pub fn routes() -> Routes<Access> {
    entry().merge(own()).merge(others()).kept_nowhere()
}

/// How one comes in and goes out.
fn entry() -> Routes<Access> {
    Routes::new()
        .get("/accesso", Action::Open, sign_in::show)
        .post("/accesso", Action::Open, sign_in::sign_in)
        .get("/accesso/codice", Action::Open, code::show)
        .post("/accesso/codice", Action::Open, code::check)
        .get("/accesso/secondo-fattore", Action::Open, enrol::show)
        .post("/accesso/secondo-fattore", Action::Open, enrol::enrol)
        .get("/accesso/recupero", Action::Open, recover::show)
        .post("/accesso/recupero", Action::Open, recover::recover)
        .post("/accesso/demo", Action::Open, demo::enter)
        .get("/invito/{token}", Action::Open, invitation::show)
        .post("/invito/{token}", Action::Open, invitation::accept)
        .post("/accesso/chiave/inizio", Action::Open, keys::begin_sign_in)
        .post("/accesso/chiave", Action::Open, keys::sign_in)
        .get("/accesso/istituzione", Action::Open, provider::leave)
        .get("/accesso/istituzione/ritorno", Action::Open, provider::come_back)
        .post("/esci", Action::Open, out::out)
}

/// One's own account.
fn own() -> Routes<Access> {
    Routes::new()
        .get("/profilo", Action::OwnAccount, profile::show)
        .get("/profilo/password", Action::OwnAccount, profile::password::show)
        .post("/profilo/password", Action::OwnAccount, profile::password::change)
        .get("/profilo/secondo-fattore", Action::OwnAccount, profile::factor::show)
        .post("/profilo/secondo-fattore", Action::OwnAccount, profile::factor::renew)
        .get("/profilo/codici", Action::OwnAccount, profile::codes::show)
        .post("/profilo/codici", Action::OwnAccount, profile::codes::renew)
        .post("/profilo/chiavi/inizio", Action::OwnAccount, keys::begin_adding)
        .post("/profilo/chiavi", Action::OwnAccount, keys::add)
        .post("/profilo/chiavi/{id}/togli", Action::OwnAccount, keys::remove)
        .post("/profilo/sessioni", Action::OwnAccount, profile::sessions::end_all)
        .post("/profilo/sessioni/{id}", Action::OwnAccount, profile::sessions::end_one)
}

/// The accounts of others.
fn others() -> Routes<Access> {
    Routes::new()
        .get("/utenti", Action::ManageAccounts, accounts::list::show)
        .get("/utenti/nuovo", Action::ManageAccounts, accounts::invite::show)
        .post("/utenti/nuovo", Action::ManageAccounts, accounts::invite::invite)
        .get("/utenti/{id}", Action::ManageAccounts, accounts::account::show)
        .post("/utenti/{id}", Action::ManageAccounts, accounts::account::change)
        .get("/utenti/{id}/ferma", Action::ManageAccounts, accounts::stop::ask)
        .post("/utenti/{id}/ferma", Action::ManageAccounts, accounts::stop::stop)
        .post("/utenti/{id}/riattiva", Action::ManageAccounts, accounts::stop::restart)
        .post("/utenti/{id}/sblocca", Action::ManageAccounts, accounts::stop::unlock)
        .get("/utenti/{id}/invito", Action::ManageAccounts, accounts::link::ask)
        .post("/utenti/{id}/invito", Action::ManageAccounts, accounts::link::make)
        .get("/utenti/{id}/secondo-fattore", Action::ManageAccounts, accounts::factor::ask)
        .post("/utenti/{id}/secondo-fattore", Action::ManageAccounts, accounts::factor::reset)
}
