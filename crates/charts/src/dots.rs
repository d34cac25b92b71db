//! The dot plot: each row's value against its reference, without ranking.

use crate::scale::{Scale, Ticks, extent, usable};
use crate::svg::{Anchor, BLUE, DARK, GREY, GRID, SIZE, SMALL, Svg, Type};
use crate::text::{fit, width};
use crate::{Axis, Caption};

/// A row of a dot plot.
#[derive(Debug, Clone, Copy)]
pub struct DotRow<'a> {
    /// What is measured.
    pub label: &'a str,
    /// Its value.
    pub value: f64,
    /// The value it is seen against, such as the median of the network.
    pub reference: Option<f64>,
}

/// What the two marks mean.
#[derive(Debug, Clone, Copy)]
pub struct DotWords<'a> {
    /// The dot.
    pub value: &'a str,
    /// The upright line.
    pub reference: &'a str,
}

const WIDTH: f64 = 640.0;
const PITCH: f64 = 30.0;
const HEAD: f64 = 38.0;

/// Dots for values and upright lines for their references, rows in the order given, on one axis
/// that includes zero.
pub fn dot_plot(caption: &Caption, rows: &[DotRow], axis: Axis, words: &DotWords) -> String {
    let bottom = HEAD + PITCH * rows.len().max(1) as f64;
    let mut svg = Svg::image(caption, WIDTH, bottom + 48.0);
    let values = rows.iter().flat_map(|row| [row.value, row.reference.unwrap_or(f64::NAN)]);
    let (low, high) = extent(values).unwrap_or((0.0, 0.0));
    let ticks = Ticks::around((low.min(0.0), high.max(0.0)), 5, axis.format);
    let left = rows.iter().map(|row| width(row.label, SIZE)).fold(0.0, f64::max).min(WIDTH * 0.42) + 14.0;
    let right = WIDTH - 28.0;
    let x = Scale::new(ticks.range(), (left, right));

    draw_key(&mut svg, left, words);
    for (value, text) in &ticks.marks {
        let at = x.at(*value);
        svg.line((at, HEAD - 4.0), (at, bottom), GRID, "");
        let text = fit(text, SMALL, (right - left) / ticks.marks.len() as f64);
        svg.text(at, bottom + 18.0, Type::new(Anchor::Middle).small().grey(), &text);
    }
    let title = fit(axis.title, SMALL, right - left);
    svg.text((left + right) / 2.0, bottom + 40.0, Type::new(Anchor::Middle).small().grey(), &title);
    for (i, row) in rows.iter().enumerate() {
        let y = HEAD + PITCH * (i as f64 + 0.5);
        svg.text(left - 12.0, y + 5.0, Type::new(Anchor::End), &fit(row.label, SIZE, left - 14.0));
        svg.line((left, y), (right, y), GRID, " stroke-dasharray=\"1 4\"");
        let value = usable(row.value);
        let reference = row.reference.and_then(usable);
        if let (Some(value), Some(reference)) = (value, reference) {
            svg.line((x.at(value), y), (x.at(reference), y), GREY, " stroke-width=\"1.5\"");
        }
        if let Some(reference) = reference {
            draw_reference(&mut svg, x.at(reference), y);
        }
        if let Some(value) = value {
            svg.circle(x.at(value), y, 6.0, BLUE, " stroke=\"#ffffff\" stroke-width=\"1\"");
            // The number stands on the side away from the reference.
            let before = reference.is_some_and(|r| value < r) && x.at(value) - left > 60.0;
            let (at, anchor) = if before { (-10.0, Anchor::End) } else { (10.0, Anchor::Start) };
            let text = fit(&(axis.format)(value), SMALL, 120.0);
            svg.label(x.at(value) + at, y + 4.5, Type::new(anchor).small().bold(true), &text);
        }
    }
    svg.finish()
}

fn draw_reference(svg: &mut Svg, x: f64, y: f64) {
    svg.line((x, y - 9.0), (x, y + 9.0), DARK, " stroke-width=\"2.5\"");
}

fn draw_key(svg: &mut Svg, left: f64, words: &DotWords) {
    let room = (WIDTH - left) / 2.0 - 30.0;
    let kind = Type::new(Anchor::Start).small();
    let value = fit(words.value, SMALL, room);
    svg.circle(left + 6.0, 14.0, 6.0, BLUE, "");
    svg.text(left + 17.0, 18.5, kind, &value);
    let at = left + 17.0 + width(&value, SMALL) + 22.0;
    draw_reference(svg, at, 14.0);
    svg.text(at + 9.0, 18.5, kind, &fit(words.reference, SMALL, room));
}
