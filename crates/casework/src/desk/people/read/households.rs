//! The households of a person, with everybody who is or was in them.

use kernel::{CityCode, Day, Timestamp, typed_id};
use store::{Reader, StoreError, params};

use super::super::model::Relation;
use super::super::sql;
use crate::people::PersonId;

typed_id!(
    /// A household of one city.
    HouseholdId
);
typed_id!(
    /// Somebody's time in a household.
    MemberId
);

/// Somebody in a household.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Which time.
    pub id: MemberId,
    /// Who.
    pub person: PersonId,
    /// What they are to the person it is registered for.
    pub relation: Relation,
    /// The first day.
    pub since: Day,
    /// The last day; none while it lasts.
    pub until: Option<Day>,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// By whom.
    pub recorded_by: String,
}

impl Member {
    /// Whether they are in it on a day.
    pub fn holds_on(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// People who live as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Household {
    /// Which.
    pub id: HouseholdId,
    /// Its number in the city.
    pub number: u32,
    /// Everybody who is or was in it, in the order they came.
    pub members: Vec<Member>,
}

/// The households a person is or was in, by number.
///
/// # Errors
/// When the database refuses.
pub async fn households(
    reader: &mut Reader,
    city: CityCode,
    person: PersonId,
) -> Result<Vec<Household>, StoreError> {
    let mut households: Vec<Household> = Vec::new();
    for row in reader.fetch_all(&sql::MEMBERS, params![city, person.0]).await? {
        let (id, number) = (HouseholdId(row.get(1)?), row.count(2)?);
        if households.last().is_none_or(|last| last.id != id) {
            households.push(Household { id, number, members: Vec::new() });
        }
        let member = Member {
            id: MemberId(row.get(0)?),
            person: PersonId(row.get(3)?),
            relation: row.parse(4)?,
            since: row.get(5)?,
            until: row.get(6)?,
            recorded_at: Timestamp::from_micros(row.get(7)?),
            recorded_by: row.get(8)?,
        };
        if let Some(last) = households.last_mut() {
            last.members.push(member);
        }
    }
    Ok(households)
}
