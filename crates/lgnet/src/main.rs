//! The `lgnet` crate.
fn main() {}
