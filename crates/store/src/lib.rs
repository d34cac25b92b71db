//! The database is the truth, the journal is its memory.
//!
//! One [`Store`] speaks to SQLite or PostgreSQL with the same SQL text. A write happens in a [`Unit`]: one
//! transaction, one append to the journal. A read happens in a [`Reader`]: one consistent view.
//! What says who people are is sealed with the keys of its city ([`vault`]).
//! A slice brings its tables and statements as a [`Slice`].

mod engine;
mod error;
mod installation;
mod journal;
pub mod keys;
mod partition;
mod reader;
mod row;
mod statement;
#[cfg(feature = "testing")]
pub mod testing;
mod unit;
mod value;
pub mod vault;

pub use engine::{Place, Store};
pub use error::StoreError;
pub use journal::{Chains, Digest, Entry, Followed, JournalLine, Told};
pub use partition::{Moved, PartitionVersion};
pub use reader::Reader;
pub use row::Row;
pub use statement::{Bulk, Migration, Slice, Statement};
pub use unit::{Actor, Committed, Unit};
pub use value::Value;
pub use vault::{CityKeys, Spot, Vault, VaultError};

/// The store's own tables: journal, partitions and wrapped keys.
pub const SLICE: Slice = Slice {
    name: "store",
    migrations: &[
        Migration {
            version: 1001,
            name: "journal",
            sqlite: include_str!("../migrations/sqlite/1001_journal.sql"),
            postgres: include_str!("../migrations/postgres/1001_journal.sql"),
        },
        Migration {
            version: 1002,
            name: "vault",
            sqlite: include_str!("../migrations/sqlite/1002_vault.sql"),
            postgres: include_str!("../migrations/postgres/1002_vault.sql"),
        },
    ],
    statements: &[journal::sql::ALL, partition::sql::ALL, installation::sql::ALL, vault::sql::ALL],
    bulks: &[&journal::sql_bulk::TOUCH],
    sealed: &[],
};
