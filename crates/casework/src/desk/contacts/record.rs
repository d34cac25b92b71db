//! Recording at the desk: one person, nobody known, or several people; each in one unit of work, once for each form
//! that is sent, however often it arrives.

mod work;

use std::collections::BTreeSet;

use kernel::{CityCode, Clock, Timestamp};
use rand::RngCore;
use store::keys::Keys;
use store::{Actor, Store, StoreError, Vault};

use self::work::Work;
use super::model::{Draft, Gathering};
use super::row::{Stored, VisitId};
use crate::people::PersonId;

/// What recording needs beside the form.
#[derive(Clone, Copy)]
pub struct Recorder<'a> {
    /// The database.
    pub store: &'a Store,
    /// The installation's keys.
    pub keys: &'a Keys,
    /// The keys of the cities.
    pub vault: &'a Vault,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who records.
    pub actor: &'a Actor,
}

/// A form as it was sent.
#[derive(Clone, Debug)]
pub struct Sending {
    /// The city of whoever sent it.
    pub city: CityCode,
    /// The identifier it was shown with.
    pub id: VisitId,
    /// What it says, in one text.
    pub said: String,
}

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It was written now: so many contacts.
    Now(usize),
    /// It was written when it arrived the first time.
    Before,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The city has no such person, or nothing with this identifier.
    #[error("there is nothing of this kind in this city")]
    NotFound,
    /// The person asked that their data be kept and not used.
    #[error("the data of this person are restricted: nothing may be added to them")]
    Restricted,
    /// The desk recorded it already.
    #[error("the desk has recorded this on that day")]
    AtDesk(Vec<Already>),
    /// A form with this identifier was saved, and said something else.
    #[error("this form was saved before, with something else in it")]
    SaidOtherwise(Timestamp),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A contact that the desk recorded already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Already {
    /// The service's code.
    pub service: String,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: String,
}

impl Recorder<'_> {
    /// Records a contact of a person for each service of a draft. `again` says that those which the desk has already
    /// are other ones.
    ///
    /// # Errors
    /// [`RecordError`]; nothing is written then.
    pub async fn person(
        &self,
        sending: &Sending,
        person: PersonId,
        draft: &Draft,
        again: bool,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Saved, RecordError> {
        let Some(mut work) = Work::begin(*self, sending, draft).await? else { return Ok(Saved::Before) };
        let mut book = work.book(&[person]).await?;
        let (planned, at_desk) = work.plan(&book, again).await?;
        if !at_desk.is_empty() {
            return Err(RecordError::AtDesk(at_desk));
        }
        let count = planned.len();
        work.write(&mut book, planned, random).await?;
        work.finish().await?;
        Ok(Saved::Now(count))
    }

    /// Records that people of whom nothing is known were met: a contact for each service, each for so many heads.
    ///
    /// # Errors
    /// As [`Recorder::person`].
    pub async fn anonymous(
        &self,
        sending: &Sending,
        heads: u32,
        draft: &Draft,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Saved, RecordError> {
        let Some(mut work) = Work::begin(*self, sending, draft).await? else { return Ok(Saved::Before) };
        for (position, service) in draft.services.iter().enumerate() {
            work.nobody(service, heads, position == 0, random).await?;
        }
        work.finish().await?;
        Ok(Saved::Now(draft.services.len()))
    }

    /// Records a gathering: a contact for each person of the list that the desk does not have on that day for that
    /// service, and one for all the others together.
    ///
    /// # Errors
    /// As [`Recorder::person`]; [`RecordError::AtDesk`] when it would add nothing.
    pub async fn gathering(
        &self,
        sending: &Sending,
        gathering: &Gathering,
        persons: &BTreeSet<PersonId>,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Saved, RecordError> {
        let draft = &gathering.draft;
        let Some(mut work) = Work::begin(*self, sending, draft).await? else { return Ok(Saved::Before) };
        let persons: Vec<PersonId> = persons.iter().copied().collect();
        let mut book = work.book(&persons).await?;
        let (planned, at_desk) = work.plan(&book, false).await?;
        if planned.is_empty() && gathering.others == 0 {
            return Err(RecordError::AtDesk(at_desk));
        }
        work.gather(gathering).await?;
        let named = planned.len();
        work.write(&mut book, planned, random).await?;
        if let (Some(service), 1..) = (draft.services.first(), gathering.others) {
            work.nobody(service, gathering.others, named == 0, random).await?;
        }
        work.finish().await?;
        Ok(Saved::Now(named + usize::from(gathering.others > 0)))
    }
}

impl Already {
    pub(super) fn of(stored: &Stored) -> Self {
        let content = stored.plain();
        Self {
            service: content.service.clone(),
            at: content.recorded_at,
            by: content.recorded_by.clone().unwrap_or_default(),
        }
    }
}
