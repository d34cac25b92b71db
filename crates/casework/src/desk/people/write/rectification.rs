//! Writing a person down anew: what the desk states stands before what was written so far, which is kept.

use std::collections::{BTreeSet, HashMap};

use linkage::Form;
use rand::RngCore;
use store::{Entry, params};

use super::super::read::RectificationId;
use super::super::sql;
use super::{Desk, WriteError};
use crate::people::book::BookForm;
use crate::people::written::key_of;
use crate::people::{FormId, PersonId};

impl Desk<'_> {
    /// States who a person is, with a reason.
    ///
    /// # Errors
    /// [`WriteError::SomebodyElse`] where another person is written so to the letter; nothing is written then.
    pub async fn rectify(
        &self,
        id: RectificationId,
        person: PersonId,
        stated: &Form,
        reason: &str,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), WriteError> {
        let mut deed = self.begin().await?;
        if deed.is_there(&sql::RECTIFICATION_CITY, id.0, WriteError::NotFound).await? {
            return Ok(());
        }
        let mut book = deed.book(&[person]).await?;
        let (at, who) = (deed.unit.at(), deed.unit.actor().0.clone());
        let key = key_of(&deed.keys, stated);
        let form = match book.form(&key) {
            Some(form) => {
                // The same words may be written otherwise: the new writing is the one that stands.
                book.rewrite(&mut deed.unit, form, stated).await?;
                form
            }
            None => {
                let values = params![self.city, key.to_vec()];
                if let Some(row) = deed.unit.fetch_optional(&sql::FORM_WITH_KEY, values).await? {
                    return Err(WriteError::SomebodyElse(PersonId(row.get(1)?)));
                }
                book.add_form(BookForm::new(FormId::new(at, random), 0, key, stated.clone()))
            }
        };
        book.state(&mut deed.unit, form).await?;
        let (touched, met) = (BTreeSet::from([0]), HashMap::new());
        let months = book.settle(&mut deed.unit, &self.keys.network, &touched, &met).await?;
        book.keep_forms(&mut deed.unit).await?;
        let sealed = deed.keys.seal_text(sql::RECTIFICATION_REASON, id.0, reason)?;
        let entry = Entry::new("rectify", format!("person/{person}"), Some(self.city)).moving(months);
        deed.unit.record(entry.changing(None, Some(&sealed)));
        let values = params![id.0, self.city, book.forms[form].id.0, sealed, at, who];
        deed.unit.execute(&sql::INSERT_RECTIFICATION, values).await?;
        deed.unit.commit().await?;
        Ok(())
    }
}
