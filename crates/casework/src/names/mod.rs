//! Who is called so, or nearly so: the names of each city in memory, for the search at the desk.
//!
//! A projection (ARCHITECTURE, «The way of the data»): made from the database, thrown away at will, and following the
//! journal. Whoever has no name in the database (anonymous, erased) is not in it.

mod follow;
mod index;
mod quality;
mod query;
mod rank;
mod vocabulary;

#[cfg(test)]
mod everybody;
#[cfg(test)]
mod tests;

pub use follow::Names;
pub use index::{CityIndex, Found, Hit};
pub use query::Query;
pub use rank::Fit;
