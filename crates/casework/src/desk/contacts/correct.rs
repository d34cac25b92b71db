//! Correcting and taking back what the desk recorded. What was is kept, sealed, with the reason; the numbers follow at
//! once, as if it had been written right the first time.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kernel::{CityCode, Month};
use rand::RngCore;
use store::{CityKeys, Entry, StoreError, Unit, params};

use super::again;
use super::correction::{self, Made, Sent};
use super::model::{Action, Change, Key, Stood, standing};
use super::record::{Already, Recorder};
use super::row::{ContactId, Content, CorrectionId, Stored, VisitId};
use super::sql;
use crate::people::{Book, PersonId};
use crate::sealed::CONTACT_NOTE;

/// Minutes within which whoever recorded something takes it back without a reason.
pub const UNDO_MINUTES: i64 = 15;

/// A form that corrects or takes back, as it was sent.
#[derive(Clone, Debug)]
pub struct CorrectionSent {
    /// The city of whoever sent it.
    pub city: CityCode,
    /// The identifier it was shown with.
    pub id: CorrectionId,
    /// The contact it speaks of.
    pub contact: ContactId,
    /// What it says, in one text.
    pub said: String,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    /// The city has no such contact.
    #[error("there is no such contact in this city")]
    NotFound,
    /// It was taken back before.
    #[error("this contact was taken back")]
    Gone,
    /// A register told it: the register is what is to be mended.
    #[error("a register told this contact, and not the desk")]
    OfRegister,
    /// Corrected so, it would be one that the desk has already.
    #[error("the desk has recorded this on that day")]
    AtDesk(Already),
    /// A form with this identifier was saved, and said something else.
    #[error("this form was saved before, with something else in it")]
    SaidOtherwise,
    /// Only whoever recorded it takes it back without a reason, and only for a while.
    #[error("this can only be taken back with a reason now")]
    TooLate,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a correction left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// Whether a register still tells what the desk does not tell any more.
    pub still_told: bool,
}

impl Recorder<'_> {
    /// Corrects a contact. `again` says that it is another than one which the desk has already.
    ///
    /// # Errors
    /// [`CorrectError`]; nothing is changed then.
    pub async fn change(
        &self,
        sent: &CorrectionSent,
        change: &Change,
        again: bool,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Corrected, CorrectError> {
        let Some(mut work) = Work::begin(*self, sent).await? else {
            return Ok(Corrected { still_told: false });
        };
        let stored = work.contact(sent.contact).await?;
        let mut book = work.book(&[&stored]).await?;
        let was = stored.content(&work.keys)?;
        let mut now = changed(&was, change);
        let is_moved = (&was.day, &was.service, &was.point) != (&now.day, &now.service, &now.point);
        let instead_of = if is_moved { work.taken_place(&stored, &now, again).await? } else { None };
        work.keep(&stored, &was, Action::Changed, Some(&change.reason), random).await?;

        let still_told = is_moved && again::release(&mut work.unit, &work.keys, &stored, random).await?;
        count(&mut book, &stored, i64::from(still_told));
        let mut form = stored.form;
        if let Some(before) = &instead_of {
            again::fill(&mut now, &before.content(&work.keys)?, change.draft.minutes.is_some());
            // It stands under the register's form from now on, which keeps its count.
            count(&mut book, &stored, -1);
            form = before.form;
        }
        let note = now.note.as_ref();
        let note = note.map(|note| work.keys.seal_text(CONTACT_NOTE, stored.id.0, note)).transpose()?;
        let values = params![
            work.keys.city(),
            stored.id.0,
            now.day,
            form.map(|form| form.0),
            &now.service,
            now.point.as_ref(),
            now.modality.as_ref(),
            now.minutes,
            note,
            now.outcome.as_ref(),
            now.heads,
            now.permit.as_ref(),
        ];
        work.unit.execute(&sql::UPDATE_CONTACT, values).await?;
        if let Some(before) = &instead_of {
            again::absorb(&mut work.unit, &work.keys, stored.id, before, random).await?;
        }
        work.months.extend([Month::of(was.day), Month::of(now.day)]);
        work.finish(book, "correct", format!("contact/{}", stored.id)).await?;
        Ok(Corrected { still_told })
    }

    /// Takes a contact back, or all that was saved with it.
    ///
    /// # Errors
    /// [`CorrectError`]; nothing is changed then.
    pub async fn withdraw(
        &self,
        sent: &CorrectionSent,
        whole_visit: bool,
        reason: &str,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Corrected, CorrectError> {
        let Some(mut work) = Work::begin(*self, sent).await? else {
            return Ok(Corrected { still_told: false });
        };
        let stored = work.contact(sent.contact).await?;
        let mut all = match stored.plain().visit {
            Some(visit) if whole_visit => work.visit(VisitId(visit)).await?,
            _ => Vec::new(),
        };
        // The one that was opened is taken back first: its correction has the identifier of the form.
        all.retain(|other| other.id != stored.id);
        all.insert(0, stored);
        let still_told = work.take_back(&all, Action::Withdrawn, Some(reason), random).await?;
        Ok(Corrected { still_told })
    }

    /// Takes back all that was saved with a form, right after it was saved: whoever saved it needs no reason. Once
    /// taken back it stays so, however often this is asked.
    ///
    /// # Errors
    /// [`CorrectError`]; nothing is changed then.
    pub async fn undo(
        &self,
        city: CityCode,
        visit: VisitId,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Corrected, CorrectError> {
        let mut work = Work::hold(*self, city, None).await?;
        let row = work.unit.fetch_optional(&sql::VISIT, params![visit.0]).await?;
        let row = row.ok_or(CorrectError::NotFound)?;
        if row.parse::<CityCode>(0)? != city {
            return Err(CorrectError::NotFound);
        }
        let undone = work.unit.fetch_optional(&sql::UNDONE, params![city, visit.0]).await?;
        if undone.map_or(Ok(0), |row| row.count(0))? > 0 {
            return Ok(Corrected { still_told: false });
        }
        let (at, by): (i64, String) = (row.get(2)?, row.get(3)?);
        let age = work.unit.at().micros() - at;
        if by != work.unit.actor().0 || age > UNDO_MINUTES * 60_000_000 {
            return Err(CorrectError::TooLate);
        }
        let all = work.visit(visit).await?;
        if all.is_empty() {
            return Err(CorrectError::Gone);
        }
        let still_told = work.take_back(&all, Action::Undone, None, random).await?;
        Ok(Corrected { still_told })
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

/// A correction that is being made, in a unit of work that holds its city.
struct Work<'a> {
    recorder: Recorder<'a>,
    unit: Unit,
    keys: Arc<CityKeys>,
    /// The form that was sent, until a correction has its identifier.
    sent: Option<Sent>,
    months: BTreeSet<Month>,
}

impl<'a> Work<'a> {
    async fn hold(recorder: Recorder<'a>, city: CityCode, sent: Option<Sent>) -> Result<Self, CorrectError> {
        let keys = recorder.vault.city(city)?;
        let mut unit = recorder.store.begin(recorder.actor, recorder.clock).await?;
        unit.hold(city).await?;
        Ok(Self { recorder, unit, keys, sent, months: BTreeSet::new() })
    }

    /// Nothing if the form was saved before.
    async fn begin(recorder: Recorder<'a>, sent: &CorrectionSent) -> Result<Option<Self>, CorrectError> {
        let mut work = Self::hold(recorder, sent.city, None).await?;
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
    async fn contact(&mut self, id: ContactId) -> Result<Stored, CorrectError> {
        let row = self.unit.fetch_optional(&sql::CONTACT, params![self.keys.city(), id.0]).await?;
        let Some(row) = row else {
            let before = correction::of_contact(&mut self.unit, &self.keys, id).await?;
            return Err(if before.is_empty() { CorrectError::NotFound } else { CorrectError::Gone });
        };
        let stored = Stored::read(&row)?;
        if stored.is_of_desk() { Ok(stored) } else { Err(CorrectError::OfRegister) }
    }

    async fn visit(&mut self, visit: VisitId) -> Result<Vec<Stored>, CorrectError> {
        let rows = self.unit.fetch_all(&sql::OF_VISIT, params![self.keys.city(), visit.0]).await?;
        Ok(rows.iter().map(Stored::read).collect::<Result<_, _>>()?)
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
        let rows = self.unit.fetch_all(&sql::OF_DAY, params![self.keys.city(), now.day]).await?;
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
    async fn take_back(
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
