//! Another link for an account: the first was lost, or its password was forgotten.

use axum::extract::{Path, State};
use axum::response::Response;
use ui::{Page, Problem, Section};

use super::super::asked::Asked;
use super::super::words::{self, FormPage};
use super::invite::LinkPage;
use super::{breadcrumb, home, other};
use crate::account::{self, Account, State as AccountState};
use crate::{Access, Who};

pub(in super::super) async fn ask(
    page: Page,
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = active(&access, &who, &id).await?;
    Ok(ui::render(&form(page, &account)))
}

pub(in super::super) async fn make(
    page: Page,
    who: Who,
    State(access): State<Access>,
    asked: Asked,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = active(&access, &who, &id).await?;
    let invitation = account::invite_again(&access, &who.actor(), &account, &mut access.random()).await?;
    let link = asked.link(&access, &invitation.path);
    Ok(ui::render(&LinkPage::new(page, &account.name, account.id, link, &invitation)))
}

/// A stopped account is restarted first.
async fn active(access: &Access, who: &Who, id: &str) -> Result<Account, Problem> {
    let account = other(access, who, id).await?;
    if account.state == AccountState::Active { Ok(account) } else { Err(Problem::not_found()) }
}

pub(in super::super) fn form(page: Page, account: &Account) -> FormPage {
    let title = page.t_with("access-again-title", &[("name", &account.name)]);
    let page = page.titled(Section::Accounts, title);
    FormPage {
        breadcrumb: Some(breadcrumb(&page, Some(account), page.t("access-account-link"))),
        lead: words::role(&page, account.role),
        paragraphs: vec![page.t("access-again-what")],
        action: format!("{}/invito", home(account)),
        fields: Vec::new(),
        button: page.t("access-again-button"),
        keep: Some((home(account), page.t("access-account-keep"))),
        links: Vec::new(),
        page,
    }
}
