//! The pages of the log: who read whom, what is unusual, and what became of it.

mod download;
mod filters;
mod flagged;
mod journal;
mod one;
mod settle;
mod show;
mod table;
mod waits;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use journal::{DEEDS, THINGS, deed_key, thing_key};

use std::collections::BTreeMap;
use std::sync::Arc;

use kernel::CityCode;
use network::Cities;
use ui::Problem;
use uuid::Uuid;

use super::people::PersonNames;
use super::{ReadLog, Watch, What};
use crate::{Action, Routes, Who};

/// What the pages stand on. Cloning shares it.
#[derive(Clone)]
pub struct Reads {
    /// The log.
    pub log: ReadLog,
    /// Whoever looks at it.
    pub watch: Watch,
    /// Whoever knows how people are called; without, their numbers are shown.
    pub names: Option<Arc<dyn PersonNames>>,
    /// The cities.
    pub cities: Arc<Cities>,
}

/// The routes of the log of reads.
pub fn routes(reads: Reads) -> Routes {
    Routes::new()
        .get("/letture", Action::SeeReads, show::show)
        .get("/letture/elenco.csv", Action::SeeReads, download::csv)
        .get("/letture/{id}", Action::SeeReads, one::show)
        .get("/scritture", Action::SeeJournal, journal::show)
        .post("/letture/segnali/{id}", Action::SettleReads, settle::settle)
        .kept_nowhere()
        .with_state(reads)
}

impl Reads {
    /// The names of people of a city, for who may read their files; that they were shown is written first.
    async fn names(
        &self,
        who: &Who,
        city: CityCode,
        persons: &[Uuid],
    ) -> Result<BTreeMap<Uuid, String>, Problem> {
        let Some(names) = self.names.as_ref().filter(|_| who.may_in(Action::ReadPerson, city)) else {
            return Ok(BTreeMap::new());
        };
        if persons.is_empty() {
            return Ok(BTreeMap::new());
        }
        self.log.list(who, city, persons, What::Reads).await?;
        names.names(city, persons).await.map_err(|error| Problem::internal(&*error))
    }
}
