//! Statistics for comparing cities fairly, as pure functions over numbers: no I/O, no clock, no randomness.
//!
//! - [`funnel`]: each city against the limits expected by chance for its size;
//! - [`run_chart`]: one city over time (XmR), with the rules of "Making data count";
//! - [`shewhart`]: control charts of the textbook, with frozen baselines and run tests;
//! - [`standardise`]: direct and indirect standardisation for different case mixes;
//! - [`interval`]: confidence intervals for proportions, counts and means;
//! - [`variance`]: variance between units beyond chance;
//! - [`special`]: the few special functions the others need.
//!
//! Every method, its source and the variant chosen are described in `docs/methods/comparison.md`; the tests
//! hold them to the published values in `tests/published/`.

pub mod funnel;
pub mod interval;
pub mod run_chart;
pub mod shewhart;
pub mod special;
pub mod standardise;
pub mod variance;
