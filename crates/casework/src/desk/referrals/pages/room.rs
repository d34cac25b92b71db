//! What every page of this part begins with: the city of who asks, its keys, and the day.

use std::sync::Arc;

use access::Who;
use access::reads::What;
use kernel::Timestamp;
use network::City;
use store::{CityKeys, Reader};
use ui::Problem;
use uuid::Uuid;

use crate::desk::pathways::read::{Someone, someone};
use crate::desk::referrals::model::Referral;
use crate::desk::referrals::read;
use crate::desk::referrals::write::Writer;
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

    pub fn writer(&self) -> Writer<'a> {
        Writer {
            store: &self.app.store,
            vault: &self.app.vault,
            network: &self.app.keys.network,
            city: self.city.code,
            clock: &*self.app.clock,
            actor: self.who.actor(),
        }
    }

    pub async fn reader(&self) -> Result<Reader, Problem> {
        Ok(self.app.store.reader().await?)
    }

    /// The identifier that what a form sends will have: sent twice, it counts once.
    pub fn token(&self) -> Uuid {
        kernel::id::uuid_v7(self.now, &mut random())
    }

    /// A person of the city.
    pub async fn person(&self, reader: &mut Reader, id: &str) -> Result<Someone, Problem> {
        let person = PersonId(parsed(id)?);
        someone(reader, &self.keys, person).await?.ok_or_else(Problem::not_found)
    }

    /// A referral that the city made or was made.
    pub async fn referral(&self, id: &str) -> Result<Referral, Problem> {
        let mut reader = self.reader().await?;
        let found = read::one(&mut reader, &self.keys, parsed(id)?).await?;
        found.ok_or_else(Problem::not_found)
    }

    /// Notes whose referrals are about to be shown.
    pub async fn view(&self, people: &[PersonId]) -> Result<(), Problem> {
        let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
        Ok(self.app.reads.view(self.who, self.city.code, &people, What::Referrals).await?)
    }

    /// Notes who is about to be shown in a list; a list without names is nothing to note.
    pub async fn list(&self, people: &[PersonId]) -> Result<(), Problem> {
        if people.is_empty() {
            return Ok(());
        }
        let people: Vec<Uuid> = people.iter().map(|person| person.0).collect();
        Ok(self.app.reads.list(self.who, self.city.code, &people, What::Referrals).await?)
    }

    /// Notes whose letter is about to be shown, to be printed.
    pub async fn export(&self, person: Option<PersonId>) -> Result<(), Problem> {
        let people: Vec<Uuid> = person.iter().map(|person| person.0).collect();
        Ok(self.app.reads.export(self.who, self.city.code, &people, What::Referrals).await?)
    }
}
