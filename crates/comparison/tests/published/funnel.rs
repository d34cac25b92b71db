//! Funnel limits, flags and over-dispersion against published tables.

use super::table::{Row, Table, absolute, relative};
use comparison::funnel::{Funnel, FunnelError, Kind, Rule, Unit, Verdict, additive_limits};
use comparison::interval::{Level, exact_poisson};

/// The published flags know no minimum and no over-dispersion.
const PLAIN: Rule = Rule { minimum_expected: 0.0, adjust: false };

fn flag(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::TooFew => "Not applicable for events less than 10 for dsrs",
        Verdict::Within => "Not significant",
        Verdict::Higher => "High (0.025)",
        Verdict::MuchHigher => "High (0.001)",
        Verdict::Lower => "Low (0.025)",
        Verdict::MuchLower => "Low (0.001)",
    }
}

fn unit(row: &Row, numerator: &str, denominator: &str) -> Unit {
    Unit { numerator: row.number(numerator), denominator: row.number(denominator) }
}

fn funnel(kind: Kind, units: &[Unit]) -> Result<Funnel, FunnelError> {
    Funnel::new(kind, units, &PLAIN)
}

#[test]
fn proportion_flags() {
    let table = Table::read("funnel/proportion_points.csv", 303);
    let units: Vec<Unit> = table.rows().map(|row| unit(&row, "numerator", "denominator")).collect();
    let result = funnel(Kind::Proportion, &units).unwrap();
    for (row, point) in table.rows().zip(&result.points) {
        assert_eq!(flag(point.verdict), row.text("expected_flag"), "{}", row.text("case"));
    }
}

#[test]
fn proportion_limits() {
    let points = Table::read("funnel/proportion_points.csv", 303);
    let all: Vec<Unit> = points.rows().map(|row| unit(&row, "numerator", "denominator")).collect();
    let small: Vec<Unit> = all.iter().copied().filter(|u| u.denominator < 31_000.0).collect();
    assert_eq!(small.len(), 97);
    let (all, small) = (funnel(Kind::Proportion, &all).unwrap(), funnel(Kind::Proportion, &small).unwrap());
    for row in Table::read("funnel/proportion_limits_expected.csv", 200).rows() {
        let chosen = if row.text("case") == "all_areas" { &all } else { &small };
        let what = format!("{} at {}", row.text("case"), row.text("denominator"));
        let limits = chosen.limits(row.number("denominator"));
        absolute(chosen.centre * 100.0, row.number("centre_percent"), 1e-6, &what);
        absolute(limits.lower95 * 100.0, row.number("lower_2sigma_percent"), 1e-6, &what);
        absolute(limits.upper95 * 100.0, row.number("upper_2sigma_percent"), 1e-6, &what);
        absolute(limits.lower998 * 100.0, row.number("lower_3sigma_percent"), 1e-6, &what);
        absolute(limits.upper998 * 100.0, row.number("upper_3sigma_percent"), 1e-6, &what);
    }
}

#[test]
fn ratio_flags() {
    let table = Table::read("funnel/ratio_points.csv", 300);
    let units: Vec<Unit> = table.rows().map(|row| unit(&row, "observed", "expected")).collect();
    let result = funnel(Kind::Ratio, &units).unwrap();
    for (row, point) in table.rows().zip(&result.points) {
        assert_eq!(flag(point.verdict), row.text("expected_flag"), "{point:?}");
    }
}

/// The published limits are exact at every count; the product's are Byar's from 10, so they agree to 1e-4
/// under 10 events and to the error of Byar's approximation above (0.9 % at 10 events and 99.8 %).
#[test]
fn ratio_limits() {
    let result = funnel(Kind::Ratio, &[Unit { numerator: 1.0, denominator: 1.0 }]).unwrap();
    for row in Table::read("funnel/ratio_limits_expected.csv", 100).rows() {
        let observed = row.number("observed_events");
        let exact95 = exact_poisson(observed, Level::P95).unwrap();
        let exact998 = exact_poisson(observed, Level::P998).unwrap();
        for (value, sigma, side) in [
            (exact95.upper, "2s", "lower"),
            (exact95.lower.unwrap(), "2s", "upper"),
            (exact998.upper, "3s", "lower"),
            (exact998.lower.unwrap(), "3s", "upper"),
        ] {
            let what = format!("{side} {sigma} at {observed} events");
            let expected = row.number(&format!("{side}_{sigma}_expected_events"));
            let ratio = row.number(&format!("{side}_{sigma}_isr_x100")) / 100.0;
            relative(value, expected, 1e-4, &what);
            relative(observed / value, ratio, 1e-4, &what);
            let limits = result.limits(expected);
            let limit = match (side, sigma) {
                ("lower", "2s") => limits.lower95,
                ("upper", "2s") => limits.upper95,
                ("lower", _) => limits.lower998,
                _ => limits.upper998,
            };
            relative(limit, ratio, if observed < 10.0 { 1e-4 } else { 1e-2 }, &what);
        }
    }
}

#[test]
fn exact_poisson_limits() {
    for row in Table::read("funnel/poisson_exact_limits_expected.csv", 3).rows() {
        let expected = row.number("expected_events");
        let (low, high) = (row.number("decimals_lower") as i32, row.number("decimals_upper") as i32);
        for (level, name) in [(Level::P95, "95"), (Level::P998, "99_8")] {
            let interval = exact_poisson(expected, level).unwrap();
            let lower = interval.lower.unwrap() / expected;
            absolute(lower, row.number(&format!("lower_{name}")), 0.51 * 10f64.powi(-low), name);
            let upper = interval.upper / expected;
            absolute(upper, row.number(&format!("upper_{name}")), 0.51 * 10f64.powi(-high), name);
        }
    }
}

/// Rates are given with their counts; the denominator follows from them, and is 0 where there is no event.
fn from_rate(events: f64, rate: f64) -> Unit {
    Unit { numerator: events, denominator: if rate > 0.0 { events / rate * 1e5 } else { 0.0 } }
}

#[test]
fn rate_flags() {
    let table = Table::read("funnel/rate_points.csv", 40);
    let standardised =
        |row: &Row| from_rate(row.number("count"), row.maybe("rate_dsr_per_100000").unwrap_or(0.0));
    // A crude rate has its own population, also where no event happened.
    let crude = |row: &Row| unit(row, "count", "population");
    type Reader<'a> = &'a dyn Fn(&Row) -> Unit;
    let columns: [(&str, Reader); 4] = [
        ("flag_dsr_all_rows", &standardised),
        ("flag_dsr_without_zero_row", &standardised),
        ("flag_crude_all_rows", &crude),
        ("flag_crude_without_zero_row", &crude),
    ];
    for (column, read) in columns {
        let rows: Vec<Row> = table.rows().filter(|row| !row.text(column).is_empty()).collect();
        assert!(rows.len() == if column.ends_with("zero_row") { 39 } else { 40 });
        let units: Vec<Unit> = rows.iter().map(read).collect();
        let result = funnel(Kind::Rate { per: 1e5 }, &units).unwrap();
        for (row, point) in rows.iter().zip(&result.points) {
            assert_eq!(flag(point.verdict), row.text(column), "{column} {point:?}");
        }
    }
}

#[test]
fn rate_limits() {
    let units: Vec<Unit> = Table::read("funnel/rate_limits_input.csv", 50)
        .rows()
        .map(|row| from_rate(row.number("events"), row.number("rate_per_100000")))
        .collect();
    let result = funnel(Kind::Rate { per: 1e5 }, &units).unwrap();
    for row in Table::read("funnel/rate_limits_expected.csv", 100).rows() {
        let events = row.number("events");
        relative(result.centre, row.number("centre_rate_per_100000"), 1e-7, "centre");
        for (level, sigma) in [(Level::P95, "2s"), (Level::P998, "3s")] {
            let exact = exact_poisson(events, level).unwrap();
            for (expected, side) in [(exact.upper, "lower"), (exact.lower.unwrap(), "upper")] {
                let what = format!("{side} {sigma} at {events} events");
                let population = expected / result.centre * 1e5;
                // Populations of the table are per year of three.
                let published = row.number(&format!("{side}_{sigma}_population_per_year"));
                relative(population / 3.0, published, 1e-4, &what);
                let rate = row.number(&format!("{side}_{sigma}_rate"));
                relative(events / population * 1e5, rate, 1e-4, &what);
                let limits = result.limits(published * 3.0);
                let limit = match (side, sigma) {
                    ("lower", "2s") => limits.lower95,
                    ("upper", "2s") => limits.upper95,
                    ("lower", _) => limits.lower998,
                    _ => limits.upper998,
                };
                relative(limit, rate, if events < 10.0 { 1e-4 } else { 1e-2 }, &what);
            }
        }
    }
}

/// The rows of the regression that made `expected` and of the square-root variant are not ours to compute.
#[test]
fn overdispersion_of_hospital_stays() {
    let groups = Table::read("funnel/overdispersion_medpar_groups.csv", 54);
    let expected = Table::read("funnel/overdispersion_expected.csv", 14);
    let published = |name: &str| expected.of("statistic", name)[0].number("value");
    let units: Vec<Unit> = groups.rows().map(|row| unit(&row, "observed", "expected")).collect();
    relative(units.len() as f64, published("number_of_groups"), 0.0, "groups");
    for row in groups.rows() {
        absolute(row.number("observed") / row.number("expected"), row.number("ratio"), 1e-6, "ratio");
    }

    // The published plain limits take the expected number for a count and read its exact interval.
    let outside_exact = |unit: &Unit| {
        let interval = exact_poisson(unit.denominator, Level::P998).unwrap();
        unit.numerator < interval.lower.unwrap() || unit.numerator > interval.upper
    };
    let adjusted = Funnel::new(Kind::Ratio, &units, &Rule { minimum_expected: 0.0, adjust: true }).unwrap();
    let plain = funnel(Kind::Ratio, &units).unwrap();
    let found = adjusted.overdispersion.unwrap();
    absolute(found.phi, published("phi_log_truncated_10pc"), 1e-5, "phi");
    absolute(found.tau2, published("tau2_log_truncated_10pc"), 5e-7, "tau2");
    let kept = groups.rows().filter(|row| row.yes("kept_after_10pc_truncation_recomputed")).count();
    assert_eq!(found.kept, kept);

    let outside_additive = |unit: &Unit| {
        let [lower, upper] = additive_limits(unit.denominator, found.tau2, Level::P998);
        !(lower..=upper).contains(&(unit.numerator / unit.denominator))
    };
    let much = |verdict: Verdict| matches!(verdict, Verdict::MuchHigher | Verdict::MuchLower);
    let mut outside = [0, 0];
    for (place, (row, unit)) in groups.rows().zip(&units).enumerate() {
        let group = row.text("group");
        assert_eq!(outside_exact(unit), row.yes("outside_99_8_unadjusted_recomputed"), "{group}");
        assert_eq!(outside_additive(unit), row.yes("outside_99_8_adjusted_recomputed"), "{group}");
        outside[0] += usize::from(outside_exact(unit));
        outside[1] += usize::from(outside_additive(unit));
        // The product asks in addition that the provider lies outside the Poisson limits.
        let both = outside_additive(unit) && much(plain.points[place].verdict);
        assert_eq!(much(adjusted.points[place].verdict), both, "{group}");
        // 2 stays where 9.7 are expected: chance alone gives 2 or fewer once in 275 times.
        assert_eq!(outside_additive(unit) && !both, group == "030068", "{group}");
    }
    assert_eq!(outside[0] as f64, published("outliers_99_8_unadjusted_poisson"));
    assert_eq!(outside[1] as f64, published("outliers_99_8_adjusted_log_truncated_10pc"));
}
