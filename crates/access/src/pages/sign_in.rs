//! Login and password; in a demonstration, one press for each role.

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::{Field, Notice, Tone};
use ui::{Page, Problem, Section};

use super::asked::Asked;
use super::words;
use crate::account::Account;
use crate::sessions::Strength;
use crate::sign_in::{self, Step};
use crate::{Access, demo};

#[derive(Template)]
#[template(path = "access/sign_in.html")]
pub(super) struct SignInPage {
    page: Page,
    login: Field,
    password: Field,
    then: Field,
    to: String,
    has_passkeys: bool,
    provider: Option<(String, String)>,
    demo: Vec<Entrance>,
}

/// A button of the demonstration.
struct Entrance {
    account: String,
    words: String,
    login: String,
}

/// Where to go afterwards, and what has just happened.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Asks {
    poi: String,
    fatto: String,
}

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    login: String,
    password: String,
    poi: String,
}

pub(super) async fn show(
    page: Page,
    State(access): State<Access>,
    asked: Asked,
    Query(asks): Query<Asks>,
) -> Result<Response, Problem> {
    if let Some(carried) = asked.signed_in() {
        let role = words::account_of(&access, carried.account).await?.role;
        return Ok(words::see_other(words::first_page(role, &asks.poi)));
    }
    let page = match asks.fatto.as_str() {
        "uscita" => {
            let said = Notice::new(Tone::Success, page.t("access-out"), page.t("access-out-more"));
            page.notice(said)
        }
        "istituzione" => {
            let said = Notice::new(
                Tone::Info,
                page.t("access-provider-refused"),
                page.t("access-provider-refused-more"),
            );
            page.notice(said)
        }
        _ if asked.is_over => {
            let said = Notice::new(Tone::Info, page.t("access-over"), page.t("access-over-more"));
            page.notice(said)
        }
        _ => page,
    };
    let entrances = demo::entrances(&access).await?;
    Ok(ui::render(&SignInPage::new(
        &access,
        page,
        &Typed { poi: asks.poi, ..Typed::default() },
        "",
        &entrances,
    )))
}

pub(super) async fn sign_in(
    page: Page,
    State(access): State<Access>,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    match sign_in::password(&access, &typed.login, &typed.password, asked.address).await? {
        Step::Right(account) => {
            let token = words::opened(&access, &asked.headers, account.id, Strength::HalfWay).await?;
            let next =
                if account.has_second_factor() { "/accesso/codice" } else { "/accesso/secondo-fattore" };
            Ok(words::with_cookie(&access, &token, words::see_other(&words::step(next, &typed.poi))))
        }
        Step::Wrong => {
            let entrances = demo::entrances(&access).await?;
            let error = page.t("access-sign-in-wrong");
            Ok(words::mended(&SignInPage::new(&access, page, &typed, &error, &entrances)))
        }
        Step::Wait(until) => Ok(words::wait(&access, page, until)),
    }
}

impl SignInPage {
    pub(super) fn new(
        access: &Access,
        page: Page,
        typed: &Typed,
        error: &str,
        entrances: &[Account],
    ) -> Self {
        let title = page.t("access-sign-in-title");
        let page = page.titled(Section::Elsewhere, title);
        let entrance = |account: &Account| {
            let (role, city) = (words::role(&page, account.role), words::city(access, account));
            let what = if city.is_empty() { role } else { format!("{role}, {city}") };
            Entrance {
                account: account.id.to_string(),
                words: page.t_with("access-demo-enter", &[("what", &what)]),
                login: account.login.clone(),
            }
        };
        Self {
            login: Field::text("login", page.t("access-login"))
                .value(&typed.login)
                .autocomplete("username")
                .error(error)
                .required(),
            password: Field::password("password", page.t("access-password"), "current-password").required(),
            to: words::local(&typed.poi).to_owned(),
            has_passkeys: access.passkeys.is_some(),
            provider: access.provider.as_ref().map(|provider| {
                let words = page.t_with("access-sign-in-provider", &[("name", &provider.name())]);
                (words::step("/accesso/istituzione", &typed.poi), words)
            }),
            then: Field::hidden("poi", words::local(&typed.poi)),
            demo: entrances.iter().map(entrance).collect(),
            page,
        }
    }
}
