//! Rights: what a person may ask about their data (a copy, that it be put right, kept and not used, erased), and for
//! how long everything is kept.

pub mod everything;
pub mod model;
mod pages;
pub mod read;
pub mod retention;
pub(crate) mod sql;
pub mod write;

pub use pages::{RightsWaits, routes};

/// The messages of this part.
pub const MESSAGES: ui::Source = ui::Source {
    name: "casework-rights",
    it: include_str!("../../../locales/rights/it.ftl"),
    en: include_str!("../../../locales/rights/en.ftl"),
};

/// The tables and statements of this part.
pub const SLICE: store::Slice = store::Slice {
    name: "casework-rights",
    migrations: &[store::Migration {
        version: 3601,
        name: "rights",
        sqlite: include_str!("../../../migrations/sqlite/3601_rights.sql"),
        postgres: include_str!("../../../migrations/postgres/3601_rights.sql"),
    }],
    statements: &[sql::ALL, retention::sql::ALL],
    bulks: &[],
    sealed: sql::SPOTS,
};
