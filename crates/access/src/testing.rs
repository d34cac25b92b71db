//! Somebody to ask as, in tests.

use kernel::{CityCode, Timestamp};

use crate::{AccountId, Policies, Role, Who};

/// Somebody of a role; of a city where the role has one.
pub fn who(role: Role, city: Option<CityCode>) -> Who {
    Who {
        account: AccountId(kernel::id::uuid_v7(Timestamp::default(), &mut kernel_random())),
        login: format!("{role}.prova"),
        name: format!("Prova {role}"),
        role,
        city: city.filter(|_| role.is_of_a_city()),
        offices: std::collections::BTreeSet::new(),
        policies: Policies,
    }
}

fn kernel_random() -> impl rand::RngCore {
    <rand::rngs::StdRng as rand::SeedableRng>::seed_from_u64(7)
}
