//! The parts pages are made of. Each is a value with its own template: a page builds it and its
//! template writes `{{ part }}`.

mod chart;
mod field;
mod figure;
mod table;
mod words;

pub use chart::{Chart, Download};
pub use field::{Choice, Field};
pub use figure::Figure;
pub use table::{Cell, Column, Table};
pub use words::{Breadcrumb, Empty, Notice, Pager, Shape, Status, Tags, Todo, Tone};

use std::fmt;

use askama::filters::HtmlSafe;

/// HTML or SVG that our own code has made and escaped: written as it is.
#[derive(Clone, Default, PartialEq, Debug)]
pub struct Markup(pub String);

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! parts {
    ($($part:ty),*) => {$( impl HtmlSafe for $part {} )*};
}
parts!(Markup, Chart, Field, Figure, Table, Breadcrumb, Empty, Notice, Pager, Status, Tags, Todo);
