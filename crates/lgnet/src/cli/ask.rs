//! `lgnet ask`: one question, one answer.

use clap::Args;
use mart::{AsOf, Basis, Dimension, Filter, Measure, Question};

use super::{Format, PlaceArguments, columns, print};
use crate::app::App;

#[derive(Args)]
pub struct AskArguments {
    #[arg(long, default_value = "persons", help = measures())]
    measure: String,
    /// Only where a dimension has one of these values: service=legal_support,housing_search
    #[arg(long = "where", value_name = "DIMENSION=VALUE[,VALUE]")]
    conditions: Vec<String>,
    #[arg(long, value_delimiter = ',', value_name = "DIMENSION", help = dimensions())]
    by: Vec<String>,
    /// 2025, 2025-H1, 2025-Q1, 2025-03, or two of them joined by ..; everything when absent
    #[arg(long)]
    period: Option<String>,
    /// Count from this day on to the end of the period, not inside the period
    #[arg(long, value_name = "DAY")]
    cumulative_since: Option<String>,
    /// `live`; sealed answers come with seals
    #[arg(long, value_name = "SEAL", default_value = "live")]
    as_of: String,
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

fn measures() -> String {
    let names: Vec<&str> = Measure::ALL.iter().map(|measure| measure.name()).collect();
    format!("What to count: {}", names.join(", "))
}

fn dimensions() -> String {
    let names: Vec<&str> = Dimension::ALL.iter().map(|dimension| dimension.name()).collect();
    format!("One figure for each value of these dimensions: {}", names.join(", "))
}

pub async fn run(place: &PlaceArguments, arguments: AskArguments) -> anyhow::Result<()> {
    let app = place.open().await?;
    app.live.refresh().await?;
    let question = question(&app, &arguments)?;
    let answer = app.live.mart().ask(&question)?;
    app.close().await;
    match arguments.format {
        Format::Json => print(&answer.to_json()),
        Format::Csv => print(answer.to_csv().trim_end()),
        Format::Table => {
            let mut header: Vec<&str> = question.by.iter().map(|dimension| dimension.name()).collect();
            header.push(question.measure.name());
            let row = |cell: &mart::Cell| {
                let mut row: Vec<String> = cell.values.iter().map(ToString::to_string).collect();
                row.push(cell.value.to_string());
                row
            };
            let mut rows: Vec<_> = answer.cells.iter().map(row).collect();
            if question.by.is_empty() {
                rows.push(vec![answer.total.map_or_else(|| "–".to_owned(), |total| total.to_string())]);
            } else {
                let mut total = vec![String::new(); question.by.len()];
                total[0] = if answer.additive { "total" } else { "total (not the sum)" }.to_owned();
                total.push(answer.total.map_or_else(|| "–".to_owned(), |total| total.to_string()));
                rows.push(total);
            }
            print(&columns(&header, &rows));
            print(&format!(
                "{} · {} · {} · data at {} · {}",
                answer.unit.counted(),
                answer.basis(),
                question.period,
                answer.cut_off,
                answer.status
            ));
        }
    }
    Ok(())
}

/// Reads the question, resolving cities by any of their names and checking values against the vocabulary.
fn question(app: &App, arguments: &AskArguments) -> anyhow::Result<Question> {
    let mut filter = Filter::default();
    for condition in &arguments.conditions {
        let Some((dimension, values)) = condition.split_once('=') else {
            anyhow::bail!(
                "«{condition}» is not a condition: write dimension=value, such as service=legal_support"
            );
        };
        let dimension: Dimension = dimension.parse()?;
        for value in values.split(',') {
            filter = filter.only(dimension, app.value_of(dimension, value.trim())?);
        }
    }
    let by = arguments.by.iter().map(|dimension| dimension.parse()).collect::<Result<_, _>>()?;
    let period = app.period(arguments.period.as_deref())?;
    let measure: Measure = arguments.measure.parse()?;
    let basis = match &arguments.cumulative_since {
        Some(day) => Basis::CumulativeSince(day.parse::<kernel::Period>()?.from),
        None => Basis::of(measure),
    };
    let as_of: AsOf = arguments.as_of.parse()?;
    Ok(Question { measure, filter, by, period, basis, as_of })
}
