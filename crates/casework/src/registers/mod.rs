//! Registers: the spreadsheets a city keeps, read, joined to people and counted.

pub mod file;
pub mod history;
pub mod import;
pub mod model;
pub mod parked;
pub mod profile;
pub mod rejected;
pub mod rejects;
pub(crate) mod rights;
pub mod sql;
pub mod withdraw;
