//! What every page of this part begins with: the city of who asks, its keys, and the day.

use std::sync::Arc;

use access::Who;
use access::reads::{ReadLog, What};
use kernel::{Day, Timestamp};
use network::City;
use network::vocabulary::Vocabulary;
use store::{CityKeys, Reader};
use ui::Problem;
use uuid::Uuid;

use super::words;
use crate::desk::pathways::model::{PathwayId, Refusal};
use crate::desk::pathways::read::{self, Followed, Someone};
use crate::desk::pathways::write::Writer;
use crate::pages::App;
pub(super) use crate::pages::{id as parsed, random};
use crate::people::PersonId;

/// Somebody at the desk of their city.
pub(super) struct Room<'a> {
    pub app: &'a App,
    pub who: &'a Who,
    pub city: &'a City,
    pub keys: Arc<CityKeys>,
    pub now: Timestamp,
}

impl<'a> Room<'a> {
    /// The desk of who asks; for somebody without a city there is none.
    pub fn of(app: &'a App, who: &'a Who) -> Result<Self, Problem> {
        let city = app.home(who)?;
        Ok(Self { app, who, city, keys: app.vault.city(city.code)?, now: app.clock.now() })
    }

    pub fn today(&self) -> Day {
        self.now.day()
    }

    pub fn writer(&self) -> Writer<'a> {
        let actor = self.who.actor();
        Writer { store: &self.app.store, keys: Arc::clone(&self.keys), clock: &*self.app.clock, actor }
    }

    pub async fn reader(&self) -> Result<Reader, Problem> {
        Ok(self.app.store.reader().await?)
    }

    pub fn token(&self) -> Uuid {
        self.ground().token()
    }

    pub fn ground(&self) -> Ground<'a> {
        Ground { vocabulary: &self.app.vocabulary, city: self.city, now: self.now }
    }

    /// A person of the city; one whose data may only be kept is not for these pages.
    pub async fn person(&self, reader: &mut Reader, id: &str) -> Result<Someone, Problem> {
        let person = PersonId(parsed(id)?);
        read::someone(reader, &self.keys, person).await?.ok_or_else(Problem::not_found)
    }

    /// A pathway of the city.
    pub async fn pathway(&self, reader: &mut Reader, id: PathwayId) -> Result<Followed, Problem> {
        read::pathway(reader, &self.keys, id).await?.ok_or_else(Problem::not_found)
    }

    /// A pathway that is open, for a form that changes it; who opens it is noted.
    pub async fn open_pathway(&self, id: &str) -> Result<Followed, Problem> {
        let mut reader = self.reader().await?;
        let found = self.pathway(&mut reader, parsed(id)?).await?;
        drop(reader);
        self.read(&[found.person], What::Pathways).await?;
        if !found.pathway.is_open() {
            return Err(words::problem(Refusal::Closed.into()));
        }
        Ok(found)
    }

    /// Writes down that some people, or a part of what is known of them, are about to be shown. Nothing is shown
    /// if that cannot be written.
    pub async fn read(&self, people: &[PersonId], what: What) -> Result<(), Problem> {
        let App { store, vault, clock, .. } = self.app;
        let log = ReadLog::new(store.clone(), vault.clone(), Arc::clone(clock));
        let ids: Vec<Uuid> = people.iter().map(|person| person.0).collect();
        let (who, city) = (self.who, self.city.code);
        // Several people under one another are a list.
        let written = match ids.as_slice() {
            [] | [_] => log.view(who, city, &ids, what).await,
            _ => log.list(who, city, &ids, what).await,
        };
        Ok(written?)
    }
}

/// What a page is drawn with beside what was read.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub vocabulary: &'a Vocabulary,
    pub city: &'a City,
    pub now: Timestamp,
}

impl Ground<'_> {
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// The identifier that what a form sends will have: sent twice, it counts once.
    pub fn token(&self) -> Uuid {
        kernel::id::uuid_v7(self.now, &mut random())
    }
}
