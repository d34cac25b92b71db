//! Giving forms their persons a second time, where what held them is gone; and the doubts that placing leaves.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Timestamp;
use linkage::{Decisions, Doubtful, Form, Party, Placement};
use rand::RngCore;
use store::{StoreError, Unit, params};

use super::book::BookForm;
use super::{Book, PersonId, sql};

/// Two forms by position in the book, and how probable it is that they are one person.
pub(crate) type Doubt = (usize, usize, f64);

/// Places forms of the book as if they came only now. A group that finds nobody stays with the person it was
/// with if nobody else is left there, and becomes a new person otherwise.
pub(crate) fn place_again(
    book: &mut Book,
    forms: &BTreeSet<usize>,
    decisions: &Decisions,
    at: Timestamp,
    random: &mut dyn RngCore,
) -> Vec<Doubt> {
    if forms.is_empty() {
        return Vec::new();
    }
    let others: Vec<usize> = book.telling().into_iter().filter(|form| !forms.contains(form)).collect();
    let known: Vec<(u64, Form)> =
        others.iter().map(|form| (book.forms[*form].person as u64, book.forms[*form].counted())).collect();
    let again: Vec<usize> = forms.iter().copied().collect();
    let new: Vec<Form> = again.iter().map(|form| book.forms[*form].counted()).collect();
    let resolution = linkage::resolve(&known, &new, decisions);

    let mut taken: BTreeSet<usize> = others.iter().map(|form| book.forms[*form].person).collect();
    let mut person_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (&form, placement) in again.iter().zip(&resolution.placement) {
        let person = match placement {
            Placement::Known(person) => usize::try_from(*person).unwrap_or(usize::MAX),
            Placement::New(group) => *person_of.entry(*group).or_insert_with(|| {
                let before = book.forms[form].person;
                if taken.insert(before) { before } else { book.add_person(PersonId::new(at, &mut *random)) }
            }),
        };
        book.forms[form].person = person;
    }
    let position = |party: Party| match party {
        Party::Known(known) => others[known],
        Party::Form(new) => again[new],
    };
    let doubt = |doubt: &Doubtful| (position(doubt.a), position(doubt.b), doubt.score.probability);
    resolution.doubtful.iter().map(doubt).collect()
}

/// Writes the pairs that wait for the lead. Gives how many.
pub(crate) async fn keep_doubts(
    unit: &mut Unit,
    book: &Book,
    doubts: &[Doubt],
    random: &mut (dyn RngCore + Send),
) -> Result<usize, StoreError> {
    let (at, city) = (unit.at(), book.city);
    // A form whose rows were all known already is not kept, so neither is its doubt.
    let kept = |form: &BookForm| !form.new || form.stands();
    let rows: Vec<_> = doubts
        .iter()
        .map(|(a, b, probability)| (&book.forms[*a], &book.forms[*b], *probability))
        .filter(|(a, b, _)| kept(a) && kept(b))
        .map(|(a, b, probability)| {
            let (a, b) = if a.id < b.id { (a.id, b.id) } else { (b.id, a.id) };
            params![kernel::id::uuid_v7(at, random), city, a.0, b.0, probability, "open", at]
        })
        .collect();
    let added = unit.insert_many(&sql::INSERT_PAIRS, rows).await?;
    Ok(usize::try_from(added).unwrap_or(usize::MAX))
}
