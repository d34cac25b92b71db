//! From values to coordinates, and the round numbers on an axis.

use crate::Format;

/// The value if it can be drawn: finite and within ±10¹².
pub(crate) fn usable(value: f64) -> Option<f64> {
    (value.is_finite() && value.abs() <= 1e12).then_some(value)
}

/// Smallest and largest usable value, or `None` where there is none.
pub(crate) fn extent(values: impl IntoIterator<Item = f64>) -> Option<(f64, f64)> {
    values.into_iter().filter_map(usable).fold(None, |seen, v| match seen {
        None => Some((v, v)),
        Some((low, high)) => Some((low.min(v), high.max(v))),
    })
}

/// A straight map of values on coordinates.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    low: f64,
    high: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// `low` is drawn at `from` and `high` at `to`; an empty range is drawn in the middle.
    pub fn new((low, high): (f64, f64), (from, to): (f64, f64)) -> Self {
        Self { low, high, from, to }
    }

    pub fn at(&self, value: f64) -> f64 {
        let range = self.high - self.low;
        if range <= 0.0 {
            return (self.from + self.to) / 2.0;
        }
        self.from + (value - self.low) / range * (self.to - self.from)
    }
}

/// The marks of an axis: its ends are marks as well.
#[derive(Debug, Clone)]
pub(crate) struct Ticks {
    pub low: f64,
    pub high: f64,
    pub marks: Vec<(f64, String)>,
}

impl Ticks {
    /// About `target` round numbers around a range, few enough for every written number to differ
    /// (whole persons are not written "1, 1, 2").
    pub fn around((low, high): (f64, f64), target: usize, format: Format) -> Self {
        let (low, high) = widen(low, high);
        let mut best = None;
        for parts in (1..=target.max(1)).rev() {
            let ticks = Self::with_parts(low, high, parts, format);
            let all_differ = ticks.marks.windows(2).all(|pair| pair[0].1 != pair[1].1);
            if all_differ {
                return ticks;
            }
            best = Some(ticks);
        }
        best.unwrap_or(Self { low, high, marks: Vec::new() })
    }

    fn with_parts(low: f64, high: f64, parts: usize, format: Format) -> Self {
        let step = round_step((high - low) / parts as f64);
        let first = (low / step + 1e-9).floor();
        let last = (high / step - 1e-9).ceil().max(first + 1.0);
        // The number of marks is bounded whatever the rounding does.
        let count = ((last - first) as usize).min(60);
        let value = |i: usize| (first + i as f64) * step + 0.0;
        let marks = (0..=count).map(|i| (value(i), format(value(i)))).collect();
        Self { low: value(0), high: value(count), marks }
    }

    pub fn range(&self) -> (f64, f64) {
        (self.low, self.high)
    }
}

/// A range wide enough to be divided; an empty one is opened towards zero.
fn widen(low: f64, high: f64) -> (f64, f64) {
    let span = high - low;
    if span > 1e-9 * low.abs().max(high.abs()) && span > 1e-9 {
        return (low, high);
    }
    if low > 1e-9 {
        (0.0, high)
    } else if high < -1e-9 {
        (low, 0.0)
    } else {
        (0.0, 1.0)
    }
}

/// 1, 2 or 5 times a power of ten, near `rough`.
fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    let times = [1.0, 2.0, 5.0, 10.0].into_iter().find(|m| m * power >= rough * 0.75);
    times.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(ticks: &Ticks) -> Vec<&str> {
        ticks.marks.iter().map(|(_, text)| text.as_str()).collect()
    }

    #[test]
    fn marks_are_round_and_cover_the_range() {
        let ticks = Ticks::around((3.0, 78.0), 5, &|v| format!("{v:.0}"));
        assert_eq!(written(&ticks), ["0", "20", "40", "60", "80"]);
        let ticks = Ticks::around((0.0, 0.62), 5, &|v| format!("{:.0}%", v * 100.0));
        assert_eq!(written(&ticks), ["0%", "10%", "20%", "30%", "40%", "50%", "60%", "70%"]);
    }

    #[test]
    fn whole_numbers_are_not_written_twice() {
        let ticks = Ticks::around((0.0, 2.0), 8, &|v| format!("{v:.0}"));
        assert_eq!(written(&ticks), ["0", "1", "2"]);
    }

    #[test]
    fn empty_ranges_open_towards_zero() {
        assert_eq!(Ticks::around((0.0, 0.0), 4, &|v| v.to_string()).range(), (0.0, 1.0));
        assert_eq!(Ticks::around((7.0, 7.0), 2, &|v| v.to_string()).low, 0.0);
        assert_eq!(Ticks::around((-7.0, -7.0), 2, &|v| v.to_string()).high, 0.0);
    }
}
