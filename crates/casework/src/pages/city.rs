//! A city's registers: bring one, see what waits, look back.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use network::City;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Column, Field, Notice, Shape, Status, Table, Tone};
use ui::{Page, Problem, Section};

use super::jobs::{Jobs, State as Job};
use super::{App, receive, words};
use crate::people::doubts;
use crate::registers::history::{self, Register};
use crate::registers::parked::{self, Parked};

/// Registers listed; older ones are in the journal.
const MOST_LISTED: u32 = 200;

#[derive(Template)]
#[template(path = "registers/city.html")]
pub(super) struct CityPage {
    page: Page,
    breadcrumb: Breadcrumb,
    home: String,
    lead: String,
    file: Field,
    waiting: Vec<WaitingFile>,
    doubts: u32,
    history: Option<Table>,
}

struct WaitingFile {
    name: String,
    about: String,
    href: String,
    action: String,
}

/// What the page is made of.
#[derive(Default)]
pub(super) struct CityView {
    pub(super) registers: Vec<Register>,
    pub(super) parked: Vec<Parked>,
    pub(super) doubts: u32,
    /// What is wrong with the file that was just brought.
    pub(super) error: String,
}

#[derive(Deserialize)]
pub(super) struct Happened {
    /// What has just happened, by a redirect from another page.
    fatto: Option<String>,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path(city): Path<String>,
    Query(happened): Query<Happened>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let page = match happened.fatto.as_deref() {
        Some("ritirato") => {
            let notice = Notice::new(
                Tone::Success,
                page.t("registers-withdrawn-done"),
                page.t("registers-withdrawn-done-text"),
            );
            page.notice(notice)
        }
        Some("tolto") => {
            let notice = Notice::new(Tone::Success, page.t("registers-discarded"), "");
            page.notice(notice)
        }
        _ => page,
    };
    let view = load(&app, city, String::new()).await?;
    Ok(ui::render(&CityPage::new(page, city, &view, &app.jobs)))
}

/// The same page with an error beside the file: nothing was kept.
pub(super) async fn refuse(page: Page, app: &App, city: &City, error: String) -> Result<Response, Problem> {
    let view = load(app, city, error).await?;
    let response = ui::render(&CityPage::new(page, city, &view, &app.jobs));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, response).into_response())
}

async fn load(app: &App, city: &City, error: String) -> Result<CityView, Problem> {
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let registers = history::registers(&mut reader, &keys, MOST_LISTED).await?;
    let parked = parked::all(&mut reader, &keys).await?;
    let waiting = doubts::doubts_waiting(&mut reader).await?;
    let doubts = waiting.iter().find(|waiting| waiting.city == city.code).map_or(0, |waiting| waiting.count);
    Ok(CityView { registers, parked, doubts, error })
}

impl CityPage {
    pub(super) fn new(page: Page, city: &City, view: &CityView, jobs: &Jobs) -> Self {
        let title = page.t_with("registers-city-title", &[("city", &city.name)]);
        let page = page.titled(Section::Registers, title);
        let limit = page.tn("registers-file-hint", receive::MOST_BYTES >> 20);
        let file = Field::file("file", page.t("registers-file"), ".xlsx,.xlsm,.xls,.ods,.csv,.tsv,.txt")
            .hint(limit)
            .error(&view.error)
            .required();
        Self {
            breadcrumb: words::breadcrumb(&page, city, ""),
            home: words::home(city),
            lead: lead(&page, view),
            file,
            waiting: view.parked.iter().map(|parked| waiting(&page, city, parked, jobs)).collect(),
            doubts: view.doubts,
            history: (!view.registers.is_empty()).then(|| table(&page, city, &view.registers)),
            page,
        }
    }
}

fn lead(page: &Page, view: &CityView) -> String {
    let standing = view.registers.iter().filter(|register| register.withdrawn.is_none());
    let (mut files, mut rejected) = (0_u32, 0_u32);
    for register in standing {
        files += 1;
        rejected += register.waiting();
    }
    if files == 0 {
        page.t("registers-city-lead-empty")
    } else if rejected + view.doubts == 0 {
        page.tn("registers-city-lead-done", files)
    } else {
        page.t_with("registers-city-lead", &[("rows", &rejected), ("pairs", &view.doubts)])
    }
}

fn waiting(page: &Page, city: &City, parked: &Parked, jobs: &Jobs) -> WaitingFile {
    let here = format!("{}/file/{}", words::home(city), parked.id);
    let running = jobs.get((city.code, parked.id)).is_some_and(Job::is_running);
    let about = page.t_with(
        "registers-parked-about",
        &[("moment", &page.moment(&parked.uploaded_at)), ("size", &words::size(page, parked.size))],
    );
    WaitingFile {
        name: parked.file_name.clone(),
        about,
        href: if running { format!("{here}/avanzamento") } else { here },
        action: page.t(if running { "registers-parked-follow" } else { "registers-parked-continue" }),
    }
}

fn table(page: &Page, city: &City, registers: &[Register]) -> Table {
    let columns = vec![
        Column::text(page.t("registers-column-file")),
        Column::text(page.t("registers-column-when")),
        Column::number(page.t("registers-column-read")),
        Column::number(page.t("registers-column-accepted")),
        Column::number(page.t("registers-column-known")),
        Column::number(page.t("registers-column-rejected")),
        Column::text(page.t("registers-column-state")),
        Column::text(page.t("registers-column-action")),
    ];
    let rows = registers.iter().map(|register| row(page, city, register));
    Table::new(page, "history", page.t("registers-history"), columns).hide_caption().cards().rows(rows)
}

fn row(page: &Page, city: &City, register: &Register) -> Vec<Cell> {
    let here = format!("{}/storia/{}", words::home(city), register.id);
    let when = page.t_with(
        "registers-when-who",
        &[("moment", &page.moment(&register.imported_at)), ("who", &register.imported_by)],
    );
    let file = FileCell {
        href: &here,
        name: &register.file.name,
        digest: page.t_with("registers-digest", &[("digest", &words::short(&register.sha256))]),
    };
    let number = |count: u32, below: &str| match (count, &register.withdrawn) {
        (0, _) | (_, Some(_)) => Cell::text(page.number(count)),
        _ => Cell::link(format!("{here}{below}"), page.number(count)),
    };
    let (status, action) = match &register.withdrawn {
        Some((at, _)) => {
            let word = page.t_with("registers-state-withdrawn", &[("day", &page.date(&at.day()))]);
            (Status::new(Shape::None, word), Cell::text(ui::format::NOT_APPLICABLE))
        }
        None if register.waiting() > 0 => (
            Status::new(Shape::Attention, page.t("registers-state-rows")),
            Cell::link(format!("{here}/ritira"), page.t("registers-withdraw")),
        ),
        None => (
            Status::new(Shape::Done, page.t("registers-state-imported")),
            Cell::link(format!("{here}/ritira"), page.t("registers-withdraw")),
        ),
    };
    vec![
        Cell::part(file),
        Cell::text(when),
        number(register.read, ""),
        number(register.accepted, "/accessi"),
        number(register.duplicates, "#gia-note"),
        number(register.rejected, "#scarti"),
        Cell::part(status),
        action,
    ]
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span><a href="{{ href }}">{{ name }}</a><br><span class="l-small">{{ digest }}</span></span>"#
)]
struct FileCell<'a> {
    href: &'a str,
    name: &'a str,
    digest: String,
}

impl askama::filters::HtmlSafe for FileCell<'_> {}
