//! The `network` crate.

pub mod vocabulary;
