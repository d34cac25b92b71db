//! Another second factor: a new phone. The password is asked for once more, and every other session ends.

use axum::extract::{Form, State};
use axum::response::Response;
use serde::Deserialize;
use ui::{Page, Problem};

use super::super::asked::Asked;
use super::super::enrol::{self, EnrolPage};
use super::super::words::{self, CodesPage};
use crate::account;
use crate::guard::Carried;
use crate::sessions::Strength;
use crate::sign_in::{self, Step};
use crate::{Access, Who, totp};

/// What is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(in super::super) struct Typed {
    adesso: String,
    codice: String,
}

pub(in super::super) async fn show(
    page: Page,
    who: Who,
    State(access): State<Access>,
    carried: Carried,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    let secret = enrol::secret(&access, &carried, &account);
    Ok(ui::render(&form(page, &secret, &account.login, ("", ""))))
}

pub(in super::super) async fn renew(
    page: Page,
    who: Who,
    State(access): State<Access>,
    carried: Carried,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let account = words::account_of(&access, who.account).await?;
    let secret = enrol::secret(&access, &carried, &account);
    match sign_in::password_again(&access, &account, &typed.adesso, asked.address).await? {
        Step::Right(_) => {}
        Step::Wrong => {
            let error = page.t("access-password-now-wrong");
            return Ok(words::mended(&form(page, &secret, &account.login, (&error, ""))));
        }
        Step::Wait(until) => return Ok(words::wait(&access, page, until)),
    }
    let Some(step) = totp::step_of(&secret, &typed.codice, access.clock.now(), None) else {
        let error = page.t("access-enrol-wrong");
        return Ok(words::mended(&form(page, &secret, &account.login, ("", &error))));
    };
    let codes = account::set_up(&access, &account, &secret, step, &mut access.random()).await?;
    let token = words::opened(&access, &asked.headers, account.id, Strength::Full).await?;
    let shown = CodesPage::new(page, codes, "/profilo");
    Ok(words::with_cookie(&access, &token, ui::render(&shown)))
}

pub(in super::super) fn form(page: Page, secret: &[u8], login: &str, (now, code): (&str, &str)) -> EnrolPage {
    let lead = page.t("access-profile-factor-lead");
    let fields = vec![enrol::code(&page, code), super::now(&page, now)];
    EnrolPage::new(page, lead, secret, login, "/profilo/secondo-fattore", fields)
}
