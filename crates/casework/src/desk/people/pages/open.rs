//! A person that a page is about: loaded, theirs to see, written into the log of reads.

use std::sync::Arc;

use access::Who;
use access::reads::What;
use kernel::Day;
use network::City;
use store::{CityKeys, Reader};
use ui::Problem;

use super::super::read::{self, Card, Standing};
use crate::pages::App;
use crate::people::PersonId;

/// Somebody, as the pages about them begin.
pub(super) struct Opened<'a> {
    pub city: &'a City,
    pub keys: Arc<CityKeys>,
    pub card: Card,
    pub standing: Standing,
    pub today: Day,
}

impl Opened<'_> {
    /// Whether the file may be read and not changed.
    pub fn is_restricted(&self) -> bool {
        matches!(self.standing, Standing::Restricted { .. })
    }
}

/// Loads a person of the city of whoever asks; nobody of another city, nobody who was erased.
pub(super) async fn person<'a>(
    app: &'a App,
    who: &Who,
    reader: &mut Reader,
    person: PersonId,
) -> Result<Opened<'a>, Problem> {
    let city = app.home(who)?;
    let keys = app.vault.city(city.code)?;
    let standing = read::standing(reader, city.code, person).await?.ok_or_else(Problem::not_found)?;
    let card = read::cards(reader, &keys, &[person]).await?.pop().ok_or_else(Problem::not_found)?;
    Ok(Opened { city, keys, card, standing, today: app.clock.now().day() })
}

/// Writes down that somebody is shown these people, before they are.
pub(super) async fn shown(app: &App, who: &Who, people: &[PersonId], what: What) -> Result<(), Problem> {
    let ids: Vec<_> = people.iter().map(|person| person.0).collect();
    Ok(app.reads.view(who, who.city()?, &ids, what).await?)
}
