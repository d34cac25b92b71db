//! What every page of this part begins with: the city of who asks, its keys, and the day.

use std::sync::Arc;

use access::Who;
use access::reads::What;
use kernel::{Day, Timestamp};
use network::City;
use store::{Actor, CityKeys, Reader};
use ui::Problem;
use uuid::Uuid;

use crate::desk::people::read::{self as people, Card, Standing};
use crate::desk::people::sql::MOST_CARDS;
use crate::desk::rights::model::RequestId;
use crate::desk::rights::read::{self, Request};
use crate::desk::rights::write::Rights;
use crate::pages::App;
pub(super) use crate::pages::{id as parsed, random};
use crate::people::PersonId;

/// Whoever answers for a city.
pub(super) struct Room<'a> {
    pub app: &'a App,
    pub who: &'a Who,
    pub city: &'a City,
    pub keys: Arc<CityKeys>,
    pub now: Timestamp,
}

/// A person that a page is about.
pub(super) struct Opened {
    pub card: Card,
    pub standing: Standing,
}

impl<'a> Room<'a> {
    /// The city of who asks; for somebody without one there is none.
    pub fn of(app: &'a App, who: &'a Who) -> Result<Self, Problem> {
        let city = app.home(who)?;
        Ok(Self { app, who, city, keys: app.vault.city(city.code)?, now: app.clock.now() })
    }

    pub fn today(&self) -> Day {
        self.now.day()
    }

    pub fn rights(&self, actor: &'a Actor) -> Rights<'a> {
        let App { store, vault, clock, .. } = self.app;
        Rights { store, vault, clock: &**clock, actor, city: self.city.code }
    }

    pub async fn reader(&self) -> Result<Reader, Problem> {
        Ok(self.app.store.reader().await?)
    }

    /// The identifier that what a form sends will have: sent twice, it counts once.
    pub fn token(&self) -> String {
        kernel::id::uuid_v7(self.now, &mut random()).to_string()
    }

    /// A person of the city who was not erased.
    pub async fn person(&self, reader: &mut Reader, id: &str) -> Result<Opened, Problem> {
        let person: PersonId = parsed(id)?;
        let standing = people::standing(reader, self.city.code, person).await?;
        let standing = standing.ok_or_else(Problem::not_found)?;
        let card = people::cards(reader, &self.keys, &[person]).await?.pop();
        Ok(Opened { card: card.ok_or_else(Problem::not_found)?, standing })
    }

    /// A request of the city.
    pub async fn request(&self, reader: &mut Reader, id: &str) -> Result<Request, Problem> {
        let id: RequestId = parsed(id)?;
        read::one(reader, &self.keys, id).await?.ok_or_else(Problem::not_found)
    }

    /// Who the people of some requests are, those who were not erased.
    pub async fn cards(&self, reader: &mut Reader, requests: &[Request]) -> Result<Vec<Card>, Problem> {
        let mut people: Vec<PersonId> =
            requests.iter().filter(|one| !one.is_erased).map(|one| one.person).collect();
        people.sort_unstable();
        people.dedup();
        let mut cards = Vec::new();
        for some in people.chunks(MOST_CARDS) {
            cards.extend(people::cards(reader, &self.keys, some).await?);
        }
        Ok(cards)
    }

    /// Writes down that somebody's rights are about to be shown. Nothing is shown if that cannot be written.
    pub async fn view(&self, person: PersonId) -> Result<(), Problem> {
        Ok(self.app.reads.view(self.who, self.city.code, &[person.0], What::Rights).await?)
    }

    /// Writes down that some people are about to be shown under one another.
    pub async fn list(&self, cards: &[Card]) -> Result<(), Problem> {
        if cards.is_empty() {
            return Ok(());
        }
        let people: Vec<Uuid> = cards.iter().map(|card| card.person.0).collect();
        Ok(self.app.reads.list(self.who, self.city.code, &people, What::Rights).await?)
    }

    /// Writes down that everything about somebody is about to leave the program.
    pub async fn export(&self, person: PersonId) -> Result<(), Problem> {
        Ok(self.app.reads.export(self.who, self.city.code, &[person.0], What::Rights).await?)
    }
}
