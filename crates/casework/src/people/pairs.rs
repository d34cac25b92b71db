//! Doubtful pairs: two forms that may be one person. The lead joins or separates them, and can undo.

use std::collections::BTreeSet;

use kernel::{CityCode, Clock, Timestamp, typed_id};
use linkage::Decision;
use rand::RngCore;
use store::keys::Keys;
use store::{Actor, Entry, Store, StoreError, Unit, Vault, params};

use super::model::{FormId, PersonId};
use super::{Book, decided, placing, sql};

typed_id!(
    /// Two forms that may be one person.
    PairId
);

/// What can go wrong with a pair.
#[derive(Debug, thiserror::Error)]
pub enum PairError {
    /// The city has no such pair.
    #[error("there is no such pair in this city")]
    NotFound,
    /// Somebody was quicker, or it was not decided yet.
    #[error("this pair is already {0}: look at it again before deciding")]
    State(String),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A pair as it stands.
struct Pair {
    state: String,
    form_a: FormId,
    person_a: PersonId,
    form_b: FormId,
    person_b: PersonId,
    decided_at: Timestamp,
}

/// Deciding on pairs of a city.
pub struct Decider<'a> {
    /// The database.
    pub store: &'a Store,
    /// The installation's keys.
    pub keys: &'a Keys,
    /// The cities' keys.
    pub vault: &'a Vault,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who decides.
    pub actor: &'a Actor,
}

impl Decider<'_> {
    /// Joins or separates the two sides of a pair that waits. The numbers follow at once.
    ///
    /// # Errors
    /// [`PairError::NotFound`], [`PairError::State`] when it does not wait any more; nothing is changed then.
    pub async fn decide(
        &self,
        city: CityCode,
        id: PairId,
        decision: Decision,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), PairError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        unit.hold(city).await?;
        let pair = load(&mut unit, city, id).await?;
        if pair.state != "open" {
            return Err(PairError::State(pair.state));
        }
        let mut persons = vec![pair.person_a, pair.person_b];
        persons.dedup();
        let mut book = Book::of_persons(&mut unit, self.vault.city(city)?, &persons).await?;
        // The foreign keys promise that both forms are there.
        let (Some(a), Some(b)) = (book.form_with(pair.form_a), book.form_with(pair.form_b)) else {
            return Err(PairError::NotFound);
        };
        let at = unit.at();
        let moved = decided::make(&mut book, [a, b], decision, None, &mut || PersonId::new(at, &mut *random));
        let months = book.keep_moves(&mut unit, &self.keys.network, BTreeSet::new()).await?;
        let (list, from) = decided::written(&book, &moved);
        let (action, state) =
            if decision == Decision::Joined { ("join", "joined") } else { ("separate", "separated") };
        let who = unit.actor().0.clone();
        unit.execute(&sql::DECIDE_PAIR, params![id.0, state, at, who, list, from]).await?;
        unit.record(Entry::new(action, format!("pair/{id}"), Some(city)).moving(months));
        unit.commit().await?;
        Ok(())
    }

    /// Takes a decision back: the pair waits again, and forms and persons are where they would be if it had
    /// never been made. Later decisions stand; forms that came since go to whom they fit.
    ///
    /// # Errors
    /// [`PairError::NotFound`], [`PairError::State`] when it was not decided; nothing is changed then.
    pub async fn undo(
        &self,
        city: CityCode,
        id: PairId,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), PairError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        unit.hold(city).await?;
        let pair = load(&mut unit, city, id).await?;
        if pair.state == "open" {
            return Err(PairError::State(pair.state));
        }
        let at = unit.at();
        let mut book = Book::load(&mut unit, self.vault.city(city)?).await?;
        let mut history = decided::history(&mut unit, &book).await?;
        let decided_at = pair.decided_at;
        let new_person = &mut || PersonId::new(at, &mut *random);
        let concerned =
            decided::drop_decisions(&mut book, &mut history, |decided| decided.id == id, new_person);
        let since = book.came_since(decided_at, &concerned);
        let decisions = decided::told(&book, &history);
        let doubts = placing::place_again(&mut book, &since, &decisions, at, random);
        let months = book.keep_moves(&mut unit, &self.keys.network, concerned.into_iter().collect()).await?;
        unit.execute(
            &sql::DECIDE_PAIR,
            params![id.0, "open", None::<i64>, None::<&str>, None::<&str>, None::<uuid::Uuid>],
        )
        .await?;
        decided::mend(&mut unit, &mut book, &history).await?;
        placing::keep_doubts(&mut unit, &book, &doubts, random).await?;
        unit.execute(&sql::DELETE_UNUSED_PERSONS, params![city]).await?;
        unit.record(Entry::new("undo", format!("pair/{id}"), Some(city)).moving(months));
        unit.commit().await?;
        Ok(())
    }
}

async fn load(unit: &mut Unit, city: CityCode, id: PairId) -> Result<Pair, PairError> {
    let row = unit.fetch_optional(&sql::PAIR, params![id.0, city]).await?.ok_or(PairError::NotFound)?;
    Ok(Pair {
        state: row.get(0)?,
        form_a: FormId(row.get(1)?),
        person_a: PersonId(row.get(2)?),
        form_b: FormId(row.get(3)?),
        person_b: PersonId(row.get(4)?),
        decided_at: Timestamp::from_micros(row.get::<Option<i64>>(5)?.unwrap_or_default()),
    })
}
