//! People at the desk: finding somebody, registering them, their file, what is known of them, the people they live
//! with, the papers they bring, the privacy notice they are given.

pub mod model;
mod pages;
pub mod read;
pub(crate) mod rights;
pub mod sql;
mod who;
pub mod write;

pub use pages::routes;
pub use who::WhoTheyAre;

/// The messages of this part.
pub const MESSAGES: ui::Source = ui::Source {
    name: "casework-people",
    it: include_str!("../../../locales/people/it.ftl"),
    en: include_str!("../../../locales/people/en.ftl"),
};

/// The tables and statements of this part.
pub const SLICE: store::Slice = store::Slice {
    name: "casework-people",
    migrations: &[store::Migration {
        version: 3201,
        name: "desk people",
        sqlite: include_str!("../../../migrations/sqlite/3201_desk_people.sql"),
        postgres: include_str!("../../../migrations/postgres/3201_desk_people.sql"),
    }],
    statements: &[sql::ALL],
    sealed: sql::SPOTS,
    bulks: &[&sql::INSERT_DETAILS],
};
