//! Control charts against the textbook examples and hospital tables stored by qicharts2.

use super::table::{Row, Table, absolute, relative};
use comparison::shewhart::{Chart, ControlChart, Runs, Sample, chart};
use std::collections::BTreeMap;

fn kind(row: &Row) -> Chart {
    match row.text("chart") {
        "I" => Chart::I,
        "MR" => Chart::Mr,
        "P" => Chart::P,
        "C" => Chart::C,
        "U" if row.text("example") == "ex_7.5_1" => Chart::U { per: 50.0 },
        "U" => Chart::U { per: 1.0 },
        "T" => Chart::T,
        other => panic!("{other}"),
    }
}

/// The chart of one phase of a textbook example, with its rows.
fn phase<'a>(table: &'a Table, example: &'a str, part: &str) -> (Vec<Row<'a>>, ControlChart) {
    let rows: Vec<Row> =
        table.of("example", example).into_iter().filter(|row| row.text("part") == part).collect();
    let samples: Vec<Sample> = rows
        .iter()
        .map(|row| Sample {
            value: row.number("numerator_or_value"),
            denominator: row.maybe("denominator").unwrap_or(0.0),
            baseline: row.yes("baseline"),
            included: row.yes("included"),
        })
        .collect();
    let drawn = chart(kind(&rows[0]), &samples).expect("a published chart");
    (rows, drawn)
}

fn check_runs(row: &Row, runs: &Runs, what: &str) {
    let published = |column: &str| row.number(column) as usize;
    assert_eq!(runs.observations, published("n_obs"), "{what}");
    assert_eq!(runs.useful, published("n_useful"), "{what}");
    assert_eq!(runs.longest, published("longest_run"), "{what}");
    assert_eq!(runs.longest_max, published("longest_run_max"), "{what}");
    assert_eq!(runs.crossings, published("crossings"), "{what}");
    assert_eq!(runs.crossings_min, published("crossings_min"), "{what}");
    assert_eq!(runs.signal, row.yes("runs_signal"), "{what}");
}

#[test]
fn textbook_charts_and_their_runs() {
    let table = Table::read("spc/shewhart_points_expected.csv", 295);
    let mut tested = 0;
    for run in Table::read("spc/shewhart_runs_expected.csv", 9).rows() {
        let (example, part) = (run.text("example"), run.text("part"));
        let (rows, drawn) = phase(&table, example, part);
        check_runs(&run, &drawn.runs, example);
        for (row, point) in rows.iter().zip(&drawn.points) {
            let what = format!("{example} {part} at {}", row.text("x"));
            // Stored with ten digits after the point.
            relative(drawn.centre, row.number("centre"), 2e-9, &what);
            match (point.value, row.maybe("plotted_value")) {
                (Some(value), Some(published)) => absolute(value, published, 6e-11, &what),
                (value, published) => assert_eq!(value, published, "{what}"),
            }
            absolute(point.lower, row.number("lower_limit"), 6e-11, &what);
            absolute(point.upper, row.number("upper_limit"), 6e-11, &what);
            assert_eq!(point.outside, row.yes("outside_limit"), "{what}");
            tested += 1;
        }
    }
    assert_eq!(tested, 295);
}

/// Cases and risk days of the rows that `keep`, added up by `key`.
fn u_samples(table: &Table, key: &str, keep: impl Fn(&Row) -> bool) -> Vec<Sample> {
    let mut sums: BTreeMap<&str, (f64, f64)> = BTreeMap::new();
    let rows: Vec<Row> = table.rows().filter(|row| keep(row)).collect();
    for row in &rows {
        let sum = sums.entry(row.text(key)).or_default();
        sum.0 += row.number("cases");
        sum.1 += row.number("risk_days");
    }
    let sample = |(value, denominator)| Sample { value, denominator, baseline: true, included: true };
    sums.into_values().map(sample).collect()
}

#[test]
fn hospital_tables() {
    let input = Table::read("spc/u_chart_hospitals_input.csv", 432);
    for row in Table::read("spc/u_chart_hospitals_expected.csv", 25).rows() {
        let table = row.text("table");
        let what = format!("{table} {} {}", row.text("hospital"), row.text("infection"));
        let of = |column: &str, r: &Row| row.text(column).is_empty() || r.text(column) == row.text(column);
        let funnel = table == "hai_4";
        let (key, per) = if funnel { ("hospital", 10_000.0) } else { ("month", 1.0) };
        let mut samples = u_samples(&input, key, |r| {
            of("hospital", r) && of("infection", r) && (!funnel || r.text("month") >= "2016-07-01")
        });
        if funnel {
            // A funnel stands in the order of size.
            samples.sort_by(|a, b| a.denominator.total_cmp(&b.denominator));
        }
        let drawn = chart(Chart::U { per }, &samples).unwrap();
        check_runs(&row, &drawn.runs, &what);
        let mean = |limit: fn(&comparison::shewhart::Plotted) -> f64| {
            drawn.points.iter().map(limit).sum::<f64>() / drawn.points.len() as f64
        };
        // Risk days are stored rounded.
        relative(drawn.centre, row.number("centre"), 1e-6, &what);
        absolute(mean(|p| p.lower), row.number("mean_lower_limit"), 1e-6 * drawn.centre, &what);
        absolute(mean(|p| p.upper), row.number("mean_upper_limit"), 1e-6 * drawn.centre, &what);
        let outside = drawn.points.iter().filter(|p| p.outside).count();
        assert_eq!(outside, row.number("points_outside") as usize, "{what}");
    }
}
