//! The handbook of those who work with the program: the chapters of `docs/manuale`, inside the binary and served
//! by it. What an operator reads is of the same version as what they use.

mod chapters;
mod markdown;
mod pages;
mod search;

pub use chapters::{Chapter, Chapters, Group};
pub use markdown::{Heading, Piece};
pub use pages::routes;

/// The messages around the chapters; the chapters themselves are Italian.
pub const MESSAGES: ui::Source = ui::Source {
    name: "handbook",
    it: include_str!("../locales/it.ftl"),
    en: include_str!("../locales/en.ftl"),
};
