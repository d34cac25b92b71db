//! The comparison: what chance allows, what may be said and what may not. Never a ranking.

mod shown;
mod together;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{CityCode, Period};
use mart::{Dimension, Mart};
use ui::parts::{Chart, Choice, Empty, Field};
use ui::{Page, Problem, Say, Section};

use self::shown::Shown;
use super::asked::{Asked, city_of, period_field};
use super::grid::drawing;
use super::words::{Words, alone};
use super::{Monitor, Shared};
use crate::Indicator;
use crate::model::{Against, CompareError, Comparison, compare};

/// The indicator proposed where none is asked for.
const PROPOSED: &str = "N.2.5";
/// As many cities may be picked out.
const PICKED: usize = 3;

#[derive(Template)]
#[template(path = "compare.html")]
pub(crate) struct ComparePage {
    pub page: Page,
    pub lead: String,
    pub filters: Vec<Field>,
    pub funnel: Option<Chart>,
    pub may: Vec<String>,
    pub may_not: Vec<String>,
    pub empty: Option<Empty>,
    pub together: Vec<Chart>,
    pub indicator: String,
}

/// What an address asks to compare.
struct Wanted<'a> {
    indicator: &'a Indicator,
    against: Against,
    period: Period,
    picked: Vec<CityCode>,
}

impl<'a> Wanted<'a> {
    fn of(asked: &Asked, monitor: &'a Monitor, mart: &Mart) -> Result<Self, Problem> {
        let code = asked.get("indicator").unwrap_or(PROPOSED);
        let indicator = monitor.indicators.find(code).map_err(|error| {
            Problem::bad_request(Say::new("monitoring-wrong-indicator").with("code", error.code))
        })?;
        let choices = Against::choices(indicator, &monitor.indicators);
        let Some(proposed) = choices.first().copied() else {
            return Err(Problem::bad_request(Say::new("monitoring-not-comparable").with("code", code)));
        };
        // A denominator that another indicator had is no error: the proposed one takes its place.
        let asked_for = asked.get("against").and_then(|name| name.parse().ok());
        let against = asked_for.filter(|one| choices.contains(one)).unwrap_or(proposed);
        let mut picked: Vec<CityCode> = Vec::new();
        for name in asked.all("city") {
            let city = city_of(monitor, name)?;
            if !picked.contains(&city) && picked.len() < PICKED {
                picked.push(city);
            }
        }
        Ok(Self { indicator, against, period: asked.period(monitor, mart)?, picked })
    }
}

/// `GET /confronto`
pub async fn show(page: Page, State(monitor): State<Shared>, asked: Asked) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let wanted = Wanted::of(&asked, &monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let name = wanted.indicator.name.of(page.lang);
    let compared = compare(&monitor.ground(), wanted.indicator, wanted.against, wanted.period);
    let filters = filters(words, &wanted, mart);
    let indicator = format!("/indicatori/{}?period={}", wanted.indicator.code, wanted.period);
    let basis = format!("{} {name}", wanted.indicator.code);
    let compared = match compared {
        Ok(compared) => compared,
        Err(CompareError::Ask(error)) => return Err(error.into()),
        Err(_) => {
            let empty =
                Empty::new(page.t("monitoring-compare-empty"), page.t("monitoring-compare-empty-text"));
            let title = page.t_with("monitoring-compare-none", &[("indicator", &alone(name))]);
            let shown = ComparePage {
                lead: basis,
                filters,
                funnel: None,
                may: Vec::new(),
                may_not: Vec::new(),
                empty: Some(empty),
                together: Vec::new(),
                indicator,
                page: page.clone().titled(Section::Comparison, title),
            };
            return Ok(ui::render(&shown));
        }
    };
    let shown =
        Shown { words, comparison: &compared, name, code: &wanted.indicator.code, picked: &wanted.picked };
    let address = |file: &str| asked.with(&format!("/confronto/{file}"), &[]);
    let chart = shown
        .chart()
        .download("SVG", address("imbuto.svg"))
        .download("CSV", address("confronto.csv"))
        .download("XLSX", address("confronto.xlsx"));
    let (may, may_not) = shown.said();
    let page_shown = ComparePage {
        lead: format!("{basis} · {}", shown.basis()),
        filters,
        funnel: Some(chart),
        may,
        may_not,
        empty: None,
        together: together::charts(words, wanted.indicator, &wanted.picked, wanted.period)?,
        indicator,
        page: page.clone().titled(Section::Comparison, shown.finding()),
    };
    Ok(ui::render(&page_shown))
}

/// `GET /confronto/confronto.csv`, `confronto.xlsx`, `imbuto.svg`
pub async fn download(
    page: Page,
    State(monitor): State<Shared>,
    asked: Asked,
    Path(file): Path<String>,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let wanted = Wanted::of(&asked, &monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let compared = compare(&monitor.ground(), wanted.indicator, wanted.against, wanted.period);
    let compared = compared.map_err(|error| match error {
        CompareError::Ask(error) => error.into(),
        // The page says why there is nothing, and offers no file.
        _ => Problem::not_found(),
    })?;
    let name = wanted.indicator.name.of(page.lang);
    let shown =
        Shown { words, comparison: &compared, name, code: &wanted.indicator.code, picked: &wanted.picked };
    match file.split_once('.') {
        Some(("imbuto", "svg")) => Ok(drawing("imbuto", shown.svg())),
        Some(("confronto", ending)) => shown.grid().download(ending),
        _ => Err(Problem::not_found()),
    }
}

/// The funnel plot of a comparison in Italian, outside any page.
///
/// # Errors
/// When the messages are wrong, which the tests exclude.
pub fn funnel_svg(
    monitor: &Monitor,
    indicator: &Indicator,
    compared: &Comparison,
) -> Result<String, ui::messages::MessagesError> {
    let page = Page::of(&ui::Shell::new([crate::MESSAGES])?, ui::Lang::It, "/confronto");
    let words = Words { page: &page, monitor };
    let name = indicator.name.of(page.lang);
    Ok(Shown { words, comparison: compared, name, code: &indicator.code, picked: &[] }.svg())
}

fn filters(words: Words<'_>, wanted: &Wanted<'_>, mart: &Mart) -> Vec<Field> {
    let (page, monitor) = (words.page, words.monitor);
    let comparable =
        monitor.indicators.iter().filter(|one| !Against::choices(one, &monitor.indicators).is_empty());
    let indicators = comparable
        .map(|one| Choice::new(one.code.as_str(), format!("{} {}", one.code, one.name.of(page.lang))))
        .collect();
    let against = Against::choices(wanted.indicator, &monitor.indicators)
        .into_iter()
        .map(|one| {
            Choice::new(one.name(), page.t(&format!("monitoring-against-{}", one.name().replace('_', "-"))))
        })
        .collect();
    let mut fields = vec![
        Field::list("indicator", page.t("monitoring-indicator"), indicators).value(&wanted.indicator.code),
        period_field(page, monitor, mart, wanted.period),
        Field::list("against", page.t("monitoring-against"), against).value(wanted.against.name()),
    ];
    for place in 0..PICKED {
        let none = Choice::new("", page.t("monitoring-no-city"));
        let cities = monitor.network.cities.iter().map(|city| Choice::new(city.code.as_str(), &city.name));
        let label = page.tn("monitoring-pick-city", place + 1);
        let chosen = wanted.picked.get(place).map(CityCode::to_string).unwrap_or_default();
        let field = Field::list("city", label, std::iter::once(none).chain(cities).collect());
        fields.push(field.id(format!("field-city-{place}")).value(chosen));
    }
    fields
}

/// A city's name.
fn name_of(words: Words<'_>, city: CityCode) -> String {
    words.value(Dimension::City, city.as_str())
}
