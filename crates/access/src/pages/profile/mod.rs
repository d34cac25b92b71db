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
    let profile = Profile {
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
        let Profile { account, place, codes, sessions, this } = profile;
        let title = page.t("access-profile-title");
        let page = page.titled(Section::Elsewhere, title);
        let offices: Vec<&str> = account.offices.iter().map(String::as_str).collect();
        Self {
            login: account.login.clone(),
            role: words::role(&page, account.role),
            place: place.clone(),
            offices: offices.join(", "),
            codes: page.tn("access-profile-codes-left", *codes),
            sessions: table(&page, sessions, *this),
            page,
        }
    }
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
