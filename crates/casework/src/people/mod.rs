//! People in a city: the forms they were written in, the person each form belongs to, and the doubts.
//!
//! A contact points to a form as it was written; a form points to a person. Joining and separating move
//! that pointer, so an undo is exact and no contact is ever rewritten.
//!
//! Who a form says somebody is stands sealed ([`written`]). A form whose identity was erased still counts, and is
//! otherwise nobody: it is never linked to another and never shown. A form stays while somebody was met under it,
//! while the desk stated it, or while the desk hangs something on it ([`book::keep_for_desk`]).

pub mod book;
pub(crate) mod decided;
pub mod doubts;
pub(crate) mod erasure;
pub mod identities;
pub mod model;
pub mod pairs;
pub(crate) mod placing;
pub mod roll;
pub(crate) mod sql;
pub mod written;

pub use book::Book;
pub use model::{Attributes, FormId, PersonId, attributes_of, name_of};
