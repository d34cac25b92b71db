//! `lgnet compare`: the cities by one indicator, within what chance allows.

use clap::{Args, ValueEnum};
use monitoring::model::{Against, Comparison, compare};
use serde_json::json;

use super::{PlaceArguments, columns, print};
use crate::app::App;

#[derive(Args)]
pub struct CompareArguments {
    /// The code of an indicator, such as O.2.3
    indicator: String,
    /// 2025, 2025-H1, 2025-Q1, 2025-03, or two of them joined by ..; everything when absent
    #[arg(long)]
    period: Option<String>,
    /// residents, whole or `case_mix`; what fits the indicator when absent
    #[arg(long)]
    against: Option<String>,
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
}

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Form {
    Table,
    Json,
    Svg,
}

pub async fn run(place: &PlaceArguments, arguments: CompareArguments) -> anyhow::Result<()> {
    let app = place.open().await?;
    app.live.refresh().await?;
    let indicator = app.indicators.find(&arguments.indicator)?;
    let against = match &arguments.against {
        Some(name) => name.parse()?,
        None => Against::choices(indicator, &app.indicators).first().copied().unwrap_or(Against::Residents),
    };
    let period = app.period(arguments.period.as_deref())?;
    let monitor = app.monitor();
    let compared = compare(&monitor.ground(), indicator, against, period)?;
    match arguments.format {
        Form::Json => print(&json_of(&app, &indicator.code, &compared)?),
        Form::Svg => print(&monitoring::funnel_svg(&monitor, indicator, &compared)?),
        Form::Table => print(&table(&app, &indicator.name.en, &compared)),
    }
    app.close().await;
    Ok(())
}

fn json_of(app: &App, code: &str, compared: &Comparison) -> anyhow::Result<String> {
    let city = |city: &monitoring::model::CityPoint| {
        json!({ "city": city.city.to_string(), "name": app.network.cities.get(city.city).map(|city| &city.name),
                "point": city.point })
    };
    let cities: Vec<_> = compared.cities.iter().map(city).collect();
    let without: Vec<String> = compared.without_data.iter().map(ToString::to_string).collect();
    Ok(serde_json::to_string(&json!({
        "indicator": code, "against": compared.against.name(), "period": compared.period.to_string(),
        "cut_off": compared.cut_off.to_string(), "status": "live", "centre": compared.funnel.centre,
        "overdispersion": compared.funnel.overdispersion, "cities": cities, "without_data": without,
    }))?)
}

fn table(app: &App, name: &str, compared: &Comparison) -> String {
    let number = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format!("{value:.3}"));
    let row = |city: &monitoring::model::CityPoint| {
        let point = &city.point;
        let interval = point.interval.as_ref();
        vec![
            app.network.cities.get(city.city).map(|city| city.name.clone()).unwrap_or_default(),
            format!("{:.0}", point.numerator),
            format!("{:.1}", point.denominator),
            number(point.value),
            interval.map_or_else(|| "–".to_owned(), |one| format!("{}–{:.3}", number(one.lower), one.upper)),
            format!("{:?}", point.verdict),
        ]
    };
    let rows: Vec<_> = compared.cities.iter().map(row).collect();
    let header = ["city", "observed", "denominator", "value", "95 % interval", "verdict"];
    format!(
        "{name}\n{}\n{} · against {} · network {:.3} · data at {} · live",
        columns(&header, &rows),
        compared.period,
        compared.against,
        compared.funnel.centre,
        compared.cut_off
    )
}
