//! Intervals and standardised rates against published tables.

use super::table::{Row, Table, relative};
use comparison::interval::{Interval, Level, byar, poisson, student_mean, wilson};
use comparison::standardise::{ReferenceStratum, RepeatStratum, Stratum, dsr, dsr_of_repeat_events, isr};

const LEVELS: [(Level, &str); 2] = [(Level::P95, "95"), (Level::P998, "99_8")];

/// Holds an interval to the columns of its level; an empty cell asks for nothing.
fn check(row: &Row, interval: Interval, name: &str, tolerance: f64) {
    let what = format!("{} {name}", row.text("area"));
    if let Some(lower) = row.maybe(&format!("lower_{name}")) {
        relative(interval.lower.expect("a lower limit"), lower, tolerance, &what);
    }
    if let Some(upper) = row.maybe(&format!("upper_{name}")) {
        relative(interval.upper, upper, tolerance, &what);
    }
}

#[test]
fn byar_and_wilson() {
    for row in Table::read("standardisation/byar_wilson_expected.csv", 13).rows() {
        let level = if row.text("confidence") == "95%" { Level::P95 } else { Level::P998 };
        let interval = match row.text("method") {
            "Byars" => byar(row.number("count"), level),
            _ => wilson(row.number("count"), row.number("denominator"), level),
        }
        .unwrap();
        relative(interval.upper, row.number("upper"), 1e-12, "upper");
        match row.maybe("lower") {
            Some(lower) => relative(interval.lower.unwrap(), lower, 1e-12, "lower"),
            None => assert_eq!(interval.lower, None),
        }
    }
}

#[test]
fn proportions() {
    for row in Table::read("standardisation/proportion_wilson_expected.csv", 19).rows() {
        let multiplier = row.number("multiplier");
        for (level, name) in LEVELS {
            let of = |n: f64| row.maybe("numerator").and_then(|events| wilson(events, n, level));
            match row.maybe("denominator").and_then(of) {
                Some(interval) => check(&row, interval.scaled(multiplier), name, 1e-12),
                None => assert_eq!(row.maybe("value"), None),
            }
        }
        if let Some(value) = row.maybe("value") {
            relative(row.number("numerator") / row.number("denominator") * multiplier, value, 1e-12, "value");
        }
    }
}

#[test]
fn crude_rates() {
    for row in Table::read("standardisation/crude_rate_expected.csv", 20).rows() {
        let (Some(events), Some(n)) = (row.maybe("numerator"), row.maybe("denominator")) else {
            assert_eq!(row.maybe("value"), None);
            continue;
        };
        let scale = row.number("multiplier") / n;
        relative(events * scale, row.number("value"), 1e-12, "value");
        for (level, name) in LEVELS {
            // Published exact limits were rounded at about 1e-12 on the way.
            check(&row, poisson(events, level).unwrap().scaled(scale), name, 1e-11);
        }
    }
}

#[test]
fn means() {
    let input = Table::read("standardisation/mean_input.csv", 26);
    for row in Table::read("standardisation/mean_expected.csv", 3).rows() {
        let area = row.text("area");
        let values: Vec<f64> = input
            .rows()
            .filter(|r| area == "all" || r.text("area") == area)
            .map(|r| r.number("value"))
            .collect();
        for (level, name) in LEVELS {
            check(&row, student_mean(&values, level).unwrap(), name, 1e-10);
        }
    }
}

#[test]
fn directly_standardised_rates() {
    let input = Table::read("standardisation/standardisation_input.csv", 113);
    for row in Table::read("standardisation/dsr_expected.csv", 8).rows() {
        let strata: Vec<Stratum> = input
            .of("area", row.text("area"))
            .iter()
            .map(|group| Stratum {
                events: group.maybe("count").unwrap_or(0.0),
                population: group.number("population"),
                standard: group.number("standard_population"),
            })
            .collect();
        relative(strata.iter().map(|s| s.events).sum(), row.number("total_count"), 0.0, "events");
        relative(
            strata.iter().map(|s| s.population).sum(),
            row.number("total_population"),
            0.0,
            "population",
        );
        for (level, name) in LEVELS {
            match (dsr(&strata, row.number("multiplier"), level).unwrap(), row.maybe("value")) {
                (Some(rate), Some(value)) => {
                    relative(rate.value, value, 1e-12, "value");
                    check(&row, rate.interval, name, 1e-12);
                }
                (rate, value) => assert!(rate.is_none() && value.is_none(), "{}", row.text("area")),
            }
        }
    }
    // The row whose published 99.8 % limits were ten times too large; the note has them recomputed.
    let strata: Vec<Stratum> = input
        .of("area", "testdata_1976")
        .iter()
        .map(|group| Stratum {
            events: group.number("count"),
            population: group.number("population"),
            standard: group.number("standard_population"),
        })
        .collect();
    let rate = dsr(&strata, 1e5, Level::P998).unwrap().unwrap();
    relative(rate.interval.lower.unwrap(), 7_659.282_107, 1e-9, "lower");
    relative(rate.interval.upper, 9_599.211_799, 1e-9, "upper");
}

#[test]
fn repeat_events() {
    let input = Table::read("standardisation/dsr_repeat_events_input.csv", 76);
    for row in Table::read("standardisation/dsr_repeat_events_expected.csv", 4).rows() {
        let groups = input.of("area", row.text("area"));
        let persons = |group: &Row| {
            (1..=4).map(|n| group.maybe(&format!("persons_with_{n}")).unwrap_or(0.0)).collect::<Vec<_>>()
        };
        let strata: Vec<RepeatStratum> = groups
            .iter()
            .map(|group| RepeatStratum {
                persons_by_events: persons(group),
                population: group.number("population"),
                standard: group.number("standard_population"),
            })
            .collect();
        relative(
            strata.iter().map(|s| s.population).sum(),
            row.number("total_population"),
            0.0,
            "population",
        );
        for (level, name) in LEVELS {
            let rate = dsr_of_repeat_events(&strata, row.number("multiplier"), level).unwrap();
            match (rate, row.maybe("value")) {
                (Some(rate), Some(value)) => {
                    relative(rate.events, row.number("total_events"), 0.0, "events");
                    relative(rate.value, value, 1e-11, "value");
                    check(&row, rate.interval, name, 1e-11);
                }
                (rate, value) => assert!(rate.is_none() && value.is_none(), "{}", row.text("area")),
            }
        }
    }
}

#[test]
fn indirectly_standardised_ratios_and_rates() {
    let input = Table::read("standardisation/standardisation_input.csv", 113);
    for row in Table::read("standardisation/isr_expected.csv", 16).rows() {
        let groups = input.of("area", row.text("area"));
        let strata: Vec<ReferenceStratum> = groups
            .iter()
            .map(|group| ReferenceStratum {
                population: group.number("population"),
                reference_events: group.number("reference_count"),
                reference_population: group.number("reference_population"),
            })
            .collect();
        let observed: f64 = groups.iter().filter_map(|group| group.maybe("count")).sum();
        let multiplier = row.number("multiplier");
        for (level, name) in LEVELS {
            let result = isr(observed, &strata, multiplier, level).unwrap();
            relative(result.observed, row.number("observed"), 0.0, "observed");
            relative(result.expected, row.number("expected"), 1e-12, "expected");
            let (value, interval) = if row.text("kind") == "rate" {
                relative(result.reference_rate, row.number("reference_rate"), 1e-12, "reference");
                (result.rate, result.rate_interval)
            } else {
                (result.ratio * multiplier, result.interval.scaled(multiplier))
            };
            relative(value, row.number("value"), 1e-12, "value");
            check(&row, interval, name, 1e-11);
        }
    }
}
