//! One's own account: who one is here, what one signs in with, where one is signed in.

pub(super) mod codes;
pub(super) mod factor;
pub(super) mod password;
pub(super) mod sessions;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::{Cell, Column, Field, Notice, Table, Tone};
use ui::{Page, Problem, Section};

use super::asked::Asked;
use super::words::{self, Press};
use crate::account::{self, Account};
use crate::passkeys::{self, Kept};
use crate::sessions::{Open, SessionId};
use crate::{Access, Who};

#[derive(Template)]
#[template(path = "access/profile.html")]
pub(super) struct ProfilePage {
    page: Page,
    login: String,
    role: String,
    place: String,
    offices: String,
    codes: String,
    passkeys: Option<Table>,
    sessions: Table,
}

/// What has just happened.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asks {
    fatto: String,
}

/// What is known of somebody's own account.
pub(super) struct Profile {
    pub(super) account: Account,
    pub(super) place: String,
    pub(super) codes: u32,
    /// None where the address of the installation can have none.
    pub(super) passkeys: Option<Vec<Kept>>,
    pub(super) sessions: Vec<Open>,
    pub(super) this: Option<SessionId>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(access): State<Access>,
    asked: Asked,
    Query(asks): Query<Asks>,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    let passkeys = match access.passkeys {
        Some(_) => Some(passkeys::list(&mut access.store.reader().await?, account.id).await?),
        None => None,
    };
    let profile = Profile {
        passkeys,
        place: words::city(&access, &account),
        codes: account::codes_left(&access, &account).await?,
        sessions: crate::sessions::of_account(&access, account.id, account.role).await?,
        this: asked.carried.map(|carried| carried.session),
        account,
    };
    let page = match asks.fatto.as_str() {
        "password" => page_with(page, "access-profile-password-done"),
        "sessione" => page_with(page, "access-profile-session-done"),
        _ => page,
    };
    Ok(ui::render(&ProfilePage::new(page, &profile)))
}

fn page_with(page: Page, key: &str) -> Page {
    let said = Notice::new(Tone::Success, page.t(key), "");
    page.notice(said)
}

/// The field in which somebody proves once more who they are.
pub(super) fn now(page: &Page, error: &str) -> Field {
    Field::password("adesso", page.t("access-password-now"), "current-password")
        .hint(page.t("access-password-now-hint"))
        .error(error)
        .required()
}

impl ProfilePage {
    pub(super) fn new(page: Page, profile: &Profile) -> Self {
        let Profile { account, place, codes, passkeys, sessions, this } = profile;
        let title = page.t("access-profile-title");
        let page = page.titled(Section::Elsewhere, title);
        let offices: Vec<&str> = account.offices.iter().map(String::as_str).collect();
        Self {
            login: account.login.clone(),
            role: words::role(&page, account.role),
            place: place.clone(),
            offices: offices.join(", "),
            codes: page.tn("access-profile-codes-left", *codes),
            passkeys: passkeys.as_ref().map(|kept| keys(&page, kept)),
            sessions: table(&page, sessions, *this),
            page,
        }
    }
}

fn keys(page: &Page, kept: &[Kept]) -> Table {
    let columns = ["access-column-name", "access-column-added", "access-column-used", "access-column-action"];
    let columns = columns.map(|key| Column::text(page.t(key))).to_vec();
    let mut table = Table::new(page, "passkeys", page.t("access-profile-passkeys-caption"), columns).cards();
    for key in kept {
        let press = Press {
            action: format!("/profilo/chiavi/{}/togli", key.id),
            words: page.t("access-profile-passkey-remove"),
            label: page.t_with("access-profile-passkey-remove-label", &[("name", &key.name)]),
        };
        let used = key.used_at.map_or_else(|| "–".to_owned(), |moment| page.moment(&moment));
        table = table.row(vec![
            Cell::text(key.name.clone()),
            Cell::text(page.moment(&key.created_at)),
            Cell::text(used),
            Cell::part(press),
        ]);
    }
    table
}

fn table(page: &Page, sessions: &[Open], this: Option<SessionId>) -> Table {
    let columns =
        ["access-column-device", "access-column-opened", "access-column-seen", "access-column-action"];
    let columns = columns.map(|key| Column::text(page.t(key))).to_vec();
    let mut table = Table::new(page, "sessions", page.t("access-profile-sessions-caption"), columns).cards();
    for open in sessions {
        let device =
            if open.device.is_empty() { page.t("access-device-unknown") } else { open.device.clone() };
        let opened = page.moment(&open.opened_at);
        let action = if this == Some(open.id) {
            Cell::text(page.t("access-profile-session-this"))
        } else {
            Cell::part(Press {
                action: format!("/profilo/sessioni/{}", open.id),
                words: page.t("access-profile-session-end"),
                label: page
                    .t_with("access-profile-session-end-label", &[("device", &device), ("moment", &opened)]),
            })
        };
        table = table.row(vec![
            Cell::text(device),
            Cell::text(opened),
            page.moment(&open.seen_at).into(),
            action,
        ]);
    }
    table
}
