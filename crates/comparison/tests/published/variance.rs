//! Variance between units against six textbook meta-analyses.

use super::table::{Table, absolute};
use comparison::interval::Level;
use comparison::variance::{Estimate, dersimonian_laird};

#[test]
fn textbook_meta_analyses() {
    let input = Table::read("funnel/between_unit_variance_input.csv", 69);
    for row in Table::read("funnel/between_unit_variance_expected.csv", 28).rows() {
        let estimates: Vec<Estimate> = input
            .of("example", row.text("example"))
            .iter()
            .map(|unit| Estimate { value: unit.number("estimate"), variance: unit.number("variance") })
            .collect();
        let result = dersimonian_laird(&estimates).unwrap();
        let interval = result.interval(Level::P95);
        let statistic = row.text("statistic");
        let value = match statistic {
            "tau2_dl" => result.tau2,
            "tau_dl" => result.tau2.sqrt(),
            "I2_percent" => result.i2 * 100.0,
            "H2" => result.h2,
            "Q" => result.q,
            "mu_dl" => result.mean,
            "mu_fixed" => result.fixed_mean,
            "se_dl" => result.standard_error,
            "ci_low" => interval.lower.unwrap(),
            "ci_high" => interval.upper,
            other => panic!("{other}"),
        };
        let what = format!("{} {statistic}", row.text("example"));
        // Printed to four decimals or fewer.
        absolute(value, row.number("published_value"), 5.1e-5, &what);
        absolute(value, row.number("recomputed_value"), 6e-7, &what);
    }
}
