//! The run chart: a city over time, with the signals that are more than noise.

use crate::frame::{LineName, Plot, WIDTH, room_for_names};
use crate::scale::{Scale, Ticks, extent, usable};
use crate::svg::{BLUE, DARK, GREY, LIGHT, ORANGE, Svg, polyline};
use crate::text::escape;
use crate::{Axis, Caption};

/// Names of the lines, written at their right ends.
#[derive(Debug, Clone, Copy)]
pub struct RunWords<'a> {
    /// The mean.
    pub mean: &'a str,
    /// The lower limit.
    pub lower: &'a str,
    /// The upper limit.
    pub upper: &'a str,
}

/// A run chart (individual values with natural process limits).
#[derive(Debug, Clone, Copy)]
pub struct RunDrawing<'a> {
    /// The periods, oldest first.
    pub labels: &'a [String],
    /// One value per period; NaN is a gap.
    pub values: &'a [f64],
    /// Whether a value is part of a signal, one per value.
    pub signals: &'a [bool],
    /// The mean; NaN where there is none.
    pub mean: f64,
    /// The lower limit; NaN where there is none.
    pub lower: f64,
    /// The upper limit; NaN where there is none.
    pub upper: f64,
    /// The axis reaches this value too, so that several drawings share one scale; NaN for a scale of its own.
    pub reach: f64,
    /// What is measured.
    pub y: Axis<'a>,
    /// Names of the lines.
    pub words: RunWords<'a>,
}

const HEIGHT: f64 = 340.0;

/// Values over time between their limits; signals are diamonds, the others dots.
pub fn run_chart(caption: &Caption, drawing: &RunDrawing) -> String {
    let words = &drawing.words;
    let lines = [
        (drawing.upper, words.upper, false),
        (drawing.mean, words.mean, true),
        (drawing.lower, words.lower, false),
    ];
    let all = drawing.values.iter().copied().chain(lines.iter().map(|line| line.0)).chain([drawing.reach]);
    let ticks = Ticks::around(extent(all).unwrap_or((0.0, 1.0)), 5, drawing.y.format);
    let plot = Plot::new(&ticks, HEIGHT, room_for_names(&lines.map(|line| line.1)), 34.0);
    let y = plot.vertical(&ticks);
    let mut svg = Svg::image(caption, WIDTH, HEIGHT);
    if let (Some(lower), Some(upper)) = (usable(drawing.lower), usable(drawing.upper)) {
        let (top, bottom) = (y.at(upper.max(lower)), y.at(upper.min(lower)));
        svg.rect(plot.left, top, plot.right - plot.left, bottom - top, LIGHT);
    }
    plot.draw_vertical_axis(&mut svg, &ticks, drawing.y.title);
    let mut names = Vec::new();
    for (value, text, bold) in lines {
        let Some(value) = usable(value) else { continue };
        let at = y.at(value);
        let (stroke, extra) =
            if bold { (DARK, " stroke-width=\"1.8\"") } else { (GREY, " stroke-dasharray=\"5 4\"") };
        svg.line((plot.left, at), (plot.right, at), stroke, extra);
        names.push(LineName { y: at, text, bold });
    }
    plot.draw_line_names(&mut svg, &names);
    draw_values(&mut svg, drawing, &plot, &y);
    svg.finish()
}

fn draw_values(svg: &mut Svg, drawing: &RunDrawing, plot: &Plot, y: &Scale) {
    let count = drawing.values.len();
    let x = Scale::new((0.0, count.saturating_sub(1) as f64), (plot.left + 14.0, plot.right - 14.0));
    let label = |i: usize| drawing.labels.get(i).map_or("", String::as_str);
    let point = |i: usize| usable(drawing.values[i]).map(|v| (x.at(i as f64), y.at(v)));
    let d = polyline((0..count).map(point));
    svg.path(&d, "none", &format!(" stroke=\"{BLUE}\" stroke-width=\"1.8\" stroke-linejoin=\"round\""));
    // Many periods: smaller marks, so that they stay apart.
    let size = if count > 60 { 0.6 } else { 1.0 };
    for i in 0..count {
        let Some((px, py)) = point(i) else { continue };
        let written = format!("{}: {}", label(i), (drawing.y.format)(drawing.values[i]));
        svg.raw(&format!("<g><title>{}</title>", escape(&written)));
        if drawing.signals.get(i).copied().unwrap_or(false) {
            svg.diamond(px, py, 7.0 * size, &format!(" stroke=\"{ORANGE}\""));
        } else {
            svg.circle(px, py, 4.2 * size, BLUE, " stroke=\"#ffffff\" stroke-width=\"1\"");
        }
        svg.raw("</g>");
    }
    let labels: Vec<(f64, &str)> = (0..count).map(|i| (x.at(i as f64), label(i))).collect();
    plot.draw_bottom_labels(svg, &labels);
}
