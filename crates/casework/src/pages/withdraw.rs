//! A whole file is taken back: first the question, then the deed.

use access::Who;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use network::City;
use ui::parts::Breadcrumb;
use ui::{Page, Problem, Say, Section};

use super::{App, id, random, words};
use crate::registers::history::{self, Register};
use crate::registers::import::RegisterId;
use crate::registers::withdraw::Withdrawer;

#[derive(Template)]
#[template(path = "registers/withdraw.html")]
pub(super) struct WithdrawPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    here: String,
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    Path((city, register)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let id: RegisterId = id(&register)?;
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let register = history::register(&mut reader, &keys, id).await?.ok_or_else(Problem::not_found)?;
    if register.withdrawn.is_some() {
        return Err(gone());
    }
    Ok(ui::render(&WithdrawPage::new(page, city, &register)))
}

pub(super) async fn withdraw(
    State(app): State<App>,
    who: Who,
    Path((city, register)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let register: RegisterId = id(&register)?;
    let App { store, keys, vault, clock, .. } = &app;
    let mut random = random();
    let withdrawer = Withdrawer { store, keys, vault, clock: &**clock, actor: &who.actor() };
    withdrawer.withdraw(city.code, register, &mut random).await?.ok_or_else(gone)?;
    Ok(Redirect::to(&format!("{}?fatto=ritirato", words::home(city))).into_response())
}

fn gone() -> Problem {
    Problem::conflict(Say::new("registers-withdraw-gone"))
}

impl WithdrawPage {
    pub(super) fn new(page: Page, city: &City, register: &Register) -> Self {
        let title = page.t_with("registers-withdraw-title", &[("name", &register.file.name)]);
        let page = page.titled(Section::Registers, title);
        let lead = page.t_with(
            "registers-withdraw-lead",
            &[
                ("contacts", &register.contacts),
                ("city", &city.name),
                ("moment", &page.moment(&register.imported_at)),
            ],
        );
        Self {
            breadcrumb: words::breadcrumb(&page, city, &page.t("registers-withdraw")),
            lead,
            here: format!("{}/storia/{}", words::home(city), register.id),
            page,
        }
    }
}
