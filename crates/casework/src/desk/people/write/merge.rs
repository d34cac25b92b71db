//! Uniting two people whom the desk knows to be one. It is a decision on a pair of forms like any other of the lead's:
//! made by the same machinery, listed with them, taken back as they are.

use kernel::id::uuid_v7;
use linkage::{Decision, Population, score};
use rand::RngCore;
use store::{Entry, params};

use super::super::sql;
use super::{Desk, WriteError, hanging_form};
use crate::people::pairs::{Decider, PairError, PairId};
use crate::people::{PersonId, sql as people_sql};

/// Two people who are one now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merged {
    /// The decision: by it the two are taken apart again.
    pub pair: PairId,
}

impl Desk<'_> {
    /// Unites two people.
    ///
    /// # Errors
    /// [`WriteError::Meanwhile`] where they are one already; nothing is decided then.
    pub async fn merge(
        &self,
        one: PersonId,
        other: PersonId,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Merged, WriteError> {
        if one == other {
            return Err(WriteError::Meanwhile);
        }
        let (pair, state) = self.pair(one, other, random).await?;
        // That the two were held to be different is taken back first.
        match state.as_str() {
            "open" => {}
            "separated" => self.decider().undo(self.city, pair, random).await?,
            _ => return Err(WriteError::Meanwhile),
        }
        self.decider().decide(self.city, pair, Decision::Joined, random).await?;
        Ok(Merged { pair })
    }

    /// Takes the decision that two people are one back.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is changed then.
    pub async fn unmerge(&self, pair: PairId, random: &mut (dyn RngCore + Send)) -> Result<(), WriteError> {
        Ok(self.decider().undo(self.city, pair, random).await?)
    }

    fn decider(&self) -> Decider<'_> {
        let Self { store, keys, vault, clock, actor, .. } = *self;
        Decider { store, keys, vault, clock, actor }
    }

    /// The pair of the forms that stand for two people, found or made, and what was decided on it.
    async fn pair(
        &self,
        one: PersonId,
        other: PersonId,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(PairId, String), WriteError> {
        let mut deed = self.begin().await?;
        let book = deed.book(&[one, other]).await?;
        let side = |person| hanging_form(&book, person).map(|form| &book.forms[form]);
        let (Some(a), Some(b)) = (side(0), side(1)) else { return Err(WriteError::NotFound) };
        let (a, b) = if a.id < b.id { (a, b) } else { (b, a) };
        let values = params![self.city, a.id.0, b.id.0];
        if let Some(row) = deed.unit.fetch_optional(&sql::PAIR_OF_FORMS, values).await? {
            return Ok((PairId(row.get(0)?), row.get(1)?));
        }
        let at = deed.unit.at();
        let id = PairId(uuid_v7(at, random));
        let probability = score(&a.form, &b.form, &Population::of(&[])).probability;
        let row = params![id.0, self.city, a.id.0, b.id.0, probability, "open", at];
        deed.unit.insert_many(&people_sql::INSERT_PAIRS, [row]).await?;
        deed.unit.record(Entry::new("propose", format!("pair/{id}"), Some(self.city)));
        deed.unit.commit().await?;
        Ok((id, "open".to_owned()))
    }
}

impl From<PairError> for WriteError {
    fn from(error: PairError) -> Self {
        match error {
            PairError::NotFound => Self::NotFound,
            PairError::State(_) => Self::Meanwhile,
            PairError::Store(error) => Self::Store(error),
        }
    }
}
