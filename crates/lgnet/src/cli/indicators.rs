//! `lgnet indicators`: the figure of every indicator.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use documents::tables::{self, TableSheet, Value};
use kernel::Period;
use serde_json::json;

use super::{PlaceArguments, columns, print};
use crate::app::App;

#[derive(Args)]
pub struct IndicatorsArguments {
    /// 2025, 2025-H1, 2025-Q1, 2025-03, or two of them joined by ..; everything when absent
    #[arg(long)]
    period: Option<String>,
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
    /// The file to write; needed for xlsx
    #[arg(short, long, value_name = "FILE", required_if_eq("format", "xlsx"))]
    output: Option<PathBuf>,
}

/// How the list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Table,
    Json,
    Csv,
    Xlsx,
}

/// One indicator with its figure; none where registers cannot say.
struct Line<'a> {
    indicator: &'a monitoring::Indicator,
    value: Option<u64>,
    added: Option<u64>,
}

pub async fn run(place: &PlaceArguments, arguments: IndicatorsArguments) -> anyhow::Result<()> {
    let app = place.open().await?;
    app.live.refresh().await?;
    let period = app.period(arguments.period.as_deref())?;
    let lines = lines(&app, period)?;
    app.close().await;
    let text = match arguments.format {
        Form::Json => json_of(&app, period, &lines)?.into_bytes(),
        Form::Csv => tables::csv(&sheet(period, &lines))?,
        Form::Xlsx => tables::xlsx(&[sheet(period, &lines)])?,
        Form::Table => table(&app, period, &lines).into_bytes(),
    };
    match &arguments.output {
        Some(path) => {
            std::fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
            print(&format!("Written: {}", path.display()));
        }
        None => print(String::from_utf8_lossy(&text).trim_start_matches('\u{feff}').trim_end()),
    }
    Ok(())
}

fn lines(app: &App, period: Period) -> anyhow::Result<Vec<Line<'_>>> {
    let mut lines = Vec::new();
    let edition = app.monitor().edition().from;
    for indicator in app.indicators.iter() {
        let figure = indicator.value(app.live.mart(), period, edition)?;
        let value = figure.as_ref().map(|figure| figure.value);
        lines.push(Line { indicator, value, added: figure.and_then(|figure| figure.added) });
    }
    Ok(lines)
}

fn json_of(app: &App, period: Period, lines: &[Line<'_>]) -> anyhow::Result<String> {
    let line = |line: &Line<'_>| {
        json!({
            "code": line.indicator.code, "set": line.indicator.set, "name_it": line.indicator.name.it,
            "name_en": line.indicator.name.en, "unit": line.indicator.unit, "parent": line.indicator.parent,
            "value": line.value, "new_in_period": line.added,
            "not_counted": line.indicator.counting.as_ref().err().map(|why| &why.en),
        })
    };
    let list: Vec<_> = lines.iter().map(line).collect();
    let cut_off = app.live.mart().cut_off().to_string();
    Ok(serde_json::to_string(&json!({
        "period": period.to_string(), "cut_off": cut_off, "status": "live", "indicators": list,
    }))?)
}

fn table(app: &App, period: Period, lines: &[Line<'_>]) -> String {
    let figure = |value: Option<u64>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    let row = |line: &Line<'_>| {
        let name = format!("{} {}", line.indicator.code, line.indicator.name.en);
        let short: String = name.chars().take(70).collect();
        vec![short, figure(line.value), figure(line.added)]
    };
    let counted = lines.iter().filter(|line| line.value.is_some());
    let table = columns(&["indicator", "value", "new in period"], &counted.map(row).collect::<Vec<_>>());
    let others = lines.iter().filter(|line| line.value.is_none()).count();
    let cut_off = app.live.mart().cut_off();
    format!("{table}\n{period} · data at {cut_off} · live · {others} more are not counted from registers")
}

fn sheet(period: Period, lines: &[Line<'_>]) -> TableSheet {
    let figure = |value: Option<u64>| {
        value.map_or(Value::Empty, |value| Value::Integer(i64::try_from(value).unwrap_or(i64::MAX)))
    };
    let row = |line: &Line<'_>| {
        vec![
            Value::from(line.indicator.code.as_str()),
            Value::from(line.indicator.name.it.as_str()),
            Value::from(line.indicator.name.en.as_str()),
            figure(line.value),
            Value::from(line.indicator.unit.as_str()),
            figure(line.added),
        ]
    };
    TableSheet {
        name: format!("indicators {period}"),
        columns: ["code", "name_it", "name_en", "value", "unit", "new_in_period"].map(str::to_owned).to_vec(),
        rows: lines.iter().map(row).collect(),
        ..TableSheet::default()
    }
}
