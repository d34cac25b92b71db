//! Keeping what was asked.

use kernel::{CityCode, Day};
use store::{StoreError, Unit, params};
use uuid::Uuid;

use super::{DeskError, Writer, anchor, entry, is_there, must_be_new, result_months};
use crate::desk::pathways::model::{Answer, PathwayId, ResultId, check_result};
use crate::desk::pathways::sql::results as sql;
use crate::people::{FormId, PersonId};

/// What somebody answered.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The identifier the result will have.
    pub id: ResultId,
    /// Who answered.
    pub person: PersonId,
    /// What.
    pub answer: Answer,
    /// On which day.
    pub day: Day,
}

impl Writer<'_> {
    /// Keeps what somebody answered.
    ///
    /// # Errors
    /// Nobody like that, or a day that cannot be.
    pub async fn keep(&self, told: &Told) -> Result<ResultId, DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        let known = unit.fetch_optional(&sql::RESULT, params![city, told.id.0]).await?;
        if is_there(known.as_ref()) {
            return Ok(told.id);
        }
        must_be_new(&mut unit, city, told.id.0).await?;
        let form = anchor(&mut unit, city, told.person).await?;
        check_result(told.day, unit.at().day())?;
        keep_answer(&mut unit, city, told.id.0, form, None, told.answer, told.day).await?;
        let months = result_months(&mut unit, told.person).await?;
        unit.record(entry("result", "result", told.id.0, city).moving(months));
        unit.commit().await?;
        Ok(told.id)
    }
}

pub(super) async fn keep_answer(
    unit: &mut Unit,
    city: CityCode,
    id: Uuid,
    form: FormId,
    pathway: Option<PathwayId>,
    answer: Answer,
    day: Day,
) -> Result<(), StoreError> {
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let pathway = pathway.map(|pathway| pathway.0);
    let values =
        params![id, city, form.0, pathway, answer.kind().code(), answer.value(), day, at, who.as_str()];
    unit.execute(&sql::INSERT, values).await.map(|_| ())
}
