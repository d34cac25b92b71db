//! Horizontal bars with their values beside them.

use crate::Caption;
use crate::scale::{Scale, extent, usable};
use crate::svg::{Anchor, BLUE, GREY, SIZE, SMALL, Svg, Type};
use crate::text::{fit, width};

/// A horizontal bar.
#[derive(Debug, Clone, Copy)]
pub struct Bar<'a> {
    /// What is counted.
    pub label: &'a str,
    /// Length of the bar, in any unit shared by all bars.
    pub value: f64,
    /// The value as it is written beside the bar, such as "56.037".
    pub note: &'a str,
}

/// Thickness of a bar.
const THICK: f64 = 16.0;

/// Bars from zero, in the order given, with their values beside them; the drawing is `width` units
/// wide (at least 200). Labels stand at the left where they are short, else above their bars.
pub fn bars(caption: &Caption, bars: &[Bar], width_units: f64) -> String {
    let whole = usable(width_units).unwrap_or(0.0).clamp(200.0, 4000.0);
    let widest_label = widest(bars.iter().map(|bar| bar.label), SIZE);
    let at_left = widest_label <= whole * 0.36;
    let pitch = if at_left { THICK + 12.0 } else { THICK + 34.0 };
    let mut svg = Svg::image(caption, whole, pitch * bars.len().max(1) as f64 + 4.0);

    let (low, high) = extent(bars.iter().map(|bar| bar.value)).unwrap_or((0.0, 0.0));
    let (low, high) = (low.min(0.0), high.max(0.0));
    let note_room = widest(bars.iter().map(|bar| bar.note), SMALL).min(whole * 0.4) + 10.0;
    let left = if at_left { widest_label + 10.0 } else { 1.0 };
    // Notes of negative bars stand at the left of them, and need room there.
    let from = if low < 0.0 { left + note_room } else { left };
    let to = whole - if high > 0.0 || low >= 0.0 { note_room } else { 10.0 };
    let scale = Scale::new((low, if low == high { 1.0 } else { high }), (from, to));
    let zero = scale.at(0.0);

    for (i, bar) in bars.iter().enumerate() {
        let top = pitch * i as f64 + if at_left { 6.0 } else { 24.0 };
        let base = top + THICK / 2.0 + 5.0;
        if at_left {
            svg.text(left - 10.0, base, Type::new(Anchor::End), bar.label);
        } else {
            svg.text(1.0, top - 7.0, Type::new(Anchor::Start), &fit(bar.label, SIZE, whole - 2.0));
        }
        let note = fit(bar.note, SMALL, whole * 0.4);
        let end = usable(bar.value).map_or(zero, |v| scale.at(v));
        svg.rect(end.min(zero), top, (end - zero).abs(), THICK, BLUE);
        let (at, anchor) = if end < zero { (end - 7.0, Anchor::End) } else { (end + 7.0, Anchor::Start) };
        svg.text(at, base, Type::new(anchor).small().bold(true), &note);
        let reach = if at_left { (pitch - THICK) / 2.0 } else { 3.0 };
        svg.line((zero, top - reach), (zero, top + THICK + reach), GREY, "");
    }
    svg.finish()
}

fn widest<'a>(texts: impl Iterator<Item = &'a str>, size: f64) -> f64 {
    texts.map(|text| width(text, size)).fold(0.0, f64::max)
}
