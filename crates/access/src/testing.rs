//! Somebody to ask as, in tests: the rules are those the program was built with.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use axum::{Extension, Router};
use kernel::{CityCode, Timestamp};
use rand::SeedableRng as _;

use crate::{AccountId, Policies, Role, Who};

/// The rules this program was built with, read once.
///
/// # Panics
/// When a file of the catalogue is wrong.
#[expect(clippy::expect_used, reason = "a test without rules must stop")]
pub fn policies() -> Policies {
    static BUILT_IN: LazyLock<Policies> =
        LazyLock::new(|| Policies::embedded().expect("the rules of the catalogue are right"));
    BUILT_IN.clone()
}

/// A city by its cadastral code.
///
/// # Panics
/// When it is none.
#[expect(clippy::expect_used, reason = "a test without its city must stop")]
pub fn city(code: &str) -> CityCode {
    code.parse().expect("a cadastral code")
}

/// Somebody of a role; of a city where the role has one. The same each time.
pub fn who(role: Role, city: Option<CityCode>) -> Who {
    let city = city.filter(|_| role.is_of_a_city());
    let letters = city.iter().flat_map(|city| city.as_str().bytes()).chain(role.code().bytes());
    let seed = letters.fold(7_u64, |seed, letter| seed.wrapping_mul(31).wrapping_add(u64::from(letter)));
    let mut random = rand::rngs::StdRng::seed_from_u64(seed);
    Who {
        account: AccountId(kernel::id::uuid_v7(Timestamp::default(), &mut random)),
        login: format!("{role}.prova"),
        name: format!("Prova {role}"),
        role,
        city,
        offices: BTreeSet::new(),
        policies: policies(),
    }
}

/// A city's lead.
pub fn lead(code: &str) -> Who {
    who(Role::CityLead, Some(city(code)))
}

/// A desk operator of a city.
pub fn operator(code: &str) -> Who {
    who(Role::Operator, Some(city(code)))
}

/// Pages as somebody who signed in asks for them: around everything, [`ui::dress`] included.
pub fn signed_in(pages: Router, who: &Who) -> Router {
    let place = who.city.map(|city| city.to_string());
    pages.layer(Extension(who.clone())).layer(Extension(who.reader(place)))
}
