//! The way back for somebody who is locked out or has lost the phone: password and recovery code at once.

use axum::extract::{Form, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::Field;
use ui::{Page, Problem, Section};

use super::asked::Asked;
use super::words::{self, FormPage};
use crate::Access;
use crate::gate::SIGN_IN;
use crate::sign_in::{self, Step};

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    login: String,
    password: String,
    codice: String,
}

pub(super) async fn show(page: Page) -> Response {
    ui::render(&form(page, "", ""))
}

pub(super) async fn recover(
    page: Page,
    State(access): State<Access>,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let Typed { login, password, codice } = &typed;
    match sign_in::recover(&access, login, password, codice, asked.address).await? {
        Step::Right(account) => words::signed_in(&access, &asked.headers, account.id, "/profilo").await,
        Step::Wrong => {
            let error = page.t("access-recover-wrong");
            Ok(words::mended(&form(page, login, &error)))
        }
        Step::Wait(until) => Ok(words::wait(&access, page, until)),
    }
}

pub(super) fn form(page: Page, login: &str, error: &str) -> FormPage {
    let title = page.t("access-recover-title");
    let page = page.titled(Section::Elsewhere, title);
    FormPage {
        breadcrumb: None,
        lead: page.t("access-recover-lead"),
        paragraphs: vec![page.t("access-recover-else")],
        action: "/accesso/recupero".to_owned(),
        fields: vec![
            Field::text("login", page.t("access-login"))
                .value(login)
                .autocomplete("username")
                .error(error)
                .required(),
            Field::password("password", page.t("access-password"), "current-password").required(),
            Field::text("codice", page.t("access-recovery-code"))
                .hint(page.t("access-recovery-code-hint"))
                .autocomplete("off")
                .required(),
        ],
        button: page.t("access-recover-button"),
        keep: None,
        links: vec![(SIGN_IN.to_owned(), page.t("access-back"))],
        page,
    }
}
