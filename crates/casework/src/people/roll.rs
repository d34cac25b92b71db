//! The people of a city with when and for what they were met, nobody's name among it: whom a demonstration chooses
//! from.

use std::collections::BTreeMap;

use kernel::{CityCode, Day};
use store::{Reader, StoreError, params};

use super::PersonId;
use super::sql;

/// Somebody the city met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Who.
    pub person: PersonId,
    /// Their number in the city: the order in which they were first written.
    pub subject: u32,
    /// Citizenship, ISO 3166 alpha-2.
    pub citizenship: Option<String>,
    /// When and for what they were met, the first day first; never empty.
    pub met: Vec<Meeting>,
}

/// One contact, as far as it says nothing in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// The day.
    pub day: Day,
    /// The service's code.
    pub service: String,
    /// The point of access, folded.
    pub point: Option<String>,
    /// The code of the title of stay on that day.
    pub permit: Option<String>,
}

/// One in `every` people of a city who were met, in the order of their numbers.
///
/// # Errors
/// When the database refuses.
pub async fn roll(reader: &mut Reader, city: CityCode, every: u32) -> Result<Vec<Entered>, StoreError> {
    let mut met: BTreeMap<u32, Vec<Meeting>> = BTreeMap::new();
    for row in reader.fetch_all(&sql::ROLL_MET, params![city, every]).await? {
        let meeting =
            Meeting { day: row.get(1)?, service: row.get(2)?, point: row.get(3)?, permit: row.get(4)? };
        met.entry(row.count(0)?).or_default().push(meeting);
    }
    let rows = reader.fetch_all(&sql::ROLL, params![city, every]).await?;
    let mut entered = Vec::with_capacity(rows.len());
    for row in rows {
        let subject = row.count(1)?;
        let Some(met) = met.remove(&subject) else { continue };
        entered.push(Entered { person: PersonId(row.get(0)?), subject, citizenship: row.get(2)?, met });
    }
    Ok(entered)
}
