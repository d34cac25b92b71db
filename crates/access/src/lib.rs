//! Who asks, and may they: accounts, sessions, roles, policies, and the log of what was read.
//!
//! A handler cannot reach a store without a [`Who`]; a route cannot exist without an [`Action`] that the gate
//! checks before the handler runs ([`Routes`]). [`guard`] finds out who asks from the session a request carries;
//! [`sessions::open`] makes one, whatever way somebody proved who they are.

pub mod account;
mod action;
mod addresses;
mod app;
pub mod attempts;
mod cookie;
pub mod demo;
mod gate;
mod guard;
pub mod pages;
pub mod passkeys;
pub mod password;
mod policies;
pub mod provider;
pub mod qr;
pub mod reads;
mod recovery;
mod role;
mod routes;
mod secrets;
pub mod sessions;
mod sign_in;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod totp;
pub mod waits;
mod who;

pub use action::Action;
pub use addresses::Address;
pub use app::Access;
pub use cookie::Cookie;
pub use gate::Stopped;
pub use guard::guard;
pub use policies::{Policies, Resource, Whose};
pub use role::{Role, UnknownRole};
pub use routes::{Method, RouteLine, Routes};
pub use who::{AccountId, Allowed, Who};

/// The messages of this slice.
pub const MESSAGES: ui::Source = ui::Source {
    name: "access",
    it: include_str!("../locales/it.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// The tables and statements of this slice.
pub const SLICE: store::Slice = store::Slice {
    name: "access",
    migrations: &[
        store::Migration {
            version: 5001,
            name: "accounts",
            sqlite: include_str!("../migrations/sqlite/5001_accounts.sql"),
            postgres: include_str!("../migrations/postgres/5001_accounts.sql"),
        },
        store::Migration {
            version: 5201,
            name: "passkeys",
            sqlite: include_str!("../migrations/sqlite/5201_passkeys.sql"),
            postgres: include_str!("../migrations/postgres/5201_passkeys.sql"),
        },
        store::Migration {
            version: 5202,
            name: "provider_identity",
            sqlite: include_str!("../migrations/sqlite/5202_provider_identity.sql"),
            postgres: include_str!("../migrations/postgres/5202_provider_identity.sql"),
        },
    ],
    statements: &[account::sql::ALL, sessions::sql::ALL, passkeys::sql::ALL, provider::sql::ALL],
    bulks: &[&account::sql::INSERT_CODES],
    sealed: &[],
};
