//! The frame that drawings over two axes share: grid, marks of the axes, names of lines.

use crate::labels::spread;
use crate::scale::{Scale, Ticks};
use crate::svg::{Anchor, GREY, GRID, SMALL, Svg, Type};
use crate::text::{fit, width};

/// Width of the drawings with two axes.
pub(crate) const WIDTH: f64 = 640.0;

/// The rectangle that holds the data.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plot {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Plot {
    /// Leaves room at the left for the marks of the vertical axis, above for its title.
    pub fn new(ticks: &Ticks, height: f64, right_room: f64, bottom_room: f64) -> Self {
        let widest = ticks.marks.iter().map(|(_, text)| width(text, SMALL)).fold(0.0, f64::max);
        Self {
            left: widest.min(120.0) + 12.0,
            top: 34.0,
            right: WIDTH - right_room,
            bottom: height - bottom_room,
        }
    }

    pub fn vertical(&self, ticks: &Ticks) -> Scale {
        Scale::new(ticks.range(), (self.bottom, self.top))
    }

    /// Title above, grid lines, and their numbers at the left.
    pub fn draw_vertical_axis(&self, svg: &mut Svg, ticks: &Ticks, title: &str) {
        let title = fit(title, SMALL, WIDTH - 8.0);
        svg.text(2.0, 15.0, Type::new(Anchor::Start).small().grey(), &title);
        let y = self.vertical(ticks);
        for (value, text) in &ticks.marks {
            let at = y.at(*value);
            svg.line((self.left, at), (self.right, at), GRID, "");
            let text = fit(text, SMALL, 120.0);
            svg.text(self.left - 7.0, at + 4.5, Type::new(Anchor::End).small().grey(), &text);
        }
    }

    /// Labels under positions along the bottom: all of them, or every second, third… so that none
    /// collide; the last one, the latest, is always written.
    pub fn draw_bottom_labels(&self, svg: &mut Svg, labels: &[(f64, &str)]) {
        let short: Vec<String> = labels.iter().map(|(_, text)| fit(text, SMALL, 120.0)).collect();
        let widest = short.iter().map(|text| width(text, SMALL)).fold(0.0, f64::max);
        let slot = (self.right - self.left) / labels.len().max(1) as f64;
        let every = (((widest + 10.0) / slot).ceil() as usize).max(1);
        for (i, (x, _)) in labels.iter().enumerate() {
            if !(labels.len() - 1 - i).is_multiple_of(every) {
                continue;
            }
            let half = width(&short[i], SMALL) / 2.0;
            let x = x.clamp(half + 2.0, WIDTH - half - 2.0);
            svg.text(x, self.bottom + 20.0, Type::new(Anchor::Middle).small().grey(), &short[i]);
        }
    }

    /// Names of horizontal lines, at the right of their ends and moved apart.
    pub fn draw_line_names(&self, svg: &mut Svg, names: &[LineName]) {
        let heights: Vec<f64> = names.iter().map(|name| name.y).collect();
        let room = WIDTH - self.right - NAME_OFFSET;
        for (name, y) in names.iter().zip(spread(&heights, 17.0, self.top, self.bottom)) {
            if (y - name.y).abs() > 2.0 {
                let from = (self.right + 1.0, name.y);
                svg.line(from, (self.right + NAME_OFFSET - 2.0, y), GREY, " stroke-width=\"0.8\"");
            }
            let kind = Type::new(Anchor::Start).small().bold(name.bold);
            let kind = if name.bold { kind } else { kind.grey() };
            svg.text(self.right + NAME_OFFSET, y + 4.5, kind, &fit(name.text, SMALL, room));
        }
    }
}

/// From the end of a line to its name.
const NAME_OFFSET: f64 = 12.0;

/// The name of a horizontal line, at the height where the line ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct LineName<'a> {
    pub y: f64,
    pub text: &'a str,
    pub bold: bool,
}

/// Room to leave at the right for the names of lines.
pub(crate) fn room_for_names(names: &[&str]) -> f64 {
    let widest = names.iter().map(|text| width(text, SMALL)).fold(0.0, f64::max);
    widest.min(170.0) + NAME_OFFSET + 4.0
}
