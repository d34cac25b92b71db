//! The network's reference data: cities, editions, areas, words, and what was declared in public.

mod catalogue;
mod model;
pub mod vocabulary;

pub use catalogue::{Catalogue, File};
pub use model::{
    Area, CatalogueError, Cities, City, CityArea, Declared, Edition, Network, NoSuchCity, Point, WorkPackage,
};
