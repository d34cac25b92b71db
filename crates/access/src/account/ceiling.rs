//! Who may give what: nobody makes an account that may more than their own.

use kernel::CityCode;

use super::Account;
use crate::{Role, Who};

/// The roles and the city up to which somebody may give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ceiling {
    /// The roles.
    pub roles: &'static [Role],
    /// The only city; none for all.
    pub city: Option<CityCode>,
}

impl Ceiling {
    /// Of somebody: an administrator gives every role everywhere, a lead operators of their own city, the others
    /// nothing.
    pub fn of(who: &Who) -> Option<Self> {
        match (who.role, who.city) {
            (Role::Administrator, _) => Some(Self { roles: &Role::ALL, city: None }),
            (Role::CityLead, Some(city)) => {
                Some(Self { roles: &[Role::Operator, Role::StreetOperator], city: Some(city) })
            }
            _ => None,
        }
    }

    /// Whether it allows somebody of a role, in a city where the role has one.
    pub fn allows(&self, role: Role, city: Option<CityCode>) -> bool {
        let place = self.city.is_none() || self.city == city;
        self.roles.contains(&role) && place && role.is_of_a_city() == city.is_some()
    }

    /// Whether an account is under it.
    pub fn covers(&self, account: &Account) -> bool {
        self.allows(account.role, account.city)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::who;

    #[test]
    fn nobody_gives_more_than_they_have() {
        let [bari, roma] = ["A662", "H501"].map(|code| code.parse::<CityCode>().unwrap());
        let of = |role| Ceiling::of(&who(role, Some(bari)));
        let lead = of(Role::CityLead).unwrap();
        for role in Role::ALL {
            let is_operator = matches!(role, Role::Operator | Role::StreetOperator);
            assert_eq!(lead.allows(role, Some(bari)), is_operator, "{role}");
            assert!(!lead.allows(role, Some(roma)) && !lead.allows(role, None), "{role}");
            let admin = of(Role::Administrator).unwrap();
            assert_eq!(admin.allows(role, Some(roma)), role.is_of_a_city(), "{role}");
            assert_eq!(admin.allows(role, None), !role.is_of_a_city(), "{role}");
            let may = matches!(role, Role::CityLead | Role::Administrator);
            assert_eq!(of(role).is_some(), may, "{role}");
        }
    }
}
