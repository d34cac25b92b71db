//! Gamma, beta and normal functions to about fourteen digits.
//!
//! Formulas: Abramowitz & Stegun, *Handbook of Mathematical Functions*, chapters 6 and 26; DLMF chapter 8.

use std::f64::consts::PI;

/// Iterations after which a series or continued fraction is taken as it is; convergence is far sooner.
const MOST_TERMS: usize = 100_000;
const TINY: f64 = 1e-300;

/// From here Stirling's series has sixteen digits.
const STIRLING_FROM: f64 = 15.0;

/// `ln gamma(x) - ((x - 1/2) ln x - x + ln(2 pi) / 2)` for `x >= 15` (A&S 6.1.41).
fn stirling_series(x: f64) -> f64 {
    // B(2k) / (2k (2k-1)), k = 1..8
    const TERMS: [f64; 8] = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
        -3617.0 / 122_400.0,
    ];
    TERMS.iter().rev().fold(0.0, |sum, term| sum / (x * x) + term) / x
}

/// Natural logarithm of the gamma function, for `x > 0` (Stirling's series after shifting to `x >= 15`).
pub fn ln_gamma(x: f64) -> f64 {
    let mut shifted = x;
    let mut product = 1.0;
    while shifted < STIRLING_FROM {
        product *= shifted;
        shifted += 1.0;
    }
    (shifted - 0.5) * shifted.ln() - shifted + 0.5 * (2.0 * PI).ln() + stirling_series(shifted) - product.ln()
}

/// Logarithm of the gamma density of shape `a` at `x`, multiplied by `x`.
fn ln_gamma_kernel(a: f64, x: f64) -> f64 {
    if a < STIRLING_FROM {
        return a * x.ln() - x - ln_gamma(a);
    }
    // The same around x = a, where the large terms cancel.
    let off = (x - a) / a;
    0.5 * (a / (2.0 * PI)).ln() - a * (off - off.ln_1p()) - stirling_series(a)
}

/// Regularised incomplete gamma functions `(P(a, x), Q(a, x))`, `P + Q = 1`, for `a > 0` and `x >= 0`.
pub fn gamma_pq(a: f64, x: f64) -> (f64, f64) {
    if x <= 0.0 {
        return (0.0, 1.0);
    }
    if x.is_infinite() {
        return (1.0, 0.0);
    }
    if x < a + 1.0 {
        let p = gamma_series(a, x);
        (p, 1.0 - p)
    } else {
        let q = gamma_fraction(a, x);
        (1.0 - q, q)
    }
}

/// P(a, x) by its power series (DLMF 8.7.1), good for `x < a + 1`.
fn gamma_series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut sum = term;
    for n in 1..MOST_TERMS {
        term *= x / (a + n as f64);
        sum += term;
        if term < sum * 1e-17 {
            break;
        }
    }
    (sum.ln() + ln_gamma_kernel(a, x)).exp()
}

/// Q(a, x) by Legendre's continued fraction (DLMF 8.9.2), evaluated forwards, good for `x >= a + 1`.
fn gamma_fraction(a: f64, x: f64) -> f64 {
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut value = d;
    for n in 1..MOST_TERMS {
        let n = n as f64;
        let numerator = -n * (n - a);
        b += 2.0;
        d = 1.0 / away_from_zero(numerator * d + b);
        c = away_from_zero(b + numerator / c);
        let change = c * d;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    (value.ln() + ln_gamma_kernel(a, x)).exp()
}

fn away_from_zero(x: f64) -> f64 {
    if x.abs() < TINY { TINY } else { x }
}

/// The `x` with `P(a, x) = p`, for `a > 0`; 0 for `p <= 0`, infinite for `p >= 1`.
pub fn gamma_p_inverse(a: f64, p: f64) -> f64 {
    gamma_inverse(a, p, 1.0 - p)
}

/// The `x` with `Q(a, x) = q`, for `a > 0`; precise for small `q`. Infinite for `q <= 0`, 0 for `q >= 1`.
pub fn gamma_q_inverse(a: f64, q: f64) -> f64 {
    gamma_inverse(a, 1.0 - q, q)
}

/// Newton's method kept inside a bracket, on whichever tail is the smaller.
fn gamma_inverse(a: f64, p: f64, q: f64) -> f64 {
    if p <= 0.0 {
        return 0.0;
    }
    if q <= 0.0 {
        return f64::INFINITY;
    }
    // Positive when x is too large.
    let error = |x: f64| {
        let (px, qx) = gamma_pq(a, x);
        if p < q { px - p } else { q - qx }
    };
    let (mut low, mut high) = (0.0, a.max(1.0));
    while error(high) < 0.0 {
        low = high;
        high *= 2.0;
    }
    // With a small shape most of the mass is at 0: P(a, x) is about x^a / gamma(a + 1) there.
    let near_zero = ((p.ln() + ln_gamma(a + 1.0)) / a).exp();
    let mut x = if near_zero > low && near_zero < high { near_zero } else { 0.5 * (low + high) };
    for _ in 0..400 {
        let wrong = error(x);
        if wrong > 0.0 {
            high = x
        } else {
            low = x
        }
        let slope = (ln_gamma_kernel(a, x) - x.ln()).exp();
        let newton = x - wrong / slope;
        let next = if newton > low && newton < high { newton } else { 0.5 * (low + high) };
        if (next - x).abs() <= 1e-15 * next {
            return next;
        }
        x = next;
    }
    x
}

/// Quantile of the chi-square distribution: the value below which a share `p` lies, `degrees > 0`.
pub fn chi_square_quantile(p: f64, degrees: f64) -> f64 {
    2.0 * gamma_p_inverse(degrees / 2.0, p)
}

/// Quantile of the standard normal distribution; its square is a chi-square quantile with one degree.
pub fn normal_quantile(p: f64) -> f64 {
    let tail = p.min(1.0 - p);
    let size = (2.0 * gamma_q_inverse(0.5, 2.0 * tail)).sqrt();
    if p < 0.5 { -size } else { size }
}

/// Regularised incomplete beta function `I_x(a, b)`, `a, b > 0` (A&S 26.5.8, continued fraction).
pub fn beta_regularised(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    // The fraction converges quickly below the mean; above it the symmetric one does.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_regularised(b, a, 1.0 - x);
    }
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp() / a;
    let mut c = 1.0;
    let mut d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..MOST_TERMS {
        let m = m as f64;
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away_from_zero(1.0 + even * d);
        c = away_from_zero(1.0 + even / c);
        value *= c * d;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away_from_zero(1.0 + odd * d);
        c = away_from_zero(1.0 + odd / c);
        value *= c * d;
        if (c * d - 1.0).abs() < 1e-16 {
            break;
        }
    }
    front * value
}

/// Quantile of Student's t distribution with `degrees > 0`, for `0 < p < 1`, by bisection.
pub fn student_quantile(p: f64, degrees: f64) -> f64 {
    let tail = p.min(1.0 - p);
    // The tail beyond t is half the beta function at degrees / (degrees + t²).
    let beyond = |t: f64| 0.5 * beta_regularised(degrees / 2.0, 0.5, degrees / (degrees + t * t));
    let (mut low, mut high) = (0.0, 1.0);
    while beyond(high) > tail {
        low = high;
        high *= 2.0;
    }
    for _ in 0..200 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        if beyond(middle) > tail { low = middle } else { high = middle }
    }
    let size = 0.5 * (low + high);
    if p < 0.5 { -size } else { size }
}

/// Smallest `k` with `P(X <= k) >= p` for `X` binomial with `trials` trials of chance one half.
pub fn fair_binomial_quantile(p: f64, trials: usize) -> usize {
    let n = trials as f64;
    let mut below = 0.0;
    for k in 0..trials {
        let x = k as f64;
        let ln_mass = ln_gamma(n + 1.0) - ln_gamma(x + 1.0) - ln_gamma(n - x + 1.0) - n * 2f64.ln();
        below += ln_mass.exp();
        // A cumulative chance that equals p up to rounding counts as reached.
        if below >= p * (1.0 - 1e-12) {
            return k;
        }
    }
    trials
}
