//! Giving somebody a place, and saying when they left it.

use kernel::{Day, Month};
use store::params;

use super::{DeskError, Writer, anchor, entry, is_there, must_be_new, seal_line};
use crate::desk::pathways::model::{Refusal, Span, Stay, StayId, check_stay};
use crate::desk::pathways::read;
use crate::desk::pathways::sql::{BED, stays as sql};
use crate::people::PersonId;

/// Somebody gets a place.
#[derive(Clone, Debug)]
pub struct NewStay {
    /// The identifier the stay will have.
    pub id: StayId,
    /// Who.
    pub person: PersonId,
    /// The place, by its folded name; one that the city has.
    pub point: String,
    /// Which bed or room; may be empty.
    pub bed: String,
    /// From which day on.
    pub from: Day,
    /// The day they leave, if that is known.
    pub until: Option<Day>,
}

impl Writer<'_> {
    /// Gives somebody a place.
    ///
    /// # Errors
    /// Nobody like that, no such place, days that cannot be, or another stay on the same days.
    pub async fn begin_stay(&self, stay: &NewStay) -> Result<StayId, DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        if is_there(unit.fetch_optional(&sql::STAY, params![city, stay.id.0]).await?.as_ref()) {
            return Ok(stay.id);
        }
        let places = read::places_in(&mut unit, city).await?;
        if !places.iter().any(|place| place.point == stay.point) {
            return Err(DeskError::NotFound);
        }
        must_be_new(&mut unit, city, stay.id.0).await?;
        let form = anchor(&mut unit, city, stay.person).await?;
        let (at, today, who) = (unit.at(), unit.at().day(), unit.actor().0.clone());
        let others = read::stays_in(&mut unit, city, stay.person).await?;
        check_stay(Span::new(stay.from, stay.until), others.iter().map(|other| &other.stay), today)?;
        let bed = seal_line(&self.keys, BED, stay.id.0, &stay.bed)?;
        let values =
            params![stay.id.0, city, form.0, stay.point.as_str(), bed, stay.from, stay.until, at, who];
        unit.execute(&sql::INSERT, values).await?;
        unit.record(entry("stay", "stay", stay.id.0, city).moving([Month::of(stay.from)]));
        unit.commit().await?;
        Ok(stay.id)
    }

    /// Says when somebody left. Saying the same day twice changes nothing.
    ///
    /// # Errors
    /// No such stay, one that ended on another day, or a day that cannot be.
    pub async fn end_stay(&self, id: StayId, until: Day) -> Result<(), DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        let row = unit.fetch_optional(&sql::STAY, params![city, id.0]).await?.ok_or(DeskError::NotFound)?;
        let found = read::stay(&row)?;
        found.must_be_usable()?;
        let stay = found.stay;
        if stay.until == Some(until) {
            return Ok(());
        }
        if stay.until.is_some() {
            return Err(Refusal::Closed.into());
        }
        let none: [&Stay; 0] = [];
        check_stay(Span::new(stay.from, Some(until)), none, unit.at().day())?;
        unit.execute(&sql::END, params![city, id.0, until]).await?;
        unit.record(entry("leave", "stay", id.0, city).moving([stay.month()]));
        unit.commit().await?;
        Ok(())
    }
}
