//! The log of reads: every view, search, list and export of people is written before it is answered, shown to the
//! city's lead and the auditor, and looked over for unusual reading.
//!
//! Whoever shows people calls [`ReadLog`] first and shows nothing if that fails. The log knows who read and which
//! files; names of people come from whoever knows them ([`PersonNames`]), for readers who may have them.

pub mod book;
pub mod flags;
mod line;
mod log;
mod pages;
mod people;
mod sql;
mod staff;
pub mod unusual;
mod watch;

pub use line::{Act, Line, ReadId, Seen, UnknownWord, What};
pub use log::ReadLog;
pub use pages::{DEEDS, Reads, THINGS, deed_key, routes, thing_key};
pub use people::{Answer, PersonNames, PersonsMet, StaffNames};
pub use watch::{Watch, WatchError};

/// The messages of the pages of the log.
pub const MESSAGES: ui::Source = ui::Source {
    name: "reads",
    it: include_str!("../../locales/reads/it.ftl"),
    en: include_str!("../../locales/reads/en.ftl"),
};

/// The tables and statements of the log.
pub const SLICE: store::Slice = store::Slice {
    name: "reads",
    migrations: &[store::Migration {
        version: 5101,
        name: "reads",
        sqlite: include_str!("../../migrations/sqlite/5101_reads.sql"),
        postgres: include_str!("../../migrations/postgres/5101_reads.sql"),
    }],
    statements: &[sql::ALL],
    bulks: &[&sql::INSERT_PERSONS, &sql::KEEP_TALLIES, &sql::RAISE_FLAGS],
    sealed: &[log::DETAIL, flags::NOTE],
};
