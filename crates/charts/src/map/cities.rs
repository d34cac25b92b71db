//! The cities on the map: links whose area is the value and whose ring is the share of a target.

use std::f64::consts::TAU;

use super::outline::{self, HEIGHT, WIDTH, project};
use crate::Caption;
use crate::labels::{Area, Disc, Placed, Wanted, place};
use crate::scale::{extent, usable};
use crate::svg::{Anchor, BLUE, DARK, GREY, LIGHT, SMALL, Svg, Type, WHITE, num};
use crate::text::{escape, fit, width};

/// A city on the map.
#[derive(Debug, Clone, Copy)]
pub struct MapCity<'a> {
    /// Name written on the map.
    pub name: &'a str,
    /// Latitude, degrees north (WGS 84).
    pub latitude: f64,
    /// Longitude, degrees east (WGS 84).
    pub longitude: f64,
    /// What the area of the dot stands for.
    pub value: f64,
    /// Share of the target, drawn as a ring: 0 to 1, a full ring beyond; `None` without a target.
    pub share: Option<f64>,
    /// Where the link leads.
    pub href: &'a str,
    /// Accessible name of the link, such as "Bari: 476 persone".
    pub accessible: &'a str,
}

/// Radius of the largest dot.
const LARGEST: f64 = 15.0;
/// Dots are not drawn smaller than this: below it the area no longer follows the value.
const SMALLEST: f64 = 2.5;
/// From the edge of the dot to the middle of the ring.
const RING: f64 = 3.5;
const RING_WIDTH: f64 = 2.6;

/// The map of Italy with a link per city, of class `l-dot`, in the order given except that a city
/// follows the larger ones it would otherwise be hidden by. A place off the map is left out.
pub fn map_of_italy(caption: &Caption, cities: &[MapCity]) -> String {
    let mut svg = Svg::group_of_links(caption, WIDTH, HEIGHT);
    svg.path(
        &outline::path(),
        LIGHT,
        " stroke=\"#9fb3c8\" stroke-width=\"0.8\" stroke-linejoin=\"round\" aria-hidden=\"true\"",
    );
    let dots = dots(cities);
    let marks: Vec<Disc> = dots.iter().map(Dot::reach).collect();
    let labels = place_labels(&dots, &marks);
    for (_, (from, to)) in labels.iter().flatten().filter_map(|p| Some((p, p.leader?))) {
        svg.line(from, to, GREY, " stroke-width=\"1\" aria-hidden=\"true\"");
    }
    for i in painting_order(&marks) {
        draw_city(&mut svg, &dots[i], labels[i].as_ref());
    }
    svg.finish()
}

/// A city with its place and size in the drawing.
#[derive(Debug)]
struct Dot<'a> {
    city: &'a MapCity<'a>,
    x: f64,
    y: f64,
    r: f64,
    share: Option<f64>,
}

impl Dot<'_> {
    /// The room taken by the dot and its ring.
    fn reach(&self) -> Disc {
        let ring = if self.share.is_some() { RING + RING_WIDTH / 2.0 } else { 1.0 };
        Disc { x: self.x, y: self.y, r: self.r + ring }
    }
}

fn dots<'a>(cities: &'a [MapCity<'a>]) -> Vec<Dot<'a>> {
    let most = extent(cities.iter().map(|city| city.value)).map_or(0.0, |(_, high)| high);
    cities
        .iter()
        .filter_map(|city| {
            let (x, y) = project(usable(city.latitude)?, usable(city.longitude)?);
            let on_the_map = (0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y);
            let value = usable(city.value).unwrap_or(0.0).max(0.0);
            let part = if most > 0.0 { value / most } else { 0.0 };
            let r = (LARGEST * part.sqrt()).max(SMALLEST);
            let share = city.share.and_then(usable).map(|share| share.clamp(0.0, 1.0));
            on_the_map.then_some(Dot { city, x, y, r, share })
        })
        .collect()
}

fn place_labels(dots: &[Dot], marks: &[Disc]) -> Vec<Option<Placed>> {
    let wanted: Vec<Wanted> = dots
        .iter()
        .enumerate()
        .map(|(mark, dot)| Wanted { mark, width: width(&short(dot.city.name), SMALL), height: 15.0 })
        .collect();
    let bounds = Area { left: 2.0, top: 2.0, right: WIDTH - 2.0, bottom: HEIGHT - 2.0 };
    place(marks, &wanted, &[], bounds)
}

fn short(name: &str) -> String {
    fit(name, SMALL, 150.0)
}

/// The given order, with each dot put after the larger ones that it meets: the smaller one stays
/// visible and can be pointed at.
fn painting_order(marks: &[Disc]) -> Vec<usize> {
    fn visit(i: usize, marks: &[Disc], order: &mut Vec<usize>) {
        if order.contains(&i) {
            return;
        }
        for j in 0..marks.len() {
            if marks[j].r > marks[i].r && meet(&marks[j], &marks[i]) {
                visit(j, marks, order);
            }
        }
        order.push(i);
    }
    let mut order = Vec::with_capacity(marks.len());
    (0..marks.len()).for_each(|i| visit(i, marks, &mut order));
    order
}

fn meet(a: &Disc, b: &Disc) -> bool {
    (a.x - b.x).hypot(a.y - b.y) < a.r + b.r
}

fn draw_city(svg: &mut Svg, dot: &Dot, label: Option<&Placed>) {
    let (x, y, city) = (dot.x, dot.y, dot.city);
    let name = escape(city.accessible);
    svg.raw(&format!("<a class=\"l-dot\" href=\"{}\" aria-label=\"{name}\">", escape(city.href)));
    svg.raw(&format!("<g aria-hidden=\"true\"><title>{name}</title>"));
    // The white disc parts dots that overlap, and makes small ones easier to press.
    let edge = dot.reach().r + 1.2;
    svg.circle(x, y, edge.max(12.0), WHITE, " fill-opacity=\"0\"");
    svg.circle(x, y, edge, WHITE, "");
    svg.circle(x, y, dot.r, BLUE, "");
    if let Some(share) = dot.share {
        draw_ring(svg, dot, share);
    }
    if let Some(placed) = label {
        let at = (placed.area.left, placed.area.bottom - 3.5);
        svg.label(at.0, at.1, Type::new(Anchor::Start).small().bold(true), &short(city.name));
    }
    svg.raw("</g></a>");
}

/// A pale ring, and over it the share, clockwise from the top.
fn draw_ring(svg: &mut Svg, dot: &Dot, share: f64) {
    let (x, y, r) = (dot.x, dot.y, dot.r + RING);
    let stroke = |colour: &str| format!(" stroke=\"{colour}\" stroke-width=\"{RING_WIDTH}\"");
    svg.circle(x, y, r, "none", &stroke("#b8c9da"));
    if share > 0.995 {
        svg.circle(x, y, r, "none", &stroke(DARK));
    } else if share > 0.0 {
        let (sin, cos) = (share * TAU).sin_cos();
        let large = if share > 0.5 { 1 } else { 0 };
        let d = format!(
            "M{} {}A{} {} 0 {large} 1 {} {}",
            num(x),
            num(y - r),
            num(r),
            num(r),
            num(x + r * sin),
            num(y - r * cos)
        );
        svg.path(&d, "none", &stroke(DARK));
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
