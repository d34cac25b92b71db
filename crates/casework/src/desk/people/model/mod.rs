//! What the desk knows of people: the words and rules, without input or output.

pub mod detail;
pub mod file_type;
pub mod notice;
pub mod person;
pub mod relation;

pub use detail::{Detail, DetailId, Kind};
pub use file_type::FileType;
pub use notice::{Notice, Notices};
pub use person::{Faults, PersonFields};
pub use relation::Relation;
