//! A network of 22 cities, filled: made-up people in registers like those that cities keep, brought in the
//! way a city lead would bring them in. Nobody in it exists.

mod fill;
mod names;
mod people;
mod registers;

pub use fill::fill;

/// The first day of the demonstration's data.
pub const FIRST_DAY: (i32, u32, u32) = (2024, 10, 1);
/// The last day of the demonstration's data.
pub const LAST_DAY: (i32, u32, u32) = (2026, 10, 31);
/// The seed: the same demonstration every time.
const SEED: u64 = 0x4C47_4E65_7421;
