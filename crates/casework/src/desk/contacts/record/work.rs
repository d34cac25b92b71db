//! A form that is being saved.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kernel::{CityCode, Month, Timestamp};
use rand::RngCore;
use store::{CityKeys, Entry, Unit, params};
use uuid::Uuid;

use super::super::model::{Draft, Gathering, Key, Stood, standing};
use super::super::row::{ContactId, Content, Stored, values};
use super::super::{again, sql};
use super::{Already, RecordError, Recorder, Sending};
use crate::people::{Book, PersonId};

/// A contact that is to be written.
pub(super) struct Planned {
    /// Position of the person in the book.
    person: usize,
    service: String,
    /// The register's contact that it takes the place of.
    instead_of: Option<Stored>,
}

/// A form that is being saved, in a unit of work that holds its city.
pub(super) struct Work<'a> {
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
    pub async fn begin(
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
    pub async fn book(&mut self, persons: &[PersonId]) -> Result<Book, RecordError> {
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
    pub async fn plan(
        &mut self,
        book: &Book,
        again: bool,
    ) -> Result<(Vec<Planned>, Vec<Already>), RecordError> {
        let (city, day) = (self.keys.city(), self.draft.day);
        // A day may hold hundreds of contacts: whoever writes down one person waits for theirs alone.
        let rows = match book.persons.as_slice() {
            [person] => self.unit.fetch_all(&sql::OF_PERSON_ON_DAY, params![city, day, person.id.0]).await?,
            _ => self.unit.fetch_all(&sql::OF_DAY, params![city, day]).await?,
        };
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
    pub async fn write(
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
    pub async fn nobody(
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
    pub async fn gather(&mut self, gathering: &Gathering) -> Result<(), RecordError> {
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

    pub async fn finish(mut self) -> Result<(), RecordError> {
        let entity = format!("visit/{}", self.sending.id);
        let mut entry = Entry::new("record", entity, Some(self.keys.city())).moving(self.months);
        entry.after = Some(said(&self.keys, self.sending));
        self.unit.record(entry);
        self.unit.commit().await?;
        Ok(())
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
