//! The person who asks.

use std::collections::BTreeSet;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kernel::{CityCode, typed_id};
use store::Actor;
use ui::{Problem, Reader, Section};

use crate::{Action, Policies, Resource, Role};

typed_id!(
    /// An account.
    AccountId
);

/// Somebody who signed in, fully. Handlers take it as an argument; the middleware puts it into the request.
#[derive(Clone, Debug)]
pub struct Who {
    /// Their account.
    pub account: AccountId,
    /// The name they sign in with; the journal calls them so.
    pub login: String,
    /// How they are called.
    pub name: String,
    /// Their role.
    pub role: Role,
    /// Their city, if the role has one.
    pub city: Option<CityCode>,
    /// The points of access they work at (folded names); empty for all points of the city.
    pub offices: BTreeSet<String>,
    /// The rules they are held to.
    pub policies: Policies,
}

/// Proof that somebody was allowed to do something.
#[derive(Clone, Copy, Debug)]
pub struct Allowed(());

impl Who {
    /// As the journal names them.
    pub fn actor(&self) -> Actor {
        Actor(self.login.clone())
    }

    /// Their city.
    ///
    /// # Errors
    /// 404 for somebody without one: what belongs to a city does not exist for them.
    pub fn city(&self) -> Result<CityCode, Problem> {
        self.city.ok_or_else(Problem::not_found)
    }

    /// Whether they may.
    pub fn may(&self, action: Action, on: &Resource) -> bool {
        self.policies.permit(self, action, on)
    }

    /// Whether they may do it to what belongs to a city.
    pub fn may_in(&self, action: Action, city: CityCode) -> bool {
        self.may(action, &Resource::city(city))
    }

    /// The proof that they may.
    ///
    /// # Errors
    /// 404 if they may not: whether it exists is private too.
    pub fn require(&self, action: Action, on: &Resource) -> Result<Allowed, Problem> {
        if self.may(action, on) { Ok(Allowed(())) } else { Err(Problem::not_found()) }
    }

    /// Whether they may do it at all, to what is theirs: of their city, or of the network for who has none.
    pub fn may_at_home(&self, action: Action) -> bool {
        self.may(action, &Resource { city: self.city, office: None })
    }

    /// The entries of the main navigation that lead somewhere for them, in order.
    pub fn sections(&self) -> Vec<Section> {
        let leads = |section: &Section| match section {
            Section::Network | Section::Indicators | Section::Comparison => {
                self.may_at_home(Action::SeeNumbers)
            }
            Section::Desk => self.may_at_home(Action::SearchPeople),
            Section::Registers => self.may_at_home(Action::SeeRegisters),
            Section::Reads => self.may_at_home(Action::SeeReads),
            Section::Accounts => self.may_at_home(Action::ManageAccounts),
            Section::Elsewhere => false,
        };
        Section::MAIN.into_iter().filter(leads).collect()
    }

    /// Their first page: the desk for who works at one, else the first entry of the navigation, else their own
    /// account.
    pub fn start(&self) -> &'static str {
        let sections = self.sections();
        let desk = (self.role != Role::CityLead).then(|| sections.iter().find(|one| **one == Section::Desk));
        desk.flatten().or(sections.first()).map_or("/profilo", |section| section.href())
    }

    /// As the frame of the pages shows them; `place` is the name of their city.
    pub fn reader(&self, place: Option<String>) -> Reader {
        Reader {
            name: self.name.clone(),
            role: self.role.code().to_owned(),
            place,
            sections: self.sections(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Who {
    type Rejection = Problem;

    /// The gate has let them in: behind it somebody is always there.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        parts.extensions.get::<Self>().cloned().ok_or_else(Problem::not_found)
    }
}
