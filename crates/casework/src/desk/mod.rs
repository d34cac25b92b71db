//! The desk: registering people, contacts, pathways, referrals, rights. Each part has the rooms of a slice;
//! all of them hang what they record on a form, so that joining and separating people carries it along.

pub mod contacts;
pub mod file;
pub(crate) mod hanging;
pub mod pathways;
pub mod people;
pub mod referrals;
pub mod rights;
