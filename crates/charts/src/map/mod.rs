//! Italy and the cities of the network.

mod cities;
mod outline;

pub use cities::{MapCity, map_of_italy};
