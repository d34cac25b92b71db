//! Joining rows to persons.

use std::collections::{BTreeSet, HashMap};

use kernel::{Day, Month};
use linkage::{Doubtful, Form, Party, Placement};
use rand::RngCore;
use store::{StoreError, Unit};

use super::contacts::Plan;
use super::erased::Erased;
use crate::people::book::BookForm;
use crate::people::written::{FormKey, key_of};
use crate::people::{Book, FormId, PersonId, decided};
use crate::registers::model::Entry;

/// Where each entry's form is, and which placements are doubtful.
pub(super) struct Placed {
    /// For each entry the position of its form in the book.
    pub form_of_entry: Vec<usize>,
    /// For each entry the positions of the erased forms that it may be about.
    pub erased: Vec<Vec<usize>>,
    /// Pairs of forms, by position, and how probable it is that they are one person.
    pub doubts: Vec<(usize, usize, f64)>,
}

/// What keeping the people moved.
pub(super) struct Kept {
    /// Persons the city did not know.
    pub new_persons: usize,
    /// Months whose facts moved because a known person's attributes did.
    pub months: BTreeSet<Month>,
}

/// Gives every entry a form of the book, and every new form a person: one the city knows, or a new one.
pub(super) async fn place(
    unit: &mut Unit,
    book: &mut Book,
    entries: &[Entry],
    known_as_erased: &Erased,
    random: &mut (dyn RngCore + Send),
) -> Result<Placed, StoreError> {
    let mut new: Vec<(FormKey, Form)> = Vec::new();
    let mut new_by_key: HashMap<FormKey, usize> = HashMap::new();
    let mut where_is = Vec::with_capacity(entries.len());
    let mut erased = Vec::with_capacity(entries.len());
    for entry in entries {
        let form = form_of(entry);
        let key = key_of(&book.keys, &form);
        let of_erased = known_as_erased.of(&key, entry);
        // What an erased form says is not compared with anybody: whoever it names is not to come back.
        let known = book.form(&key).or_else(|| of_erased.first().copied());
        erased.push(of_erased);
        if let Some(position) = known {
            where_is.push(Ok(position));
            continue;
        }
        let position = *new_by_key.entry(key).or_insert_with(|| {
            new.push((key, form));
            new.len() - 1
        });
        new[position].1.rows += 1;
        where_is.push(Err(position));
    }
    let decisions = decided::told(book, &decided::history(unit, book).await?);
    let telling = book.telling();
    let known: Vec<(u64, Form)> = telling
        .iter()
        .map(|form| (book.forms[*form].person as u64, book.forms[*form].form.clone()))
        .collect();
    let forms: Vec<Form> = new.iter().map(|(_, form)| form.clone()).collect();
    let resolution = linkage::resolve(&known, &forms, &decisions);

    let first_new_form = book.forms.len();
    let first_new_person = book.persons.len();
    for ((key, form), placement) in new.into_iter().zip(&resolution.placement) {
        let person = match placement {
            Placement::Known(person) => usize::try_from(*person).unwrap_or(usize::MAX),
            Placement::New(group) => first_new_person + group,
        };
        while book.persons.len() <= person {
            book.add_person(PersonId::new(unit.at(), random));
        }
        book.add_form(BookForm::new(FormId::new(unit.at(), random), person, key, form));
    }
    let form_of_entry =
        where_is.into_iter().map(|found| found.unwrap_or_else(|new| first_new_form + new)).collect();
    let position = |party: Party| match party {
        Party::Known(known) => telling[known],
        Party::Form(new) => first_new_form + new,
    };
    let pair = |doubt: &Doubtful| (position(doubt.a), position(doubt.b), doubt.score.probability);
    let doubts = resolution.doubtful.iter().map(pair).collect();
    Ok(Placed { form_of_entry, erased, doubts })
}

fn form_of(entry: &Entry) -> Form {
    Form {
        surname: entry.surname.clone(),
        given: entry.given.clone(),
        birth: entry.birth,
        gender: entry.gender,
        citizenship: entry.citizenship.clone(),
        rows: 0,
    }
}

/// Writes the persons and forms that the plan's contacts need, and brings the known ones up to date.
pub(super) async fn keep(
    unit: &mut Unit,
    book: &mut Book,
    plan: &Plan,
    key: &[u8],
) -> Result<Kept, StoreError> {
    let mut met: HashMap<usize, Day> = HashMap::new();
    let mut touched = BTreeSet::new();
    for contact in &plan.contacts {
        let form = &mut book.forms[contact.form];
        form.added += 1;
        touched.insert(form.person);
        let day = met.entry(form.person).or_insert(contact.day);
        *day = contact.day.min(*day);
    }
    let months = book.settle(unit, key, &touched, &met).await?;
    book.keep_forms(unit).await?;
    let new_persons = touched.iter().filter(|person| book.persons[**person].new).count();
    Ok(Kept { new_persons, months })
}
