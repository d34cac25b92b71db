//! Spreadsheets in and out: [`sheets`] reads what a city keeps, [`tables`] writes what people download.

pub mod sheets;
pub mod tables;
