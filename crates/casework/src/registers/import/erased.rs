//! People who were erased, as a register may still name them. What it tells of days up to the erasure counts under
//! the erased form and brings no name back; what it tells of later days is about somebody who came again.

use std::collections::HashMap;

use kernel::Day;
use store::{StoreError, Unit, params};

use crate::desk::rights::sql;
use crate::people::written::FormKey;
use crate::people::{Book, FormId};
use crate::registers::file::RegisterFile;
use crate::registers::model::Entry;

/// What is left of erased forms, to know them by.
#[derive(Debug, Default)]
pub(super) struct Erased {
    /// Forms by the key they had, with the day they were erased.
    by_key: HashMap<FormKey, Vec<(usize, Day)>>,
    /// Forms by the place in a file that was brought before, to the byte: so even a spelling that was never kept,
    /// because its contact was known already, brings nobody back.
    by_line: HashMap<(String, u32), Vec<usize>>,
}

impl Erased {
    /// Those of a city that a file may be about.
    pub(super) async fn load(
        unit: &mut Unit,
        book: &Book,
        sha256: &[u8; 32],
        file: &RegisterFile,
    ) -> Result<Self, StoreError> {
        let mut erased = Self::default();
        for row in unit.fetch_all(&sql::ERASED_KEYS, params![book.city]).await? {
            if let Some(form) = book.form_with(FormId(row.get(1)?)) {
                erased.by_key.entry(row.digest(0)?).or_default().push((form, row.get(2)?));
            }
        }
        if erased.by_key.is_empty() {
            return Ok(erased);
        }
        for row in unit.fetch_all(&sql::ERASED_LINES, params![book.city, &sha256[..]]).await? {
            if let Some(form) = book.form_with(FormId(row.get(2)?)) {
                let line = (file.sheet(row.count(0)?).to_owned(), row.count(1)?);
                let forms = erased.by_line.entry(line).or_default();
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
        Ok(erased)
    }

    /// The forms that a row may be about, by position in the book.
    pub(super) fn of(&self, key: &FormKey, entry: &Entry) -> Vec<usize> {
        let mut forms: Vec<usize> = self
            .by_key
            .get(key)
            .into_iter()
            .flatten()
            .filter(|(_, until)| entry.day <= *until)
            .map(|(form, _)| *form)
            .collect();
        if !self.by_line.is_empty()
            && let Some(of_line) = self.by_line.get(&(entry.sheet.clone(), entry.line))
        {
            forms.extend(of_line);
        }
        forms
    }
}
