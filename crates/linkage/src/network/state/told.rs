//! What a network is told, and what it tells.

use kernel::CityCode;

use super::super::encoding::Encoding;
use crate::Decision;

/// The number under which a city's person is known to the network. It tells nothing of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(pub u64);

/// What is probable enough, as probabilities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// From here on two are one person without being asked.
    pub join: f64,
    /// From here on people are asked; below, two are two persons, and no third makes them one.
    pub ask: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { join: 0.75, ask: 0.1 }
    }
}

/// A change of what the network knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A person is new, or is known otherwise than before.
    Put(Handle, CityCode, Encoding),
    /// A person is no more: erased, or joined to another one of their city.
    Remove(Handle),
    /// People say of two that they are one person, or two.
    Decide(Handle, Handle, Decision),
    /// What was decided of two is taken back.
    Undecide(Handle, Handle),
}

/// A person who moved from one cluster to another. A cluster is named by the smallest handle in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// Who moved.
    pub handle: Handle,
    /// The cluster before; nothing for a new person.
    pub from: Option<Handle>,
    /// The cluster now; nothing for one who is no more.
    pub to: Option<Handle>,
}

/// Two who may be one person, to be asked in their cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The one with the smaller handle.
    pub a: Handle,
    /// The other, of another city.
    pub b: Handle,
    /// How probable it is that they are one.
    pub probability: f64,
}
