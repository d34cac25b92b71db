//! The network's reference data: cities, words, and what was declared in public.

mod model;
pub mod vocabulary;

pub use model::{CatalogueError, Cities, City, NoSuchCity};
