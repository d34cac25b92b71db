//! The `mart` crate.
