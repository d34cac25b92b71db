//! What each account did on a day, gathered from the lines of the log.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Timelike as _;
use kernel::Timestamp;
use uuid::Uuid;

use super::{CLOSES, OPENS};
use crate::reads::line::{Act, Seen, What};
use crate::{AccountId, Role};

/// What one account read on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doings {
    /// As it signs in.
    pub login: String,
    /// Whether it works in a mobile unit.
    pub works_in_the_street: bool,
    /// The points of access where it works; none for all of the city.
    pub offices: BTreeSet<String>,
    /// The files it opened, each once.
    pub files: BTreeSet<Uuid>,
    /// Those of them opened outside the hours of the desk.
    pub late: BTreeSet<Uuid>,
    /// How often each thing was searched, by its digest.
    pub searches: BTreeMap<Vec<u8>, u32>,
    /// How often people were taken out of the program.
    pub exports: u32,
}

/// The doings of each account, from the lines of one day in the order they were written.
pub fn of_day(lines: &[Seen]) -> BTreeMap<AccountId, Doings> {
    let mut all: BTreeMap<AccountId, Doings> = BTreeMap::new();
    for line in lines {
        let doings = all.entry(line.account).or_default();
        doings.login.clone_from(&line.login);
        doings.works_in_the_street = line.role == Role::StreetOperator.code();
        doings.offices.extend(line.offices.iter().cloned());
        match (line.act, line.person, &line.digest) {
            // Whoever looks at the log opens nobody's file.
            (Act::View, Some(person), _) if line.what != What::Reads => {
                doings.files.insert(person);
                if is_late(line.at) {
                    doings.late.insert(person);
                }
            }
            // Names offered while one types are one search, however many letters it takes.
            (Act::Search, _, Some(digest)) if line.what != What::Similar => {
                *doings.searches.entry(digest.clone()).or_default() += 1;
            }
            (Act::Export, ..) => doings.exports += 1,
            _ => {}
        }
    }
    all
}

fn is_late(at: Timestamp) -> bool {
    !(OPENS..CLOSES).contains(&at.local().hour())
}
