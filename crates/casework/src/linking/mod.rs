//! Once in the network: which people of two cities are one person.
//!
//! Wherever the names of a person are settled ([`crate::people::Book::settle`]) they are encoded anew
//! ([`encodings`]), under a number, their handle, that says nothing of who they are. Encodings stand apart from names.
//! The [`Linker`] follows them: it keeps a [`linkage::network::Network`] in memory, a function of encodings and
//! answers, writes under which number each person is counted, and what is to be asked in two cities.

pub mod answers;
pub(crate) mod encodings;
mod forget;
mod identity;
mod linker;
mod memory;
pub mod pages;
mod questions;
mod rotate;
pub(crate) mod sides;
pub(crate) mod sql;
mod united;

pub use forget::forget;
pub use linker::{Linker, THRESHOLDS};
pub use rotate::{Rotated, rotate};

/// The messages of this part.
pub const MESSAGES: ui::Source = ui::Source {
    name: "casework-questions",
    it: include_str!("../../locales/questions/it.ftl"),
    en: include_str!("../../locales/questions/en.ftl"),
};
