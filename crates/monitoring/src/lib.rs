//! The `monitoring` crate.
