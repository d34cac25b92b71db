//! What is recorded at the desk, before any table: codes, points, what a form says, and what of it cannot be right.

mod codes;
mod draft;
mod fields;
mod known;
mod list;
mod points;

#[cfg(test)]
mod tests;

pub use codes::{Action, Modality, Outcome};
pub use draft::{
    Change, Draft, Faults, Gathering, Known, Unfit, read, read_change, read_gathering, read_heads,
    read_reason,
};
pub use fields::Fields;
pub use known::{Key, Stood, Teller, standing};
pub use list::{MOST_NAMES, names};
pub use points::{Point, Points};
