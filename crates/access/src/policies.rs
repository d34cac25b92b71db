//! The rules of who may do what.

use kernel::CityCode;

use crate::{Action, Who};

/// What somebody wants to act on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resource {
    /// The city it belongs to; none for what belongs to the network.
    pub city: Option<CityCode>,
    /// The point of access that keeps it to itself, if one does.
    pub office: Option<String>,
}

impl Resource {
    /// What belongs to the network as a whole.
    pub const fn network() -> Self {
        Self { city: None, office: None }
    }

    /// What belongs to a city.
    pub const fn city(city: CityCode) -> Self {
        Self { city: Some(city), office: None }
    }

    /// What one point of access of a city keeps to itself.
    pub fn office(city: CityCode, office: Option<&str>) -> Self {
        Self { city: Some(city), office: office.map(str::to_owned) }
    }
}

/// The rules. Cloning shares them.
#[derive(Clone, Debug, Default)]
pub struct Policies;

impl Policies {
    /// Whether somebody may do something to something. What no rule permits is denied.
    pub fn permit(&self, who: &Who, _action: Action, on: &Resource) -> bool {
        on.city.is_none() || who.city.is_none() || who.city == on.city
    }
}
