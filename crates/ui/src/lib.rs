//! The `ui` crate.
