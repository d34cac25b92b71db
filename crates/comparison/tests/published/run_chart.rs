//! Run charts and their rules against the published cases of NHSRplotthedots.

use super::table::{Table, absolute};
use comparison::run_chart::signals::{
    mark_seven, one_side_ends, signals, trend_ends, two_of_three_points, two_of_three_windows,
};
use comparison::run_chart::{Assurance, Improvement, Screening, Signal, assurance, xmr};

fn sides(list: &[f64]) -> Vec<i8> {
    list.iter().map(|x| *x as i8).collect()
}

fn bits(list: &[f64]) -> Vec<bool> {
    list.iter().map(|x| *x != 0.0).collect()
}

#[test]
fn rules_point_by_point() {
    for row in Table::read("spc/rule_vectors_expected.csv", 29).rows() {
        let (input, expected) = (row.list("input"), row.list("expected"));
        let around = sides(&row.list("side_of_mean"));
        let what = format!("{} {}", row.text("rule"), row.text("case"));
        match row.text("rule") {
            "seven_on_one_side_at_point" => {
                assert_eq!(one_side_ends(&sides(&input)), bits(&expected), "{what}")
            }
            "mark_the_seven_points" => assert_eq!(mark_seven(&bits(&input)), bits(&expected), "{what}"),
            "seven_point_trend_at_point" => assert_eq!(trend_ends(&input), sides(&expected), "{what}"),
            "two_of_three_near_limit_window" => {
                assert_eq!(two_of_three_windows(&bits(&input), &around), bits(&expected), "{what}");
            }
            "two_of_three_marked_points" => {
                assert_eq!(two_of_three_points(&bits(&input), &around), bits(&expected), "{what}");
            }
            other => panic!("{other}"),
        }
    }
}

/// Each pair of rules that can hold for one point, in the published order.
#[test]
fn order_of_the_rules() {
    assert_eq!(
        Table::read("spc/special_cause_precedence_expected.csv", 5).values("order"),
        ["1", "2", "3", "4", "5"]
    );
    let at = |values: &[f64], place: usize| signals(values, 0.0, 9.0)[place];
    // Outside before trend: the seventh rising point is beyond the limit of 9.
    let rising = [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0, 10.0];
    assert_eq!(at(&rising, 6), Some(Signal::Above));
    assert_eq!(at(&rising, 5), Some(Signal::Rising));
    assert_eq!(at(&rising.map(|v| -v), 6), Some(Signal::Below));
    // Trend before two of three: the last two rising points are near the limit, beyond 6.
    assert_eq!(at(&[1.0, 2.0, 3.0, 4.0, 5.0, 7.0, 8.0], 6), Some(Signal::Rising));
    assert_eq!(at(&[-1.0, -2.0, -3.0, -4.0, -5.0, -7.0, -8.0], 6), Some(Signal::Falling));
    // Two of three before seven on one side.
    let high = [1.0, 2.0, 1.0, 2.0, 1.0, 7.0, 7.0];
    assert_eq!(at(&high, 6), Some(Signal::NearUpper));
    assert_eq!(at(&high, 4), Some(Signal::HighSide));
    assert_eq!(at(&high.map(|v| -v), 5), Some(Signal::NearLower));
    assert_eq!(at(&high.map(|v| -v), 0), Some(Signal::LowSide));
    // None of these.
    assert_eq!(at(&[1.0, -1.0, 2.0, -2.0], 2), None);
}

#[test]
fn limits_and_flags() {
    let input = Table::read("spc/xmr_input.csv", 74);
    for row in Table::read("spc/xmr_expected.csv", 8).rows() {
        let series: Vec<f64> =
            input.of("series", row.text("series")).iter().map(|r| r.number("value")).collect();
        let (first, last) = row.text("points_used").split_once('-').unwrap();
        let (first, last): (usize, usize) = (first.parse().unwrap(), last.parse().unwrap());
        let screening =
            if row.yes("moving_range_outliers_screened") { Screening::Once } else { Screening::None };
        let chart = xmr(&series[first - 1..last], screening).unwrap();
        let what = format!("{} {}", row.text("series"), row.text("points_used"));
        for (value, name) in
            [(chart.mean, "mean"), (chart.lower, "lower_limit"), (chart.upper, "upper_limit")]
        {
            if let Some(published) = row.maybe(&format!("{name}_published")) {
                // Half a unit of the last digit printed: as few as one decimal, as many as seven digits.
                let text = row.text(&format!("{name}_published"));
                let decimals = text.split_once('.').map_or(0, |(_, digits)| digits.len() as i32);
                absolute(value, published, 0.501 * 10f64.powi(-decimals), &what);
                absolute(value, row.number(&format!("{name}_recomputed")), 1e-7, &what);
            }
        }
        assert_eq!(chart.is_trial, last - first + 1 < 12);
        let flagged: Vec<usize> =
            (1..).zip(&chart.points).filter(|(_, p)| p.signal.is_some()).map(|(place, _)| place).collect();
        match row.text("flags_published") {
            "" => {}
            flags if flags.starts_with("only point 5") => {
                assert_eq!(flagged, [5], "{what}");
                assert_eq!(chart.points[4].signal, Some(Signal::Above));
            }
            flags if flags.starts_with("the last two") => {
                assert!(flagged.iter().all(|place| *place < 15), "{what}: {flagged:?}");
            }
            _ => assert_eq!(flagged, [] as [usize; 0], "{what}"),
        }
    }
}

#[test]
fn assurance_against_a_target() {
    for row in Table::read("spc/assurance_expected.csv", 7).rows() {
        let improvement = match row.text("improvement_direction") {
            "increase" => Improvement::Increase,
            "decrease" => Improvement::Decrease,
            _ => Improvement::Neutral,
        };
        let expected = match row.text("expected") {
            "consistent_pass" => Some(Assurance::ConsistentPass),
            "consistent_fail" => Some(Assurance::ConsistentFail),
            "inconsistent" => Some(Assurance::Inconsistent),
            _ => None,
        };
        let (lower, upper) = (row.number("lower_limit"), row.number("upper_limit"));
        assert_eq!(assurance(lower, upper, row.number("target"), improvement), expected);
    }
}
