//! `lgnet retention`: takes away what is kept no longer, or says what would go.

use casework::desk::rights::retention::{Edition, Keeper, Run, Terms};
use chrono::NaiveDate;
use clap::Args;
use kernel::{CityCode, Day};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::Actor;

use super::{PlaceArguments, columns, print};
use crate::app::App;

#[derive(Args)]
pub struct RetentionArguments {
    /// Say what would go, and take nothing
    #[arg(long)]
    dry_run: bool,
}

pub async fn run(place: &PlaceArguments, arguments: &RetentionArguments) -> anyhow::Result<()> {
    let app = place.open().await?;
    let run = keep(&app, &Actor::local(), arguments.dry_run).await?;
    if run.taken.is_empty() {
        print("Nothing is over: everything stays.");
    } else {
        let row = |taken: &casework::desk::rights::retention::Taken| {
            vec![taken.city.to_string(), taken.clock.to_owned(), taken.count.to_string()]
        };
        let rows: Vec<Vec<String>> = run.taken.iter().map(row).collect();
        print(&columns(&["city", "clock", if arguments.dry_run { "would go" } else { "gone" }], &rows));
    }
    app.close().await;
    Ok(())
}

/// Takes away what is over, in every city; on trial, only says so.
pub async fn keep(app: &App, actor: &Actor, trial: bool) -> anyhow::Result<Run> {
    let terms = terms(app)?;
    let keeper = Keeper { store: &app.store, vault: &app.vault, clock: &*app.clock, actor, terms: &terms };
    let cities: Vec<CityCode> = app.network.cities.iter().map(|city| city.code).collect();
    Ok(keeper.run(&cities, trial, &mut StdRng::from_os_rng()).await?)
}

/// The editions of the network, as far as the audit's clock needs them.
fn terms(app: &App) -> anyhow::Result<Terms> {
    let edition = |edition: &network::Edition| {
        let last_payment = edition.last_payment;
        Ok(Edition { from: day(&edition.from, false)?, to: day(&edition.to, true)?, last_payment })
    };
    let editions = app.network.editions.iter().map(edition).collect::<anyhow::Result<Vec<_>>>()?;
    Ok(Terms { editions })
}

/// A day as precisely as the source says it: of a year its first day, or its last.
fn day(text: &str, is_last: bool) -> anyhow::Result<Day> {
    if let Ok(day) = text.parse() {
        return Ok(day);
    }
    let (month, day) = if is_last { (12, 31) } else { (1, 1) };
    let of_year = text.parse().ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    of_year.ok_or_else(|| {
        anyhow::anyhow!(
            "«{text}» in editions.csv is neither a day nor a year: write it as 2024-01-16 or 2024"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_begins_and_ends() {
        assert_eq!(day("2020", false).unwrap().to_string(), "2020-01-01");
        assert_eq!(day("2020", true).unwrap().to_string(), "2020-12-31");
        assert_eq!(day("2022-04-26", true).unwrap().to_string(), "2022-04-26");
        assert!(day("primavera", true).is_err());
    }
}
