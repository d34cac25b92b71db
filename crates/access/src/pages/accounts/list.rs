//! The accounts under somebody's ceiling.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::{Timestamp, text};
use serde::Deserialize;
use ui::parts::{Cell, Column, Empty, Field, Table};
use ui::{Page, Problem, Section};

use super::super::words;
use super::{ceiling, home, status};
use crate::account::{self, Account};
use crate::{Access, AccountId, Who};

/// Rows shown at most: whoever looks for one types a few letters.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "access/accounts.html")]
pub(in super::super) struct AccountsPage {
    page: Page,
    lead: String,
    search: Field,
    table: Option<Table>,
    empty: Empty,
    more: String,
}

/// What is looked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in super::super) struct Asks {
    q: String,
}

/// What the page shows.
#[derive(Default)]
pub(in super::super) struct Listed {
    pub(in super::super) accounts: Vec<Account>,
    pub(in super::super) locked: Vec<AccountId>,
    pub(in super::super) waiting: BTreeMap<AccountId, Timestamp>,
    pub(in super::super) q: String,
}

pub(in super::super) async fn show(
    page: Page,
    who: Who,
    State(access): State<Access>,
    Query(asks): Query<Asks>,
) -> Result<Response, Problem> {
    let ceiling = ceiling(&who)?;
    let mut reader = access.store.reader().await?;
    let mut accounts = account::all(&mut reader, ceiling.city).await?;
    let locks = account::locked(&mut reader, access.clock.now()).await?;
    let waiting = account::waiting(&mut reader).await?;
    drop(reader);
    accounts.retain(|account| ceiling.covers(account));
    let is_locked = |account: &&Account| {
        locks.contains_key(account::attempts_key(&access.secrets, &account.login).as_slice())
    };
    let locked = accounts.iter().filter(is_locked).map(|account| account.id).collect();
    Ok(ui::render(&AccountsPage::new(&access, page, &Listed { accounts, locked, waiting, q: asks.q })))
}

/// Whether an account answers to a few letters: of its login, its name, its role in words or its city.
fn answers(access: &Access, page: &Page, account: &Account, wanted: &str) -> bool {
    let (role, city) = (words::role(page, account.role), words::city(access, account));
    let all = text::fold(&format!("{} {} {role} {city}", account.login, account.name));
    text::fold(wanted).split(' ').all(|word| all.contains(word))
}

impl AccountsPage {
    pub(in super::super) fn new(access: &Access, page: Page, listed: &Listed) -> Self {
        let title = page.t("access-accounts-title");
        let page = page.titled(Section::Accounts, title);
        let Listed { accounts, locked, waiting, q } = listed;
        let found: Vec<&Account> =
            accounts.iter().filter(|account| answers(access, &page, account, q)).collect();
        let columns = [
            "access-column-name",
            "access-column-login",
            "access-column-role",
            "access-column-city",
            "access-column-state",
        ];
        let columns = columns.map(|key| Column::text(page.t(key))).to_vec();
        let mut table = Table::new(&page, "accounts", page.t("access-accounts-caption"), columns).cards();
        for account in found.iter().take(SHOWN) {
            let city = words::city(access, account);
            table = table.row(vec![
                Cell::link(home(account), &account.name),
                Cell::text(&account.login),
                Cell::text(words::role(&page, account.role)),
                Cell::text(if city.is_empty() { "–".to_owned() } else { city }),
                Cell::part(status(&page, account, locked.contains(&account.id))),
            ]);
        }
        let (title, text) = if accounts.is_empty() {
            ("access-accounts-empty", "access-accounts-empty-more")
        } else {
            ("access-accounts-none", "access-accounts-none-more")
        };
        let waits = accounts.iter().filter(|account| waiting.contains_key(&account.id)).count();
        Self {
            lead: page.t_with(
                "access-accounts-lead",
                &[("n", &accounts.len()), ("waiting", &waits), ("locked", &locked.len())],
            ),
            search: Field::search("q", page.t("access-accounts-search")).value(q),
            table: (!found.is_empty()).then_some(table),
            empty: Empty::new(page.t(title), page.t(text))
                .action("/utenti/nuovo", page.t("access-accounts-invite")),
            more: if found.len() > SHOWN { page.tn("access-accounts-more", SHOWN) } else { String::new() },
            page,
        }
    }
}
