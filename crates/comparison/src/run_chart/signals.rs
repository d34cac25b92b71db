//! The rules that tell a signal from chance, each on its own.

use super::Signal;

/// Points that make a run or a trend.
const SEVEN: usize = 7;

/// The signal of each value, by the order of precedence of [`Signal`]. `half` is the distance from the mean
/// to a limit; a point is near a limit from two thirds of that distance to the limit itself.
pub fn signals(values: &[f64], mean: f64, half: f64) -> Vec<Option<Signal>> {
    let sides: Vec<i8> = values.iter().map(|v| side(*v - mean)).collect();
    let outside: Vec<bool> = values.iter().map(|v| *v > mean + half || *v < mean - half).collect();
    let near: Vec<bool> =
        values.iter().zip(&outside).map(|(v, out)| !out && (v - mean).abs() > half * 2.0 / 3.0).collect();
    let trends = trend_ends(values);
    let rising = mark_seven(&trends.iter().map(|t| *t > 0).collect::<Vec<_>>());
    let falling = mark_seven(&trends.iter().map(|t| *t < 0).collect::<Vec<_>>());
    let pairs = two_of_three_points(&near, &sides);
    let runs = mark_seven(&one_side_ends(&sides));
    let by_side = |at: usize, high, low| Some(if sides[at] > 0 { high } else { low });
    (0..values.len())
        .map(|at| {
            if outside[at] {
                by_side(at, Signal::Above, Signal::Below)
            } else if rising[at] {
                Some(Signal::Rising)
            } else if falling[at] {
                Some(Signal::Falling)
            } else if pairs[at] {
                by_side(at, Signal::NearUpper, Signal::NearLower)
            } else if runs[at] {
                by_side(at, Signal::HighSide, Signal::LowSide)
            } else {
                None
            }
        })
        .collect()
}

fn side(difference: f64) -> i8 {
    i8::from(difference > 0.0) - i8::from(difference < 0.0)
}

/// True where seven points on one side of the mean end. Sides are 1 above, -1 below, 0 on the mean.
pub fn one_side_ends(sides: &[i8]) -> Vec<bool> {
    ends(sides, |seven| seven[0] != 0 && seven.iter().all(|s| *s == seven[0]))
}

/// 1 where seven rising points end, -1 where seven falling points end, else 0. Equal neighbours break both.
pub fn trend_ends(values: &[f64]) -> Vec<i8> {
    let rising = ends(values, |seven| seven.windows(2).all(|pair| pair[1] > pair[0]));
    let falling = ends(values, |seven| seven.windows(2).all(|pair| pair[1] < pair[0]));
    rising.into_iter().zip(falling).map(|(up, down)| i8::from(up) - i8::from(down)).collect()
}

fn ends<T>(items: &[T], holds: impl Fn(&[T]) -> bool) -> Vec<bool> {
    (1..=items.len()).map(|end| end >= SEVEN && holds(&items[end - SEVEN..end])).collect()
}

/// True for every point that is one of the seven up to a point where `ends` is true.
pub fn mark_seven(ends: &[bool]) -> Vec<bool> {
    (0..ends.len()).map(|at| ends.iter().skip(at).take(SEVEN).any(|end| *end)).collect()
}

/// True for every point of three in a row on one side of the mean of which two or three are near a limit.
pub fn two_of_three_windows(near: &[bool], sides: &[i8]) -> Vec<bool> {
    let mut marked = vec![false; near.len()];
    for start in 0..near.len().min(sides.len()).saturating_sub(2) {
        let three = start..start + 3;
        let of_one_side = sides[start] != 0 && sides[three.clone()].iter().all(|s| *s == sides[start]);
        if of_one_side && near[three.clone()].iter().filter(|n| **n).count() >= 2 {
            marked[three].fill(true);
        }
    }
    marked
}

/// The points of [`two_of_three_windows`] that are themselves near a limit.
pub fn two_of_three_points(near: &[bool], sides: &[i8]) -> Vec<bool> {
    two_of_three_windows(near, sides).into_iter().zip(near).map(|(window, near)| window && *near).collect()
}
