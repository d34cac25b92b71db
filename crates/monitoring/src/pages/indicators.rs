//! The list of indicators with their figures.

use askama::Template;
use axum::extract::{OriginalUri, State};
use axum::response::Response;
use kernel::{CityCode, Period, text};
use mart::{Dimension, Mart};
use ui::parts::{Field, Shape, Status, Table};
use ui::{Page, Problem, Section};

use super::asked::{Asked, city_field, period_field};
use super::grid::{Grid, Item};
use super::words::Words;
use super::{Monitor, Shared};
use crate::model::{self, Indicator, Verified};

#[derive(Template)]
#[template(path = "indicators.html")]
pub(crate) struct IndicatorsPage {
    pub page: Page,
    pub lead: String,
    pub search: Field,
    pub period: Field,
    pub city: Field,
    pub sets: Vec<Set>,
    pub others: Option<Table>,
    pub downloads: [(&'static str, String); 2],
    pub nothing: Option<String>,
}

/// The indicators of one set.
pub(crate) struct Set {
    pub id: String,
    pub title: String,
    pub note: String,
    pub table: Table,
}

/// What the list is narrowed to.
struct Wanted {
    period: Period,
    city: Option<CityCode>,
    search: String,
}

impl Wanted {
    fn of(asked: &Asked, monitor: &Monitor, mart: &Mart) -> Result<Self, Problem> {
        let search = text::fold(asked.get("q").unwrap_or_default());
        Ok(Self { period: asked.period(monitor, mart)?, city: asked.city(monitor)?, search })
    }

    fn has(&self, indicator: &Indicator) -> bool {
        let own = [&indicator.code, &indicator.name.it, &indicator.name.en];
        self.search.is_empty() || own.iter().any(|text| text::fold(text).contains(&self.search))
    }
}

/// `GET /indicatori`
pub async fn show(page: Page, State(monitor): State<Shared>, asked: Asked) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let wanted = Wanted::of(&asked, &monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let mut names: Vec<&str> = Vec::new();
    let found = || monitor.indicators.iter().filter(|indicator| wanted.has(indicator));
    for indicator in found().filter(|indicator| indicator.counting.is_ok()) {
        if !names.contains(&indicator.set.as_str()) {
            names.push(&indicator.set);
        }
    }
    let mut sets = Vec::new();
    for set in names {
        let grid =
            grid(words, mart, &wanted, |indicator| indicator.set == set && indicator.counting.is_ok())?;
        let known = matches!(set, "network" | "amif");
        sets.push(Set {
            id: format!("set-{set}"),
            title: if known { page.t(&format!("monitoring-set-{set}")) } else { set.to_owned() },
            note: if known { page.t(&format!("monitoring-set-{set}-note")) } else { String::new() },
            table: Grid { id: format!("table-{set}"), ..grid }.table(&page).hide_caption(),
        });
    }
    let others = others(words, found().filter_map(|one| Some((one, one.counting.as_ref().err()?))));
    let title = page.t("ui-nav-indicators");
    let counted = monitor.indicators.iter().filter(|indicator| indicator.counting.is_ok()).count();
    let all = monitor.indicators.iter().count();
    let shown = IndicatorsPage {
        lead: page.t_with("monitoring-indicators-lead", &[("counted", &counted), ("all", &all)]),
        search: Field::search("q", page.t("monitoring-search")).value(asked.get("q").unwrap_or_default()),
        period: period_field(&page, &monitor, mart, wanted.period),
        city: city_field(&page, &monitor, wanted.city),
        nothing: (sets.is_empty() && others.is_none()).then(|| page.t("monitoring-indicators-nothing")),
        sets,
        others,
        downloads: [
            ("CSV", asked.with("/indicatori/elenco.csv", &[])),
            ("XLSX", asked.with("/indicatori/elenco.xlsx", &[])),
        ],
        page: page.clone().titled(Section::Indicators, title),
    };
    Ok(ui::render(&shown))
}

/// `GET /indicatori/elenco.csv`, `/indicatori/elenco.xlsx`
pub async fn download(
    page: Page,
    State(monitor): State<Shared>,
    asked: Asked,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let wanted = Wanted::of(&asked, &monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let ending = uri.path().rsplit('.').next().unwrap_or_default();
    grid(words, mart, &wanted, |_| true)?.download(ending)
}

/// The indicators that registers cannot count, and why.
fn others<'a>(
    words: Words<'_>,
    list: impl Iterator<Item = (&'a Indicator, &'a model::Words)>,
) -> Option<Table> {
    let page = words.page;
    let row = |(indicator, why): (&Indicator, &model::Words)| {
        vec![
            Item::Link(format!("/indicatori/{}", indicator.code), indicator.code.clone()),
            Item::Text(indicator.name.of(page.lang).to_owned()),
            Item::Text(why.of(page.lang).to_owned()),
            status(words, indicator),
        ]
    };
    let grid = Grid {
        id: "table-others".to_owned(),
        title: page.t("monitoring-not-counted-set"),
        lines: Vec::new(),
        columns: vec![
            (page.t("monitoring-code"), false),
            (page.t("monitoring-indicator"), false),
            (page.t("monitoring-why-not"), false),
            (page.t("monitoring-verified"), false),
        ],
        rows: list.map(row).collect(),
        foot: None,
    };
    (!grid.rows.is_empty()).then(|| grid.table(page).hide_caption())
}

fn grid(
    words: Words<'_>,
    mart: &Mart,
    wanted: &Wanted,
    listed: impl Fn(&Indicator) -> bool,
) -> Result<Grid, Problem> {
    let (page, monitor) = (words.page, words.monitor);
    let mut rows = Vec::new();
    let mut cut_off = kernel::Timestamp::default();
    for indicator in monitor.indicators.iter().filter(|one| wanted.has(one) && listed(one)) {
        let narrowed = narrowed(indicator, wanted.city);
        let figure = narrowed.value(mart, wanted.period, monitor.edition().from)?;
        let mut link = format!("/indicatori/{}?period={}", indicator.code, wanted.period);
        if let Some(city) = wanted.city {
            link.push_str(&format!("&city={city}"));
        }
        let status = status(words, indicator);
        let (value, added) = match &figure {
            Some(figure) => {
                cut_off = figure.answer.cut_off;
                (Item::Count(figure.value), figure.added.map_or(Item::Nothing, Item::Count))
            }
            None => (Item::Text(page.t("monitoring-not-counted")), Item::Nothing),
        };
        rows.push(vec![
            Item::Link(link, indicator.code.clone()),
            Item::Text(indicator.name.of(page.lang).to_owned()),
            value,
            Item::Text(words.unit(&indicator.unit)),
            added,
            status,
        ]);
    }
    let scope = wanted.city.map_or_else(
        || page.t("monitoring-whole-network"),
        |city| words.value(Dimension::City, city.as_str()),
    );
    Ok(Grid {
        id: "indicatori".to_owned(),
        title: page.t("ui-nav-indicators"),
        lines: vec![
            [scope, page.period(&wanted.period), words.cut_off(cut_off), page.t("monitoring-live")]
                .join(" · "),
        ],
        columns: vec![
            (page.t("monitoring-code"), false),
            (page.t("monitoring-indicator"), false),
            (page.t("monitoring-value"), true),
            (page.t("monitoring-unit"), false),
            (page.t("monitoring-added"), true),
            (page.t("monitoring-verified"), false),
        ],
        rows,
        foot: None,
    })
}

/// An indicator asked of one city alone.
pub fn narrowed(indicator: &Indicator, city: Option<CityCode>) -> Indicator {
    let mut narrowed = indicator.clone();
    if let (Some(city), Ok(counting)) = (city, &mut narrowed.counting) {
        counting.filter = counting.filter.clone().only(Dimension::City, city.as_str());
    }
    narrowed
}

/// How sure the wording is, as shape and words.
pub fn status(words: Words<'_>, indicator: &Indicator) -> Item {
    let (shape, key) = match indicator.verified {
        Verified::Read => (Shape::Done, "monitoring-verified-read"),
        Verified::ToBeVerified => (Shape::Attention, "monitoring-verified-to-be-verified"),
        Verified::Own => (Shape::Half, "monitoring-verified-own"),
    };
    let word = words.page.t(key);
    Item::Part(ui::parts::Markup(Status::new(shape, word.clone()).to_string()), word)
}
