//! Vertical columns over time.

use crate::frame::{Plot, WIDTH};
use crate::scale::{Ticks, extent, usable};
use crate::svg::{Anchor, BLUE, GREY, SMALL, Svg, Type};
use crate::text::width;
use crate::{Axis, Caption};

const HEIGHT: f64 = 320.0;
/// A column is never wider than this, however few there are.
const WIDEST: f64 = 56.0;

/// Columns from zero, one per period; a value that cannot be drawn leaves its place empty. Values
/// are written on the columns where all of them fit.
pub fn columns(caption: &Caption, labels: &[String], values: &[f64], y: Axis) -> String {
    let mut svg = Svg::image(caption, WIDTH, HEIGHT);
    let (low, high) = extent(values.iter().copied()).unwrap_or((0.0, 0.0));
    let ticks = Ticks::around((low.min(0.0), high.max(0.0)), 5, y.format);
    let plot = Plot::new(&ticks, HEIGHT, 8.0, 32.0);
    plot.draw_vertical_axis(&mut svg, &ticks, y.title);
    let scale = plot.vertical(&ticks);
    let slot = (plot.right - plot.left) / values.len().max(1) as f64;
    let centre = |i: usize| plot.left + slot * (i as f64 + 0.5);
    let thick = (slot * 0.72).min(WIDEST);
    let written: Vec<Option<String>> = values.iter().map(|v| usable(*v).map(y.format)).collect();
    let all_fit = written.iter().flatten().all(|text| width(text, SMALL) + 4.0 <= slot);
    let zero = scale.at(0.0);
    for (i, value) in values.iter().enumerate() {
        let Some(value) = usable(*value) else { continue };
        let end = scale.at(value);
        svg.rect(centre(i) - thick / 2.0, end.min(zero), thick, (end - zero).abs(), BLUE);
        if let (true, Some(text)) = (all_fit, &written[i]) {
            let at = if value < 0.0 { end + 14.0 } else { end - 5.0 };
            svg.label(centre(i), at, Type::new(Anchor::Middle).small(), text);
        }
    }
    svg.line((plot.left, zero), (plot.right, zero), GREY, " stroke-width=\"1.2\"");
    let labels: Vec<(f64, &str)> =
        (0..values.len()).map(|i| (centre(i), labels.get(i).map_or("", String::as_str))).collect();
    plot.draw_bottom_labels(&mut svg, &labels);
    svg.finish()
}
