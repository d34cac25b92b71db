//! The `casework` crate.
