//! Rejected rows to mend, as a workbook or as text.

use access::Who;
use access::reads::What;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::tables::TableError;
use kernel::CityCode;
use ui::{Lang, Page, Problem};

use super::{App, id};
use crate::registers::import::RegisterId;
use crate::registers::rejected::{RejectedRow, rejected};
use crate::registers::{history, rejects};

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

type Write = fn(&[RejectedRow], Lang) -> Result<Vec<u8>, TableError>;

pub(super) async fn xlsx(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(place): Path<(String, String)>,
) -> Result<Response, Problem> {
    give(&page, &who, &app, &place, rejects::spreadsheet, "xlsx", XLSX).await
}

pub(super) async fn csv(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(place): Path<(String, String)>,
) -> Result<Response, Problem> {
    give(&page, &who, &app, &place, rejects::text, "csv", "text/csv; charset=utf-8").await
}

async fn give(
    page: &Page,
    who: &Who,
    app: &App,
    (city, register): &(String, String),
    write: Write,
    ending: &str,
    kind: &str,
) -> Result<Response, Problem> {
    let city = app.city(city)?;
    let rows = rows(app, city.code, id(register)?).await?;
    app.reads.export(who, city.code, &[], What::RejectedRows).await?;
    let bytes = write(&rows, page.lang)?;
    let name = page.t("registers-rejects-file");
    let disposition = format!("attachment; filename=\"{name}-{}.{ending}\"", city.code);
    let headers = [(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)];
    Ok((headers, bytes).into_response())
}

async fn rows(app: &App, city: CityCode, register: RegisterId) -> Result<Vec<RejectedRow>, Problem> {
    let keys = app.vault.city(city)?;
    let mut reader = app.store.reader().await?;
    let found = history::register(&mut reader, &keys, register).await?.ok_or_else(Problem::not_found)?;
    if found.withdrawn.is_some() || found.rejected == 0 {
        return Err(Problem::not_found());
    }
    Ok(rejected(&mut reader, &keys, register).await?)
}
