//! The rules of who may do what: files of the catalogue, read once, decided once.
//!
//! A rule sees three things: the role of who asks, the action, and [`Whose`] the thing is. There are few of each,
//! so every decision is taken when the rules are read, and asking later is a look into a table.

mod read;
mod resource;

use std::fmt;
use std::sync::Arc;

use network::{Catalogue, CatalogueError};

pub use resource::{Resource, Whose};

use crate::{Action, Role, Who};

/// The rules. Cloning shares them. By default there are none, and what no rule permits is denied.
#[derive(Clone, Default)]
pub struct Policies(Arc<[bool]>);

impl Policies {
    /// The rules of a catalogue.
    ///
    /// # Errors
    /// The first rule that cannot be read, speaks of what the schema does not know, or could never apply, with
    /// file and line.
    pub fn load(catalogue: &Catalogue) -> Result<Self, CatalogueError> {
        read::table(catalogue).map(|table| Self(table.into()))
    }

    /// The rules this program was built with.
    ///
    /// # Errors
    /// When a file is wrong, which the tests exclude.
    pub fn embedded() -> Result<Self, CatalogueError> {
        Self::load(&Catalogue::embedded())
    }

    /// Whether a role may do something to what is of somebody.
    pub fn decide(&self, role: Role, action: Action, whose: Whose) -> bool {
        self.0.get(place(role, action, whose)).copied().unwrap_or(false)
    }

    /// Whether somebody may do something to something. What no rule permits is denied.
    pub fn permit(&self, who: &Who, action: Action, on: &Resource) -> bool {
        self.decide(who.role, action, on.seen_by(who))
    }
}

/// Where a decision stands in the table.
const fn place(role: Role, action: Action, whose: Whose) -> usize {
    (role as usize * Action::ALL.len() + action as usize) * Whose::ALL.len() + whose as usize
}

/// Every decision there is, in the order of the table.
fn decisions() -> impl Iterator<Item = (Role, Action, Whose)> {
    Role::ALL.into_iter().flat_map(|role| {
        let actions = Action::ALL.iter();
        actions.flat_map(move |action| Whose::ALL.into_iter().map(move |whose| (role, *action, whose)))
    })
}

impl fmt::Debug for Policies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let permitted = self.0.iter().filter(|permitted| **permitted).count();
        write!(f, "Policies({permitted} of {} decisions permit)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisions_stand_where_they_are_looked_for() {
        for (expected, (role, action, whose)) in decisions().enumerate() {
            assert_eq!(place(role, action, whose), expected);
        }
    }

    #[test]
    fn without_rules_everything_is_denied() {
        let none = Policies::default();
        assert!(decisions().all(|(role, action, whose)| !none.decide(role, action, whose)));
    }
}
