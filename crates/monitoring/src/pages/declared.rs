//! Declared figures: in the words of who published them, never summed.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use network::Declared;
use ui::parts::{Breadcrumb, Table};
use ui::{Page, Problem, Section};

use super::Shared;
use super::grid::{Grid, Item};
use super::words::Words;

#[derive(Template)]
#[template(path = "declared.html")]
pub(crate) struct DeclaredPage {
    pub page: Page,
    pub breadcrumb: Breadcrumb,
    pub table: Table,
}

/// `GET /dichiarate`
pub async fn show(page: Page, State(monitor): State<Shared>) -> Result<Response, Problem> {
    let words = Words { page: &page, monitor: &monitor };
    let title = page.t("monitoring-declared-title");
    let table = grid(words, |_| true).table(&page).cards().hide_caption();
    let above = vec![("/".to_owned(), page.t("ui-nav-network"))];
    let breadcrumb = Breadcrumb::new(&page, above, title.clone());
    Ok(ui::render(&DeclaredPage { breadcrumb, table, page: page.clone().titled(Section::Network, title) }))
}

/// The figures of the whole network in brief, for the home page.
pub fn brief(words: Words<'_>) -> Grid {
    let mut grid = grid(words, |figure| figure.city.is_none());
    // City, basis and source are on the page with all of them.
    let keep = |place: &usize| [1, 2, 4].contains(place);
    let kept =
        |row: Vec<Item>| row.into_iter().enumerate().filter(|(place, _)| keep(place)).map(|(_, item)| item);
    grid.columns =
        grid.columns.into_iter().enumerate().filter(|(place, _)| keep(place)).map(|(_, one)| one).collect();
    grid.rows = grid.rows.into_iter().map(|row| kept(row).collect()).collect();
    grid
}

/// The declared figures that are wanted, each with wording, unit, basis, day and source.
pub fn grid(words: Words<'_>, wanted: impl Fn(&Declared) -> bool) -> Grid {
    let page = words.page;
    let rows = words.monitor.network.declared.iter().filter(|figure| wanted(figure)).map(|figure| {
        let city = figure.city.and_then(|city| words.monitor.network.cities.get(city));
        let value = qualified(page, figure);
        let unit = page.t(&format!("monitoring-unit-{}", figure.unit.replace('_', "-")));
        let wording = page.lang.pick(&figure.wording_it, &figure.wording_en);
        let kind = if figure.is_target {
            format!("{} · ", page.t("monitoring-declared-target"))
        } else {
            String::new()
        };
        let basis = figure.counting_basis.replace('_', "-");
        let source = if figure.source.starts_with("https://") {
            let host = figure.source.trim_start_matches("https://").split('/').next().unwrap_or_default();
            Item::Link(figure.source.split(';').next().unwrap_or_default().to_owned(), host.to_owned())
        } else if figure.source.is_empty() {
            Item::Text(page.t(&format!("monitoring-confidence-{}", figure.confidence.to_lowercase())))
        } else {
            Item::Text(figure.source.clone())
        };
        vec![
            Item::Text(city.map_or_else(|| page.t("monitoring-whole-network"), |city| city.name.clone())),
            Item::Text(format!("{value} {unit}")),
            Item::Text(format!("{kind}{wording}")),
            Item::Text(page.t(&format!("monitoring-declared-basis-{basis}"))),
            Item::Text(days(words, figure)),
            source,
        ]
    });
    let head = |key: &str| (page.t(key), false);
    Grid {
        id: "dichiarate".to_owned(),
        title: page.t("monitoring-declared-title"),
        lines: vec![page.t("monitoring-declared-note")],
        columns: vec![
            head("monitoring-city"),
            head("monitoring-declared-figure"),
            head("monitoring-declared-what"),
            head("monitoring-declared-basis"),
            head("monitoring-declared-days"),
            head("monitoring-declared-source"),
        ],
        rows: rows.collect(),
        foot: None,
    }
}

/// The value as precisely as the source says: `476`, `oltre 9.000`.
pub fn qualified(page: &Page, figure: &Declared) -> String {
    let places = if figure.value.fract() == 0.0 { 0 } else { 2 };
    let value = page.decimal(&figure.value, places);
    match figure.qualifier.as_str() {
        "exact" => value,
        other => page.t_with(&format!("monitoring-qualifier-{}", other.replace('_', "-")), &[("n", &value)]),
    }
}

/// As precisely as the source says: `dal 7 ottobre 2024 al 10 dicembre 2024`, `a dicembre 2025`.
fn days(words: Words<'_>, figure: &Declared) -> String {
    let day = |text: &str| -> String {
        let period: Option<kernel::Period> = text.parse().ok();
        match period {
            Some(period) if text.len() == 10 => words.page.period(&period),
            Some(period) if text.len() == 7 => words.page.month(&kernel::Month::of(period.from)),
            _ => text.to_owned(),
        }
    };
    let page = words.page;
    if figure.from.is_empty() || figure.from == figure.as_of {
        return page.t_with("monitoring-declared-at", &[("day", &day(&figure.as_of))]);
    }
    page.t_with("monitoring-declared-from-to", &[("from", &day(&figure.from)), ("to", &day(&figure.as_of))])
}
