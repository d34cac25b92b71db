//! What an address asks for. Filters live in the address, so that a page can be sent, printed and kept.

use std::collections::BTreeMap;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use chrono::Datelike as _;
use kernel::{CityCode, Period};
use mart::Mart;
use ui::parts::{Choice, Field};
use ui::{Page, Problem, Say, address};

use super::Monitor;

/// The filters of an address.
#[derive(Clone, Debug, Default)]
pub struct Asked(Vec<(String, String)>);

impl<S: Sync> FromRequestParts<S> for Asked {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        let Ok(Query(pairs)) = pairs else {
            return Err(Problem::bad_request(Say::new("monitoring-wrong-address")));
        };
        // A list left at "all" sends its name without a value.
        Ok(Self(pairs.into_iter().filter(|(name, value)| name != "lang" && !value.is_empty()).collect()))
    }
}

impl Asked {
    /// The value of a filter.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(one, _)| one == name).map(|(_, value)| value.as_str())
    }

    /// All values of a filter.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let of = move |(one, value): &'a (String, String)| (one == name).then_some(value.as_str());
        self.0.iter().filter_map(of).flat_map(|value| value.split(','))
    }

    /// The period asked for, or the year of the newest fact.
    pub fn period(&self, monitor: &Monitor, mart: &Mart) -> Result<Period, Problem> {
        match self.get("period") {
            Some(text) => text.parse().map_err(|_| {
                Problem::bad_request(Say::new("monitoring-wrong-period").with("period", text))
                    .remedy(Say::new("monitoring-wrong-period-remedy"))
            }),
            None => {
                let newest = mart.span().map_or_else(|| monitor.today(), |span| span.to);
                Ok(Period::year(newest.year()))
            }
        }
    }

    /// The city asked for; none for the whole network.
    pub fn city(&self, monitor: &Monitor) -> Result<Option<CityCode>, Problem> {
        self.get("city").map(|name| city_of(monitor, name)).transpose()
    }

    /// The same address with some filters set anew; an empty value takes the filter away.
    pub fn with(&self, path: &str, changes: &[(&str, &str)]) -> String {
        let mut kept: BTreeMap<&str, &str> = self.0.iter().map(|(name, value)| (&**name, &**value)).collect();
        for (name, value) in changes {
            if value.is_empty() {
                kept.remove(name);
            } else {
                kept.insert(name, value);
            }
        }
        let pairs: Vec<String> =
            kept.iter().map(|(name, value)| format!("{name}={}", address::encoded(value, b"-._"))).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }
}

/// The city with this name or code, or a page that says there is none.
pub fn city_of(monitor: &Monitor, name: &str) -> Result<CityCode, Problem> {
    monitor.network.cities.find(name).map(|city| city.code).map_err(|_| Problem::not_found())
}

/// The list of periods to choose from: the edition, and every year, half-year and quarter with facts.
pub fn period_field(page: &Page, monitor: &Monitor, mart: &Mart, chosen: Period) -> Field {
    let mut periods = vec![(monitor.edition(), page.t("monitoring-whole-edition"))];
    if let Some(span) = mart.span() {
        for year in (span.from.year()..=span.to.year()).rev() {
            let parts = ["", "-H2", "-H1", "-Q4", "-Q3", "-Q2", "-Q1"];
            let inside = parts.iter().filter_map(|part| format!("{year}{part}").parse::<Period>().ok());
            let inside = inside.filter(|period| period.from <= span.to && span.from <= period.to);
            periods.extend(inside.map(|period| (period, period_name(page, period))));
        }
    }
    if !periods.iter().any(|(period, _)| *period == chosen) {
        periods.push((chosen, page.period(&chosen)));
    }
    let choices = periods.into_iter().map(|(period, name)| Choice::new(period.to_string(), name)).collect();
    Field::list("period", page.t("monitoring-period"), choices).value(chosen.to_string())
}

/// `2025`, `1º semestre 2025`, `3º trimestre 2025`, or the days.
pub fn period_name(page: &Page, period: Period) -> String {
    let text = period.to_string();
    match text.split_once('-') {
        None if text.len() == 4 => text,
        Some((year, half)) if half.starts_with('H') && half.len() == 2 => {
            page.t_with("monitoring-half", &[("n", &&half[1..]), ("year", &year)])
        }
        Some((year, quarter)) if quarter.starts_with('Q') && quarter.len() == 2 => {
            page.t_with("monitoring-quarter", &[("n", &&quarter[1..]), ("year", &year)])
        }
        _ => page.period(&period),
    }
}

/// The list of cities to choose from, the whole network first.
pub fn city_field(page: &Page, monitor: &Monitor, chosen: Option<CityCode>) -> Field {
    let all = Choice::new("", page.t("monitoring-all-cities"));
    let cities = monitor.network.cities.iter().map(|city| Choice::new(city.code.as_str(), &city.name));
    Field::list("city", page.t("monitoring-city"), std::iter::once(all).chain(cities).collect())
        .value(chosen.map(|city| city.to_string()).unwrap_or_default())
}
