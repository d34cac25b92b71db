//! Pages that several actions show, and the way from one to the next.

use askama::Template;
use askama::filters::HtmlSafe;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Timestamp;
use ui::parts::{Breadcrumb, Field};
use ui::{Page, Problem, Section};

use crate::account::{self, Account};
use crate::gate::SIGN_IN;
use crate::sessions::{self, Strength, Token};
use crate::{Access, AccountId, Role};

/// A page with one form.
#[derive(Template)]
#[template(path = "access/form.html")]
pub(super) struct FormPage {
    pub(super) page: Page,
    pub(super) breadcrumb: Option<Breadcrumb>,
    pub(super) lead: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) action: String,
    pub(super) fields: Vec<Field>,
    pub(super) button: String,
    /// The way out: where, and its words.
    pub(super) keep: Option<(String, String)>,
    /// Other ways on.
    pub(super) links: Vec<(String, String)>,
}

/// A page that says something and shows the ways on.
#[derive(Template)]
#[template(path = "access/told.html")]
pub(super) struct ToldPage {
    pub(super) page: Page,
    pub(super) lead: String,
    pub(super) paragraphs: Vec<String>,
    pub(super) links: Vec<(String, String)>,
}

/// The recovery codes, shown once.
#[derive(Template)]
#[template(path = "access/codes.html")]
pub(super) struct CodesPage {
    page: Page,
    codes: Vec<String>,
    on: String,
}

impl CodesPage {
    pub(super) fn new(page: Page, codes: Vec<String>, on: &str) -> Self {
        let title = page.t("access-codes-title");
        Self { page: page.titled(Section::Elsewhere, title), codes, on: on.to_owned() }
    }
}

/// A button in a row of a table: a form of its own.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<form method="post" action="{{ action }}"><button class="btn btn-outline-primary btn-sm" type="submit" aria-label="{{ label }}">{{ words }}</button></form>"#
)]
pub(super) struct Press {
    pub(super) action: String,
    pub(super) words: String,
    pub(super) label: String,
}

impl HtmlSafe for Press {}

/// A page whose form was not right: what was typed stands in it.
pub(super) fn mended(template: &impl Template) -> Response {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, template)
}

pub(super) fn with_status(status: StatusCode, template: &impl Template) -> Response {
    let mut response = ui::render(template);
    *response.status_mut() = status;
    response
}

/// Too many attempts: when the next may be made, and the ways back. The same for a login that nobody has.
pub(super) fn wait(access: &Access, page: Page, until: Timestamp) -> Response {
    let seconds = (until.micros() - access.clock.now().micros()).max(0) / 1_000_000 + 1;
    let minutes = (seconds + 59) / 60;
    let title = page.t("access-wait-title");
    let page = page.titled(Section::Elsewhere, title);
    let told = ToldPage {
        lead: page.tn("access-wait-lead", minutes),
        paragraphs: vec![page.t("access-wait-why"), page.t("access-wait-unlock")],
        links: vec![
            ("/accesso/recupero".to_owned(), page.t("access-wait-recover")),
            (SIGN_IN.to_owned(), page.t("access-back")),
        ],
        page,
    };
    let mut response = with_status(StatusCode::TOO_MANY_REQUESTS, &told);
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    response
}

/// Where somebody wanted to go: an address of ours that is read, else the first page. What a browser could take for
/// another site is none of ours.
pub fn local(to: &str) -> &str {
    let is_path = to.starts_with('/') && !to.starts_with("//");
    let is_plain = to.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    let path = to.split(['?', '#']).next().unwrap_or_default();
    let comes_back = path == SIGN_IN || path.starts_with("/accesso/") || path.starts_with("/invito/");
    if is_path && is_plain && !comes_back { to } else { "/" }
}

/// Where somebody begins: where they wanted to go, else where their work is.
pub(super) fn first_page(role: Role, to: &str) -> &str {
    match (local(to), role) {
        ("/", Role::Operator | Role::StreetOperator) => Section::Desk.href(),
        (to, _) => to,
    }
}

/// An address of the sign-in that remembers where somebody wanted to go.
pub(super) fn step(path: &str, to: &str) -> String {
    let to = local(to);
    if to == "/" {
        return path.to_owned();
    }
    format!("{path}?poi={}", crate::gate::encoded(to))
}

/// Signs an account in and sends it on: for every way of proving who one is. `headers` are the request's, `to` is
/// where they wanted to go. The session the request carried ends.
///
/// # Errors
/// 404 for an account that was stopped; otherwise what the database says.
pub async fn signed_in(
    access: &Access,
    headers: &HeaderMap,
    account: AccountId,
    to: &str,
) -> Result<Response, Problem> {
    let token = opened(access, headers, account, Strength::Full).await?;
    let role = account_of(access, account).await?.role;
    Ok(with_cookie(access, &token, see_other(first_page(role, to))))
}

/// Opens a session; the one that was carried ends.
pub(super) async fn opened(
    access: &Access,
    headers: &HeaderMap,
    account: AccountId,
    strength: Strength,
) -> Result<Token, Problem> {
    let before = access.cookie.token(headers);
    let token =
        sessions::open(access, account, strength, headers, before.as_ref(), &mut access.random()).await?;
    token.ok_or_else(Problem::not_found)
}

/// A response that gives the token to the browser.
pub(super) fn with_cookie(access: &Access, token: &Token, mut response: Response) -> Response {
    response.headers_mut().append(header::SET_COOKIE, access.cookie.set(token));
    response
}

/// The next page.
pub(super) fn see_other(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// The account a session belongs to.
pub(super) async fn account_of(access: &Access, id: AccountId) -> Result<Account, Problem> {
    let mut reader = access.store.reader().await?;
    account::find(&mut reader, id).await?.ok_or_else(Problem::not_found)
}

/// A role in words.
pub(super) fn role(page: &Page, role: Role) -> String {
    page.t(&format!("ui-role-{role}"))
}

/// An account's city in words; nothing for one without.
pub(super) fn city(access: &Access, account: &Account) -> String {
    let name = |code| access.cities.get(code).map(|city| city.name.clone());
    account.city.and_then(name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_addresses_are_gone_to() {
        for ours in ["/", "/registri/A662?x=1", "/persone?q=%2F%2Fevil.example", "/a//b"] {
            assert_eq!(local(ours), ours);
        }
        for other in [
            "",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "/\t/evil.example",
            "/a\nb",
            "evil.example",
            " /",
            "/accesso?poi=/accesso",
            "/accesso/codice",
            "/invito/abc",
        ] {
            assert_eq!(local(other), "/", "{other}");
        }
        assert_eq!(step("/accesso/codice", "/persone?q=a&b"), "/accesso/codice?poi=/persone%3Fq%3Da%26b");
        assert_eq!(step("/accesso/codice", "//x"), "/accesso/codice");
    }
}
