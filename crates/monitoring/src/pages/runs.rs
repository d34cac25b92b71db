//! Months in a row: a run chart with its table, and in words what its signals say.

use charts::{Axis, Caption, RunDrawing, RunWords};
use comparison::run_chart::{RunChart, Screening, Signal, xmr};
use kernel::{Month, Period};
use mart::{Answer, Dimension};
use ui::parts::Chart;

use super::grid::{Grid, Item};
use super::words::{Words, capital};

/// Fewer months than this show no run.
pub const FEWEST: usize = 6;

/// A month and its figure.
pub type Series = Vec<(Month, f64)>;

/// The months of an answer that can be judged: complete ones, from the first with a figure on. A month
/// without facts after that is zero.
#[expect(clippy::cast_precision_loss, reason = "monthly counts are far below 2^53")]
pub fn complete_months(answer: &Answer, today: kernel::Day) -> Series {
    let at = answer.question.by.iter().position(|dimension| *dimension == Dimension::Month).unwrap_or(0);
    let mut figures: std::collections::BTreeMap<Month, u64> = std::collections::BTreeMap::new();
    for cell in &answer.cells {
        if let Ok(month) = cell.values[at].parse() {
            *figures.entry(month).or_default() += cell.value;
        }
    }
    let Some(first) = figures.keys().next() else { return Vec::new() };
    let last_counted = figures.keys().next_back().map_or(first.last(), |month| month.last());
    let shown = Period { from: first.first(), to: answer.question.period.to.min(last_counted) };
    let complete =
        shown.months().filter(|month| month.last() < today && month.last() <= answer.question.period.to);
    complete.map(|month| (month, figures.get(&month).copied().unwrap_or(0) as f64)).collect()
}

/// The run chart of a series with table, downloads left to the page; nothing if there are too few months.
pub fn chart(words: Words<'_>, id: &str, what: &str, basis: &str, series: &Series) -> Option<Chart> {
    if series.len() < FEWEST {
        return None;
    }
    let page = words.page;
    let values: Vec<f64> = series.iter().map(|(_, value)| *value).collect();
    let run = xmr(&values, Screening::Once)?;
    let finding = finding(words, what, &run);
    let svg = svg(words, &format!("{id}-drawing"), (&finding, basis), what, series, &run, (f64::NAN, 0));
    let note = note(page, &run);
    Some(
        Chart::new(page, id, finding, svg, table(words, id, what, basis, series, &run).table(page))
            .note(note)
            .wide(),
    )
}

/// The drawing of a run: its caption and description, what is measured, how far the axis reaches at least, and
/// with how many decimals.
pub fn svg(
    words: Words<'_>,
    id: &str,
    (title, description): (&str, &str),
    what: &str,
    series: &Series,
    run: &RunChart,
    (reach, places): (f64, usize),
) -> String {
    let page = words.page;
    let labels: Vec<String> = series.iter().map(|(month, _)| words.short_month(*month)).collect();
    let values: Vec<f64> = series.iter().map(|(_, value)| *value).collect();
    let signals: Vec<bool> = run.points.iter().map(|point| point.signal.is_some()).collect();
    let lower = run.lower.max(0.0);
    let number = |value: f64| page.decimal(&value, places);
    charts::run_chart(
        &Caption { id, title, description },
        &RunDrawing {
            labels: &labels,
            values: &values,
            signals: &signals,
            mean: run.mean,
            lower,
            upper: run.upper,
            reach,
            y: Axis { title: what, format: &number },
            words: RunWords {
                mean: &page.t_with("monitoring-run-mean", &[("n", &number(run.mean))]),
                lower: &page.t_with("monitoring-run-limit", &[("n", &number(lower))]),
                upper: &page.t_with("monitoring-run-limit", &[("n", &number(run.upper))]),
            },
        },
    )
}

/// How to read the drawing.
pub fn note(page: &ui::Page, run: &RunChart) -> String {
    page.t(if run.is_trial { "monitoring-run-trial" } else { "monitoring-run-note" })
}

fn table(words: Words<'_>, id: &str, what: &str, basis: &str, series: &Series, run: &RunChart) -> Grid {
    let page = words.page;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the values are counts")]
    let rows = series.iter().zip(&run.points).map(|((month, value), point)| {
        let signal = point.signal.map_or(Item::Nothing, |signal| Item::Text(page.t(signal_key(signal))));
        vec![Item::Text(page.month(month)), Item::Count(*value as u64), signal]
    });
    Grid {
        id: format!("{id}-table"),
        title: what.to_owned(),
        lines: vec![basis.to_owned()],
        columns: vec![
            (page.t("monitoring-dimension-month"), false),
            (what.to_owned(), true),
            (page.t("monitoring-run-signal"), false),
        ],
        rows: rows.collect(),
        foot: None,
    }
}

/// The finding as a sentence: nothing but chance, or the newest thing that is more than chance.
fn finding(words: Words<'_>, what: &str, run: &RunChart) -> String {
    let signal = run.points.iter().rev().find_map(|point| point.signal);
    let key = match signal {
        None => "monitoring-run-steady",
        Some(signal) if is_up(signal) => "monitoring-run-up",
        Some(_) => "monitoring-run-down",
    };
    words.page.t_with(key, &[("what", &capital(what))])
}

fn is_up(signal: Signal) -> bool {
    matches!(signal, Signal::Above | Signal::Rising | Signal::NearUpper | Signal::HighSide)
}

fn signal_key(signal: Signal) -> &'static str {
    match signal {
        Signal::Above => "monitoring-signal-above",
        Signal::Below => "monitoring-signal-below",
        Signal::Rising => "monitoring-signal-rising",
        Signal::Falling => "monitoring-signal-falling",
        Signal::NearUpper => "monitoring-signal-near-upper",
        Signal::NearLower => "monitoring-signal-near-lower",
        Signal::HighSide => "monitoring-signal-high-side",
        Signal::LowSide => "monitoring-signal-low-side",
    }
}
