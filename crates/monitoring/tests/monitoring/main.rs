//! The slice as its users meet it: figures against a plain count, pages in both languages.
#![expect(clippy::unwrap_used, reason = "a test crate")]

mod figures;
mod pages;
mod support;
