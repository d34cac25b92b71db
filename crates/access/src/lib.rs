//! Who asks, and may they: accounts, sessions, roles, policies, and the log of what was read.
//!
//! A handler cannot reach a store without a [`Who`]; a route cannot exist without an [`Action`] that the gate
//! checks before the handler runs ([`Routes`]).

mod action;
mod gate;
mod policies;
pub mod reads;
mod role;
mod routes;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod waits;
mod who;

pub use action::Action;
pub use gate::Stopped;
pub use policies::{Policies, Resource, Whose};
pub use role::{Role, UnknownRole};
pub use routes::{Method, RouteLine, Routes};
pub use who::{AccountId, Allowed, Who};
