//! Indicators and what can be said of them. No input or output.

mod compare;
mod indicator;
mod load;
mod small;

pub use compare::{Against, CityPoint, CompareError, Comparison, Ground, compare};
pub use indicator::{Counting, Figure, Indicator, Span, Verified, Words};
pub use load::{Indicators, NoSuchIndicator};
pub use small::{LEAST, Shown, protected};
