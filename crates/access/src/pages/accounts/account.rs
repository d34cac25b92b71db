//! One account: what it is, how it stands with it, and what can be done.

use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::response::Response;
use kernel::Timestamp;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Notice, Status, Tone};
use ui::{Page, Problem, Section};

use super::super::words;
use super::typed::{Errors, Typed};
use super::{breadcrumb, ceiling, home, other, status, under};
use crate::account::{self, Account, Ceiling, Change, ChangeError, State as AccountState};
use crate::{Access, Who};

#[derive(Template)]
#[template(path = "access/account.html")]
pub(in super::super) struct AccountPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    status: Status,
    login: String,
    made: String,
    invited: String,
    locked: String,
    home: String,
    is_own: bool,
    is_stopped: bool,
    is_active: bool,
    has_factor: bool,
    fields: Vec<Field>,
}

/// What has just happened.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in super::super) struct Asks {
    fatto: String,
}

/// What the page shows besides the account.
pub(in super::super) struct View {
    pub(in super::super) account: Account,
    pub(in super::super) locked: Option<Timestamp>,
    pub(in super::super) waiting: Option<Timestamp>,
    pub(in super::super) is_own: bool,
    pub(in super::super) ceiling: Ceiling,
}

pub(in super::super) async fn show(
    page: Page,
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
    Query(asks): Query<Asks>,
) -> Result<Response, Problem> {
    let account = under(&access, &who, &id).await?;
    let typed = Typed::of(&account);
    let view = view(&access, &who, account).await?;
    let key = match asks.fatto.as_str() {
        "ancora" => "access-account-again",
        "cambiato" => "access-account-changed",
        "fermato" => "access-account-stopped",
        "riattivato" => "access-account-restarted",
        "sbloccato" => "access-account-unlocked",
        "azzerato" => "access-account-reset",
        _ => "",
    };
    let said = (!key.is_empty()).then(|| Notice::new(Tone::Success, page.t(key), ""));
    let page = match said {
        Some(said) => page.notice(said),
        None => page,
    };
    Ok(ui::render(&AccountPage::new(&access, page, &view, &typed, &Errors::default())))
}

pub(in super::super) async fn change(
    page: Page,
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let account = other(&access, &who, &id).await?;
    let ceiling = ceiling(&who)?;
    let errors = match typed.understood(&access, &page, &ceiling, false) {
        Ok(to) => {
            let change = Change { name: to.name, role: to.role, city: to.city, offices: to.offices };
            match account::change(&access, &who.actor(), &account, &change).await {
                Ok(()) => return Ok(words::see_other(&format!("{}?fatto=cambiato", home(&account)))),
                Err(ChangeError::Store(error)) => return Err(error.into()),
                Err(ChangeError::Place(_)) => {
                    Box::new(Errors { city: page.t("access-city-wrong"), ..Errors::default() })
                }
            }
        }
        Err(errors) => errors,
    };
    let view = view(&access, &who, account).await?;
    Ok(words::mended(&AccountPage::new(&access, page, &view, &typed, &errors)))
}

async fn view(access: &Access, who: &Who, account: Account) -> Result<View, Problem> {
    let mut reader = access.store.reader().await?;
    let key = account::attempts_key(&access.secrets, &account.login);
    let locked = account::locked(&mut reader, access.clock.now()).await?.get(key.as_slice()).copied();
    let waiting = account::waiting(&mut reader).await?.get(&account.id).copied();
    Ok(View { locked, waiting, is_own: account.id == who.account, ceiling: ceiling(who)?, account })
}

impl AccountPage {
    pub(in super::super) fn new(
        access: &Access,
        page: Page,
        view: &View,
        typed: &Typed,
        errors: &Errors,
    ) -> Self {
        let View { account, locked, waiting, is_own, ceiling } = view;
        let page = page.titled(Section::Accounts, account.name.clone());
        let (role, city) = (words::role(&page, account.role), words::city(access, account));
        let moment = |key: &str, moment: Option<Timestamp>| {
            moment.map(|moment| page.t_with(key, &[("moment", &page.moment(&moment))])).unwrap_or_default()
        };
        Self {
            breadcrumb: breadcrumb(&page, None, account.name.clone()),
            lead: if city.is_empty() { role } else { format!("{role}, {city}") },
            status: status(&page, account, locked.is_some()),
            login: account.login.clone(),
            made: page.t_with(
                "access-account-made",
                &[("moment", &page.moment(&account.created_at)), ("who", &account.created_by)],
            ),
            invited: moment("access-account-invited", *waiting),
            locked: moment("access-account-locked", *locked),
            home: home(account),
            is_own: *is_own,
            is_stopped: account.state == AccountState::Stopped,
            is_active: account.state == AccountState::Active,
            has_factor: account.has_second_factor(),
            fields: typed.fields(access, &page, ceiling, errors),
            page,
        }
    }
}
