//! What an import did, and the rows of it that wait to be mended.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use network::City;
use ui::parts::{Breadcrumb, Cell, Column, Figure, Notice, Table, Tone};
use ui::{Page, Problem, Section};

use super::{App, id, words};
use crate::people::doubts;
use crate::registers::history::{self, Register};
use crate::registers::import::RegisterId;
use crate::registers::rejected::{RejectedRow, rejected};
use crate::registers::rejects;

/// Rejected rows shown; the downloads have them all.
const MOST_SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "registers/register.html")]
pub(super) struct RegisterPage {
    page: Page,
    breadcrumb: Breadcrumb,
    here: String,
    lead: String,
    file: String,
    withdrawn: Option<Notice>,
    figures: Vec<Figure>,
    known: u32,
    rejected: Option<Table>,
    rejected_more: String,
    is_settled: bool,
    downloads: String,
    is_standing: bool,
    pairs: u32,
    pairs_href: String,
}

/// What the page is made of.
pub(super) struct Result {
    pub(super) register: Register,
    pub(super) rejected: Vec<RejectedRow>,
    /// Pairs that wait in the whole city.
    pub(super) doubts: u32,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path((city, register)): Path<(String, String)>,
) -> std::result::Result<Response, Problem> {
    let city = app.city(&city)?;
    let id: RegisterId = id(&register)?;
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let register = history::register(&mut reader, &keys, id).await?.ok_or_else(Problem::not_found)?;
    let rejected = rejected(&mut reader, &keys, id).await?;
    let waiting = doubts::doubts_waiting(&mut reader).await?;
    let doubts = waiting.iter().find(|waiting| waiting.city == city.code).map_or(0, |waiting| waiting.count);
    drop(reader);
    if !rejected.is_empty() {
        app.reads.list(&who, city.code, &[], What::RejectedRows).await?;
    }
    Ok(ui::render(&RegisterPage::new(page, city, &Result { register, rejected, doubts })))
}

impl RegisterPage {
    pub(super) fn new(page: Page, city: &City, it: &Result) -> Self {
        let register = &it.register;
        let title = page.t_with("registers-register-title", &[("name", &register.file.name)]);
        let page = page.titled(Section::Registers, title);
        let home = words::home(city);
        let here = format!("{home}/storia/{}", register.id);
        let shown = it.rejected.len().min(MOST_SHOWN);
        Self {
            breadcrumb: words::breadcrumb(&page, city, &register.file.name),
            lead: lead(&page, it),
            file: page.t_with(
                "registers-register-file",
                &[
                    ("moment", &page.moment(&register.imported_at)),
                    ("who", &register.imported_by),
                    ("size", &words::size(&page, register.size)),
                    ("digest", &hex::encode(&register.sha256)),
                ],
            ),
            withdrawn: register.withdrawn.as_ref().map(|(at, who)| {
                let what = page.t_with("registers-withdrawn", &[("moment", &page.moment(at)), ("who", who)]);
                Notice::new(Tone::Info, what, page.t("registers-withdrawn-text"))
            }),
            figures: figures(&page, &here, &home, it),
            known: register.duplicates,
            rejected: (!it.rejected.is_empty()).then(|| table(&page, &it.rejected[..shown])),
            rejected_more: if it.rejected.len() > shown {
                page.t_with("registers-rejected-more", &[("shown", &shown), ("n", &it.rejected.len())])
            } else {
                String::new()
            },
            is_settled: register.settled.is_some(),
            downloads: page.t("registers-rejected-download"),
            is_standing: register.withdrawn.is_none(),
            pairs: it.doubts,
            pairs_href: format!("{home}/coppie"),
            here,
            page,
        }
    }
}

fn lead(page: &Page, it: &Result) -> String {
    let register = &it.register;
    if register.withdrawn.is_some() {
        page.t("registers-register-lead-withdrawn")
    } else if register.waiting() > 0 {
        page.t_with(
            "registers-register-lead-rejected",
            &[("n", &register.read), ("wrong", &register.rejected)],
        )
    } else if register.rejected > 0 {
        page.t_with(
            "registers-register-lead-settled",
            &[("n", &register.read), ("wrong", &register.rejected)],
        )
    } else {
        page.tn("registers-register-lead", register.read)
    }
}

fn figures(page: &Page, here: &str, home: &str, it: &Result) -> Vec<Figure> {
    let register = &it.register;
    let standing = register.withdrawn.is_none();
    let figure = |value: u32, key: &str, href: String| {
        let label = page.t(&format!("registers-figure-{key}"));
        let basis = page.t(&format!("registers-basis-{key}"));
        let figure = Figure::new(page.number(value), label, basis);
        if value > 0 && standing { figure.href(href) } else { figure }
    };
    vec![
        figure(register.read, "read", "#file".to_owned()),
        figure(register.accepted, "accepted", format!("{here}/accessi")),
        figure(register.duplicates, "known", "#gia-note".to_owned()),
        figure(register.rejected, "rejected", "#scarti".to_owned()),
        figure(register.persons, "persons", format!("{here}/accessi")),
        figure(register.new_persons, "new", format!("{here}/accessi")),
        figure(it.doubts, "doubts", format!("{home}/coppie")),
    ]
}

/// Each row with the cell that is wrong marked, the reason, and the nearest value that would be right.
fn table(page: &Page, rejected: &[RejectedRow]) -> Table {
    let columns = vec![
        Column::text(page.t("registers-column-line")),
        Column::text(page.t("registers-column-column")),
        Column::text(page.t("registers-column-value")),
        Column::text(page.t("registers-column-reason")),
        Column::text(page.t("registers-column-nearest")),
        Column::text(page.t("registers-column-row")),
    ];
    let rows = rejected.iter().map(|row| {
        let it = &row.content;
        let value =
            if it.value.trim().is_empty() { page.t("registers-value-empty") } else { it.value.clone() };
        let nearest = it.nearest.clone().unwrap_or_else(|| ui::format::NOT_APPLICABLE.to_owned());
        let cells: Vec<RowCell<'_>> = it
            .cells
            .iter()
            .zip(&it.headers)
            .filter(|(text, header)| !text.trim().is_empty() || **header == it.header)
            .map(|(text, header)| RowCell {
                text: if text.trim().is_empty() { "∅" } else { text },
                is_wrong: *header == it.header,
            })
            .collect();
        vec![
            Cell::text(words::place(page, &it.sheet, row.line)),
            Cell::text(&it.header),
            Cell::text(value).marked(),
            Cell::text(rejects::message(&row.reason, page.lang)),
            Cell::text(nearest),
            Cell::part(WholeRow { cells }),
        ]
    });
    Table::new(page, "rejected", page.t("registers-rejected"), columns).hide_caption().cards().rows(rows)
}

struct RowCell<'a> {
    text: &'a str,
    is_wrong: bool,
}

/// A row as it was written, the wrong cell marked.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span class="l-small">{% for cell in cells %}{% if !loop.first %} | {% endif %}{% if cell.is_wrong %}<mark>{{ cell.text }}</mark>{% else %}{{ cell.text }}{% endif %}{% endfor %}</span>"#
)]
struct WholeRow<'a> {
    cells: Vec<RowCell<'a>>,
}

impl askama::filters::HtmlSafe for WholeRow<'_> {}
