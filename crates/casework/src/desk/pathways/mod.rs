//! Pathways: taking somebody in charge, what they need and want to reach, where they stay, how it ended.

pub mod facts;
pub mod model;
mod pages;
pub mod read;
pub mod rights;
pub(crate) mod sql;
pub mod write;

pub use pages::{PathwayWaits, routes, section};

/// The messages of this part.
pub const MESSAGES: ui::Source = ui::Source {
    name: "casework-pathways",
    it: include_str!("../../../locales/pathways/it.ftl"),
    en: include_str!("../../../locales/pathways/en.ftl"),
};

/// The tables and statements of this part.
pub const SLICE: store::Slice = store::Slice {
    name: "casework-pathways",
    migrations: &[store::Migration {
        version: 3401,
        name: "pathways",
        sqlite: include_str!("../../../migrations/sqlite/3401_pathways.sql"),
        postgres: include_str!("../../../migrations/postgres/3401_pathways.sql"),
    }],
    statements: sql::ALL,
    bulks: &[],
    sealed: sql::SPOTS,
};
