//! Somebody's second factor is reset, after the question: they lost phone and codes.

use axum::extract::{Path, State};
use axum::response::Response;
use ui::{Page, Problem, Section};

use super::super::words::{self, FormPage};
use super::{breadcrumb, home, other};
use crate::account::{self, Account};
use crate::{Access, Who};

pub(in super::super) async fn ask(
    page: Page,
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = other(&access, &who, &id).await?;
    Ok(ui::render(&form(page, &account)))
}

pub(in super::super) async fn reset(
    who: Who,
    State(access): State<Access>,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let account = other(&access, &who, &id).await?;
    account::reset_second_factor(&access, &who.actor(), &account).await?;
    Ok(words::see_other(&format!("{}?fatto=azzerato", home(&account))))
}

pub(in super::super) fn form(page: Page, account: &Account) -> FormPage {
    let title = page.t_with("access-reset-title", &[("name", &account.name)]);
    let page = page.titled(Section::Accounts, title);
    FormPage {
        breadcrumb: Some(breadcrumb(&page, Some(account), page.t("access-account-factor"))),
        lead: page.t("access-reset-lead"),
        paragraphs: vec![page.t("access-reset-what")],
        action: format!("{}/secondo-fattore", home(account)),
        fields: Vec::new(),
        button: page.t("access-reset-button"),
        keep: Some((home(account), page.t("access-account-keep"))),
        links: Vec::new(),
        page,
    }
}
