//! All cities: what waits, and what each has brought.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::CityCode;
use network::Cities;
use serde::Deserialize;
use ui::parts::{Cell, Choice, Column, Field, Shape, Status, Table, Todo};
use ui::waits::Waiting;
use ui::{Page, Problem, Section};

use super::{App, waits};
use crate::people::doubts;
use crate::registers::history::{self, Brought, CityWaiting};

/// More would push the table of the cities off the screen; it has the rest.
const MOST_WAITING: usize = 6;

#[derive(Template)]
#[template(path = "registers/overview.html")]
pub(super) struct OverviewPage {
    page: Page,
    lead: String,
    todo: Todo,
    more: String,
    city: Field,
    table: Table,
}

/// What the page is made of.
#[derive(Default)]
pub(super) struct Overview {
    pub(super) brought: Vec<Brought>,
    pub(super) rejected: Vec<CityWaiting>,
    pub(super) doubts: Vec<CityWaiting>,
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    city: Option<String>,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Problem> {
    if let Some(city) = chosen.city.filter(|city| !city.is_empty()) {
        let code = app.city(&city)?.code;
        return Ok(Redirect::to(&format!("/registri/{code}")).into_response());
    }
    let mut reader = app.store.reader().await?;
    let overview = Overview {
        brought: history::brought(&mut reader).await?,
        rejected: history::rejected_waiting(&mut reader).await?,
        doubts: doubts::doubts_waiting(&mut reader).await?,
    };
    Ok(ui::render(&OverviewPage::new(page, &app.cities, &overview)))
}

impl OverviewPage {
    pub(super) fn new(page: Page, cities: &Cities, overview: &Overview) -> Self {
        let title = page.t("registers-title");
        let page = page.titled(Section::Registers, title);
        let waiting = waits::list(cities, &overview.rejected, &overview.doubts);
        let shown: Vec<Waiting> = waiting.iter().take(MOST_WAITING).cloned().collect();
        let more = waiting.len() - shown.len();
        let choices = std::iter::once(Choice::new("", page.t("registers-city-none")))
            .chain(cities.iter().map(|city| Choice::new(city.code.as_str(), &city.name)))
            .collect();
        Self {
            lead: lead(&page, cities, overview),
            todo: Todo::new(&page, &shown),
            more: if more > 0 { page.tn("registers-waiting-more", more) } else { String::new() },
            city: Field::list("city", page.t("registers-city"), choices),
            table: table(&page, cities, overview),
            page,
        }
    }
}

fn lead(page: &Page, cities: &Cities, overview: &Overview) -> String {
    let sum = |list: &[CityWaiting]| list.iter().map(|city| city.count).sum::<u32>();
    let (rows, pairs) = (sum(&overview.rejected), sum(&overview.doubts));
    let silent = cities.len() - overview.brought.len().min(cities.len());
    if overview.brought.is_empty() {
        page.t("registers-lead-empty")
    } else if rows + pairs == 0 {
        page.tn("registers-lead-done", silent)
    } else {
        page.t_with("registers-lead", &[("rows", &rows), ("pairs", &pairs), ("silent", &silent)])
    }
}

fn table(page: &Page, cities: &Cities, overview: &Overview) -> Table {
    let count = |list: &[CityWaiting]| {
        list.iter().map(|city| (city.city, city.count)).collect::<HashMap<CityCode, u32>>()
    };
    let (rejected, doubts) = (count(&overview.rejected), count(&overview.doubts));
    let brought: HashMap<CityCode, &Brought> =
        overview.brought.iter().map(|brought| (brought.city, brought)).collect();
    let columns = vec![
        Column::text(page.t("registers-column-city")),
        Column::text(page.t("registers-column-last")),
        Column::number(page.t("registers-column-files")),
        Column::number(page.t("registers-column-read")),
        Column::number(page.t("registers-column-rejected")),
        Column::number(page.t("registers-column-pairs")),
        Column::text(page.t("registers-column-state")),
    ];
    Table::new(page, "cities", page.t("registers-cities-caption"), columns).rows(cities.iter().map(|city| {
        let href = format!("/registri/{}", city.code);
        let pairs = doubts.get(&city.code).copied().unwrap_or(0);
        let rows = rejected.get(&city.code).copied().unwrap_or(0);
        let of = |number: u32, href: String| match number {
            0 => Cell::text(page.number(number)),
            _ => Cell::link(href, page.number(number)),
        };
        let name = Cell::link(href.clone(), &city.name);
        let pairs_cell = of(pairs, format!("{href}/coppie"));
        match brought.get(&city.code) {
            None => {
                let never = Status::new(Shape::Open, page.t("registers-state-never"));
                let none = || Cell::text(ui::format::NOT_APPLICABLE);
                vec![name, none(), none(), none(), none(), none(), Cell::part(never)]
            }
            Some(brought) => {
                let status = if rows + pairs > 0 {
                    Status::new(Shape::Attention, page.t("registers-state-waits"))
                } else {
                    Status::new(Shape::Done, page.t("registers-state-done"))
                };
                vec![
                    name,
                    Cell::text(page.date(&brought.last.day())),
                    Cell::text(page.number(brought.files)),
                    Cell::text(page.number(brought.read)),
                    of(rows, href),
                    pairs_cell,
                    Cell::part(status),
                ]
            }
        }
    }))
}
