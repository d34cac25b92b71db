//! The second factor: a code of the app, or a recovery code.

use axum::extract::{Form, Query, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::{Field, Notice, Tone};
use ui::{Page, Problem, Section};

use super::asked::Asked;
use super::words::{self, FormPage};
use crate::Access;
use crate::gate::SIGN_IN;
use crate::sessions::Strength;
use crate::sign_in::{self, Step};

/// Where to go afterwards.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asks {
    poi: String,
}

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    codice: String,
    poi: String,
}

pub(super) async fn show(page: Page, asked: Asked, Query(asks): Query<Asks>) -> Response {
    match asked.half_way() {
        Some(_) => ui::render(&form(page, &asks.poi, "")),
        None => words::see_other(&words::step(SIGN_IN, &asks.poi)),
    }
}

pub(super) async fn check(
    page: Page,
    State(access): State<Access>,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let Some(carried) = asked.half_way() else {
        return Ok(words::see_other(&words::step(SIGN_IN, &typed.poi)));
    };
    let account = words::account_of(&access, carried.account).await?;
    match sign_in::code(&access, account, &typed.codice, asked.address).await? {
        Step::Right(account) => {
            let token = words::opened(&access, &asked.headers, account.id, Strength::Full).await?;
            Ok(words::with_cookie(
                &access,
                &token,
                words::see_other(words::first_page(account.role, &typed.poi)),
            ))
        }
        Step::Wrong => {
            let error = page.t("access-code-wrong");
            Ok(words::mended(&form(page, &typed.poi, &error)))
        }
        Step::Wait(until) => Ok(words::wait(&access, page, until)),
    }
}

pub(super) fn form(page: Page, to: &str, error: &str) -> FormPage {
    let title = page.t("access-code-title");
    let page = page.titled(Section::Elsewhere, title);
    let help = Notice::new(Tone::Info, page.t("access-code-lost"), page.t("access-code-lost-more"));
    FormPage {
        breadcrumb: None,
        lead: page.t("access-code-lead"),
        paragraphs: Vec::new(),
        action: "/accesso/codice".to_owned(),
        fields: vec![
            Field::text("codice", page.t("access-code"))
                .hint(page.t("access-code-hint"))
                .autocomplete("one-time-code")
                .error(error)
                .required(),
            Field::hidden("poi", words::local(to)),
        ],
        button: page.t("access-code-button"),
        keep: None,
        links: vec![(SIGN_IN.to_owned(), page.t("access-back"))],
        page: if error.is_empty() { page } else { page.notice(help) },
    }
}
