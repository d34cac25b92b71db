//! The cities picked out, month by month, on one scale: per 1,000 foreign residents.

use comparison::run_chart::{RunChart, Screening, xmr};
use kernel::{CityCode, Period};
use mart::{AskError, Basis, Dimension};
use ui::parts::Chart;

use super::name_of;
use crate::Indicator;
use crate::pages::grid::{Grid, Item};
use crate::pages::runs::{self, Series, complete_months};
use crate::pages::words::Words;

struct One {
    city: CityCode,
    series: Series,
    run: RunChart,
}

/// A run chart for each city picked out that has months enough.
pub(super) fn charts(
    words: Words<'_>,
    indicator: &Indicator,
    picked: &[CityCode],
    period: Period,
) -> Result<Vec<Chart>, AskError> {
    let monitor = words.monitor;
    let mart = monitor.live.mart();
    let mut ones = Vec::new();
    for city in picked {
        let from = mart.span().map_or(period.from, |span| span.from.min(period.from));
        let Some(mut question) = indicator.question(Period { from, to: period.to }, monitor.edition().from)
        else {
            continue;
        };
        // A run shows what each month brought, not what had come together by then.
        question.basis = Basis::InPeriod;
        let answer = mart.ask(&question.only(Dimension::City, city.as_str()).by([Dimension::Month]))?;
        let residents = monitor.network.cities.get(*city).map_or(0, |city| city.foreign_residents);
        let mut series = complete_months(&answer, monitor.today());
        for (_, value) in &mut series {
            *value = *value * 1000.0 / f64::from(residents.max(1));
        }
        let values: Vec<f64> = series.iter().map(|(_, value)| *value).collect();
        if series.len() >= runs::FEWEST
            && let Some(run) = xmr(&values, Screening::Once)
        {
            ones.push(One { city: *city, series, run });
        }
    }
    let tops = ones.iter().flat_map(|one| one.series.iter().map(|(_, value)| *value).chain([one.run.upper]));
    let top = tops.fold(0.0, f64::max);
    Ok(ones.iter().map(|one| chart(words, one, top)).collect())
}

fn chart(words: Words<'_>, one: &One, top: f64) -> Chart {
    let page = words.page;
    let id = format!("together-{}", one.city);
    let title = page.t_with("monitoring-together-title", &[("city", &name_of(words, one.city))]);
    let unit = page.t("monitoring-together-unit");
    let svg =
        runs::svg(words, &format!("{id}-drawing"), (&title, &unit), &unit, &one.series, &one.run, (top, 2));
    let rows =
        one.series.iter().map(|(month, value)| vec![Item::Text(page.month(month)), Item::Decimal(*value, 2)]);
    let grid = Grid {
        id: format!("{id}-table"),
        title: title.clone(),
        lines: Vec::new(),
        columns: vec![(words.dimension(Dimension::Month), false), (unit.clone(), true)],
        rows: rows.collect(),
        foot: None,
    };
    let note = runs::note(page, &one.run);
    Chart::new(page, id, title, svg, grid.table(page).hide_caption()).note(note).wide()
}
