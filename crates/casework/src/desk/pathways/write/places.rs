//! Saying how many beds a place has.

use kernel::{Day, text};
use store::params;
use uuid::Uuid;

use super::{DeskError, Writer, entry, is_there};
use crate::desk::pathways::model::{Refusal, check_goal, check_result};
use crate::desk::pathways::sql::stays as sql;

/// How many beds a place has from a day on.
#[derive(Clone, Debug)]
pub struct Beds {
    /// The identifier of what is said: if it comes twice it counts once.
    pub id: Uuid,
    /// What the place is called.
    pub name: String,
    /// From which day on.
    pub since: Day,
    /// How many; none if it is closed.
    pub beds: u32,
}

impl Writer<'_> {
    /// Says how many beds a place has from a day on; a place that the city did not have is new.
    ///
    /// # Errors
    /// No name, or a day that cannot be.
    pub async fn keep_place(&self, beds: &Beds) -> Result<(), DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        if is_there(unit.fetch_optional(&sql::PLACE_KEPT, params![city, beds.id]).await?.as_ref()) {
            return Ok(());
        }
        check_goal(&beds.name)?;
        let point = text::fold(&beds.name);
        if point.is_empty() {
            return Err(Refusal::Empty.into());
        }
        let (at, today, who) = (unit.at(), unit.at().day(), unit.actor().0.clone());
        check_result(beds.since, today)?;
        let values = params![beds.id, city, point, beds.name.trim(), beds.since, beds.beds, at, who];
        unit.execute(&sql::KEEP_PLACE, values).await?;
        unit.record(entry("beds", "place", beds.id, city));
        unit.commit().await?;
        Ok(())
    }
}
