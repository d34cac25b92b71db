//! The contacts that a register brought, in the order of the file.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use network::City;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Column, Pager, Table};
use ui::{Page, Problem, Section};

use super::{App, id, words};
use crate::registers::history::{self, Register, RegisterRow};
use crate::registers::import::RegisterId;

/// Contacts on a page.
const ON_A_PAGE: usize = 100;

#[derive(Template)]
#[template(path = "registers/rows.html")]
pub(super) struct RowsPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    table: Table,
    pager: Pager,
}

/// Where the list goes on.
#[derive(Deserialize)]
pub(super) struct After {
    #[serde(default)]
    foglio: u32,
    #[serde(default)]
    riga: u32,
    dopo: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path((city, register)): Path<(String, String)>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let register_id: RegisterId = id(&register)?;
    let is_first = after.dopo.is_none();
    let contact = after.dopo.map_or(Ok(uuid::Uuid::nil()), |text| id(&text))?;
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let register =
        history::register(&mut reader, &keys, register_id).await?.ok_or_else(Problem::not_found)?;
    let from = (after.foglio, after.riga, contact);
    // One more than is shown tells whether the list goes on.
    let at_most = u32::try_from(ON_A_PAGE + 1).unwrap_or(u32::MAX);
    let rows = history::rows(&mut reader, &keys, register_id, from, at_most).await?;
    drop(reader);
    let persons: Vec<uuid::Uuid> = rows.iter().take(ON_A_PAGE).map(|row| row.person.0).collect();
    app.reads.list(&who, city.code, &persons, What::RegisterRows).await?;
    Ok(ui::render(&RowsPage::new(page, city, &app.vocabulary, &register, &rows, is_first)))
}

impl RowsPage {
    pub(super) fn new(
        page: Page,
        city: &City,
        vocabulary: &Vocabulary,
        register: &Register,
        rows: &[RegisterRow],
        is_first: bool,
    ) -> Self {
        let title = page.t_with("registers-rows-title", &[("name", &register.file.name)]);
        let page = page.titled(Section::Registers, title);
        let here = format!("{}/storia/{}", words::home(city), register.id);
        let shown = &rows[..rows.len().min(ON_A_PAGE)];
        let next = (rows.len() > shown.len())
            .then(|| shown.last())
            .flatten()
            .map(|row| format!("{here}/accessi?foglio={}&riga={}&dopo={}", row.sheet, row.line, row.contact));
        let columns = vec![
            Column::text(page.t("registers-column-line")),
            Column::text(page.t("registers-column-day")),
            Column::text(page.t("registers-column-name")),
            Column::text(page.t("registers-column-service")),
        ];
        let erased = page.t("registers-name-erased");
        let cells = shown.iter().map(|row| {
            vec![
                Cell::text(words::place(&page, register.file.sheet(row.sheet), row.line)),
                Cell::text(page.date(&row.day)),
                Cell::text(row.name.as_deref().unwrap_or(&erased)),
                Cell::text(words::service(vocabulary, page.lang, &row.service)),
            ]
        });
        let table = Table::new(&page, "rows", page.t("registers-rows-caption"), columns)
            .hide_caption()
            .cards()
            .rows(cells);
        let count =
            page.t_with("registers-rows-shown", &[("shown", &shown.len()), ("n", &register.contacts)]);
        let first = (!is_first).then(|| format!("{here}/accessi"));
        let above = vec![
            ("/registri".to_owned(), page.t("ui-nav-registers")),
            (words::home(city), city.name.clone()),
            (here, register.file.name.clone()),
        ];
        Self {
            breadcrumb: Breadcrumb::new(&page, above, page.t("registers-rows-here")),
            lead: page.t_with(
                "registers-rows-lead",
                &[
                    ("contacts", &register.contacts),
                    ("rows", &register.accepted),
                    ("persons", &register.persons),
                    ("new", &register.new_persons),
                ],
            ),
            table,
            pager: Pager::new(&page, count, first, next),
            page,
        }
    }
}
