//! The `charts` crate.
