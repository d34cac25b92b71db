//! The second factor is set up: at the first sign-in, and after it was reset.

use askama::Template;
use axum::extract::{Form, Query, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::{Field, Markup};
use ui::{Page, Problem, Section};

use super::asked::Asked;
use super::words::{self, CodesPage};
use crate::account::{self, Account};
use crate::gate::SIGN_IN;
use crate::guard::Carried;
use crate::sessions::Strength;
use crate::{Access, qr, totp};

#[derive(Template)]
#[template(path = "access/enrol.html")]
pub(super) struct EnrolPage {
    page: Page,
    lead: String,
    picture: Option<Markup>,
    secret: String,
    action: &'static str,
    fields: Vec<Field>,
    keep: Option<(String, String)>,
}

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

pub(super) async fn show(
    page: Page,
    State(access): State<Access>,
    asked: Asked,
    Query(asks): Query<Asks>,
) -> Result<Response, Problem> {
    let Some((carried, account)) = waiting(&access, &asked).await? else {
        return Ok(words::see_other(&words::step(SIGN_IN, &asks.poi)));
    };
    Ok(ui::render(&EnrolPage::first(page, &access, carried, &account, &asks.poi, "")))
}

pub(super) async fn enrol(
    page: Page,
    State(access): State<Access>,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let Some((carried, account)) = waiting(&access, &asked).await? else {
        return Ok(words::see_other(&words::step(SIGN_IN, &typed.poi)));
    };
    let secret = secret(&access, carried, &account);
    let Some(step) = totp::step_of(&secret, &typed.codice, access.clock.now(), None) else {
        let error = page.t("access-enrol-wrong");
        return Ok(words::mended(&EnrolPage::first(page, &access, carried, &account, &typed.poi, &error)));
    };
    let codes = account::set_up(&access, &account, &secret, step, &mut access.random()).await?;
    let token = words::opened(&access, &asked.headers, account.id, Strength::Full).await?;
    let shown = CodesPage::new(page, codes, words::first_page(account.role, &typed.poi));
    Ok(words::with_cookie(&access, &token, ui::render(&shown)))
}

/// Somebody whose password was right and who has no second factor yet.
async fn waiting<'a>(access: &Access, asked: &'a Asked) -> Result<Option<(&'a Carried, Account)>, Problem> {
    let Some(carried) = asked.half_way() else { return Ok(None) };
    let account = words::account_of(access, carried.account).await?;
    Ok((!account.has_second_factor()).then_some((carried, account)))
}

/// The secret offered in a session: the same each time the page is shown, another once one was set up. Nothing of
/// it needs to be kept until it is proven to stand in an app.
pub(super) fn secret(access: &Access, carried: &Carried, account: &Account) -> [u8; totp::SECRET_LENGTH] {
    let now = account.totp.as_deref().unwrap_or_default();
    let parts = [account.id.0.as_bytes().as_slice(), carried.session.0.as_bytes(), now];
    let digest = access.secrets.digest("new second factor", &parts);
    let mut secret = [0; totp::SECRET_LENGTH];
    secret.copy_from_slice(&digest[..totp::SECRET_LENGTH]);
    secret
}

impl EnrolPage {
    /// At a sign-in.
    pub(super) fn first(
        page: Page,
        access: &Access,
        carried: &Carried,
        account: &Account,
        to: &str,
        error: &str,
    ) -> Self {
        let fields = vec![code(&page, error), Field::hidden("poi", words::local(to))];
        let secret = secret(access, carried, account);
        let lead = page.t("access-enrol-lead");
        Self::new(page, lead, &secret, &account.login, "/accesso/secondo-fattore", fields)
    }

    /// With its fields and its way out.
    pub(super) fn new(
        page: Page,
        lead: String,
        secret: &[u8],
        login: &str,
        action: &'static str,
        fields: Vec<Field>,
    ) -> Self {
        let title = page.t("access-enrol-title");
        let page = page.titled(Section::Elsewhere, title);
        Self {
            picture: qr::svg(&totp::uri(secret, login), &page.t("access-enrol-picture")),
            secret: totp::spoken(secret),
            keep: (action == "/profilo/secondo-fattore")
                .then(|| ("/profilo".to_owned(), page.t("access-profile-keep"))),
            page,
            lead,
            action,
            fields,
        }
    }
}

/// The field of the first code.
pub(super) fn code(page: &Page, error: &str) -> Field {
    Field::text("codice", page.t("access-enrol-code"))
        .hint(page.t("access-enrol-code-hint"))
        .autocomplete("one-time-code")
        .error(error)
        .required()
}
