//! One indicator: what it counts, its figure, its parts, broken down as the reader chooses.

mod breakdown;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{CityCode, Period};
use mart::{Dimension, Mart};
use ui::parts::{Breadcrumb, Chart, Choice, Field, Figure, Notice, Table, Tone};
use ui::{Page, Problem, Say, Section};

use self::breakdown::Breakdown;
use super::asked::{Asked, city_field, period_field};
use super::grid::{Grid, Item, drawing};
use super::indicators::{narrowed, status};
use super::words::Words;
use super::{Monitor, Shared};
use crate::Indicator;
use crate::model::{Against, Span};

#[derive(Template)]
#[template(path = "indicator.html")]
pub(crate) struct IndicatorPage {
    pub page: Page,
    pub breadcrumb: Breadcrumb,
    pub definition: String,
    pub in_words: String,
    pub legal: Option<String>,
    pub status: String,
    pub source: Option<String>,
    pub not_counted: Option<Notice>,
    pub figures: Vec<Figure>,
    pub filters: Vec<Field>,
    pub breakdown: Option<Chart>,
    pub parent: Option<(String, String)>,
    pub parts: Option<Table>,
    pub compare: Option<String>,
}

/// What an address asks of an indicator.
struct Wanted<'a> {
    indicator: &'a Indicator,
    asked_of: Indicator,
    period: Period,
    city: Option<CityCode>,
    by: Vec<Dimension>,
}

impl<'a> Wanted<'a> {
    fn of(asked: &Asked, code: &str, monitor: &'a Monitor, mart: &Mart) -> Result<Self, Problem> {
        let indicator = monitor.indicators.get(code).ok_or_else(Problem::not_found)?;
        let city = asked.city(monitor)?;
        let offered = offered(indicator, city);
        let mut by: Vec<Dimension> = Vec::new();
        for name in asked.all("by").chain(asked.all("and")) {
            let dimension = name.parse().ok().filter(|dimension| offered.contains(dimension));
            let Some(dimension) = dimension else {
                return Err(Problem::bad_request(Say::new("monitoring-wrong-by").with("name", name)));
            };
            if !by.contains(&dimension) {
                by.push(dimension);
            }
        }
        by.truncate(2);
        if by.is_empty() {
            by.push(Dimension::Month);
        }
        Ok(Self {
            indicator,
            asked_of: narrowed(indicator, city),
            period: asked.period(monitor, mart)?,
            city,
            by,
        })
    }
}

/// What the figure may be broken down by: time, city, and what the catalogue allows.
fn offered(indicator: &Indicator, city: Option<CityCode>) -> Vec<Dimension> {
    let mut offered = vec![Dimension::Month, Dimension::Quarter, Dimension::Year];
    if city.is_none() {
        offered.push(Dimension::City);
    }
    offered.extend(
        indicator
            .disaggregation
            .iter()
            .copied()
            .filter(|dimension| !offered.contains(dimension))
            .collect::<Vec<_>>(),
    );
    offered
}

/// `GET /indicatori/{code}`
pub async fn show(
    page: Page,
    State(monitor): State<Shared>,
    asked: Asked,
    Path(code): Path<String>,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let wanted = Wanted::of(&asked, &code, &monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let indicator = wanted.indicator;
    let name = indicator.name.of(page.lang).to_owned();
    let edition = monitor.edition().from;
    let figure = wanted.asked_of.value(mart, wanted.period, edition)?;
    let mut figures = Vec::new();
    if let Some(figure) = &figure {
        let unit = words.unit(&indicator.unit);
        figures.push(Figure::new(page.number(figure.value), unit.clone(), words.basis(&figure.answer)));
        if let Some(added) = figure.added {
            let days = [words.page.period(&wanted.period), words.cut_off(figure.answer.cut_off)].join(" · ");
            figures.push(Figure::new(page.number(added), page.t("monitoring-added-long"), days));
        }
    }
    let breakdown = Breakdown::of(words, &wanted.asked_of, wanted.period, &wanted.by, mart)?;
    let address = |file: &str| asked.with(&format!("/indicatori/{code}/{file}"), &[]);
    let chart = breakdown.map(|breakdown| {
        breakdown
            .chart(words)
            .download("SVG", address("grafico.svg"))
            .download("CSV", address("tabella.csv"))
            .download("XLSX", address("tabella.xlsx"))
    });
    let parent = indicator.parent.as_deref().and_then(|parent| monitor.indicators.get(parent));
    let link = |code: &str| asked.with(&format!("/indicatori/{code}"), &[("by", ""), ("and", "")]);
    let can_compare = !Against::choices(indicator, &monitor.indicators).is_empty();
    let shown =
        IndicatorPage {
            breadcrumb: Breadcrumb::new(
                &page,
                vec![("/indicatori".to_owned(), page.t("ui-nav-indicators"))],
                indicator.code.clone(),
            ),
            definition: indicator
                .definition
                .as_ref()
                .map(|text| text.of(page.lang).to_owned())
                .unwrap_or_default(),
            in_words: in_words(words, indicator),
            legal: indicator.legal_source.clone(),
            status: match status(words, indicator) {
                Item::Part(markup, _) => markup.to_string(),
                _ => String::new(),
            },
            source: indicator.source.clone(),
            not_counted: indicator.counting.as_ref().err().map(|why| {
                Notice::new(Tone::Info, page.t("monitoring-not-counted-title"), why.of(page.lang))
            }),
            figures,
            filters: filters(words, &wanted, mart),
            breakdown: chart,
            parent: parent
                .map(|parent| (link(&parent.code), format!("{} {}", parent.code, parent.name.of(page.lang)))),
            parts: parts(words, &wanted, mart, &link)?,
            compare: can_compare.then(|| format!("/confronto?indicator={code}&period={}", wanted.period)),
            page: page.clone().titled(Section::Indicators, format!("{} · {name}", indicator.code)),
        };
    Ok(ui::render(&shown))
}

/// `GET /indicatori/{code}/tabella.csv`, `tabella.xlsx`, `grafico.svg`
pub async fn download(
    page: Page,
    State(monitor): State<Shared>,
    asked: Asked,
    Path((code, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let wanted = Wanted::of(&asked, &code, &monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let breakdown = Breakdown::of(words, &wanted.asked_of, wanted.period, &wanted.by, mart)?;
    let breakdown = breakdown.ok_or_else(Problem::not_found)?;
    match file.split_once('.') {
        Some(("grafico", "svg")) => Ok(drawing(&code, breakdown.svg(words))),
        Some(("tabella", ending)) => breakdown.grid(words).download(ending),
        _ => Err(Problem::not_found()),
    }
}

fn filters(words: Words<'_>, wanted: &Wanted<'_>, mart: &Mart) -> Vec<Field> {
    let page = words.page;
    if wanted.indicator.counting.is_err() {
        return Vec::new();
    }
    let choices = |none: bool| {
        let first = none.then(|| Choice::new("", page.t("monitoring-by-nothing")));
        let offered = offered(wanted.indicator, wanted.city);
        let offered = offered.into_iter().map(|one| Choice::new(one.name(), words.dimension(one)));
        first.into_iter().chain(offered).collect::<Vec<_>>()
    };
    let chosen = |place: usize| wanted.by.get(place).map(|one| one.name()).unwrap_or_default();
    vec![
        period_field(page, words.monitor, mart, wanted.period),
        city_field(page, words.monitor, wanted.city),
        Field::list("by", page.t("monitoring-by"), choices(false)).value(chosen(0)),
        Field::list("and", page.t("monitoring-and-by"), choices(true)).value(chosen(1)),
    ]
}

/// The question as people would put it.
fn in_words(words: Words<'_>, indicator: &Indicator) -> String {
    let Ok(counting) = &indicator.counting else { return String::new() };
    let page = words.page;
    let mut parts = vec![format!("{}, {}", words.measure(counting.measure), words.counted(counting.measure))];
    for dimension in counting.filter.dimensions() {
        let values = counting.filter.values(dimension).into_iter().flatten();
        let names: Vec<String> = values.map(|value| words.value(dimension, value)).collect();
        // The third countries are most of the world: one word says them all.
        let names = if names.len() > 50 { page.t("monitoring-third-countries") } else { words.list(&names) };
        parts.push(format!("{}: {names}", words.dimension(dimension)));
    }
    parts.push(page.t(match counting.span {
        Span::InPeriod => "monitoring-span-period",
        Span::SinceEdition => "monitoring-span-edition",
    }));
    parts.join(" · ")
}

/// The parts of an indicator with their figures; they may overlap.
fn parts(
    words: Words<'_>,
    wanted: &Wanted<'_>,
    mart: &Mart,
    link: &impl Fn(&str) -> String,
) -> Result<Option<Table>, Problem> {
    let (page, monitor) = (words.page, words.monitor);
    let mut rows = Vec::new();
    for part in monitor.indicators.parts_of(&wanted.indicator.code) {
        let figure = narrowed(part, wanted.city).value(mart, wanted.period, monitor.edition().from)?;
        let value =
            figure.map_or_else(|| Item::Text(page.t("monitoring-not-counted")), |one| Item::Count(one.value));
        rows.push(vec![
            Item::Link(link(&part.code), part.code.clone()),
            Item::Text(part.name.of(page.lang).to_owned()),
            value,
        ]);
    }
    if rows.is_empty() {
        return Ok(None);
    }
    let grid = Grid {
        id: "parts".to_owned(),
        title: page.t("monitoring-parts-title"),
        lines: Vec::new(),
        columns: vec![
            (page.t("monitoring-code"), false),
            (page.t("monitoring-indicator"), false),
            (page.t("monitoring-value"), true),
        ],
        rows,
        foot: None,
    };
    Ok(Some(grid.table(page).hide_caption()))
}
