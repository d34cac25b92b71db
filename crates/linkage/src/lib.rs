//! The `linkage` crate.
