//! A line as small as a word.

use crate::scale::{Scale, extent, usable};
use crate::svg::{BLUE, num, polyline};

/// A line of 100 × 28 units without axes, its last value marked; NaN is a gap. It is hidden from
/// assistive technology: the figures stand beside it.
pub fn sparkline(values: &[f64]) -> String {
    let mut out = String::from(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\" focusable=\"false\" \
         viewBox=\"0 0 100 28\" width=\"100\" height=\"28\">",
    );
    if let Some(range) = extent(values.iter().copied()) {
        let x = Scale::new((0.0, values.len().saturating_sub(1) as f64), (3.0, 95.0));
        let y = Scale::new(range, (24.0, 4.0));
        let point = |(i, value): (usize, &f64)| usable(*value).map(|v| (x.at(i as f64), y.at(v)));
        let points: Vec<_> = values.iter().enumerate().map(point).collect();
        let d = polyline(points.iter().copied());
        out.push_str(&format!(
            "<path d=\"{d}\" fill=\"none\" stroke=\"{BLUE}\" stroke-width=\"1.8\" \
             stroke-linejoin=\"round\" stroke-linecap=\"round\"/>"
        ));
        if let Some((px, py)) = points.into_iter().flatten().next_back() {
            out.push_str(&format!("<circle cx=\"{}\" cy=\"{}\" r=\"3\" fill=\"{BLUE}\"/>", num(px), num(py)));
        }
    }
    out.push_str("</svg>");
    out
}
