//! An account is stopped, after the question; restarted or unlocked, without one: nothing is lost by it.

use axum::extract::{Path, State};
use axum::response::Response;
use ui::{Page, Problem, Section};

use super::super::words::{self, FormPage};
use super::{breadcrumb, home, other};
use crate::account::{self, Account, State as AccountState};
use crate::{Access, Who};

pub(in super::super) async fn ask(
    page: Page,
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = other(&access, &who, &id).await?;
    if account.state == AccountState::Stopped {
        return Ok(words::see_other(&home(&account)));
    }
    Ok(ui::render(&form(page, &account)))
}

pub(in super::super) async fn stop(
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = other(&access, &who, &id).await?;
    // Stopped twice is stopped.
    account::stop(&access, &who.actor(), &account).await?;
    Ok(words::see_other(&format!("{}?fatto=fermato", home(&account))))
}

pub(in super::super) async fn restart(
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = other(&access, &who, &id).await?;
    account::restart(&access, &who.actor(), &account).await?;
    Ok(words::see_other(&format!("{}?fatto=riattivato", home(&account))))
}

pub(in super::super) async fn unlock(
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = other(&access, &who, &id).await?;
    account::unlock(&access, &who.actor(), &account).await?;
    Ok(words::see_other(&format!("{}?fatto=sbloccato", home(&account))))
}

pub(in super::super) fn form(page: Page, account: &Account) -> FormPage {
    let title = page.t_with("access-stop-title", &[("name", &account.name)]);
    let page = page.titled(Section::Accounts, title);
    FormPage {
        breadcrumb: Some(breadcrumb(&page, Some(account), page.t("access-account-stop"))),
        lead: page.t("access-stop-lead"),
        paragraphs: vec![page.t("access-stop-what")],
        action: format!("{}/ferma", home(account)),
        fields: Vec::new(),
        button: page.t("access-stop-button"),
        keep: Some((home(account), page.t("access-account-keep"))),
        links: Vec::new(),
        page,
    }
}
