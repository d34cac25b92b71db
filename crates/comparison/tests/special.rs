//! The special functions where closed forms or printed tables exist.

use comparison::special::{
    beta_regularised, fair_binomial_quantile, gamma_p_inverse, gamma_pq, gamma_q_inverse, ln_gamma,
    normal_quantile, student_quantile,
};
use std::f64::consts::PI;

fn within(tolerance: f64, value: f64, expected: f64) {
    assert!((value / expected - 1.0).abs() < tolerance, "{value} should be {expected}");
}

fn close(value: f64, expected: f64) {
    within(1e-12, value, expected);
}

#[test]
fn gamma_of_known_arguments() {
    close(ln_gamma(0.5), 0.5 * PI.ln());
    close(ln_gamma(10.0), 362_880f64.ln());
    close(ln_gamma(171.0), 706.573_062_245_787_4);
    assert!(ln_gamma(1.0).abs() < 1e-14 && ln_gamma(2.0).abs() < 1e-14);
}

#[test]
fn incomplete_gamma_in_closed_form() {
    for x in [0.01f64, 0.7, 1.0, 3.0, 9.0, 40.0] {
        close(gamma_pq(1.0, x).0, -(-x).exp_m1());
        close(gamma_pq(3.0, x).1, (-x).exp() * (1.0 + x + x * x / 2.0));
    }
    assert_eq!(gamma_pq(2.0, 0.0), (0.0, 1.0));
}

#[test]
fn inverses_undo_the_functions() {
    for a in [0.05f64, 0.5, 1.0, 4.5, 10.0, 150.0, 1e4, 1e6] {
        for p in [1e-6, 0.001, 0.025, 0.3, 0.5, 0.975, 0.999] {
            // The last digit of x moves p by more the larger the shape is.
            within(1e-12 * a.sqrt().max(1.0), gamma_pq(a, gamma_p_inverse(a, p)).0, p);
            within(1e-12 * a.sqrt().max(1.0), gamma_pq(a, gamma_q_inverse(a, p)).1, p);
        }
    }
}

#[test]
fn normal_quantiles_of_the_tables() {
    close(normal_quantile(0.975), 1.959_963_984_540_054);
    close(normal_quantile(0.999), 3.090_232_306_167_813_5);
    close(normal_quantile(0.025), -1.959_963_984_540_054);
    close(normal_quantile(1e-10), -6.361_340_902_404_056);
    assert!(normal_quantile(0.5).abs() < 1e-12);
}

#[test]
fn student_quantiles_in_closed_form() {
    close(student_quantile(0.975, 1.0), (PI * 0.475).tan());
    // Two degrees: t = (2p - 1) sqrt(2 / (4 p (1 - p))).
    for p in [0.6f64, 0.9, 0.975, 0.999] {
        close(student_quantile(p, 2.0), (2.0 * p - 1.0) * (0.5 / (p * (1.0 - p))).sqrt());
        close(student_quantile(1.0 - p, 2.0), -student_quantile(p, 2.0));
    }
    assert!((student_quantile(0.975, 1e9) - 1.959_963_984_5).abs() < 1e-6);
}

#[test]
fn beta_in_closed_form() {
    for x in [0.001f64, 0.2, 0.5, 0.8, 0.99] {
        close(beta_regularised(2.0, 1.0, x), x * x);
        close(beta_regularised(1.0, 3.0, x), 1.0 - (1.0 - x).powi(3));
    }
}

#[test]
fn binomial_quantiles() {
    assert_eq!(fair_binomial_quantile(0.05, 0), 0);
    assert_eq!(fair_binomial_quantile(0.5, 1), 0);
    assert_eq!(fair_binomial_quantile(0.05, 23), 8);
    assert_eq!(fair_binomial_quantile(0.05, 63), 25);
    // Far beyond where 2^-n underflows.
    assert_eq!(fair_binomial_quantile(0.05, 4001), 1948);
}
