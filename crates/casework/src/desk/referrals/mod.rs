//! Referrals: a note for another point of the city, a letter to an outside body, an offer to another city.
//!
//! An offer between cities is two rows. The sending city keeps who it is about and why; the receiving city keeps
//! what it may see before it answers, and the rest sealed with its own keys, opened only once it accepts.

pub mod model;
mod pages;
pub mod read;
pub(crate) mod rights;
pub(crate) mod sql;
pub mod write;

pub use pages::{ReferralWaits, routes, section};

/// The messages of this part.
pub const MESSAGES: ui::Source = ui::Source {
    name: "casework-referrals",
    it: include_str!("../../../locales/referrals/it.ftl"),
    en: include_str!("../../../locales/referrals/en.ftl"),
};

/// The tables and statements of this part.
pub const SLICE: store::Slice = store::Slice {
    name: "casework-referrals",
    migrations: &[store::Migration {
        version: 3501,
        name: "referrals",
        sqlite: include_str!("../../../migrations/sqlite/3501_referrals.sql"),
        postgres: include_str!("../../../migrations/postgres/3501_referrals.sql"),
    }],
    statements: &[sql::ALL],
    bulks: &[],
    sealed: sql::SPOTS,
};
