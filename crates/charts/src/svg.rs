//! Writing SVG elements with presentation attributes.

use crate::Caption;
use crate::text::{escape, identifier};

pub(crate) const BLUE: &str = "#0066cc";
pub(crate) const DARK: &str = "#17324d";
pub(crate) const GREY: &str = "#5b6f82";
pub(crate) const LIGHT: &str = "#e3ecf5";
pub(crate) const GRID: &str = "#dde3ea";
/// Outline and fill of the diamonds that stand outside the limits.
pub(crate) const ORANGE: &str = "#a66300";
pub(crate) const ORANGE_FILL: &str = "#cc7a00";
pub(crate) const WHITE: &str = "#ffffff";
const FONT: &str = "Titillium Web, Geneva, Tahoma, sans-serif";

/// Sizes of text.
pub(crate) const SIZE: f64 = 14.0;
pub(crate) const SMALL: f64 = 13.0;

/// A coordinate with at most one decimal; anything not finite becomes 0.
pub(crate) fn num(value: f64) -> String {
    if !value.is_finite() {
        return "0".to_owned();
    }
    let rounded = (value.clamp(-1e6, 1e6) * 10.0).round() / 10.0;
    // Adding zero turns a negative zero into a plain one.
    format!("{}", rounded + 0.0)
}

/// Where a text stands about its point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a text looks.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Type {
    pub size: f64,
    pub anchor: Anchor,
    pub bold: bool,
    pub fill: &'static str,
}

impl Type {
    pub const fn new(anchor: Anchor) -> Self {
        Self { size: SIZE, anchor, bold: false, fill: DARK }
    }
    pub const fn small(self) -> Self {
        Self { size: SMALL, ..self }
    }
    pub const fn grey(self) -> Self {
        Self { fill: GREY, ..self }
    }
    pub const fn bold(self, bold: bool) -> Self {
        Self { bold, ..self }
    }
}

/// A drawing under construction. `extra` attributes are written as given: constants only.
#[derive(Debug)]
pub(crate) struct Svg {
    out: String,
}

impl Svg {
    /// Opens a drawing that assistive technology meets as one picture.
    pub fn image(caption: &Caption, width: f64, height: f64) -> Self {
        Self::open_with(caption, width, height, "img")
    }

    /// Opens a drawing whose parts, links, are met one by one.
    pub fn group_of_links(caption: &Caption, width: f64, height: f64) -> Self {
        Self::open_with(caption, width, height, "group")
    }

    fn open_with(caption: &Caption, width: f64, height: f64, role: &str) -> Self {
        let id = identifier(caption.id);
        let out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"{role}\" \
             aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" \
             viewBox=\"0 0 {} {}\" width=\"100%\" font-family=\"{FONT}\">\
             <title id=\"{id}-title\">{}</title><desc id=\"{id}-desc\">{}</desc>",
            num(width),
            num(height),
            escape(caption.title),
            escape(caption.description),
        );
        Self { out }
    }

    /// Markup that is already well formed and escaped.
    pub fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    pub fn text(&mut self, x: f64, y: f64, kind: Type, content: &str) {
        if content.is_empty() {
            return;
        }
        let anchor = match kind.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = if kind.bold { " font-weight=\"600\"" } else { "" };
        self.raw(&format!(
            "<text x=\"{}\" y=\"{}\" font-size=\"{}\"{anchor}{weight} fill=\"{}\">{}</text>",
            num(x),
            num(y),
            num(kind.size),
            kind.fill,
            escape(content)
        ));
    }

    /// Text with a white edge, for labels that cross lines or the coast.
    pub fn label(&mut self, x: f64, y: f64, kind: Type, content: &str) {
        self.raw(
            "<g paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\">",
        );
        self.text(x, y, kind, content);
        self.raw("</g>");
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), stroke: &str, extra: &str) {
        self.raw(&format!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{stroke}\"{extra}/>",
            num(from.0),
            num(from.1),
            num(to.0),
            num(to.1)
        ));
    }

    pub fn rect(&mut self, x: f64, y: f64, width: f64, height: f64, fill: &str) {
        let (width, height) = (num(width.max(0.0)), num(height.max(0.0)));
        let (x, y) = (num(x), num(y));
        self.raw(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        ));
    }

    pub fn circle(&mut self, x: f64, y: f64, r: f64, fill: &str, extra: &str) {
        let (x, y, r) = (num(x), num(y), num(r));
        self.raw(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\" fill=\"{fill}\"{extra}/>"));
    }

    /// The mark of a value outside the limits: a diamond with a darker edge.
    pub fn diamond(&mut self, x: f64, y: f64, half: f64, extra: &str) {
        self.raw(&format!(
            "<path d=\"M{} {}L{} {}L{} {}L{} {}Z\" fill=\"{ORANGE_FILL}\"{extra}/>",
            num(x),
            num(y - half),
            num(x + half),
            num(y),
            num(x),
            num(y + half),
            num(x - half),
            num(y)
        ));
    }

    pub fn path(&mut self, d: &str, fill: &str, extra: &str) {
        if !d.is_empty() {
            self.raw(&format!("<path d=\"{d}\" fill=\"{fill}\"{extra}/>"));
        }
    }

    pub fn finish(mut self) -> String {
        self.raw("</svg>");
        self.out
    }
}

/// Path data through the points; a `None` breaks the line.
pub(crate) fn polyline(points: impl IntoIterator<Item = Option<(f64, f64)>>) -> String {
    let mut d = String::new();
    let mut pen_down = false;
    for point in points {
        let Some((x, y)) = point else {
            pen_down = false;
            continue;
        };
        // The empty stroke shows a point that has a gap on both sides, where line caps are round.
        let (command, end) = if pen_down { ("L", "") } else { ("M", "h0") };
        d.push_str(&format!("{command}{} {}{end}", num(x), num(y)));
        pen_down = true;
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short_and_never_odd() {
        assert_eq!(num(1.26), "1.3");
        assert_eq!(num(-0.01), "0");
        assert_eq!(num(f64::NAN), "0");
        assert_eq!(num(f64::INFINITY), "0");
    }

    #[test]
    fn a_gap_breaks_the_line() {
        let d = polyline([Some((0.0, 1.0)), Some((1.0, 2.0)), None, Some((3.0, 4.0))]);
        assert_eq!(d, "M0 1h0L1 2M3 4h0");
    }
}
