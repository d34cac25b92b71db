//! Registering a person: who they are, and the little more that is needed to go on.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kernel::id::uuid_v7;
use linkage::Form;
use rand::RngCore;
use store::{Entry, params};

use super::super::model::Kind;
use super::super::sql;
use super::{Deed, Desk, WriteError};
use crate::people::book::BookForm;
use crate::people::written::{FormKey, key_of};
use crate::people::{Book, FormId, PersonId, sql as people_sql};

/// A person as they are registered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// Who they are.
    pub form: Form,
    /// What else is known: language, telephone, title of stay, as they are kept.
    pub details: Vec<(Kind, String)>,
}

/// A form of somebody who looks like the person that is registered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Alike {
    /// Which.
    pub form: FormId,
    /// How probable it is that they are one, from 0 to 1.
    pub probability: f64,
}

/// What whoever registers a person says of those who look like them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// None of them is the person: nobody need be asked again.
    Another,
    /// It is not certain: the lead is asked.
    Unsure,
}

impl Desk<'_> {
    /// Registers a person under the identifier that the form was shown with. No contact is made.
    ///
    /// # Errors
    /// [`WriteError`]; nothing is written then.
    pub async fn register(
        &self,
        id: PersonId,
        new: &NewPerson,
        alike: &[Alike],
        verdict: Verdict,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        if deed.is_there(&sql::PERSON_CITY, id.0, WriteError::NotFound).await? {
            return Ok(());
        }
        let (at, today) = (deed.unit.at(), deed.unit.at().day());
        let mut book = Book::of_persons(&mut deed.unit, Arc::clone(&deed.keys), &[]).await?;
        let person = book.add_person(id);
        let form_id = FormId::new(at, random);
        let key = deed.free_key(&new.form, form_id).await?;
        let form = book.add_form(BookForm::new(form_id, person, key, new.form.clone()));
        book.state(&mut deed.unit, form).await?;
        let met = HashMap::from([(person, today)]);
        let months = book.settle(&mut deed.unit, &self.keys.network, &BTreeSet::from([person]), &met).await?;
        book.keep_forms(&mut deed.unit).await?;
        deed.keep_details(form_id, &new.details, random).await?;
        deed.tell_apart(form_id, alike, verdict, random).await?;
        deed.unit
            .record(Entry::new("register_person", format!("person/{id}"), Some(self.city)).moving(months));
        deed.unit.commit().await?;
        Ok(())
    }
}

impl Deed {
    /// The key of a form; where somebody of the city is written so to the letter, one of its own, so that the desk
    /// may know two whom a register cannot tell apart.
    async fn free_key(&mut self, form: &Form, id: FormId) -> Result<FormKey, WriteError> {
        let key = key_of(&self.keys, form);
        let values = params![self.keys.city(), key.to_vec()];
        let taken = self.unit.fetch_optional(&sql::FORM_WITH_KEY, values).await?.is_some();
        Ok(if taken { self.keys.digest("form told apart", &id.to_string()) } else { key })
    }

    async fn keep_details(
        &mut self,
        form: FormId,
        details: &[(Kind, String)],
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), WriteError> {
        let (at, who, city) = (self.unit.at(), self.unit.actor().0.clone(), self.keys.city());
        let mut rows = Vec::new();
        for (kind, value) in details {
            let id = uuid_v7(at, random);
            rows.push(params![
                id,
                city,
                form.0,
                kind.code(),
                self.keys.seal_text(sql::DETAIL_VALUE, id, value)?,
                None::<&str>,
                at.day(),
                None::<kernel::Day>,
                at,
                &who,
            ]);
        }
        self.unit.insert_many(&sql::INSERT_DETAILS, rows).await?;
        Ok(())
    }

    /// Keeps what was said of those who look alike, as a decision of the lead would be kept or asked for.
    async fn tell_apart(
        &mut self,
        form: FormId,
        alike: &[Alike],
        verdict: Verdict,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), WriteError> {
        let (at, who, city) = (self.unit.at(), self.unit.actor().0.clone(), self.keys.city());
        for Alike { form: other, probability } in alike {
            let id = uuid_v7(at, random);
            let (a, b) = if form < *other { (form, *other) } else { (*other, form) };
            match verdict {
                Verdict::Another => {
                    let values =
                        params![id, city, a.0, b.0, *probability, "separated", at, at, &who, String::new()];
                    self.unit.execute(&sql::INSERT_DECIDED_PAIR, values).await?;
                }
                Verdict::Unsure => {
                    let row = params![id, city, a.0, b.0, *probability, "open", at];
                    self.unit.insert_many(&people_sql::INSERT_PAIRS, [row]).await?;
                }
            }
        }
        Ok(())
    }
}
