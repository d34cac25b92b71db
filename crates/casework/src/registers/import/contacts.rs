//! Which contacts of a file are new to the city.

use std::collections::{BTreeSet, HashMap, VecDeque};

use kernel::{CityCode, Day, Month, text, typed_id};
use rand::RngCore;
use store::{StoreError, Unit, params};

use super::people::Placed;
use super::{RegisterId, Trace};
use crate::people::{Book, PersonId};
use crate::registers::file::RegisterFile;
use crate::registers::model::Entry;
use crate::registers::sql;
use crate::sealed::CONTACT_NOTE;

/// One contact to add.
pub(super) struct Planned {
    /// Position of the entry it comes from.
    pub entry: usize,
    /// Position of the form in the book.
    pub form: usize,
    /// Its day.
    pub day: Day,
    /// Position of the service in the entry.
    pub service: usize,
}

/// What a file adds to a city.
pub(super) struct Plan {
    /// The contacts that are new.
    pub contacts: Vec<Planned>,
    /// Those the city had already, with the position of the entry that tells them again.
    pub again: Vec<(ContactId, usize)>,
    /// Rows that bring at least one.
    pub accepted: usize,
    /// Every person the file's rows belong to, by position in the book.
    pub persons: BTreeSet<usize>,
    form_of_entry: Vec<usize>,
}

typed_id!(
    /// A contact.
    ContactId
);

/// One person, day, service and point: what makes two lines the same contact.
type Key = (PersonId, Day, String, Option<String>);

/// Compares the file with what the city has between its first and last day. As often as the city already
/// has a person, day, service and point, the file's lines are known; the rest are new. So the same file
/// twice adds nothing, and two equal lines of one file stay two.
pub(super) async fn plan(
    unit: &mut Unit,
    book: &Book,
    entries: &[Entry],
    Placed { form_of_entry, erased, .. }: &Placed,
) -> Result<Plan, StoreError> {
    let mut known = known(unit, book.city, entries).await?;
    let mut plan = Plan {
        contacts: Vec::with_capacity(entries.len()),
        again: Vec::new(),
        accepted: 0,
        persons: BTreeSet::new(),
        form_of_entry: form_of_entry.to_vec(),
    };
    for (position, (entry, &form)) in entries.iter().zip(form_of_entry).enumerate() {
        let person = book.forms[form].person;
        plan.persons.insert(person);
        let before = plan.contacts.len();
        // What may be about somebody who was erased is looked for with them first, and added to them.
        let forms = || erased[position].iter().copied().chain([form]);
        for (service, code) in entry.services.iter().enumerate() {
            let told = forms().find_map(|form| {
                let person = super::person_id(book, book.forms[form].person);
                let key = (person, entry.day, code.clone(), point_key(entry));
                known.get_mut(&key).and_then(VecDeque::pop_front)
            });
            match told {
                Some(contact) => plan.again.push((contact, position)),
                None => {
                    let form = forms().next().unwrap_or(form);
                    plan.contacts.push(Planned { entry: position, form, day: entry.day, service });
                }
            }
        }
        plan.accepted += usize::from(plan.contacts.len() > before);
    }
    Ok(plan)
}

async fn known(
    unit: &mut Unit,
    city: CityCode,
    entries: &[Entry],
) -> Result<HashMap<Key, VecDeque<ContactId>>, StoreError> {
    let mut known: HashMap<Key, VecDeque<ContactId>> = HashMap::new();
    let days = || entries.iter().map(|entry| entry.day);
    if let (Some(first), Some(last)) = (days().min(), days().max()) {
        for row in unit.fetch_all(&sql::KNOWN_CONTACTS, params![city, first, last]).await? {
            let key = (PersonId(row.get(0)?), row.get(1)?, row.get(2)?, row.get(3)?);
            known.entry(key).or_default().push_back(ContactId(row.get(4)?));
        }
    }
    Ok(known)
}

/// A point of access as contacts keep it: two spellings of one name are one point.
fn point_key(entry: &Entry) -> Option<String> {
    entry.point.as_deref().map(text::fold).filter(|point| !point.is_empty())
}

impl Plan {
    /// The months that get new contacts.
    pub(super) fn months(&self) -> BTreeSet<Month> {
        self.contacts.iter().map(|contact| Month::of(contact.day)).collect()
    }

    /// Where each row went.
    pub(super) fn trace(&self, book: &Book, entries: &[Entry]) -> Vec<Trace> {
        let subject = |form: usize| book.persons[book.forms[form].person].subject;
        let rows = entries.iter().zip(&self.form_of_entry);
        rows.map(|(entry, &form)| Trace {
            sheet: entry.sheet.clone(),
            line: entry.line,
            subject: subject(form),
        })
        .collect()
    }
}

/// Writes the plan's contacts, and what the register told again. A row's minutes stand on the first contact it brings: they were written once,
/// and a sum must find them once.
pub(super) async fn insert(
    unit: &mut Unit,
    book: &Book,
    (register, file): (RegisterId, &RegisterFile),
    entries: &[Entry],
    plan: &Plan,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let at = unit.at();
    let mut rows = Vec::with_capacity(plan.contacts.len());
    let mut before = None;
    for contact in &plan.contacts {
        let entry = &entries[contact.entry];
        // The contacts of a row stand side by side in the plan.
        let first_of_row = before.replace(contact.entry) != Some(contact.entry);
        let id = kernel::id::uuid_v7(at, random);
        let note = entry.note.as_ref().filter(|_| !book.forms[contact.form].erased);
        let note = note.map(|note| book.keys.seal_text(CONTACT_NOTE, id, note)).transpose()?;
        rows.push(params![
            id,
            book.city,
            entry.day,
            book.forms[contact.form].id.0,
            &entry.services[contact.service],
            point_key(entry),
            entry.permit.as_ref(),
            entry.modality.as_ref(),
            entry.minutes.filter(|_| first_of_row),
            note,
            register.0,
            file.position(&entry.sheet),
            entry.line,
            at,
        ]);
    }
    unit.insert_many(&sql::INSERT_CONTACTS, rows).await?;
    // Whose register is withdrawn loses only what no other register tells.
    let again = plan.again.iter().map(|(contact, entry)| {
        let entry = &entries[*entry];
        params![contact.0, register.0, file.position(&entry.sheet), entry.line]
    });
    let again: Vec<_> = again.collect();
    unit.insert_many(&sql::INSERT_AGAIN, again).await.map(|_| ())
}
