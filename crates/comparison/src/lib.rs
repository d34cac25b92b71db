//! The `comparison` crate.
