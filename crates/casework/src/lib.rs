//! People and what was done for them, city by city. This crate alone knows who people are: what leaves it
//! are facts with a number in place of a person.

pub mod desk;
pub mod facts;
pub mod linking;
pub mod names;
pub mod pages;
pub mod people;
pub mod registers;
pub mod sealed;
#[cfg(test)]
mod tests;

/// The messages of this slice.
pub const MESSAGES: ui::Source = ui::Source {
    name: "casework",
    it: include_str!("../locales/it.ftl"),
    en: include_str!("../locales/en.ftl"),
};

/// The tables and statements of this slice.
pub const SLICE: store::Slice = store::Slice {
    name: "casework",
    migrations: &[
        store::Migration {
            version: 3101,
            name: "people",
            sqlite: include_str!("../migrations/sqlite/3101_people.sql"),
            postgres: include_str!("../migrations/postgres/3101_people.sql"),
        },
        store::Migration {
            version: 3102,
            name: "registers",
            sqlite: include_str!("../migrations/sqlite/3102_registers.sql"),
            postgres: include_str!("../migrations/postgres/3102_registers.sql"),
        },
        store::Migration {
            version: 3701,
            name: "network",
            sqlite: include_str!("../migrations/sqlite/3701_network.sql"),
            postgres: include_str!("../migrations/postgres/3701_network.sql"),
        },
    ],
    statements: &[people::sql::ALL, registers::sql::ALL, linking::sql::ALL, linking::sides::ALL],
    sealed: sealed::SPOTS,
    bulks: &[
        &people::sql::INSERT_PERSONS,
        &people::sql::INSERT_FORMS,
        &people::sql::INSERT_PAIRS,
        &linking::sql::PUT_ENCODINGS,
        &linking::sql::INSERT_MOVES,
        &linking::sides::INSERT_PAIRS,
        &linking::sides::INSERT_SIDES,
        &registers::sql::INSERT_CONTACTS,
        &registers::sql::INSERT_AGAIN,
        &registers::sql::INSERT_REJECTED,
    ],
};
