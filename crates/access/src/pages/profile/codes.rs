//! New recovery codes: the ones before are worth nothing from then on.

use axum::extract::{Form, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::Breadcrumb;
use ui::{Page, Problem, Section};

use super::super::asked::Asked;
use super::super::words::{self, CodesPage, FormPage};
use crate::account;
use crate::sign_in::{self, Step};
use crate::{Access, Who};

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in super::super) struct Typed {
    adesso: String,
}

pub(in super::super) async fn show(page: Page) -> Response {
    ui::render(&form(page, ""))
}

pub(in super::super) async fn renew(
    page: Page,
    who: Who,
    State(access): State<Access>,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    match sign_in::password_again(&access, &account, &typed.adesso, asked.address).await? {
        Step::Right(account) => {
            let codes = account::renew_codes(&access, &account, &mut access.random()).await?;
            Ok(ui::render(&CodesPage::new(page, codes, "/profilo")))
        }
        Step::Wrong => {
            let error = page.t("access-password-now-wrong");
            Ok(words::mended(&form(page, &error)))
        }
        Step::Wait(until) => Ok(words::wait(&access, page, until)),
    }
}

pub(in super::super) fn form(page: Page, error: &str) -> FormPage {
    let title = page.t("access-profile-codes-title");
    let page = page.titled(Section::Elsewhere, title);
    let above = vec![("/profilo".to_owned(), page.t("access-profile-title"))];
    FormPage {
        breadcrumb: Some(Breadcrumb::new(&page, above, page.t("access-codes"))),
        lead: page.t("access-profile-codes-lead"),
        paragraphs: Vec::new(),
        action: "/profilo/codici".to_owned(),
        fields: vec![super::now(&page, error)],
        button: page.t("access-profile-codes-button"),
        keep: Some(("/profilo".to_owned(), page.t("access-profile-keep"))),
        links: Vec::new(),
        page,
    }
}
