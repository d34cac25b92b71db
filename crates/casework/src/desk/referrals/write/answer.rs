//! Answering a referral, or taking it back.

use std::collections::BTreeSet;

use kernel::{CityCode, Day, Month};
use rand::RngCore;
use store::{Row, Unit, params};
use uuid::Uuid;

use super::arrive::{self, Arrival};
use super::file::{self, Known};
use super::{ReferralError, Writer, entry, hold};
use crate::desk::pathways::model::{ActionArea, Needs, PathwayId};
use crate::desk::pathways::read::pathways_in;
use crate::desk::pathways::write::{Closure, Opening, close_in, open_in};
use crate::desk::referrals::model::{Act, Kind, Parcel, ReferralId, Refusal, Side, State, after, check_text};
use crate::desk::referrals::sql;
use crate::people::PersonId;

/// The outcome of a pathway whose person another city took in charge.
const TRANSFERRED: &str = "transferred";

/// A referral that is acted on.
struct Acted {
    id: ReferralId,
    city: CityCode,
    to_city: Option<CityCode>,
    kind: Kind,
    state: State,
    answering: Option<Uuid>,
    person: PersonId,
    /// Whether the data of the person may be used.
    usable: bool,
}

impl Acted {
    fn read(id: ReferralId, row: &Row) -> Result<Self, ReferralError> {
        let to_city: Option<String> = row.get(1)?;
        let kind = Kind::of(&row.get::<String>(2)?).ok_or(ReferralError::NotFound)?;
        let state = State::of(&row.get::<String>(3)?).ok_or(ReferralError::NotFound)?;
        let stopped = |column| Ok::<_, ReferralError>(row.get::<Option<i64>>(column)?.is_some());
        Ok(Self {
            id,
            city: row.parse(0)?,
            to_city: to_city.and_then(|code| code.parse().ok()),
            kind,
            state,
            answering: row.get(4)?,
            person: PersonId(row.get(6)?),
            usable: !stopped(7)? && !stopped(8)?,
        })
    }

    /// Which side a city is; another city has nothing like it.
    fn side(&self, city: CityCode) -> Result<Side, ReferralError> {
        if city == self.city {
            Ok(Side::Sender)
        } else if Some(city) == self.to_city {
            Ok(Side::Receiver)
        } else {
            Err(ReferralError::NotFound)
        }
    }
}

/// An answer in words, by an identifier: if it comes twice it counts once.
#[derive(Clone, Copy)]
struct Answer<'a> {
    token: Uuid,
    text: &'a str,
}

impl Writer<'_> {
    /// Refuses a referral, with a reason: the receiving city, or the sending one for a service or a body.
    ///
    /// # Errors
    /// No such referral, one that was answered before, or no reason.
    pub async fn refuse(&self, id: ReferralId, token: Uuid, reason: &str) -> Result<(), ReferralError> {
        self.act(id, Act::Refuse, Answer { token, text: reason }).await
    }

    /// Takes a referral back.
    ///
    /// # Errors
    /// No such referral, or one that was answered before.
    pub async fn withdraw(&self, id: ReferralId, token: Uuid) -> Result<(), ReferralError> {
        self.act(id, Act::Withdraw, Answer { token, text: "" }).await
    }

    /// Says that the service or the body has seen the person; what came of it may be empty.
    ///
    /// # Errors
    /// As [`Writer::withdraw`].
    pub async fn finish(&self, id: ReferralId, token: Uuid, text: &str) -> Result<(), ReferralError> {
        self.act(id, Act::Finish, Answer { token, text }).await
    }

    async fn act(&self, id: ReferralId, act: Act, answer: Answer<'_>) -> Result<(), ReferralError> {
        let (mut unit, acted) = self.found(id).await?;
        let Some(next) = self.next(&acted, act, answer.token)? else { return Ok(()) };
        if act == Act::Refuse || !answer.text.trim().is_empty() {
            check_text(answer.text)?;
        }
        self.settle(&mut unit, &acted, next, answer).await?;
        if let Some(city) = acted.to_city {
            self.forget(&mut unit, id, city, answer.text).await?;
        }
        unit.commit().await?;
        Ok(())
    }

    /// Takes the person of an offer in charge: registers them, closes what the sending city had open, and opens a
    /// pathway, all on one day. Gives who they are here.
    ///
    /// # Errors
    /// No such offer, one that was answered or taken back before, or a person whose data may not be used.
    pub async fn accept(
        &self,
        id: ReferralId,
        token: Uuid,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), ReferralError> {
        let (mut unit, acted) = self.found(id).await?;
        let Some(next) = self.next(&acted, Act::Accept, token)? else { return Ok(()) };
        if !acted.usable {
            return Err(Refusal::Restricted.into());
        }
        let (today, ours) = (unit.at().day(), self.vault.city(self.city)?);
        let row = unit.fetch_optional(&sql::PARCEL, params![id.0, self.city]).await?;
        let content: Option<Vec<u8>> = row.ok_or(ReferralError::NotFound)?.get(0)?;
        let content = content.ok_or(Refusal::Restricted)?;
        let parcel: Parcel = ours.open_json(sql::OFFER_CONTENT, id.0, &content)?;
        let Arrival { form, person, months } =
            arrive::register(&mut unit, &ours, self.network, &parcel, random).await?;
        unit.execute(&sql::ARRIVE, params![id.0, form.0]).await?;
        let mut came = entry("arrive", id, self.city).moving(months);
        let theirs = self.vault.city(acted.city)?;
        let (here, there) = (Known::new(&ours, person, form), (&*theirs, acted.person));
        came = came.moving(file::keep(&mut unit, here, there, &parcel.parts, random).await?);
        came = came.moving(self.take_in_charge(&mut unit, id, person, today, random).await?);
        let left = self.leave(&mut unit, &acted, today, random).await?;
        self.settle(&mut unit, &acted, next, Answer { token, text: "" }).await?;
        self.withdraw_others(&mut unit, &acted).await?;
        unit.record(came);
        unit.record(entry("transfer", id, acted.city).moving(left));
        unit.commit().await?;
        Ok(())
    }

    /// Finds a referral and holds its cities: what is read of it stays true until commit.
    async fn found(&self, id: ReferralId) -> Result<(Unit, Acted), ReferralError> {
        let mut unit = self.begin().await?;
        // Which cities they are never changes, so they can be read before they are held.
        let row = unit.fetch_optional(&sql::ACTED, params![id.0]).await?.ok_or(ReferralError::NotFound)?;
        let before = Acted::read(id, &row)?;
        before.side(self.city)?;
        hold(&mut unit, before.city, before.to_city).await?;
        let row = unit.fetch_optional(&sql::ACTED, params![id.0]).await?.ok_or(ReferralError::NotFound)?;
        let acted = Acted::read(id, &row)?;
        Ok((unit, acted))
    }

    /// What becomes of it; nothing if this answer was there before.
    fn next(&self, acted: &Acted, act: Act, token: Uuid) -> Result<Option<State>, ReferralError> {
        let side = acted.side(self.city)?;
        let next = after(acted.kind, acted.state, act, side).ok_or(ReferralError::NotFound)?;
        if acted.answering == Some(token) {
            return Ok(None);
        }
        Ok(Some(next?))
    }

    async fn settle(
        &self,
        unit: &mut Unit,
        acted: &Acted,
        next: State,
        answer: Answer<'_>,
    ) -> Result<(), ReferralError> {
        let (id, at) = (acted.id.0, unit.at());
        let keys = self.vault.city(acted.city)?;
        let text = Some(answer.text.trim()).filter(|text| !text.is_empty());
        let text = text.map(|text| keys.seal_text(sql::ANSWER, id, text)).transpose()?;
        let values = params![id, next.code(), answer.token, at, self.actor.0.as_str(), text];
        unit.execute(&sql::SETTLE, values).await?;
        unit.record(entry(word(next), acted.id, acted.city));
        Ok(())
    }

    /// What was sent to a city and not accepted is not kept there.
    async fn forget(
        &self,
        unit: &mut Unit,
        id: ReferralId,
        city: CityCode,
        answer: &str,
    ) -> Result<(), ReferralError> {
        let keys = self.vault.city(city)?;
        let text = Some(answer.trim()).filter(|text| !text.is_empty());
        let text = text.map(|text| keys.seal_text(sql::OFFER_ANSWER, id.0, text)).transpose()?;
        unit.execute(&sql::FORGET, params![id.0, text]).await?;
        unit.record(entry("forget", id, city));
        Ok(())
    }

    /// Opens a pathway on a day, unless the city has the person in charge already.
    async fn take_in_charge(
        &self,
        unit: &mut Unit,
        id: ReferralId,
        person: PersonId,
        today: Day,
        random: &mut (dyn RngCore + Send),
    ) -> Result<BTreeSet<Month>, ReferralError> {
        let theirs = pathways_in(unit, self.city, person).await?;
        if theirs.iter().any(|one| one.pathway.is_open()) {
            return Ok(BTreeSet::new());
        }
        let opening = Opening {
            id: PathwayId(id.0),
            person,
            area: ActionArea::default(),
            point: None,
            on: today,
            needs: Needs::default(),
        };
        let keys = self.vault.city(self.city)?;
        Ok(open_in(unit, &keys, &opening, random).await?.unwrap_or_default())
    }

    /// Closes what the sending city had open for the person.
    async fn leave(
        &self,
        unit: &mut Unit,
        acted: &Acted,
        today: Day,
        random: &mut (dyn RngCore + Send),
    ) -> Result<BTreeSet<Month>, ReferralError> {
        let (keys, at) = (self.vault.city(acted.city)?, unit.at());
        let mut months = BTreeSet::new();
        for one in pathways_in(unit, acted.city, acted.person).await? {
            if !one.pathway.is_open() {
                continue;
            }
            let closure = Closure {
                id: kernel::id::uuid_v7(at, &mut *random),
                pathway: one.pathway.id,
                on: today,
                outcome: TRANSFERRED.to_owned(),
                note: String::new(),
                answers: Vec::new(),
            };
            months.extend(close_in(unit, &keys, &closure, random).await?.unwrap_or_default());
        }
        Ok(months)
    }

    /// Takes back what else waits for the person: joining two files can leave them offered twice. Who answers those
    /// holds the sending city too, so none is answered meanwhile.
    async fn withdraw_others(&self, unit: &mut Unit, acted: &Acted) -> Result<(), ReferralError> {
        let values = params![acted.city, acted.person.0, acted.id.0];
        for row in unit.fetch_all(&sql::WAITING_OF_PERSON, values).await? {
            let (id, to_city) = (ReferralId(row.get(0)?), row.parse::<CityCode>(1)?);
            let values = params![
                id.0,
                State::Withdrawn.code(),
                acted.id.0,
                unit.at(),
                self.actor.0.as_str(),
                None::<Vec<u8>>,
            ];
            unit.execute(&sql::SETTLE, values).await?;
            self.forget(unit, id, to_city, "").await?;
            unit.record(entry(word(State::Withdrawn), id, acted.city));
        }
        Ok(())
    }
}

/// What the journal calls it.
const fn word(state: State) -> &'static str {
    match state {
        State::Waiting => "refer",
        State::Accepted => "accept",
        State::Refused => "refuse",
        State::Withdrawn => "withdraw",
        State::Done => "finish",
    }
}
