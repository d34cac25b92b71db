//! Placing labels beside marks so that nothing collides: eight positions close to the mark are
//! tried first, then farther ones that need a leader line.

use std::f64::consts::TAU;

pub(crate) type Point = (f64, f64);

/// A rectangle, `y` downwards.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    pub fn meets(&self, other: &Area) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn holds(&self, inner: &Area) -> bool {
        self.left <= inner.left
            && self.top <= inner.top
            && self.right >= inner.right
            && self.bottom >= inner.bottom
    }

    fn nearest(&self, (x, y): Point) -> Point {
        (x.clamp(self.left, self.right), y.clamp(self.top, self.bottom))
    }

    pub fn meets_disc(&self, disc: &Disc) -> bool {
        distance(self.nearest((disc.x, disc.y)), (disc.x, disc.y)) < disc.r
    }

    fn meets_segment(&self, a: Point, b: Point) -> bool {
        let corners = [
            (self.left, self.top),
            (self.right, self.top),
            (self.right, self.bottom),
            (self.left, self.bottom),
        ];
        let crossed = (0..4).any(|i| cross(a, b, corners[i], corners[(i + 1) % 4]));
        crossed || self.nearest(a) == a || self.nearest(b) == b
    }
}

/// A round mark that labels keep clear of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Disc {
    pub x: f64,
    pub y: f64,
    pub r: f64,
}

/// A label asked for: which mark it belongs to, and its size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    pub mark: usize,
    pub width: f64,
    pub height: f64,
}

/// Where a label goes, and the line that leads to it when it is not beside its mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    pub area: Area,
    pub leader: Option<(Point, Point)>,
}

/// Between a mark and its label, and between two labels.
const GAP: f64 = 3.0;
/// Clockwise from the right, where reading begins; `y` grows downwards.
const NEAR: [f64; 8] = [0.0, 0.5, 0.875, 0.125, 0.75, 0.25, 0.625, 0.375];
const FAR: [f64; 9] = [10.0, 16.0, 24.0, 34.0, 46.0, 60.0, 76.0, 96.0, 120.0];

/// Price of a label that finds no place, in units of leader line.
const LOST: f64 = 1e4;
/// Price of a leader line in itself, and of one that passes under another mark.
const LED: f64 = 12.0;
const UNDER_A_MARK: f64 = 30.0;
/// Price of a label written across a line of the drawing.
const ON_A_LINE: f64 = 9.0;
/// With more labels than this, one order of placing is enough.
const FEW: usize = 40;

/// A place for each wanted label within `bounds`, in their order; `None` where no place is free.
/// Labels cross the `lines` of the drawing only where that is cheaper than going elsewhere.
///
/// Labels choose one after the other, the one with the fewest places first. As an early choice may
/// push a later label far away, each label in turn is also let choose before all others, and the
/// cheapest outcome is kept.
pub(crate) fn place(
    marks: &[Disc],
    wanted: &[Wanted],
    lines: &[(Point, Point)],
    bounds: Area,
) -> Vec<Option<Placed>> {
    let candidates: Vec<Vec<Candidate>> =
        wanted.iter().map(|w| candidates(marks, w, lines, bounds)).collect();
    let close = |i: &usize| candidates[*i].iter().filter(|c| c.placed.leader.is_none()).count();
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(close);
    let (mut best, mut price) = place_in_order(&order, &candidates);
    if wanted.len() <= FEW {
        for first in 1..order.len() {
            let mut other = order.clone();
            other[..=first].rotate_right(1);
            let (outcome, its_price) = place_in_order(&other, &candidates);
            if its_price < price {
                (best, price) = (outcome, its_price);
                order = other;
            }
        }
    }
    best
}

/// A place that is free of marks, and its price.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    placed: Placed,
    price: f64,
}

fn place_in_order(order: &[usize], candidates: &[Vec<Candidate>]) -> (Vec<Option<Placed>>, f64) {
    let mut done: Vec<Option<Placed>> = vec![None; order.len()];
    let mut taken: Vec<Placed> = Vec::with_capacity(order.len());
    let mut price = 0.0;
    for &i in order {
        let found = candidates[i].iter().find(|c| taken.iter().all(|t| apart(&c.placed, t)));
        price += found.map_or(LOST, |c| c.price);
        done[i] = found.map(|c| c.placed);
        taken.extend(done[i]);
    }
    (done, price)
}

/// Places clear of the marks and within bounds, cheapest first.
fn candidates(marks: &[Disc], w: &Wanted, lines: &[(Point, Point)], bounds: Area) -> Vec<Candidate> {
    let mark = &marks[w.mark];
    let clear = |p: &Placed| bounds.holds(&p.area) && !marks.iter().any(|m| p.area.meets_disc(m));
    let near = NEAR.iter().zip(0..).map(|(turn, rank)| Candidate {
        placed: Placed { area: beside(mark, w, *turn, GAP), leader: None },
        price: f64::from(rank),
    });
    let far =
        FAR.iter().flat_map(|gap| (0..24).map(move |i| (*gap, f64::from(i) / 24.0))).map(|(gap, turn)| {
            let area = beside(mark, w, turn, gap);
            let end = area.nearest((mark.x, mark.y));
            let length = distance(end, (mark.x, mark.y)).max(1e-6);
            let part = mark.r / length;
            let start = (mark.x + (end.0 - mark.x) * part, mark.y + (end.1 - mark.y) * part);
            let passes = |m: &Disc| distance_to_segment((m.x, m.y), start, end) < m.r + 1.0;
            let under = marks.iter().enumerate().any(|(i, m)| i != w.mark && passes(m));
            let price = LED + length + if under { UNDER_A_MARK } else { 0.0 };
            Candidate { placed: Placed { area, leader: Some((start, end)) }, price }
        });
    let mut all: Vec<Candidate> = near.chain(far).filter(|c| clear(&c.placed)).collect();
    for c in &mut all {
        if lines.iter().any(|(a, b)| c.placed.area.meets_segment(*a, *b)) {
            c.price += ON_A_LINE;
        }
    }
    all.sort_by(|a, b| a.price.total_cmp(&b.price));
    all
}

/// The label's rectangle, `gap` away from the mark in the direction of `turn`.
fn beside(mark: &Disc, w: &Wanted, turn: f64, gap: f64) -> Area {
    let (sin, cos) = (turn * TAU).sin_cos();
    let side = |c: f64| if c.abs() < 0.2 { 0.0 } else { c.signum() };
    let left = mark.x + cos * (mark.r + gap) - w.width * (1.0 - side(cos)) / 2.0;
    let top = mark.y + sin * (mark.r + gap) - w.height * (1.0 - side(sin)) / 2.0;
    Area { left, top, right: left + w.width, bottom: top + w.height }
}

/// Whether two labels, with their leader lines, keep clear of each other.
fn apart(a: &Placed, b: &Placed) -> bool {
    let wide = Area {
        left: a.area.left - GAP,
        top: a.area.top - 1.0,
        right: a.area.right + GAP,
        bottom: a.area.bottom + 1.0,
    };
    !wide.meets(&b.area)
        && b.leader.is_none_or(|(from, to)| !wide.meets_segment(from, to))
        && a.leader.is_none_or(|(from, to)| !b.area.meets_segment(from, to))
        && a.leader.zip(b.leader).is_none_or(|((p, q), (r, s))| !cross(p, q, r, s))
}

fn distance(a: Point, b: Point) -> f64 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

fn distance_to_segment(p: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let squared = dx * dx + dy * dy;
    let t = if squared > 0.0 { ((p.0 - a.0) * dx + (p.1 - a.1) * dy) / squared } else { 0.0 };
    let t = t.clamp(0.0, 1.0);
    distance(p, (a.0 + t * dx, a.1 + t * dy))
}

/// Whether two segments cross each other properly.
fn cross(a: Point, b: Point, c: Point, d: Point) -> bool {
    let turn = |p: Point, q: Point, r: Point| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    turn(a, b, c) * turn(a, b, d) < 0.0 && turn(c, d, a) * turn(c, d, b) < 0.0
}

/// Heights moved apart to at least `gap`, each as near its own as may be, within `low..=high`
/// where they all fit.
pub(crate) fn spread(heights: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by(|a, b| heights[*a].total_cmp(&heights[*b]));
    let mut out: Vec<f64> = heights.to_vec();
    let mut floor = low;
    for &i in &order {
        out[i] = out[i].max(floor);
        floor = out[i] + gap;
    }
    let mut ceiling = high;
    for &i in order.iter().rev() {
        out[i] = out[i].min(ceiling);
        ceiling = out[i] - gap;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Area = Area { left: 0.0, top: 0.0, right: 200.0, bottom: 200.0 };

    #[test]
    fn labels_of_crowded_marks_stay_apart() {
        let marks: Vec<Disc> =
            (0..6).map(|i| Disc { x: 90.0 + 6.0 * f64::from(i), y: 100.0, r: 5.0 }).collect();
        let wanted: Vec<Wanted> = (0..6).map(|mark| Wanted { mark, width: 50.0, height: 14.0 }).collect();
        let placed: Vec<Placed> = place(&marks, &wanted, &[], BOUNDS).into_iter().flatten().collect();
        assert_eq!(placed.len(), 6);
        for (i, a) in placed.iter().enumerate() {
            assert!(BOUNDS.holds(&a.area));
            assert!(placed[..i].iter().all(|b| !a.area.meets(&b.area)));
            assert!(marks.iter().all(|m| !a.area.meets_disc(m)));
        }
    }

    #[test]
    fn a_lone_label_stands_at_the_right_without_a_leader() {
        let marks = [Disc { x: 50.0, y: 50.0, r: 5.0 }];
        let placed = place(&marks, &[Wanted { mark: 0, width: 40.0, height: 14.0 }], &[], BOUNDS)[0].unwrap();
        assert_eq!(placed.area.left, 58.0);
        assert!(placed.leader.is_none());
    }

    #[test]
    fn a_label_that_cannot_fit_is_left_out() {
        let marks = [Disc { x: 50.0, y: 50.0, r: 5.0 }];
        assert!(place(&marks, &[Wanted { mark: 0, width: 400.0, height: 14.0 }], &[], BOUNDS)[0].is_none());
    }

    #[test]
    fn heights_move_apart_within_their_limits() {
        assert_eq!(spread(&[10.0, 12.0, 50.0], 15.0, 0.0, 100.0), [10.0, 25.0, 50.0]);
        assert_eq!(spread(&[98.0, 99.0], 15.0, 0.0, 100.0), [85.0, 100.0]);
    }
}
