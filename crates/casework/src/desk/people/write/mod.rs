//! Writing what the desk knows of people. Each deed is one unit of work, done once for each form that is sent, however
//! often it arrives: the form carries the identifier of what it will write.

mod attachment;
mod details;
mod household;
mod merge;
mod rectification;
mod registration;

use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::{CityCode, Clock, Day, Month};
use store::keys::Keys;
use store::{Actor, Store, StoreError, Unit, Vault, params};

use super::read::Standing;
use super::sql;
use crate::desk::deed::Deed;
use crate::desk::hanging;
use crate::people::book::keep_for_desk;
use crate::people::{Book, FormId, PersonId};

pub use attachment::NewFile;
pub(crate) use attachment::attach_in;
pub use details::NewDetail;
pub(crate) use details::tell_in;
pub use household::{Joining, Which};
pub use merge::Merged;
pub use registration::{Alike, NewPerson, Verdict};

/// What writing needs.
#[derive(Clone, Copy)]
pub struct Desk<'a> {
    /// The database.
    pub store: &'a Store,
    /// The installation's keys.
    pub keys: &'a Keys,
    /// The cities' keys.
    pub vault: &'a Vault,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who writes.
    pub actor: &'a Actor,
    /// The city of whoever writes.
    pub city: CityCode,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The city has no such person, or nothing with this identifier.
    #[error("there is nothing of this kind in this city")]
    NotFound,
    /// The person asked that their data be kept and not used.
    #[error("the data of this person are restricted: they may be read and not changed")]
    Restricted,
    /// Somebody else of the city is written so, to the letter.
    #[error("somebody else of this city has exactly this name, birth date, gender and citizenship")]
    SomebodyElse(PersonId),
    /// The person is in another household on these days.
    #[error("the person is in household {number} from {since}: end that first")]
    InHousehold {
        /// The number of that household.
        number: u32,
        /// Since when.
        since: Day,
    },
    /// A day that cannot be right beside the others.
    #[error("the last day would be before the first, {since}")]
    Backwards {
        /// The first day.
        since: Day,
    },
    /// The two are one person already, or were taken apart since: nothing to do.
    #[error("this was decided in the meantime: look at it again")]
    Meanwhile,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl Desk<'_> {
    async fn begin(&self) -> Result<Deed, StoreError> {
        Deed::begin(self.store, self.vault, self.clock, self.actor, self.city).await
    }
}

impl Deed {
    /// The pages of some persons, all of whom must be the city's and open to be written about.
    async fn book(&mut self, persons: &[PersonId]) -> Result<Book, WriteError> {
        for person in persons {
            let values = params![self.keys.city(), person.0];
            let row = self.unit.fetch_optional(&sql::STANDING, values).await?.ok_or(WriteError::NotFound)?;
            match Standing::read(&row)? {
                Standing::Open => {}
                Standing::Restricted { .. } => return Err(WriteError::Restricted),
                Standing::Erased => return Err(WriteError::NotFound),
            }
        }
        Ok(Book::of_persons(&mut self.unit, Arc::clone(&self.keys), persons).await?)
    }

    /// The form that what is recorded of a person hangs on, kept from now on for its sake.
    async fn form(&mut self, person: PersonId) -> Result<FormId, WriteError> {
        let book = self.book(&[person]).await?;
        // Who has no form is nobody any more.
        let position = hanging_form(&book, 0).ok_or(WriteError::NotFound)?;
        let form = book.forms[position].id;
        keep_for_desk(&mut self.unit, self.keys.city(), form).await?;
        Ok(form)
    }
}

/// The months of a person's facts between two days: what moves with what is known of them on those days.
async fn months(
    unit: &mut Unit,
    person: PersonId,
    since: Day,
    until: Option<Day>,
) -> Result<BTreeSet<Month>, StoreError> {
    let mut months = hanging::all_months_of_person(unit, person).await?;
    let (first, last) = (Month::of(since), until.map(Month::of));
    months.retain(|month| *month >= first && last.is_none_or(|last| *month <= last));
    Ok(months)
}

/// The form of a person of the book that what is recorded of them hangs on: the one the desk stated last, else the
/// one written most often; an erased one never.
fn hanging_form(book: &Book, person: usize) -> Option<usize> {
    let forms = book.forms_of(person).into_iter().filter(|form| !book.forms[*form].erased);
    forms.max_by_key(|form| {
        let form = &book.forms[*form];
        (form.stated_at, form.times(), std::cmp::Reverse(form.id))
    })
}
