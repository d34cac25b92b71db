//! Writing the log: before the answer, and no answer without it.

use std::sync::Arc;

use kernel::{CityCode, Clock, Day, Timestamp, text};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::{CityKeys, Spot, Store, StoreError, Unit, Vault, params};
use uuid::Uuid;

use super::line::{Act, Line, ReadId, What};
use super::sql;
use crate::Who;

/// What was searched.
pub(super) const DETAIL: Spot = Spot { table: "read_line", column: "detail" };
/// What keeps digests of searches apart from others of the city.
const SEARCH: &str = "search";

/// The log of reads. Whoever shows people writes to it first. Cloning shares it.
#[derive(Clone)]
pub struct ReadLog {
    pub(super) store: Store,
    pub(super) vault: Vault,
    pub(super) clock: Arc<dyn Clock>,
}

/// What is written.
struct Entry<'a> {
    act: Act,
    what: What,
    persons: &'a [Uuid],
    searched: Option<&'a str>,
}

impl ReadLog {
    /// That of an installation.
    pub fn new(store: Store, vault: Vault, clock: Arc<dyn Clock>) -> Self {
        Self { store, vault, clock }
    }

    /// Somebody opens the files of some people of a city, or parts of them. Nobody opened is nothing to write.
    ///
    /// # Errors
    /// When it cannot be written: the page must then not be shown.
    pub async fn view(
        &self,
        who: &Who,
        city: CityCode,
        persons: &[Uuid],
        what: What,
    ) -> Result<(), StoreError> {
        if persons.is_empty() {
            return Ok(());
        }
        self.write(who, city, Entry { act: Act::View, what, persons, searched: None }).await
    }

    /// Somebody searches, and is shown these people of a city; or nobody, which is written too.
    ///
    /// # Errors
    /// As [`ReadLog::view`].
    pub async fn search(
        &self,
        who: &Who,
        city: CityCode,
        searched: &str,
        persons: &[Uuid],
        what: What,
    ) -> Result<(), StoreError> {
        self.write(who, city, Entry { act: Act::Search, what, persons, searched: Some(searched) }).await
    }

    /// Somebody sees people of a city under one another. Names that belong to no person yet, such as rows that
    /// were rejected, are a list without persons.
    ///
    /// # Errors
    /// As [`ReadLog::view`].
    pub async fn list(
        &self,
        who: &Who,
        city: CityCode,
        persons: &[Uuid],
        what: What,
    ) -> Result<(), StoreError> {
        self.write(who, city, Entry { act: Act::List, what, persons, searched: None }).await
    }

    /// Somebody takes people of a city out of the program.
    ///
    /// # Errors
    /// As [`ReadLog::view`].
    pub async fn export(
        &self,
        who: &Who,
        city: CityCode,
        persons: &[Uuid],
        what: What,
    ) -> Result<(), StoreError> {
        self.write(who, city, Entry { act: Act::Export, what, persons, searched: None }).await
    }

    /// Takes what was searched out of the lines that found a person, in the unit of work that erases them: a name
    /// that was typed names them too. That somebody read stays.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_searches(unit: &mut Unit, city: CityCode, person: Uuid) -> Result<u64, StoreError> {
        unit.execute(&sql::FORGET_SEARCHES, params![city, person]).await
    }

    /// Takes what was searched out of the lines of a city whose words name somebody, whether they found them or not:
    /// who is registered was looked for before they were there. It is asked for each search, with how many it found.
    ///
    /// # Errors
    /// When the database refuses, or a search does not open.
    pub async fn forget_searches_that(
        unit: &mut Unit,
        keys: &CityKeys,
        name_them: &(dyn Fn(&str, u32) -> bool + Sync),
    ) -> Result<u64, StoreError> {
        let mut forgotten = 0;
        for row in unit.fetch_all(&sql::SEARCHES, params![keys.city()]).await? {
            let id: Uuid = row.get(0)?;
            let searched = keys.open_text(DETAIL, id, &row.get::<Vec<u8>>(1)?)?;
            if name_them(&searched, row.count(2)?) {
                forgotten += unit.execute(&sql::FORGET_SEARCH, params![keys.city(), id]).await?;
            }
        }
        Ok(forgotten)
    }

    /// Takes away the lines of a city before a day, which begins at a moment, and the flags that somebody looked at.
    /// Gives how many lines.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_before(
        unit: &mut Unit,
        city: CityCode,
        day: Day,
        moment: Timestamp,
    ) -> Result<u64, StoreError> {
        unit.execute(&sql::FORGET_PERSONS_BEFORE, params![city, moment]).await?;
        unit.execute(&sql::FORGET_TALLIES_BEFORE, params![city, day]).await?;
        unit.execute(&sql::FORGET_FLAGS_BEFORE, params![city, moment]).await?;
        unit.execute(&sql::FORGET_LINES_BEFORE, params![city, moment]).await
    }

    /// What was searched.
    ///
    /// # Errors
    /// When it does not open.
    pub fn searched(&self, line: &Line) -> Result<Option<String>, StoreError> {
        let Some(sealed) = &line.detail else { return Ok(None) };
        self.vault.city(line.city)?.open_text(DETAIL, line.id.0, sealed).map(Some)
    }

    async fn write(&self, who: &Who, city: CityCode, entry: Entry<'_>) -> Result<(), StoreError> {
        let keys = self.vault.city(city)?;
        let mut unit = self.store.begin(&who.actor(), &*self.clock).await?;
        let at = unit.at();
        let id = ReadId::new(at, &mut StdRng::from_os_rng());
        let mut persons = entry.persons.to_vec();
        persons.sort_unstable();
        persons.dedup();
        let only = if let [one] = persons[..] { Some(one) } else { None };
        let (detail, digest) = match entry.searched {
            Some(text) => (
                Some(keys.seal_text(DETAIL, id.0, text)?),
                Some(keys.digest(SEARCH, &searched_words(text)).to_vec()),
            ),
            None => (None, None),
        };
        let offices = who.offices.iter().cloned().collect::<Vec<_>>().join("\n");
        let count = u32::try_from(persons.len()).unwrap_or(u32::MAX);
        let line = params![
            id.0,
            city,
            at,
            at.day(),
            who.account.0,
            &who.login,
            who.role.code(),
            offices,
            entry.act.code(),
            entry.what.code(),
            count,
            only,
            detail,
            digest,
        ];
        unit.note(&sql::INSERT_LINE, line).await?;
        let rows: Vec<_> = persons.iter().map(|person| params![id.0, *person, city, at]).collect();
        unit.note_many(&sql::INSERT_PERSONS, rows).await?;
        unit.commit().await?;
        Ok(())
    }
}

/// A search as it is compared: the same words in any order and spelling of accents are the same search.
pub(super) fn searched_words(searched: &str) -> String {
    let folded = text::fold(searched);
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

/// The digest of a name, comparable to those of searches.
pub(super) fn searched_digest(keys: &store::CityKeys, name: &str) -> Vec<u8> {
    keys.digest(SEARCH, &searched_words(name)).to_vec()
}

#[cfg(test)]
mod tests {
    use super::searched_words;

    #[test]
    fn the_order_of_words_does_not_make_another_search() {
        assert_eq!(searched_words("  Diop  Awà "), searched_words("awa diop"));
        assert_ne!(searched_words("Diop"), searched_words("Diop Awa"));
    }
}
