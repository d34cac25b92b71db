//! The funnel plot: which differences between cities are larger than chance allows.

use crate::frame::{LineName, Plot, WIDTH, room_for_names};
use crate::labels::{Area, Disc, Point, Wanted, place};
use crate::scale::{Scale, Ticks, extent, usable};
use crate::svg::{Anchor, BLUE, DARK, GREY, LIGHT, ORANGE, SMALL, Svg, Type, WHITE, num, polyline};
use crate::text::{escape, fit, identifier, width};
use crate::{Axis, Caption};

/// Where a city stands against the limits; the shapes differ as well as the colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Within the limits: a full dot.
    Inside,
    /// Beyond a limit: a diamond.
    Outside,
    /// A denominator too small to judge: an open dot with a broken edge.
    TooFew,
}

/// A city.
#[derive(Debug, Clone, Copy)]
pub struct FunnelPoint<'a> {
    /// Name of the city.
    pub label: &'a str,
    /// Denominator.
    pub x: f64,
    /// Proportion, rate or ratio.
    pub y: f64,
    /// Where it stands against the limits.
    pub mark: Mark,
    /// Whether the reader has picked it out.
    pub chosen: bool,
}

/// Names of the lines, written at their right ends.
#[derive(Debug, Clone, Copy)]
pub struct FunnelWords<'a> {
    /// The 95 % limits.
    pub limit95: &'a str,
    /// The 99.8 % limits.
    pub limit998: &'a str,
    /// The line of the whole network, with its value if wanted.
    pub centre: &'a str,
}

/// A funnel plot.
#[derive(Debug, Clone, Copy)]
pub struct FunnelDrawing<'a> {
    /// The cities.
    pub points: &'a [FunnelPoint<'a>],
    /// At rising `x`: lower 99.8 %, lower 95 %, upper 95 % and upper 99.8 % limit.
    pub curve: &'a [(f64, [f64; 4])],
    /// Value of the whole network.
    pub centre: f64,
    /// Denominator.
    pub x: Axis<'a>,
    /// Proportion, rate or ratio.
    pub y: Axis<'a>,
    /// Names of the lines.
    pub words: FunnelWords<'a>,
}

const HEIGHT: f64 = 420.0;

/// Cities against the limits of chance. Only cities outside the limits or chosen are labelled; the
/// name and figures of each show under the pointer.
pub fn funnel(caption: &Caption, drawing: &FunnelDrawing) -> String {
    let words = &drawing.words;
    let y_ticks = Ticks::around(vertical_range(drawing), 5, drawing.y.format);
    let room = room_for_names(&[words.limit95, words.limit998, words.centre]);
    let plot = Plot::new(&y_ticks, HEIGHT, room, 54.0);
    let (low, high) = horizontal_range(drawing);
    let x_ticks = Ticks::around((low, high), 5, drawing.x.format);
    // A little room keeps the smallest cities off the vertical axis.
    let x = Scale::new((low, high), (plot.left + 10.0, plot.right));
    let y = plot.vertical(&y_ticks);

    let mut svg = Svg::image(caption, WIDTH, HEIGHT);
    plot.draw_vertical_axis(&mut svg, &y_ticks, drawing.y.title);
    draw_horizontal_axis(&mut svg, &plot, &x, &x_ticks, high, drawing.x.title);
    draw_limits(&mut svg, caption, drawing, &plot, &x, &y);
    draw_names(&mut svg, drawing, &plot, &y, high);
    draw_points(&mut svg, drawing, &plot, &x, &y);
    svg.finish()
}

/// Points that can be drawn.
fn drawable<'a>(drawing: &FunnelDrawing<'a>) -> impl Iterator<Item = &'a FunnelPoint<'a>> {
    drawing.points.iter().filter(|p| usable(p.x).is_some() && usable(p.y).is_some())
}

/// From zero to the end of the curve, not far beyond the last point.
fn horizontal_range(drawing: &FunnelDrawing) -> (f64, f64) {
    let (first, last) = extent(drawable(drawing).map(|p| p.x)).unwrap_or((0.0, 0.0));
    let curve_end = extent(drawing.curve.iter().map(|(x, _)| *x)).map_or(0.0, |(_, end)| end);
    let high = if last <= 0.0 { curve_end } else { curve_end.clamp(last * 1.04, last * 1.2) };
    let low = first.min(0.0);
    (low, if high > low { high } else { low + 1.0 })
}

/// All points, the centre, and the limits at the smallest denominator that is judged: nearer to
/// zero the limits run to the ends of the scale and are cut off.
fn vertical_range(drawing: &FunnelDrawing) -> (f64, f64) {
    let judged = extent(drawable(drawing).filter(|p| p.mark != Mark::TooFew).map(|p| p.x));
    let from = judged.map_or(f64::NEG_INFINITY, |(first, _)| first);
    let limits = drawing.curve.iter().find(|(x, _)| *x >= from).map(|(_, limits)| *limits);
    let values = drawable(drawing).map(|p| p.y).chain([drawing.centre]).chain(limits.into_iter().flatten());
    extent(values).unwrap_or((0.0, 1.0))
}

fn draw_horizontal_axis(svg: &mut Svg, plot: &Plot, x: &Scale, ticks: &Ticks, high: f64, title: &str) {
    svg.line((plot.left, plot.bottom), (plot.right, plot.bottom), GREY, "");
    let within: Vec<&(f64, String)> = ticks.marks.iter().filter(|(v, _)| *v <= high).collect();
    for (value, _) in &within {
        let at = x.at(*value);
        svg.line((at, plot.bottom), (at, plot.bottom + 5.0), GREY, "");
    }
    let labels: Vec<(f64, &str)> = within.iter().map(|(v, text)| (x.at(*v), text.as_str())).collect();
    plot.draw_bottom_labels(svg, &labels);
    let middle = (plot.left + plot.right) / 2.0;
    let title = fit(title, SMALL, 2.0 * middle.min(WIDTH - middle) - 4.0);
    svg.text(middle, plot.bottom + 44.0, Type::new(Anchor::Middle).small().grey(), &title);
}

fn draw_limits(svg: &mut Svg, caption: &Caption, drawing: &FunnelDrawing, plot: &Plot, x: &Scale, y: &Scale) {
    let at = |which: usize| {
        drawing.curve.iter().map(move |(cx, limits)| {
            usable(*cx).zip(usable(limits[which])).map(|(cx, limit)| (x.at(cx), y.at(limit)))
        })
    };
    let clip = format!("{}-clip", identifier(caption.id));
    svg.raw(&format!(
        "<clipPath id=\"{clip}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath><g clip-path=\"url(#{clip})\">",
        num(plot.left),
        num(plot.top),
        num(plot.right - plot.left),
        num(plot.bottom - plot.top)
    ));
    let band: Vec<_> = at(2).flatten().chain(at(1).flatten().collect::<Vec<_>>().into_iter().rev()).collect();
    svg.path(&polyline(band.into_iter().map(Some)), LIGHT, "");
    for (which, dash) in
        [(0, " stroke-dasharray=\"5 4\""), (1, ""), (2, ""), (3, " stroke-dasharray=\"5 4\"")]
    {
        svg.path(&polyline(at(which)), "none", &format!(" stroke=\"{GREY}\" stroke-width=\"1.2\"{dash}"));
    }
    svg.raw("</g>");
    if let Some(centre) = usable(drawing.centre) {
        let centre = y.at(centre);
        svg.line((plot.left, centre), (plot.right, centre), DARK, " stroke-width=\"1.8\"");
    }
}

fn draw_names(svg: &mut Svg, drawing: &FunnelDrawing, plot: &Plot, y: &Scale, high: f64) {
    let words = &drawing.words;
    let end = drawing.curve.iter().rev().find(|(x, _)| *x <= high).or(drawing.curve.last());
    let limit = |which: usize| end.and_then(|(_, limits)| usable(limits[which]));
    let names: Vec<LineName> = [
        (limit(3), words.limit998, false),
        (limit(2), words.limit95, false),
        (usable(drawing.centre), words.centre, true),
    ]
    .into_iter()
    .filter_map(|(value, text, bold)| {
        Some(LineName { y: y.at(value?).clamp(plot.top, plot.bottom), text, bold })
    })
    .collect();
    plot.draw_line_names(svg, &names);
}

fn draw_points(svg: &mut Svg, drawing: &FunnelDrawing, plot: &Plot, x: &Scale, y: &Scale) {
    let mut points: Vec<&FunnelPoint> = drawable(drawing).collect();
    // What matters most is drawn last, on top.
    points.sort_by_key(|p| (p.chosen, p.mark == Mark::Outside));
    let marks: Vec<Disc> = points.iter().map(|p| Disc { x: x.at(p.x), y: y.at(p.y), r: radius(p) }).collect();
    let labelled = |p: &FunnelPoint| p.chosen || p.mark == Mark::Outside;
    let texts: Vec<String> = points.iter().map(|p| fit(p.label, SMALL, 160.0)).collect();
    let wanted: Vec<Wanted> = (0..points.len())
        .filter(|i| labelled(points[*i]))
        .map(|mark| Wanted { mark, width: width(&texts[mark], SMALL), height: 15.0 })
        .collect();
    let bounds =
        Area { left: plot.left + 2.0, top: plot.top - 14.0, right: plot.right, bottom: plot.bottom - 1.0 };
    let placed = place(&marks, &wanted, &lines(drawing, plot, x, y), bounds);
    for (_, b) in placed.iter().flatten().filter_map(|p| p.leader.map(|l| (p, l))) {
        svg.line(b.0, b.1, GREY, " stroke-width=\"1\"");
    }
    for (p, at) in points.iter().zip(&marks) {
        let written = format!("{}: {} · {}", p.label, (drawing.y.format)(p.y), (drawing.x.format)(p.x));
        svg.raw(&format!("<g><title>{}</title>", escape(&written)));
        draw_mark(svg, p, at);
        svg.raw("</g>");
    }
    for (w, p) in wanted.iter().zip(&placed) {
        let Some(p) = p else { continue };
        let kind = Type::new(Anchor::Start).small().bold(points[w.mark].chosen);
        svg.label(p.area.left, p.area.bottom - 3.5, kind, &texts[w.mark]);
    }
}

/// The limits and the centre as segments, for labels to keep off.
fn lines(drawing: &FunnelDrawing, plot: &Plot, x: &Scale, y: &Scale) -> Vec<(Point, Point)> {
    let drawn = |(cx, limits): &(f64, [f64; 4]), which: usize| {
        Some((x.at(usable(*cx)?), y.at(usable(limits[which])?)))
    };
    let limits = (0..4).flat_map(|which| {
        drawing.curve.windows(2).filter_map(move |pair| drawn(&pair[0], which).zip(drawn(&pair[1], which)))
    });
    let centre = usable(drawing.centre).map(|c| ((plot.left, y.at(c)), (plot.right, y.at(c))));
    limits.chain(centre).collect()
}

fn radius(p: &FunnelPoint) -> f64 {
    match (p.mark, p.chosen) {
        (Mark::Outside, _) => 8.0,
        (_, true) => 7.5,
        _ => 5.0,
    }
}

fn draw_mark(svg: &mut Svg, p: &FunnelPoint, at: &Disc) {
    match (p.mark, p.chosen) {
        (Mark::Inside, false) => svg.circle(at.x, at.y, 4.8, BLUE, " stroke=\"#ffffff\" stroke-width=\"1\""),
        (Mark::Inside, true) => {
            svg.circle(at.x, at.y, 6.0, WHITE, &format!(" stroke=\"{BLUE}\" stroke-width=\"3\""));
        }
        (Mark::Outside, false) => svg.diamond(at.x, at.y, 7.0, &format!(" stroke=\"{ORANGE}\"")),
        (Mark::Outside, true) => {
            svg.diamond(at.x, at.y, 7.5, &format!(" stroke=\"{DARK}\" stroke-width=\"2.5\""));
        }
        (Mark::TooFew, chosen) => {
            let (r, stroke) = if chosen { (6.0, 2.5) } else { (4.2, 1.5) };
            let extra = format!(" stroke=\"{GREY}\" stroke-width=\"{stroke}\" stroke-dasharray=\"2.5 2\"");
            svg.circle(at.x, at.y, r, WHITE, &extra);
        }
    }
}
