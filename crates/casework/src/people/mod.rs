//! People in a city: the forms they were written in, the person each form belongs to, and the doubts.
//!
//! A contact points to a form as it was written; a form points to a person. Joining and separating move
//! that pointer, so an undo is exact and no contact is ever rewritten.

pub mod book;
pub(crate) mod decided;
pub mod doubts;
pub mod identities;
pub mod model;
pub mod network_identity;
pub mod pairs;
pub(crate) mod placing;
pub(crate) mod sql;

pub use book::Book;
pub use model::{Attributes, FormId, PersonId, attributes_of};
