//! What the network is: no input or output.

mod city;

pub use city::{CatalogueError, Cities, City, NoSuchCity};
