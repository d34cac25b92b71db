//! Registering who comes from another city: as somebody the city knows, or as somebody new.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kernel::{Gender, Month};
use linkage::{Doubtful, Form, Party, Placement};
use rand::RngCore;
use store::{CityKeys, Unit, params};

use super::ReferralError;
use crate::desk::referrals::model::{Parcel, Refusal};
use crate::desk::referrals::sql;
use crate::people::book::{BookForm, keep_for_desk};
use crate::people::written::key_of;
use crate::people::{Book, FormId, PersonId, decided, placing};

/// Who came.
pub(super) struct Arrival {
    pub form: FormId,
    pub person: PersonId,
    pub months: BTreeSet<Month>,
}

/// Registers the person of a parcel with a stated form, in a city that is held. Whether the city knows them is
/// decided as for the rows of a register; a doubt is left for the lead.
pub(super) async fn register(
    unit: &mut Unit,
    keys: &Arc<CityKeys>,
    network: &[u8],
    parcel: &Parcel,
    random: &mut (dyn RngCore + Send),
) -> Result<Arrival, ReferralError> {
    let mut book = Book::load(unit, Arc::clone(keys)).await?;
    let (form, doubts) = place(unit, &mut book, form_of(parcel), random).await?;
    let person = book.forms[form].person;
    let known = &book.persons[person];
    if !known.new {
        let row = unit.fetch_optional(&sql::RESTRICTED, params![keys.city(), known.id.0]).await?;
        if row.map_or(Ok(None), |row| row.get::<Option<i64>>(0))?.is_some() {
            return Err(Refusal::Restricted.into());
        }
    }
    book.state(unit, form).await?;
    // Somebody new is first met today; of somebody known the first day stays.
    let met: HashMap<_, _> = known_day(&book, person, unit).into_iter().collect();
    let months = book.settle(unit, network, &BTreeSet::from([person]), &met).await?;
    book.keep_forms(unit).await?;
    placing::keep_doubts(unit, &book, &doubts, random).await?;
    let (form, person) = (book.forms[form].id, book.persons[person].id);
    keep_for_desk(unit, keys.city(), form).await?;
    Ok(Arrival { form, person, months })
}

fn known_day(book: &Book, person: usize, unit: &Unit) -> Option<(usize, kernel::Day)> {
    book.persons[person].new.then(|| (person, unit.at().day()))
}

fn form_of(parcel: &Parcel) -> Form {
    Form {
        surname: parcel.identity.surname.clone(),
        given: parcel.identity.given.clone(),
        birth: parcel.identity.birth,
        gender: Gender::from_code(&parcel.gender),
        citizenship: parcel.citizenship.clone(),
        rows: 0,
    }
}

/// The position of the form in the book, added to it if the city never saw it, and the doubts of that.
async fn place(
    unit: &mut Unit,
    book: &mut Book,
    form: Form,
    random: &mut (dyn RngCore + Send),
) -> Result<(usize, Vec<placing::Doubt>), ReferralError> {
    let key = key_of(&book.keys, &form);
    if let Some(position) = book.form(&key) {
        return Ok((position, Vec::new()));
    }
    let decisions = decided::told(book, &decided::history(unit, book).await?);
    let telling = book.telling();
    let known: Vec<(u64, Form)> = telling
        .iter()
        .map(|form| (book.forms[*form].person as u64, book.forms[*form].form.clone()))
        .collect();
    // It weighs as one row: somebody was asked once.
    let resolution = linkage::resolve(&known, &[Form { rows: 1, ..form.clone() }], &decisions);
    let found = resolution.placement.first().and_then(|placement| match placement {
        Placement::Known(person) => usize::try_from(*person).ok(),
        Placement::New(_) => None,
    });
    let at = unit.at();
    let person = found.unwrap_or_else(|| book.add_person(PersonId::new(at, &mut *random)));
    let added = book.add_form(BookForm::new(FormId::new(at, &mut *random), person, key, form));
    let position = |party: Party| match party {
        Party::Known(known) => telling[known],
        Party::Form(_) => added,
    };
    let doubt = |doubt: &Doubtful| (position(doubt.a), position(doubt.b), doubt.score.probability);
    Ok((added, resolution.doubtful.iter().map(doubt).collect()))
}
