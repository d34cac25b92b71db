//! The link of an invitation: a password is chosen, and the second factor comes next.

use axum::extract::{Form, Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use serde::Deserialize;
use ui::parts::Field;
use ui::{Page, Problem, Section};

use super::asked::Asked;
use super::words::{self, FormPage, ToldPage};
use crate::Access;
use crate::account::{self, Account, InvitationState};
use crate::gate::SIGN_IN;
use crate::password;
use crate::sessions::{Strength, Token};

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct Typed {
    password: String,
    ancora: String,
}

pub(super) async fn show(
    page: Page,
    State(access): State<Access>,
    Path(token): Path<String>,
) -> Result<Response, Problem> {
    Ok(match invited(&access, &token).await? {
        (account, InvitationState::Waiting) => ui::render(&form(page, &account, &token, ("", ""))),
        (_, state) => over(page, state),
    })
}

pub(super) async fn accept(
    page: Page,
    State(access): State<Access>,
    asked: Asked,
    Path(token): Path<String>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let (account, state) = invited(&access, &token).await?;
    if state != InvitationState::Waiting {
        return Ok(over(page, state));
    }
    if let Some(errors) = errors(&page, &typed.password, &typed.ancora, &account) {
        let errors = (errors.0.as_str(), errors.1.as_str());
        return Ok(words::mended(&form(page, &account, &token, errors)));
    }
    let hash = access.hasher.hash(&typed.password, &mut access.random()).await?;
    let link = Token::of_text(&token).ok_or_else(Problem::not_found)?;
    if !account::accept(&access, &link, &account, &hash).await? {
        return Ok(over(page, InvitationState::Used));
    }
    let session = words::opened(&access, &asked.headers, account.id, Strength::HalfWay).await?;
    let next = if account.has_second_factor() { "/accesso/codice" } else { "/accesso/secondo-fattore" };
    Ok(words::with_cookie(&access, &session, words::see_other(next)))
}

/// Whose invitation it is; 404 for a link that leads nowhere.
async fn invited(access: &Access, token: &str) -> Result<(Account, InvitationState), Problem> {
    let token = Token::of_text(token).ok_or_else(Problem::not_found)?;
    account::look_up(access, &token).await?.ok_or_else(Problem::not_found)
}

/// What is wrong with a new password and with its repetition; nothing if nothing is.
pub(super) fn errors(
    page: &Page,
    password: &str,
    again: &str,
    account: &Account,
) -> Option<(String, String)> {
    if let Some(weakness) = password::weakness(password, &account.login, &account.name) {
        return Some((page.t(weakness.key()), String::new()));
    }
    (password != again).then(|| (String::new(), page.t("access-password-differs")))
}

/// The two fields of a new password.
pub(super) fn fields(page: &Page, (error, again): (&str, &str)) -> [Field; 2] {
    [
        Field::password("password", page.t("access-password-new"), "new-password")
            .hint(page.t("access-password-hint"))
            .error(error)
            .required(),
        Field::password("ancora", page.t("access-password-again"), "new-password").error(again).required(),
    ]
}

pub(super) fn form(page: Page, account: &Account, token: &str, errors: (&str, &str)) -> FormPage {
    let title = page.t_with("access-invitation-title", &[("name", &account.name)]);
    let page = page.titled(Section::Elsewhere, title);
    // Password managers keep the login with the password.
    let login = Field::text("login", page.t("access-login"))
        .value(&account.login)
        .hint(page.t("access-invitation-login"))
        .autocomplete("username");
    let [password, again] = fields(&page, errors);
    FormPage {
        breadcrumb: None,
        lead: page.t_with("access-invitation-lead", &[("role", &words::role(&page, account.role))]),
        paragraphs: Vec::new(),
        action: format!("/invito/{token}"),
        fields: vec![login, password, again],
        button: page.t("access-invitation-button"),
        keep: None,
        links: Vec::new(),
        page,
    }
}

/// A link that was good once.
pub(super) fn over(page: Page, state: InvitationState) -> Response {
    let title = match state {
        InvitationState::Used => page.t("access-invitation-used"),
        _ => page.t("access-invitation-expired"),
    };
    let page = page.titled(Section::Elsewhere, title);
    let told = ToldPage {
        lead: page.t("access-invitation-over"),
        paragraphs: Vec::new(),
        links: vec![(SIGN_IN.to_owned(), page.t("access-back"))],
        page,
    };
    words::with_status(StatusCode::GONE, &told)
}
