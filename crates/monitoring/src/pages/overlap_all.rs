//! All counts of one kind, on a page of their own or as a file.

use access::{Action, Who};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use ui::parts::{Breadcrumb, Field, Table};
use ui::{Page, Problem, Section};

use super::Shared;
use super::asked::{Asked, period_field};
use super::overlap::downloads;
use super::overlap_tables::{Kind, Tables};
use super::words::Words;

#[derive(Template)]
#[template(path = "overlap_all.html")]
struct AllPage {
    page: Page,
    breadcrumb: Breadcrumb,
    action: String,
    period: Field,
    note: String,
    table: Table,
    small: bool,
    downloads: Vec<(String, String)>,
}

/// `GET /incroci/coppie` and `/incroci/flussi`; with `.csv` or `.xlsx`, as files.
pub async fn show(
    page: Page,
    who: Who,
    State(monitor): State<Shared>,
    asked: Asked,
    Path(file): Path<String>,
) -> Result<Response, Problem> {
    let (name, ending) = file.split_once('.').map_or((file.as_str(), None), |(name, end)| (name, Some(end)));
    let kind = Kind::from_code(name).ok_or_else(Problem::not_found)?;
    let mart = monitor.mart().await?;
    let period = asked.period(&monitor, mart)?;
    let tables = Tables::of(&mart.overlap(period), who.may_at_home(Action::SeeSmallNumbers));
    let words = Words { page: &page, monitor: &monitor };
    let grid = tables.all(kind, words);
    if let Some(ending) = ending {
        return grid.download(ending);
    }
    let values: [(&str, &dyn ui::ToValue); 2] = [("what", &grid.title), ("when", &words.when(period))];
    let title = page.t_with("monitoring-overlap-all-title", &values);
    let above = vec![
        ("/".to_owned(), page.t("ui-nav-network")),
        (format!("/incroci?period={period}"), page.t("monitoring-overlap-here")),
    ];
    let shown = AllPage {
        breadcrumb: Breadcrumb::new(&page, above, &grid.title),
        action: format!("/incroci/{}", kind.code()),
        period: period_field(&page, &monitor, mart, period),
        note: page.t(&kind.key("note")),
        table: grid.table(&page).hide_caption(),
        small: tables.is_protected,
        downloads: downloads(&page, kind, &period.to_string()).into(),
        page: page.clone().titled(Section::Network, title),
    };
    Ok(ui::render(&shown))
}
