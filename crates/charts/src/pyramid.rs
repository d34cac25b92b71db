//! The pyramid: two groups side by side, class by class.

use crate::scale::{Scale, extent, usable};
use crate::svg::{Anchor, BLUE, DARK, SIZE, SMALL, Svg, Type};
use crate::text::{fit, width};
use crate::{Caption, Format};

/// A class of a pyramid, such as an age bracket.
#[derive(Debug, Clone, Copy)]
pub struct PyramidRow<'a> {
    /// Name of the class.
    pub label: &'a str,
    /// Value of the left group; negative counts as zero; NaN, not to be shown, is a dash.
    pub left: f64,
    /// Value of the right group, likewise.
    pub right: f64,
}

const WIDTH: f64 = 560.0;
const THICK: f64 = 20.0;
const PITCH: f64 = 27.0;
const HEAD: f64 = 34.0;

/// Two sets of bars, back to back on one scale, with the classes between them in the order given.
pub fn pyramid(
    caption: &Caption,
    left_title: &str,
    right_title: &str,
    rows: &[PyramidRow],
    format: Format,
) -> String {
    let mut svg = Svg::image(caption, WIDTH, HEAD + PITCH * rows.len().max(1) as f64 + 4.0);
    let most = extent(rows.iter().flat_map(|row| [row.left, row.right])).map_or(0.0, |(_, high)| high);
    let written = |value: f64| usable(value).map(|v| fit(&format(v.max(0.0)), SMALL, 100.0));
    let note_room = rows
        .iter()
        .flat_map(|row| [row.left, row.right])
        .filter_map(written)
        .map(|text| width(&text, SMALL))
        .fold(0.0, f64::max)
        + 8.0;
    let widest = rows.iter().map(|row| width(row.label, SIZE)).fold(0.0, f64::max);
    let half_gutter = widest.min(160.0) / 2.0 + 10.0;
    let middle = WIDTH / 2.0;
    let length =
        Scale::new((0.0, if most > 0.0 { most } else { 1.0 }), (0.0, middle - half_gutter - note_room));

    for (title, at, anchor) in
        [(left_title, middle - half_gutter, Anchor::End), (right_title, middle + half_gutter, Anchor::Start)]
    {
        let title = fit(title, SIZE, middle - half_gutter);
        svg.text(at, 18.0, Type::new(anchor).bold(true), &title);
    }
    for (i, row) in rows.iter().enumerate() {
        let top = HEAD + PITCH * i as f64;
        let base = top + THICK / 2.0 + 5.0;
        svg.text(middle, base, Type::new(Anchor::Middle), &fit(row.label, SIZE, 160.0));
        for (value, side, fill, anchor) in
            [(row.left, -1.0, BLUE, Anchor::End), (row.right, 1.0, DARK, Anchor::Start)]
        {
            let start = middle + side * half_gutter;
            let Some(text) = written(value) else {
                svg.text(start + side * 5.0, base, Type::new(anchor).small().grey(), "–");
                continue;
            };
            let long = length.at(value.max(0.0));
            svg.rect(start.min(start + side * long), top, long, THICK, fill);
            svg.text(start + side * (long + 5.0), base, Type::new(anchor).small(), &text);
        }
    }
    svg.finish()
}
