//! Recording at the desk: one person, nobody known, or several people; each in one unit of work, once for each form
//! that is sent, however often it arrives.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kernel::{CityCode, Clock, Month, Timestamp};
use rand::RngCore;
use store::keys::Keys;
use store::{Actor, CityKeys, Entry, Store, StoreError, Unit, Vault, params};
use uuid::Uuid;

use super::again;
use super::model::{Draft, Gathering, Key, Stood, standing};
use super::row::{ContactId, Content, Stored, VisitId, values};
use super::sql;
use crate::people::{Book, PersonId};

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

impl<'a> Recorder<'a> {
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

/// A contact that is to be written.
struct Planned {
    /// Position of the person in the book.
    person: usize,
    service: String,
    /// The register's contact that it takes the place of.
    instead_of: Option<Stored>,
}

/// A form that is being saved, in a unit of work that holds its city.
struct Work<'a> {
    recorder: Recorder<'a>,
    sending: &'a Sending,
    draft: &'a Draft,
    unit: Unit,
    keys: Arc<CityKeys>,
    gathering: Option<Uuid>,
    months: BTreeSet<Month>,
}

impl<'a> Work<'a> {
    /// Nothing if the form was saved before.
    async fn begin(
        recorder: Recorder<'a>,
        sending: &'a Sending,
        draft: &'a Draft,
    ) -> Result<Option<Self>, RecordError> {
        let keys = recorder.vault.city(sending.city)?;
        let mut unit = recorder.store.begin(recorder.actor, recorder.clock).await?;
        unit.hold(sending.city).await?;
        let said = said(&keys, sending);
        if let Some(row) = unit.fetch_optional(&sql::VISIT, params![sending.id.0]).await? {
            let (city, before): (CityCode, Vec<u8>) = (row.parse(0)?, row.get(1)?);
            return if city != sending.city {
                Err(RecordError::NotFound)
            } else if before != said {
                Err(RecordError::SaidOtherwise(Timestamp::from_micros(row.get(2)?)))
            } else {
                Ok(None)
            };
        }
        let (at, who) = (unit.at(), unit.actor().0.clone());
        let values = params![sending.id.0, sending.city, said.to_vec(), draft.point.as_ref(), at, who];
        unit.execute(&sql::INSERT_VISIT, values).await?;
        let months = BTreeSet::from([Month::of(draft.day)]);
        Ok(Some(Self { recorder, sending, draft, unit, keys, gathering: None, months }))
    }

    /// The pages of some persons, all of whom must be the city's and open to be written about.
    async fn book(&mut self, persons: &[PersonId]) -> Result<Book, RecordError> {
        for person in persons {
            let values = params![self.keys.city(), person.0];
            let row = self.unit.fetch_optional(&sql::PERSON_STATE, values).await?;
            let row = row.ok_or(RecordError::NotFound)?;
            if row.get::<Option<i64>>(1)?.is_some() {
                return Err(RecordError::NotFound);
            }
            if row.get::<Option<i64>>(0)?.is_some() {
                return Err(RecordError::Restricted);
            }
        }
        Ok(Book::of_persons(&mut self.unit, Arc::clone(&self.keys), persons).await?)
    }

    /// What of the draft is new to the city, or told by a register alone; and what the desk has already.
    async fn plan(&mut self, book: &Book, again: bool) -> Result<(Vec<Planned>, Vec<Already>), RecordError> {
        let values = params![self.keys.city(), self.draft.day];
        let rows = self.unit.fetch_all(&sql::OF_DAY, values).await?;
        let known = rows.iter().map(Stored::read).collect::<Result<Vec<_>, _>>()?;
        let (mut planned, mut at_desk) = (Vec::new(), Vec::new());
        for (position, person) in book.persons.iter().enumerate() {
            for service in &self.draft.services {
                let point = self.draft.point.as_deref();
                let wanted = Key { person: person.id, service, point };
                let instead_of = match standing(known.iter().map(Stored::key), wanted, again) {
                    Stood::AtDesk(row) => {
                        at_desk.push(Already::of(&known[row]));
                        continue;
                    }
                    Stood::InRegister(row) => Some(known[row].clone()),
                    Stood::New => None,
                };
                planned.push(Planned { person: position, service: service.clone(), instead_of });
            }
        }
        Ok((planned, at_desk))
    }

    /// Writes what is planned, and brings its persons up to date.
    async fn write(
        &mut self,
        book: &mut Book,
        planned: Vec<Planned>,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), RecordError> {
        let (mut rows, mut taken, mut touched) = (Vec::new(), Vec::new(), BTreeSet::new());
        for (position, Planned { person, service, instead_of }) in planned.into_iter().enumerate() {
            let id = ContactId::new(self.unit.at(), random);
            let mut content = self.content(&service, position == 0);
            let form = match &instead_of {
                Some(before) => {
                    again::fill(&mut content, &before.content(&self.keys)?, self.draft.minutes.is_some());
                    before.form
                }
                None => {
                    // Who has no name left is nobody to be met.
                    let form = written_under(book, person).ok_or(RecordError::NotFound)?;
                    book.forms[form].added += 1;
                    touched.insert(person);
                    Some(book.forms[form].id)
                }
            };
            rows.push(values(&self.keys, id, form, &content)?);
            taken.extend(instead_of.map(|before| (id, before)));
        }
        self.unit.insert_many(&sql::INSERT_CONTACTS, rows).await?;
        for (id, before) in &taken {
            again::absorb(&mut self.unit, &self.keys, *id, before, random).await?;
        }
        let network = &self.recorder.keys.network;
        self.months.extend(book.settle(&mut self.unit, network, &touched, &HashMap::new()).await?);
        book.keep_forms(&mut self.unit).await?;
        Ok(())
    }

    /// Writes a contact of people of whom nothing is known.
    async fn nobody(
        &mut self,
        service: &str,
        heads: u32,
        first: bool,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), RecordError> {
        let content = Content { heads, ..self.content(service, first) };
        let row = values(&self.keys, ContactId::new(self.unit.at(), random), None, &content)?;
        self.unit.insert_many(&sql::INSERT_CONTACTS, [row]).await?;
        Ok(())
    }

    /// Writes the gathering that the contacts belong to from here on.
    async fn gather(&mut self, gathering: &Gathering) -> Result<(), RecordError> {
        let id = self.sending.id.0;
        let (at, who) = (self.unit.at(), self.unit.actor().0.clone());
        let values = params![
            id,
            self.keys.city(),
            self.draft.day,
            self.keys.seal_text(sql::GATHERING_TITLE, id, &gathering.title)?,
            self.draft.services.first(),
            self.draft.point.as_ref(),
            gathering.others,
            at,
            who,
        ];
        self.unit.execute(&sql::INSERT_GATHERING, values).await?;
        self.gathering = Some(id);
        Ok(())
    }

    /// What a contact of the draft says. Minutes were written once, and a sum must find them once.
    fn content(&self, service: &str, first: bool) -> Content {
        let Draft { day, point, modality, minutes, outcome, note, .. } = self.draft.clone();
        Content {
            day,
            service: service.to_owned(),
            point,
            permit: None,
            modality: Some(modality.code().to_owned()),
            minutes: minutes.filter(|_| first),
            outcome: outcome.map(|outcome| outcome.code().to_owned()),
            note,
            heads: 1,
            gathering: self.gathering,
            visit: Some(self.sending.id.0),
            told: None,
            recorded_at: self.unit.at(),
            recorded_by: Some(self.unit.actor().0.clone()),
        }
    }

    async fn finish(mut self) -> Result<(), RecordError> {
        let entity = format!("visit/{}", self.sending.id);
        let mut entry = Entry::new("record", entity, Some(self.keys.city())).moving(self.months);
        entry.after = Some(said(&self.keys, self.sending));
        self.unit.record(entry);
        self.unit.commit().await?;
        Ok(())
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

/// The form of a person that a contact at the desk is written under: the one the desk stated last, else the one
/// written most often; an erased one never.
fn written_under(book: &Book, person: usize) -> Option<usize> {
    let forms = book.forms_of(person).into_iter().filter(|form| !book.forms[*form].erased);
    forms.max_by_key(|form| {
        let form = &book.forms[*form];
        (form.stated_at, form.times(), std::cmp::Reverse(form.id))
    })
}

fn said(keys: &CityKeys, sending: &Sending) -> [u8; 32] {
    keys.digest("visit", &sending.said)
}
