//! Monitoring: the indicators, and the pages that show and compare them. It counts facts; it knows no names.

pub mod model;

pub use model::{Indicator, Indicators};
