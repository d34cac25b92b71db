//! Correcting with a reason: what was there before is kept, sealed, beside it.

use std::collections::BTreeSet;

use kernel::{CityCode, Day, Month};
use serde::Serialize;
use store::{Row, StoreError, Unit, params};
use uuid::Uuid;

use super::pathways::same_point;
use super::{DeskError, Writer, entry, is_there, result_months, seal_line};
use crate::desk::pathways::model::{
    ActionArea, Pathway, PathwayId, Refusal, ResultId, Span, Stay, StayId, check_goal, check_pathway,
    check_stay,
};
use crate::desk::pathways::read;
use crate::desk::pathways::sql::{
    BED, REASON, WAS, pathways as sql, results as sql_results, stays as sql_stays,
};
use crate::people::FormId;

/// What a pathway is to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathwayAs {
    /// The line of action.
    #[serde(serialize_with = "area_code")]
    pub area: ActionArea,
    /// The point.
    pub point: Option<String>,
    /// The day it opened.
    pub opened_on: Day,
    /// The day it closed and how; none if it is open after all.
    pub closed: Option<(Day, String)>,
}

fn area_code<S: serde::Serializer>(area: &ActionArea, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(area.code())
}

impl PathwayAs {
    /// What a pathway says now.
    pub fn of(pathway: &Pathway) -> Self {
        Self {
            area: pathway.area,
            point: pathway.point.clone(),
            opened_on: pathway.opened_on,
            closed: pathway.closing.as_ref().map(|closing| (closing.on, closing.outcome.clone())),
        }
    }

    fn span(&self) -> Span {
        Span::new(self.opened_on, self.closed.as_ref().map(|(on, _)| *on))
    }
}

/// What a stay is to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StayAs {
    /// The place, by its folded name.
    pub point: String,
    /// Which bed or room; may be empty.
    pub bed: String,
    /// The first day.
    pub from: Day,
    /// The day they left.
    pub until: Option<Day>,
}

impl StayAs {
    /// What a stay says now.
    pub fn of(stay: &Stay) -> Self {
        let bed = stay.bed.clone().unwrap_or_default();
        Self { point: stay.point.clone(), bed, from: stay.from, until: stay.until }
    }
}

/// What is corrected, and the form it hangs on.
struct About {
    form: FormId,
    entity: Uuid,
    what: &'static str,
    action: &'static str,
}

impl Writer<'_> {
    /// Corrects a pathway. What `id` names was corrected already is not corrected again.
    ///
    /// # Errors
    /// No such pathway, no reason, nothing different, days that cannot be, or an open one turned into a closed one.
    pub async fn correct_pathway(
        &self,
        id: Uuid,
        pathway: PathwayId,
        to: &PathwayAs,
        reason: &str,
    ) -> Result<(), DeskError> {
        let city = self.city();
        let Some(mut unit) = self.begin_correction(id, reason).await? else { return Ok(()) };
        let found = read::pathway_in(&mut unit, city, pathway).await?.ok_or(DeskError::NotFound)?;
        found.must_be_usable()?;
        let now = PathwayAs::of(&found.pathway);
        if now == *to {
            return Err(Refusal::Unchanged.into());
        }
        if now.closed.is_none() && to.closed.is_some() {
            return Err(Refusal::Open.into());
        }
        let others = read::pathways_in(&mut unit, city, found.person).await?;
        let beside = same_point(&others, to.point.as_deref(), Some(pathway));
        check_pathway(to.span(), beside, unit.at().day())?;
        let closed_on = to.closed.as_ref().map(|(on, _)| *on);
        let outcome = to.closed.as_ref().map(|(_, outcome)| outcome.as_str());
        let values =
            params![city, pathway.0, to.area.code(), to.point.as_deref(), to.opened_on, closed_on, outcome];
        unit.execute(&sql::CORRECT, values).await?;
        let about = About { form: found.pathway.form, entity: pathway.0, what: "pathway", action: "changed" };
        self.keep_correction(&mut unit, id, &about, &now, reason).await?;
        let months: BTreeSet<Month> = [to.opened_on]
            .into_iter()
            .chain(closed_on)
            .map(Month::of)
            .chain(found.pathway.months())
            .collect();
        unit.record(changed("correct", &about, city, &now, to).moving(months));
        unit.commit().await?;
        Ok(())
    }

    /// Takes a pathway away that was opened by mistake, with its assessments and goals.
    ///
    /// # Errors
    /// No such pathway, or no reason.
    pub async fn withdraw_pathway(
        &self,
        id: Uuid,
        pathway: PathwayId,
        reason: &str,
    ) -> Result<(), DeskError> {
        let city = self.city();
        let Some(mut unit) = self.begin_correction(id, reason).await? else { return Ok(()) };
        let found = read::pathway_in(&mut unit, city, pathway).await?.ok_or(DeskError::NotFound)?;
        found.must_be_usable()?;
        let found = found.pathway;
        unit.execute(&sql::DELETE, params![city, pathway.0]).await?;
        let about = About { form: found.form, entity: pathway.0, what: "pathway", action: "withdrawn" };
        self.keep_correction(&mut unit, id, &about, &PathwayAs::of(&found), reason).await?;
        unit.record(entry("withdraw", "pathway", pathway.0, city).moving(found.months()));
        unit.commit().await?;
        Ok(())
    }

    /// Corrects a stay.
    ///
    /// # Errors
    /// No such stay or place, no reason, nothing different, or days that cannot be.
    pub async fn correct_stay(
        &self,
        id: Uuid,
        stay: StayId,
        to: &StayAs,
        reason: &str,
    ) -> Result<(), DeskError> {
        let city = self.city();
        let Some(mut unit) = self.begin_correction(id, reason).await? else { return Ok(()) };
        let found = self.stay_in(&mut unit, stay).await?;
        let now = StayAs::of(&found.stay);
        if now == *to {
            return Err(Refusal::Unchanged.into());
        }
        let places = read::places_in(&mut unit, city).await?;
        if !places.iter().any(|place| place.point == to.point) {
            return Err(DeskError::NotFound);
        }
        let others = read::stays_in(&mut unit, city, found.person).await?;
        let beside = others.iter().map(|other| &other.stay).filter(|other| other.id != stay);
        check_stay(Span::new(to.from, to.until), beside, unit.at().day())?;
        let bed = seal_line(&self.keys, BED, stay.0, &to.bed)?;
        let values = params![city, stay.0, to.point.as_str(), bed, to.from, to.until];
        unit.execute(&sql_stays::CORRECT, values).await?;
        let about = About { form: found.stay.form, entity: stay.0, what: "stay", action: "changed" };
        self.keep_correction(&mut unit, id, &about, &now, reason).await?;
        unit.record(entry("correct", "stay", stay.0, city).moving([found.stay.month(), Month::of(to.from)]));
        unit.commit().await?;
        Ok(())
    }

    /// Takes a stay away that never was.
    ///
    /// # Errors
    /// No such stay, or no reason.
    pub async fn withdraw_stay(&self, id: Uuid, stay: StayId, reason: &str) -> Result<(), DeskError> {
        let city = self.city();
        let Some(mut unit) = self.begin_correction(id, reason).await? else { return Ok(()) };
        let found = self.stay_in(&mut unit, stay).await?.stay;
        unit.execute(&sql_stays::DELETE, params![city, stay.0]).await?;
        let about = About { form: found.form, entity: stay.0, what: "stay", action: "withdrawn" };
        self.keep_correction(&mut unit, id, &about, &StayAs::of(&found), reason).await?;
        unit.record(entry("withdraw", "stay", stay.0, city).moving([found.month()]));
        unit.commit().await?;
        Ok(())
    }

    /// Takes a result away that was recorded by mistake.
    ///
    /// # Errors
    /// No such result, or no reason.
    pub async fn withdraw_result(&self, id: Uuid, result: ResultId, reason: &str) -> Result<(), DeskError> {
        let city = self.city();
        let Some(mut unit) = self.begin_correction(id, reason).await? else { return Ok(()) };
        let row = unit.fetch_optional(&sql_results::RESULT, params![city, result.0]).await?;
        let found = read::result(&row.ok_or(DeskError::NotFound)?)?;
        if found.restricted {
            return Err(Refusal::Restricted.into());
        }
        let months = result_months(&mut unit, found.person).await?;
        unit.execute(&sql_results::DELETE, params![city, result.0]).await?;
        let about = About { form: found.form, entity: result.0, what: "result", action: "withdrawn" };
        let was = (found.answer.kind().code(), found.answer.value(), found.day);
        self.keep_correction(&mut unit, id, &about, &was, reason).await?;
        unit.record(entry("withdraw", "result", result.0, city).moving(months));
        unit.commit().await?;
        Ok(())
    }

    /// Begins a correction with its reason; nothing to begin where what `id` names was corrected already.
    async fn begin_correction(&self, id: Uuid, reason: &str) -> Result<Option<Unit>, DeskError> {
        let mut unit = self.begin().await?;
        let known = unit.fetch_optional(&sql::CORRECTION, params![self.city(), id]).await?;
        if is_there(known.as_ref()) {
            return Ok(None);
        }
        check_goal(reason)?;
        Ok(Some(unit))
    }

    async fn stay_in(&self, unit: &mut Unit, stay: StayId) -> Result<read::Housed, DeskError> {
        let row = unit.fetch_optional(&sql_stays::STAY, params![self.city(), stay.0]).await?;
        let row: Row = row.ok_or(DeskError::NotFound)?;
        let found = read::stay_with_bed(&self.keys, &row)?;
        found.must_be_usable()?;
        Ok(found)
    }

    async fn keep_correction<T: Serialize>(
        &self,
        unit: &mut Unit,
        id: Uuid,
        about: &About,
        was: &T,
        reason: &str,
    ) -> Result<(), StoreError> {
        let (at, who) = (unit.at(), unit.actor().0.clone());
        let was = self.keys.seal_json(WAS, id, was)?;
        let reason = self.keys.seal_text(REASON, id, reason.trim())?;
        let values = params![
            id,
            self.city(),
            about.form.0,
            about.entity,
            about.what,
            about.action,
            was,
            reason,
            at,
            who.as_str()
        ];
        unit.execute(&sql::INSERT_CORRECTION, values).await.map(|_| ())
    }
}

/// The journal's line of a change, with the digests of what was and what is: days and codes, nobody's words.
fn changed(
    action: &'static str,
    about: &About,
    city: CityCode,
    was: &PathwayAs,
    is: &PathwayAs,
) -> store::Entry {
    let bytes = |one: &PathwayAs| serde_json::to_vec(one).unwrap_or_default();
    entry(action, about.what, about.entity, city).changing(Some(&bytes(was)), Some(&bytes(is)))
}
