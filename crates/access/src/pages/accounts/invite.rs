//! Somebody is invited: their account is made, and the link to it is shown once.

use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use ui::parts::{Breadcrumb, Field};
use ui::{Page, Problem, Section};

use super::super::asked::Asked;
use super::super::words::{self, FormPage};
use super::typed::{Errors, Typed};
use super::{breadcrumb, ceiling};
use crate::account::{self, Ceiling, Invitation, InviteError, New};
use crate::{Access, AccountId, Who};

/// The link, shown once.
#[derive(Template)]
#[template(path = "access/link.html")]
pub(in super::super) struct LinkPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    link: String,
    until: String,
    on: String,
}

pub(in super::super) async fn show(
    page: Page,
    who: Who,
    State(access): State<Access>,
) -> Result<Response, Problem> {
    let ceiling = ceiling(&who)?;
    let modulo = AccountId::new(access.clock.now(), &mut access.random()).to_string();
    let typed = Typed { modulo, ruolo: ceiling.roles[0].code().to_owned(), ..Typed::default() };
    Ok(ui::render(&form(&access, page, &ceiling, &typed, &Errors::default())))
}

pub(in super::super) async fn invite(
    page: Page,
    who: Who,
    State(access): State<Access>,
    asked: Asked,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let ceiling = ceiling(&who)?;
    let id: AccountId = typed.modulo.parse().map_err(|_| Problem::not_found())?;
    let understood = match typed.understood(&access, &page, &ceiling, true) {
        Ok(understood) => understood,
        Err(errors) => return Ok(words::mended(&form(&access, page, &ceiling, &typed, &errors))),
    };
    let new = New {
        id,
        login: typed.login.clone(),
        name: understood.name,
        role: understood.role,
        city: understood.city,
        offices: understood.offices,
    };
    match account::invite(&access, &who.actor(), &new, &mut access.random()).await {
        Ok(invitation) => {
            let link = asked.link(&access, &invitation.path);
            Ok(ui::render(&LinkPage::new(page, &new.name, id, link, &invitation)))
        }
        // The same form once more: what it asked for is there. Its link was shown and is not kept.
        Err(InviteError::Again) => Ok(words::see_other(&format!("/utenti/{id}?fatto=ancora"))),
        Err(InviteError::Store(error)) => Err(error.into()),
        Err(InviteError::Taken(_) | InviteError::Login(_)) => {
            let errors = Errors { login: page.t("access-login-taken"), ..Errors::default() };
            Ok(words::mended(&form(&access, page, &ceiling, &typed, &errors)))
        }
        Err(InviteError::Place(_)) => {
            let errors = Errors { city: page.t("access-city-wrong"), ..Errors::default() };
            Ok(words::mended(&form(&access, page, &ceiling, &typed, &errors)))
        }
    }
}

pub(in super::super) fn form(
    access: &Access,
    page: Page,
    ceiling: &Ceiling,
    typed: &Typed,
    errors: &Errors,
) -> FormPage {
    let title = page.t("access-invite-title");
    let page = page.titled(Section::Accounts, title);
    let login = Field::text("login", page.t("access-login"))
        .hint(page.t("access-login-hint"))
        .value(&typed.login)
        .autocomplete("off")
        .error(&errors.login)
        .required();
    let mut fields = vec![Field::hidden("modulo", &typed.modulo), login];
    fields.extend(typed.fields(access, &page, ceiling, errors));
    let place = ceiling.city.and_then(|code| access.cities.get(code)).map(|city| city.name.clone());
    FormPage {
        breadcrumb: Some(breadcrumb(&page, None, page.t("access-accounts-invite"))),
        lead: match place {
            Some(city) => page.t_with("access-invite-lead-city", &[("city", &city)]),
            None => page.t("access-invite-lead"),
        },
        paragraphs: Vec::new(),
        action: "/utenti/nuovo".to_owned(),
        fields,
        button: page.t("access-invite-button"),
        keep: Some(("/utenti".to_owned(), page.t("access-accounts-keep"))),
        links: Vec::new(),
        page,
    }
}

impl LinkPage {
    pub(in super::super) fn new(
        page: Page,
        name: &str,
        id: AccountId,
        link: String,
        invitation: &Invitation,
    ) -> Self {
        let title = page.t_with("access-link-title", &[("name", &name)]);
        let page = page.titled(Section::Accounts, title);
        Self {
            breadcrumb: breadcrumb(&page, None, page.t("access-link")),
            lead: page.t_with("access-link-lead", &[("name", &name)]),
            until: page.t_with("access-link-until", &[("moment", &page.moment(&invitation.expires_at))]),
            link,
            on: format!("/utenti/{id}"),
            page,
        }
    }
}
