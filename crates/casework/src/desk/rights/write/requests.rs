//! Writing down what a person asks, and what they were answered.

use store::{Entry, params};

use super::super::model::{Kind, NewRequest, RequestId, Settlement, State, due_day};
use super::super::read::Request;
use super::super::sql;
use super::{Rights, RightsError};
use crate::people::PersonId;

impl Rights<'_> {
    /// Writes a request down: from the day it came, a month to answer.
    ///
    /// # Errors
    /// [`RightsError::NotFound`]; nothing is written then.
    pub async fn ask(&self, id: RequestId, person: PersonId, new: &NewRequest) -> Result<(), RightsError> {
        let mut deed = self.begin().await?;
        if deed.is_there(&sql::REQUEST_CITY, id.0, RightsError::NotFound).await? {
            return Ok(());
        }
        let form = deed.somebody(person).await?.form;
        let (at, who) = (deed.unit.at(), deed.unit.actor().0.clone());
        let note = new.note.trim();
        let note = (!note.is_empty()).then(|| deed.keys.seal_text(sql::NOTE, id.0, note)).transpose()?;
        let entry = Entry::new("request", format!("rights/{id}"), Some(self.city));
        deed.unit.record(entry.changing(None, note.as_deref()));
        let values = params![
            id.0,
            self.city,
            form.0,
            new.kind.code(),
            new.received_on,
            due_day(new.received_on),
            note,
            at,
            who,
        ];
        deed.unit.execute(&sql::INSERT_REQUEST, values).await?;
        deed.unit.commit().await?;
        Ok(())
    }

    /// Answers a request. That an erasure was done is said by doing it.
    ///
    /// # Errors
    /// [`RightsError::Settled`] where it was answered otherwise; nothing is written then.
    pub async fn settle(&self, request: &Request, settlement: &Settlement) -> Result<(), RightsError> {
        let (state, ground, answer) = match settlement {
            Settlement::Done(_) if request.kind == Kind::Erasure => {
                return Err(RightsError::ErasureElsewhere);
            }
            Settlement::Done(answer) => (State::Done, None, answer),
            Settlement::Refused(ground, answer) => (State::Refused, Some(ground.code()), answer),
        };
        let mut deed = self.begin().await?;
        let id = request.id;
        let (at, who) = (deed.unit.at(), deed.unit.actor().0.clone());
        let answer = answer.trim();
        let sealed =
            (!answer.is_empty()).then(|| deed.keys.seal_text(sql::ANSWER, id.0, answer)).transpose()?;
        let entry = Entry::new("settle_request", format!("rights/{id}"), Some(self.city));
        deed.unit.record(entry.changing(None, sealed.as_deref()));
        let values = params![self.city, id.0, state.code(), ground, sealed, at, who];
        if deed.unit.execute(&sql::SETTLE, values).await? == 0 {
            return Err(RightsError::Settled);
        }
        deed.unit.commit().await?;
        Ok(())
    }
}
