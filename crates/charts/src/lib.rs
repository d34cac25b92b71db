//! Accessible SVG drawings, returned as strings.
//!
//! Every drawing carries a title and a description, takes all its words from the caller and uses
//! presentation attributes only: no style, no script, so that a strict content security policy
//! holds. Lengths are user units of the `viewBox`; no text is smaller than 12 of them.
//!
//! A value that is not finite, or whose magnitude is beyond 10¹², is a gap: nothing is drawn for it
//! and its number never reaches a formatter.

mod bars;
mod columns;
mod dots;
mod frame;
mod funnel;
mod labels;
mod map;
mod pyramid;
mod run;
mod scale;
mod sparkline;
mod svg;
mod text;

pub use bars::{Bar, bars};
pub use columns::columns;
pub use dots::{DotRow, DotWords, dot_plot};
pub use funnel::{FunnelDrawing, FunnelPoint, FunnelWords, Mark, funnel};
pub use map::{MapCity, map_of_italy};
pub use pyramid::{PyramidRow, pyramid};
pub use run::{RunDrawing, RunWords, run_chart};
pub use sparkline::sparkline;

/// What a reader who cannot see the drawing is told.
#[derive(Debug, Clone, Copy)]
pub struct Caption<'a> {
    /// Identifier, unique in the page; the identifiers inside the drawing begin with it.
    pub id: &'a str,
    /// The finding, in one line.
    pub title: &'a str,
    /// What is drawn and where the same figures stand as a table.
    pub description: &'a str,
}

/// How a number is written on an axis or beside a mark.
pub type Format<'a> = &'a dyn Fn(f64) -> String;

/// An axis of a drawing.
#[derive(Clone, Copy)]
pub struct Axis<'a> {
    /// What is measured, with its unit.
    pub title: &'a str,
    /// How its numbers are written.
    pub format: Format<'a>,
}

impl std::fmt::Debug for Axis<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Axis").field("title", &self.title).finish_non_exhaustive()
    }
}
