//! Closing a pathway, with what has to be asked.

use std::collections::BTreeSet;

use kernel::{Day, Month};
use rand::RngCore;
use store::{CityKeys, Unit, params};
use uuid::Uuid;

use super::results::keep_answer;
use super::{DeskError, Writer, entry, result_months, seal_line};
use crate::desk::pathways::model::{Answer, PathwayId, Span, check_pathway, check_result};
use crate::desk::pathways::read;
use crate::desk::pathways::sql::{CLOSING_NOTE, pathways as sql};

/// How a pathway ends.
#[derive(Clone, Debug)]
pub struct Closure {
    /// The identifier of this closing: if it comes twice it counts once.
    pub id: Uuid,
    /// The pathway.
    pub pathway: PathwayId,
    /// The day from which the person is in charge no more.
    pub on: Day,
    /// The code of the outcome, of those a pathway can end with.
    pub outcome: String,
    /// What else there is to say; may be empty.
    pub note: String,
    /// What the person answered, each on its day.
    pub answers: Vec<(Answer, Day)>,
}

impl Writer<'_> {
    /// Closes a pathway, and keeps what the person answered.
    ///
    /// # Errors
    /// No such pathway, one that is closed already, or a day that cannot be.
    pub async fn close(&self, closure: &Closure, random: &mut (dyn RngCore + Send)) -> Result<(), DeskError> {
        let mut unit = self.begin().await?;
        let months = close_in(&mut unit, &self.keys, closure, random).await?;
        let Some(months) = months else { return Ok(()) };
        unit.record(entry("close", "pathway", closure.pathway.0, self.city()).moving(months));
        unit.commit().await?;
        Ok(())
    }
}

/// Closes a pathway inside somebody else's unit of work, which holds the city. Gives the months that moved, for the
/// journal; nothing if this closing was there before.
///
/// # Errors
/// As [`Writer::close`].
pub async fn close_in(
    unit: &mut Unit,
    keys: &CityKeys,
    closure: &Closure,
    random: &mut (dyn RngCore + Send),
) -> Result<Option<BTreeSet<Month>>, DeskError> {
    let city = keys.city();
    let found = read::pathway_in(unit, city, closure.pathway).await?.ok_or(DeskError::NotFound)?;
    if found.closing_id == Some(closure.id) {
        return Ok(None);
    }
    found.must_be_usable()?;
    let pathway = &found.pathway;
    pathway.must_be_open()?;
    let (at, today, who) = (unit.at(), unit.at().day(), unit.actor().0.clone());
    check_pathway(Span::new(pathway.opened_on, Some(closure.on)), [], today)?;
    for (_, day) in &closure.answers {
        check_result(*day, today)?;
    }
    let note = seal_line(keys, CLOSING_NOTE, pathway.id.0, &closure.note)?;
    let values =
        params![city, pathway.id.0, closure.on, closure.outcome.as_str(), closure.id, note, at, who.as_str()];
    unit.execute(&sql::CLOSE, values).await?;
    let mut months = BTreeSet::from([Month::of(closure.on)]);
    for (answer, day) in &closure.answers {
        let id = kernel::id::uuid_v7(at, random);
        keep_answer(unit, city, id, pathway.form, Some(pathway.id), *answer, *day).await?;
    }
    if !closure.answers.is_empty() {
        months.extend(result_months(unit, found.person).await?);
    }
    Ok(Some(months))
}
