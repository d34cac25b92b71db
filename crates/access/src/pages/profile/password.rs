//! Another password: the one of now is asked for once more, and every other session ends.

use axum::extract::{Form, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field};
use ui::{Page, Problem, Section};

use super::super::asked::Asked;
use super::super::invitation;
use super::super::words::{self, FormPage};
use crate::account::{self, Account};
use crate::sessions::Strength;
use crate::sign_in::{self, Step};
use crate::{Access, Who};

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in super::super) struct Typed {
    adesso: String,
    password: String,
    ancora: String,
}

pub(in super::super) async fn show(
    page: Page,
    who: Who,
    State(access): State<Access>,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    Ok(ui::render(&form(page, &account, "", ("", ""))))
}

pub(in super::super) async fn change(
    page: Page,
    who: Who,
    State(access): State<Access>,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    if let Some((new, again)) = invitation::errors(&page, &typed.password, &typed.ancora, &account) {
        return Ok(words::mended(&form(page, &account, "", (&new, &again))));
    }
    match sign_in::password_again(&access, &account, &typed.adesso, asked.address).await? {
        Step::Right(_) => {}
        Step::Wrong => {
            let error = page.t("access-password-now-wrong");
            return Ok(words::mended(&form(page, &account, &error, ("", ""))));
        }
        Step::Wait(until) => return Ok(words::wait(&access, page, until)),
    }
    let hash = access.hasher.hash(&typed.password, &mut access.random()).await?;
    account::set_password(&access, &account, &hash).await?;
    let token = words::opened(&access, &asked.headers, account.id, Strength::Full).await?;
    Ok(words::with_cookie(&access, &token, words::see_other("/profilo?fatto=password")))
}

pub(in super::super) fn form(page: Page, account: &Account, now: &str, new: (&str, &str)) -> FormPage {
    let title = page.t("access-profile-password-title");
    let page = page.titled(Section::Elsewhere, title);
    let above = vec![("/profilo".to_owned(), page.t("access-profile-title"))];
    // Password managers change the password of the login they find.
    let login = Field::text("login", page.t("access-login")).value(&account.login).autocomplete("username");
    let [password, again] = invitation::fields(&page, new);
    FormPage {
        breadcrumb: Some(Breadcrumb::new(&page, above, page.t("access-profile-password"))),
        lead: page.t("access-profile-password-lead"),
        paragraphs: Vec::new(),
        action: "/profilo/password".to_owned(),
        fields: vec![login, super::now(&page, now), password, again],
        button: page.t("access-profile-password-button"),
        keep: Some(("/profilo".to_owned(), page.t("access-profile-keep"))),
        links: Vec::new(),
        page,
    }
}
