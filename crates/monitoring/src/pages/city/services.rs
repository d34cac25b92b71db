//! The services of a city beside the middle city of the network: where it differs, not where it stands.

use std::collections::BTreeMap;

use charts::{Axis, Caption, DotRow, DotWords};
use mart::{AskError, Dimension, Measure, Question, UNKNOWN};
use ui::parts::Chart;

use super::About;
use crate::pages::grid::{Grid, Item};
use crate::pages::words::Words;

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(super) fn chart(words: Words<'_>, about: &About<'_>, met: u64) -> Result<Option<Chart>, AskError> {
    if met == 0 {
        return Ok(None);
    }
    let page = words.page;
    let by_service = Question::new(Measure::Persons, about.period).by([Dimension::City, Dimension::Service]);
    let everywhere = about.mart.ask(&by_service)?;
    let persons = about.mart.ask(&Question::new(Measure::Persons, about.period).by([Dimension::City]))?;
    let mut shares: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for city in &persons.cells {
        for service in words.monitor.vocabulary.services().iter() {
            let count = everywhere.value(&[&city.values[0], &service.code]);
            shares.entry(&service.code).or_default().push(count as f64 / city.value as f64);
        }
    }
    let own = |service: &str| everywhere.value(&[about.city.as_str(), service]);
    let mut rows: Vec<(String, u64, f64, f64)> = words
        .monitor
        .vocabulary
        .services()
        .iter()
        .map(|service| service.code.as_str())
        .chain([UNKNOWN])
        .filter(|service| own(service) > 0)
        .map(|service| {
            let middle = shares.get(service).map_or(0.0, |all| median(all));
            (words.value(Dimension::Service, service), own(service), own(service) as f64 / met as f64, middle)
        })
        .collect();
    rows.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let dots: Vec<DotRow<'_>> = rows
        .iter()
        .map(|(label, _, share, middle)| DotRow { label, value: *share, reference: Some(*middle) })
        .collect();
    let title = page.t("monitoring-services-title");
    let percent = |share: f64| page.percent(&share);
    let city = words.value(Dimension::City, about.city.as_str());
    let svg = charts::dot_plot(
        &Caption { id: "services-drawing", title: &title, description: &words.basis(&everywhere) },
        &dots,
        Axis { title: &page.t("monitoring-services-axis"), format: &percent },
        &DotWords { value: &city, reference: &page.t("monitoring-services-median") },
    );
    let grid = Grid {
        id: "services-table".to_owned(),
        title: title.clone(),
        lines: Vec::new(),
        columns: vec![
            (words.dimension(Dimension::Service), false),
            (words.measure(Measure::Persons), true),
            (page.t("monitoring-services-axis"), true),
            (page.t("monitoring-services-median"), true),
        ],
        rows: rows
            .into_iter()
            .map(|(label, count, share, middle)| {
                vec![Item::Text(label), Item::Count(count), Item::Share(share), Item::Share(middle)]
            })
            .collect(),
        foot: None,
    };
    let note = format!("{} {}", page.t("monitoring-services-note"), page.t("monitoring-parts-overlap"));
    Ok(Some(Chart::new(page, "services", title, svg, grid.table(page).hide_caption()).note(note).wide()))
}

/// The middle of the values; of an even number the mean of the two in the middle.
fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match sorted.len() {
        0 => 0.0,
        length if length % 2 == 1 => sorted[middle],
        _ => f64::midpoint(sorted[middle - 1], sorted[middle]),
    }
}
