//! Reading: referrals as one city sees them, and what of a file can go with them.

use kernel::{CityCode, Day, Timestamp};
use store::{CityKeys, Reader, Row, Spot, Statement, StoreError, params};
use uuid::Uuid;

use super::model::{Answered, How, Kind, Offer, Paper, Part, Parts, Referral, ReferralId, Side, State};
use super::sql;
use crate::desk::pathways::model::GoalState;
use crate::desk::pathways::read as pathways;
use crate::desk::people::model::Kind as DetailKind;
use crate::desk::people::read as people;
use crate::people::written::Identity;
use crate::people::{FormId, PersonId};
use crate::sealed::FORM_IDENTITY;

/// Which list of referrals.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum List {
    /// Offers of other cities that wait for an answer.
    #[default]
    ToAnswer,
    /// What the city made and waits for.
    Waiting,
    /// What was answered or taken back.
    Answered,
}

/// A place in a list: after it comes the next page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// The moment that orders the list.
    pub at: Timestamp,
    /// The referral.
    pub id: ReferralId,
}

/// How much waits in a city.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counts {
    /// Offers to answer.
    pub to_answer: u32,
    /// Since when the oldest waits.
    pub since: Option<Timestamp>,
    /// Referrals it made and waits for.
    pub waiting: u32,
}

fn line(keys: &CityKeys, spot: Spot, row: &Row, column: usize) -> Result<Option<String>, StoreError> {
    let (id, sealed): (Uuid, Option<Vec<u8>>) = (row.get(0)?, row.get(column)?);
    sealed.map(|sealed| keys.open_text(spot, id, &sealed)).transpose()
}

fn moment(row: &Row, column: usize) -> Result<Option<Timestamp>, StoreError> {
    Ok(row.get::<Option<i64>>(column)?.map(Timestamp::from_micros))
}

fn referral(keys: &CityKeys, row: &Row) -> Result<Referral, StoreError> {
    let (id, city): (Uuid, CityCode) = (row.get(0)?, row.parse(1)?);
    let to_city: Option<String> = row.get(2)?;
    let side = if city == keys.city() { Side::Sender } else { Side::Receiver };
    let agreed = row.get::<Option<Day>>(9)?.zip(row.get::<Option<String>>(10)?.and_then(|how| How::of(&how)));
    let shared: String = row.get(11)?;
    let answer = if side == Side::Sender { sql::ANSWER } else { sql::OFFER_ANSWER };
    let answered = match moment(row, 12)? {
        None => None,
        Some(at) => Some(Answered {
            at,
            by: row.get::<Option<String>>(13)?.unwrap_or_default(),
            text: line(keys, answer, row, 19)?,
        }),
    };
    let identity: Option<Identity> = match (row.get::<Option<Uuid>>(14)?, row.get::<Option<Vec<u8>>>(16)?) {
        (Some(form), Some(sealed)) => Some(keys.open_json(FORM_IDENTITY, FormId(form).0, &sealed)?),
        _ => None,
    };
    Ok(Referral {
        id: ReferralId(id),
        city,
        to_city: to_city.and_then(|code| code.parse().ok()),
        side,
        kind: Kind::of(&row.get::<String>(3)?).unwrap_or(Kind::Service),
        state: State::of(&row.get::<String>(4)?).unwrap_or(State::Withdrawn),
        service: row.get(5)?,
        point: row.get(6)?,
        at: Timestamp::from_micros(row.get(7)?),
        by: row.get(8)?,
        agreed,
        shared: shared.split_whitespace().filter_map(Part::of).collect(),
        answered,
        person: row.get::<Option<Uuid>>(15)?.map(PersonId),
        identity,
        body: line(keys, sql::BODY, row, 17)?,
        reason: line(keys, sql::REASON, row, 18)?,
        offer: offer(keys, row)?,
    })
}

fn offer(keys: &CityKeys, row: &Row) -> Result<Option<Offer>, StoreError> {
    let Some(gender) = row.get(20)? else { return Ok(None) };
    let (id, content): (Uuid, Option<Vec<u8>>) = (row.get(0)?, row.get(24)?);
    Ok(Some(Offer {
        gender,
        age: row.get::<Option<String>>(21)?.unwrap_or_default(),
        citizenship: row.get(22)?,
        permit: line(keys, sql::OFFER_PERMIT, row, 23)?,
        parcel: content.map(|content| keys.open_json(sql::OFFER_CONTENT, id, &content)).transpose()?,
    }))
}

/// A referral that the city made or was made.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn one(
    reader: &mut Reader,
    keys: &CityKeys,
    id: ReferralId,
) -> Result<Option<Referral>, StoreError> {
    let row = reader.fetch_optional(&sql::ONE, params![keys.city(), id.0]).await?;
    row.map(|row| referral(keys, &row)).transpose()
}

/// A page of a list, of one kind or of all.
///
/// # Errors
/// As [`one`].
pub async fn list(
    reader: &mut Reader,
    keys: &CityKeys,
    list: List,
    kind: Option<Kind>,
    after: Option<Place>,
    limit: u32,
) -> Result<Vec<Referral>, StoreError> {
    let (statement, first): (&Statement, _) = match list {
        List::ToAnswer => (&sql::TO_ANSWER, (i64::MIN, Uuid::nil())),
        List::Waiting => (&sql::WAITING, (i64::MIN, Uuid::nil())),
        List::Answered => (&sql::ANSWERED, (i64::MAX, Uuid::max())),
    };
    let (at, id) = after.map_or(first, |place| (place.at.micros(), place.id.0));
    let values = params![keys.city(), at, id, kind.map(Kind::code), limit];
    reader.fetch_all(statement, values).await?.iter().map(|row| referral(keys, row)).collect()
}

/// The referrals of a person, the newest first.
///
/// # Errors
/// As [`one`].
pub async fn of_person(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Vec<Referral>, StoreError> {
    let rows = reader.fetch_all(&sql::OF_PERSON, params![keys.city(), person.0]).await?;
    rows.iter().map(|row| referral(keys, row)).collect()
}

/// The details that say how to reach a person.
const REACH: [DetailKind; 4] =
    [DetailKind::Language, DetailKind::Phone, DetailKind::Email, DetailKind::Address];

/// How much waits in a city.
///
/// # Errors
/// When the database refuses.
pub async fn counts(reader: &mut Reader, city: CityCode) -> Result<Counts, StoreError> {
    let Some(row) = reader.fetch_optional(&sql::COUNTS, params![city]).await? else {
        return Ok(Counts::default());
    };
    Ok(Counts { to_answer: row.count(0)?, since: moment(&row, 1)?, waiting: row.count(2)? })
}

/// The notes that wait in a city: point, how many, since when.
///
/// # Errors
/// When the database refuses.
pub async fn notes(
    reader: &mut Reader,
    city: CityCode,
) -> Result<Vec<(Option<String>, u32, Timestamp)>, StoreError> {
    let rows = reader.fetch_all(&sql::NOTES, params![city]).await?;
    let read = |row: &Row| Ok((row.get(0)?, row.count(1)?, moment(row, 2)?.unwrap_or_default()));
    rows.iter().map(read).collect()
}

/// What of a person's file can go with them on a day. What one office keeps to itself stays there.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn parts(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
    today: Day,
) -> Result<Parts, StoreError> {
    let of_person = || params![keys.city(), person.0];
    let permit = reader.fetch_optional(&sql::PERMIT, of_person()).await?;
    let mut parts = Parts { permit: permit.map(|row| row.get(0)).transpose()?, ..Parts::default() };
    for detail in people::details(reader, keys, person).await? {
        match detail.kind {
            _ if detail.office.is_some() || !detail.holds_on(today) => {}
            // What the desk was told comes before what a register says.
            DetailKind::Permit => parts.permit = Some(detail.value),
            kind if REACH.contains(&kind) => parts.reach.push((kind, detail.value)),
            _ => {}
        }
    }
    parts.reach.sort();
    for file in people::attached(reader, keys, person).await? {
        if let (Some(name), None) = (file.name, file.removed) {
            parts.papers.push(Paper { id: file.id.0, name });
        }
    }
    for row in reader.fetch_all(&sql::CONTACTS, of_person()).await? {
        parts.contacts.push((row.get(0)?, row.get(1)?));
    }
    let mut newest = None;
    for followed in
        pathways::of_person(reader, keys, person).await?.iter().filter(|one| one.pathway.is_open())
    {
        for one in pathways::assessments(reader, keys, followed.pathway.id).await? {
            if let Some(needs) = one.needs.filter(|_| newest < Some((one.day, one.at))) {
                newest = Some((one.day, one.at));
                parts.needs = Some((one.day, needs));
            }
        }
        let goals = pathways::goals(reader, keys, followed.pathway.id).await?;
        let open = goals.into_iter().filter(|goal| goal.state == GoalState::Open);
        parts.goals.extend(open.filter_map(|goal| goal.text));
    }
    Ok(parts)
}
