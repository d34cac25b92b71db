//! A correction that is being made.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kernel::{CityCode, Month};
use rand::RngCore;
use store::{CityKeys, Entry, Unit, params};

use super::super::correction::{self, Made, Sent};
use super::super::model::{Action, Change, Key, Stood, standing};
use super::super::record::{Already, Recorder};
use super::super::row::{ContactId, Content, Stored, VisitId};
use super::super::{again, sql};
use super::{CorrectError, CorrectionSent, UNDO_MINUTES};
use crate::people::{Book, FormId, PersonId};
use crate::sealed::CONTACT_NOTE;

/// A correction that is being made, in a unit of work that holds its city.
pub(super) struct Work<'a> {
    recorder: Recorder<'a>,
    unit: Unit,
    keys: Arc<CityKeys>,
    /// The form that was sent, until a correction has its identifier.
    sent: Option<Sent>,
    months: BTreeSet<Month>,
}

impl<'a> Work<'a> {
    /// A unit of work that holds a city.
    pub async fn hold(recorder: Recorder<'a>, city: CityCode) -> Result<Self, CorrectError> {
        let keys = recorder.vault.city(city)?;
        let mut unit = recorder.store.begin(recorder.actor, recorder.clock).await?;
        unit.hold(city).await?;
        Ok(Self { recorder, unit, keys, sent: None, months: BTreeSet::new() })
    }

    /// Nothing if the form was saved before.
    pub async fn begin(recorder: Recorder<'a>, sent: &CorrectionSent) -> Result<Option<Self>, CorrectError> {
        let mut work = Self::hold(recorder, sent.city).await?;
        let said = work.keys.digest("correction", &sent.said);
        let Some(row) = work.unit.fetch_optional(&sql::SENT_CORRECTION, params![sent.id.0]).await? else {
            work.sent = Some(Sent { id: sent.id, said });
            return Ok(Some(work));
        };
        let (city, before): (CityCode, Vec<u8>) = (row.parse(0)?, row.get(1)?);
        if city != sent.city || ContactId(row.get(2)?) != sent.contact {
            Err(CorrectError::NotFound)
        } else if before != said {
            Err(CorrectError::SaidOtherwise)
        } else {
            Ok(None)
        }
    }

    /// A contact of the desk.
    pub async fn contact(&mut self, id: ContactId) -> Result<Stored, CorrectError> {
        let row = self.unit.fetch_optional(&sql::CONTACT, params![self.keys.city(), id.0]).await?;
        let Some(row) = row else {
            let before = correction::of_contact(&mut self.unit, &self.keys, id).await?;
            return Err(if before.is_empty() { CorrectError::NotFound } else { CorrectError::Gone });
        };
        let stored = Stored::read(&row)?;
        if let Some(person) = stored.person {
            let values = params![self.keys.city(), person.0];
            let state = self.unit.fetch_optional(&sql::PERSON_STATE, values).await?;
            let state = state.ok_or(CorrectError::NotFound)?;
            if state.get::<Option<i64>>(1)?.is_some() {
                return Err(CorrectError::NotFound);
            }
            if state.get::<Option<i64>>(0)?.is_some() {
                return Err(CorrectError::Restricted);
            }
        }
        if stored.is_of_desk() { Ok(stored) } else { Err(CorrectError::OfRegister) }
    }

    /// What was saved with a form and still stands.
    pub async fn visit(&mut self, visit: VisitId) -> Result<Vec<Stored>, CorrectError> {
        let rows = self.unit.fetch_all(&sql::OF_VISIT, params![self.keys.city(), visit.0]).await?;
        Ok(rows.iter().map(Stored::read).collect::<Result<_, _>>()?)
    }

    /// Whether what a form saved may be taken back without a reason; not if it was already.
    pub async fn may_undo(&mut self, visit: VisitId) -> Result<bool, CorrectError> {
        let city = self.keys.city();
        let row = self.unit.fetch_optional(&sql::VISIT, params![visit.0]).await?;
        let row = row.ok_or(CorrectError::NotFound)?;
        if row.parse::<CityCode>(0)? != city {
            return Err(CorrectError::NotFound);
        }
        let undone = self.unit.fetch_optional(&sql::UNDONE, params![city, visit.0]).await?;
        if undone.map_or(Ok(0), |row| row.count(0))? > 0 {
            return Ok(false);
        }
        let (at, by): (i64, String) = (row.get(2)?, row.get(3)?);
        let age = self.unit.at().micros() - at;
        if by == self.unit.actor().0 && age <= UNDO_MINUTES * 60_000_000 {
            Ok(true)
        } else {
            Err(CorrectError::TooLate)
        }
    }

    /// Corrects a contact. Gives whether a register still tells what it was.
    pub async fn change(
        mut self,
        stored: &Stored,
        change: &Change,
        again: bool,
        random: &mut (dyn RngCore + Send),
    ) -> Result<bool, CorrectError> {
        let mut book = self.book(&[stored]).await?;
        let was = stored.content(&self.keys)?;
        let mut now = changed(&was, change);
        let is_moved = (&was.day, &was.service, &was.point) != (&now.day, &now.service, &now.point);
        let instead_of = if is_moved { self.taken_place(stored, &now, again).await? } else { None };
        self.keep(stored, &was, Action::Changed, Some(&change.reason), random).await?;
        let still_told = is_moved && again::release(&mut self.unit, &self.keys, stored, random).await?;
        count(&mut book, stored, i64::from(still_told));
        let mut form = stored.form;
        if let Some(before) = &instead_of {
            again::fill(&mut now, &before.content(&self.keys)?, change.draft.minutes.is_some());
            // It stands under the register's form from now on, which keeps its count.
            count(&mut book, stored, -1);
            form = before.form;
        }
        self.update(stored.id, form, &now).await?;
        if let Some(before) = &instead_of {
            again::absorb(&mut self.unit, &self.keys, stored.id, before, random).await?;
        }
        self.months.extend([Month::of(was.day), Month::of(now.day)]);
        self.finish(book, "correct", format!("contact/{}", stored.id)).await?;
        Ok(still_told)
    }

    async fn update(
        &mut self,
        id: ContactId,
        form: Option<FormId>,
        now: &Content,
    ) -> Result<(), CorrectError> {
        let seal = |note: &String| self.keys.seal_text(CONTACT_NOTE, id.0, note);
        let values = params![
            self.keys.city(),
            id.0,
            now.day,
            form.map(|form| form.0),
            &now.service,
            now.point.as_ref(),
            now.modality.as_ref(),
            now.minutes,
            now.note.as_ref().map(seal).transpose()?,
            now.outcome.as_ref(),
            now.heads,
            now.permit.as_ref(),
        ];
        self.unit.execute(&sql::UPDATE_CONTACT, values).await?;
        Ok(())
    }

    /// The pages of the persons of some contacts.
    async fn book(&mut self, contacts: &[&Stored]) -> Result<Book, CorrectError> {
        let persons: BTreeSet<PersonId> = contacts.iter().filter_map(|contact| contact.person).collect();
        let persons: Vec<PersonId> = persons.into_iter().collect();
        Ok(Book::of_persons(&mut self.unit, Arc::clone(&self.keys), &persons).await?)
    }

    /// The register's contact whose place a corrected one takes, if there is one.
    async fn taken_place(
        &mut self,
        stored: &Stored,
        now: &Content,
        again: bool,
    ) -> Result<Option<Stored>, CorrectError> {
        let Some(person) = stored.person else { return Ok(None) };
        let values = params![self.keys.city(), now.day, person.0];
        let rows = self.unit.fetch_all(&sql::OF_PERSON_ON_DAY, values).await?;
        let mut known = rows.iter().map(Stored::read).collect::<Result<Vec<_>, _>>()?;
        known.retain(|other| other.id != stored.id);
        let wanted = Key { person, service: &now.service, point: now.point.as_deref() };
        match standing(known.iter().map(Stored::key), wanted, again) {
            Stood::AtDesk(row) => Err(CorrectError::AtDesk(Already::of(&known[row]))),
            Stood::InRegister(row) => Ok(Some(known.swap_remove(row))),
            Stood::New => Ok(None),
        }
    }

    async fn keep(
        &mut self,
        stored: &Stored,
        was: &Content,
        action: Action,
        reason: Option<&str>,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), CorrectError> {
        let (contact, form, visit) = (stored.id, stored.form, was.visit);
        let made = Made { action, contact, form, visit, was, reason };
        let sent = self.sent.take();
        correction::keep(&mut self.unit, &self.keys, sent, &made, random).await?;
        Ok(())
    }

    /// Takes contacts away. Gives whether a register still tells one of them.
    pub async fn take_back(
        mut self,
        contacts: &[Stored],
        action: Action,
        reason: Option<&str>,
        random: &mut (dyn RngCore + Send),
    ) -> Result<bool, CorrectError> {
        let mut book = self.book(&contacts.iter().collect::<Vec<_>>()).await?;
        let mut still_told = false;
        for stored in contacts {
            let was = stored.content(&self.keys)?;
            self.keep(stored, &was, action, reason, random).await?;
            let is_told = again::release(&mut self.unit, &self.keys, stored, random).await?;
            self.unit.execute(&sql::DELETE_CONTACT, params![self.keys.city(), stored.id.0]).await?;
            count(&mut book, stored, i64::from(is_told) - 1);
            still_told |= is_told;
            self.months.insert(Month::of(was.day));
        }
        let entity = match contacts {
            [one] => format!("contact/{}", one.id),
            _ => contacts
                .iter()
                .find_map(|contact| contact.plain().visit)
                .map_or_else(String::new, |visit| format!("visit/{visit}")),
        };
        self.finish(book, "take back", entity).await?;
        Ok(still_told)
    }

    async fn finish(
        mut self,
        mut book: Book,
        action: &'static str,
        entity: String,
    ) -> Result<(), CorrectError> {
        let touched: BTreeSet<usize> = (0..book.persons.len()).collect();
        let network = &self.recorder.keys.network;
        self.months.extend(book.settle(&mut self.unit, network, &touched, &HashMap::new()).await?);
        book.keep_forms(&mut self.unit).await?;
        self.unit.record(Entry::new(action, entity, Some(self.keys.city())).moving(self.months));
        self.unit.commit().await?;
        Ok(())
    }
}

/// What a contact says once it is changed; what no form shows stays.
fn changed(was: &Content, Change { draft, heads, .. }: &Change) -> Content {
    Content {
        day: draft.day,
        service: draft.services.first().unwrap_or(&was.service).clone(),
        point: draft.point.clone(),
        modality: Some(draft.modality.code().to_owned()),
        minutes: draft.minutes,
        outcome: draft.outcome.map(|outcome| outcome.code().to_owned()),
        note: draft.note.clone(),
        heads: *heads,
        ..was.clone()
    }
}

/// Counts contacts under the form of one; the correction that hangs on it keeps the form.
fn count(book: &mut Book, stored: &Stored, by: i64) {
    if let Some(form) = stored.form.and_then(|form| book.form_with(form)) {
        book.forms[form].added += by;
        book.forms[form].kept = true;
    }
}
