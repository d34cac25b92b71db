//! What was understood of a file: its sheets, what each column means, a sample, what is wrong.

use std::sync::Arc;

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use documents::sheets::Workbook;
use kernel::Timestamp;
use network::City;
use network::vocabulary::Vocabulary;
use ui::parts::{Breadcrumb, Column, Field, Notice, Shape, Status, Table, Tone};
use ui::{Page, Problem, Section};

use super::{App, id, mapping, open, words};
use crate::registers::history;
use crate::registers::import::RegisterId;
use crate::registers::model::{self, Mapping, Meaning, Proposal, Reading};
use crate::registers::parked::{self, Parked, UploadId};
use crate::registers::profile;

mod columns;
mod problems;
mod sample;

#[derive(Template)]
#[template(path = "registers/understood.html")]
pub(super) struct UnderstoodPage {
    page: Page,
    breadcrumb: Breadcrumb,
    here: String,
    lead: String,
    file: String,
    warnings: Vec<Notice>,
    sheets: Table,
    columns: Vec<Field>,
    others: Vec<Field>,
    terms: Vec<Field>,
    terms_more: String,
    sample: Option<Table>,
    problems: Option<Table>,
    skipped: String,
    can_import: bool,
}

/// What a file says under a mapping.
pub(super) struct Understood {
    pub(super) parked: Parked,
    pub(super) workbook: Arc<Workbook>,
    pub(super) proposal: Proposal,
    pub(super) mapping: Mapping,
    pub(super) reading: Reading,
    /// The register of the history that has the same bytes.
    pub(super) same: Option<(RegisterId, Timestamp)>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path((city, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let file: UploadId = id(&file)?;
    let progress = || Redirect::to(&format!("{}/file/{file}/avanzamento", words::home(city))).into_response();
    if app.jobs.get((city.code, file)).is_some_and(super::jobs::State::is_running) {
        return Ok(progress());
    }
    let Some(understood) = understand(&app, city, file).await? else {
        // Imported, taken away or forgotten: the page of the progress knows which.
        return if app.jobs.get((city.code, file)).is_some() {
            Ok(progress())
        } else {
            Err(Problem::not_found())
        };
    };
    app.reads.list(&who, city.code, &[], What::Preview).await?;
    Ok(ui::render(&UnderstoodPage::new(page, city, &app.vocabulary, &understood)))
}

async fn understand(app: &App, city: &City, file: UploadId) -> Result<Option<Understood>, Problem> {
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let Some(parked) = parked::find(&mut reader, &keys, file).await? else { return Ok(None) };
    let profile = profile::profile(&mut reader, &keys).await?;
    let same = history::same_file(&mut reader, city.code, &parked.sha256).await?;
    drop(reader);
    let Some(workbook) = workbook(app, city, &parked).await? else { return Ok(None) };
    let (vocabulary, today) = (Arc::clone(&app.vocabulary), app.clock.now().day());
    let work = move || {
        let proposal = model::propose(&workbook, &vocabulary);
        let mapping = mapping::of(&proposal, profile.as_ref(), parked.mapping.as_ref());
        let reading = model::read(&workbook, &mapping, &vocabulary, today);
        Understood { parked, workbook, proposal, mapping, reading, same }
    };
    Ok(Some(tokio::task::spawn_blocking(work).await?))
}

/// The file as it was read, from memory or from where it waits.
pub(super) async fn workbook(
    app: &App,
    city: &City,
    parked: &Parked,
) -> Result<Option<Arc<Workbook>>, Problem> {
    if let Some(workbook) = app.files.get(parked.id) {
        return Ok(Some(workbook));
    }
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let Some(bytes) = parked::bytes(&mut reader, &keys, parked.id).await? else { return Ok(None) };
    drop(reader);
    let (_, workbook) = open::read(bytes, parked.file_name.clone()).await?;
    let workbook = Arc::new(workbook);
    app.files.put(parked.id, Arc::clone(&workbook));
    Ok(Some(workbook))
}

impl UnderstoodPage {
    pub(super) fn new(page: Page, city: &City, vocabulary: &Vocabulary, it: &Understood) -> Self {
        let title = page.t_with("registers-understood-title", &[("city", &city.name)]);
        let page = page.titled(Section::Registers, title);
        let [columns, others] = columns::fields(&page, vocabulary, it);
        let (terms, terms_more) = columns::terms(&page, vocabulary, it);
        let here = page.t("registers-understood-here");
        Self {
            breadcrumb: words::breadcrumb(&page, city, &here),
            here: format!("{}/file/{}", words::home(city), it.parked.id),
            lead: lead(&page, &it.reading),
            file: page.t_with(
                "registers-understood-file",
                &[
                    ("name", &it.parked.file_name),
                    ("size", &words::size(&page, it.parked.size)),
                    ("digest", &words::short(&it.parked.sha256)),
                    ("moment", &page.moment(&it.parked.uploaded_at)),
                ],
            ),
            warnings: warnings(&page, city, vocabulary, it),
            sheets: sheets(&page, it),
            columns,
            others,
            terms,
            terms_more,
            sample: sample::table(&page, vocabulary, it),
            problems: problems::table(&page, &it.reading),
            skipped: skipped(&page, &it.reading),
            can_import: !it.reading.entries.is_empty(),
            page,
        }
    }
}

fn lead(page: &Page, reading: &Reading) -> String {
    let (rows, wrong) = (reading.rows(), reading.rejections.len());
    if reading.entries.is_empty() {
        page.t("registers-understood-lead-none")
    } else if wrong == 0 {
        page.tn("registers-understood-lead-all", rows)
    } else {
        page.t_with("registers-understood-lead", &[("n", &rows), ("wrong", &wrong)])
    }
}

fn warnings(page: &Page, city: &City, vocabulary: &Vocabulary, it: &Understood) -> Vec<Notice> {
    let mut warnings = Vec::new();
    if let Some((register, at)) = it.same {
        let text = page.t_with("registers-same-file", &[("moment", &page.moment(&at))]);
        let notice = Notice::new(Tone::Warning, text, page.t("registers-same-file-text"));
        let href = format!("{}/storia/{register}", words::home(city));
        warnings.push(notice.link(href, page.t("registers-same-file-link")));
    }
    for (meaning, headers) in columns::repeated(it) {
        let name = words::meaning(vocabulary, page.lang, &meaning);
        let text = page.t_with("registers-repeated", &[("meaning", &name), ("columns", &headers)]);
        warnings.push(Notice::new(Tone::Warning, text, page.t("registers-repeated-text")));
    }
    warnings
}

fn sheets(page: &Page, it: &Understood) -> Table {
    let columns = vec![
        Column::text(page.t("registers-column-sheet")),
        Column::text(page.t("registers-column-header")),
        Column::number(page.t("registers-column-rows")),
        Column::text(page.t("registers-column-state")),
    ];
    let rows = it.proposal.sheets.iter().map(|sheet| {
        let name = if sheet.name.is_empty() { page.t("registers-sheet-only") } else { sheet.name.clone() };
        let header = sheet.header_line.map_or_else(
            || page.t("registers-header-none"),
            |line| page.t_with("registers-line", &[("line", &line.to_string())]),
        );
        let missing = columns::missing(sheet, &it.mapping);
        let status = if it.reading.unread.contains(&sheet.name) {
            Status::new(Shape::None, page.t("registers-sheet-unread"))
        } else if missing.is_empty() {
            Status::new(Shape::Done, page.t("registers-sheet-read"))
        } else {
            let names: Vec<String> =
                missing.iter().map(|key| page.t(&format!("registers-missing-{}", key.word()))).collect();
            Status::new(
                Shape::Attention,
                page.t_with("registers-sheet-lacks", &[("what", &names.join(", "))]),
            )
        };
        vec![name.into(), header.into(), page.number(sheet.rows).into(), ui::parts::Cell::part(status)]
    });
    Table::new(page, "sheets", page.t("registers-sheets"), columns).hide_caption().cards().rows(rows)
}

fn skipped(page: &Page, reading: &Reading) -> String {
    let model::Skipped { blank, totals, titles, headers } = reading.skipped;
    page.t_with(
        "registers-skipped",
        &[("blank", &blank), ("totals", &totals), ("titles", &titles), ("headers", &headers)],
    )
}

/// Every meaning a column can have, for a list.
fn meanings(vocabulary: &Vocabulary) -> Vec<Meaning> {
    let marks = vocabulary.services().iter().map(|service| Meaning::ServiceMark(service.code.clone()));
    Meaning::PLAIN.into_iter().chain(marks).collect()
}
