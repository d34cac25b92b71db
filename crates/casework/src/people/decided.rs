//! What was decided in a city, in the order it was decided. A decision can be made on the book, taken back, and
//! made again: so an earlier one is taken back as if it had never been made, whatever was decided since.

use std::collections::BTreeMap;

use linkage::{Decision, Decisions, form_key};
use store::{StoreError, Unit, params};

use super::model::{FormId, PersonId};
use super::pairs::PairId;
use super::{Book, sql};

/// What a decision moved: which forms, from whom; by position in the book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moved {
    pub forms: Vec<usize>,
    pub from: Option<usize>,
}

/// A decision that stands.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    pub id: PairId,
    pub decision: Decision,
    /// The two forms it is on, by position in the book.
    pub forms: [usize; 2],
    pub moved: Moved,
    /// Whether `moved` is not what the database holds.
    mended: bool,
}

/// Makes a decision on the book. A separation inside one person needs another: `spare`, or a new one.
pub(crate) fn make(
    book: &mut Book,
    [a, b]: [usize; 2],
    decision: Decision,
    spare: Option<usize>,
    new_person: &mut dyn FnMut() -> PersonId,
) -> Moved {
    let (person_a, person_b) = (book.forms[a].person, book.forms[b].person);
    let (forms, from, to) = match decision {
        Decision::Joined if person_a != person_b => {
            // The person met first keeps the number.
            let a_first = book.persons[person_a].subject < book.persons[person_b].subject;
            let (kept, gone) = if a_first { (person_a, person_b) } else { (person_b, person_a) };
            (book.forms_of(gone), gone, kept)
        }
        Decision::Separated if person_a == person_b => {
            let to = spare.unwrap_or_else(|| book.add_person(new_person()));
            (vec![b], person_b, to)
        }
        _ => return Moved::default(),
    };
    for &form in &forms {
        book.forms[form].person = to;
    }
    Moved { forms, from: Some(from) }
}

impl Decided {
    /// Puts the forms back that are still where the decision had put them; gives the person they were with.
    fn take_back(&self, book: &mut Book) -> Option<usize> {
        let home = self.moved.from?;
        let sign = self.forms.into_iter().rev().find(|form| self.moved.forms.contains(form))?;
        let to = book.forms[sign].person;
        for &form in &self.moved.forms {
            if book.forms[form].person == to {
                book.forms[form].person = home;
            }
        }
        Some(to)
    }
}

/// Brings the book to where it would be without some decisions, and the others up to that. Gives the persons
/// the dropped ones had moved forms between.
pub(crate) fn drop_decisions(
    book: &mut Book,
    history: &mut Vec<Decided>,
    dropped: impl Fn(&Decided) -> bool,
    new_person: &mut dyn FnMut() -> PersonId,
) -> Vec<usize> {
    let Some(first) = history.iter().position(&dropped) else { return Vec::new() };
    let mut later = history.split_off(first);
    let mut spares: Vec<Option<usize>> = later.iter().rev().map(|decided| decided.take_back(book)).collect();
    let mut concerned = Vec::new();
    for mut decided in later.drain(..) {
        let spare = spares.pop().flatten();
        if dropped(&decided) {
            concerned.extend(spare.into_iter().chain(decided.moved.from));
            continue;
        }
        let moved = make(book, decided.forms, decided.decision, spare, new_person);
        if moved != decided.moved {
            decided.moved = moved;
            decided.mended = true;
        }
        history.push(decided);
    }
    keep_erased(book, new_person);
    concerned
}

/// Whoever was erased stays as they were, whatever is taken back: their forms go nowhere, and nobody who has a name
/// comes to stand with them.
fn keep_erased(book: &mut Book, new_person: &mut dyn FnMut() -> PersonId) {
    let mut instead: BTreeMap<usize, usize> = BTreeMap::new();
    for position in 0..book.forms.len() {
        let (person, home) = (book.forms[position].person, book.forms[position].home);
        if book.forms[position].erased {
            book.forms[position].person = home;
        } else if book.persons[person].erased {
            let other = instead.get(&person).copied();
            let other = other.unwrap_or_else(|| book.add_person(new_person()));
            instead.insert(person, other);
            book.forms[position].person = other;
        }
    }
}

/// Reads what was decided in a city and stands, the oldest first.
pub(crate) async fn history(unit: &mut Unit, book: &Book) -> Result<Vec<Decided>, StoreError> {
    let mut history = Vec::new();
    for row in unit.fetch_all(&sql::DECISIONS, params![book.city]).await? {
        let (a, b) = (book.form_with(FormId(row.get(2)?)), book.form_with(FormId(row.get(3)?)));
        // The foreign keys promise that both forms are there.
        let (Some(a), Some(b)) = (a, b) else { continue };
        let state: String = row.get(1)?;
        let list: Option<String> = row.get(4)?;
        // A form that was moved may be gone since with the register that brought it.
        let ids = list.iter().flat_map(|list| list.split_whitespace()).filter_map(|id| id.parse().ok());
        let forms = ids.filter_map(|id| book.form_with(id)).collect();
        let from = row.get::<Option<uuid::Uuid>>(5)?.and_then(|id| book.person(PersonId(id)));
        history.push(Decided {
            id: PairId(row.get(0)?),
            decision: if state == "joined" { Decision::Joined } else { Decision::Separated },
            forms: [a, b],
            moved: Moved { forms, from },
            mended: false,
        });
    }
    Ok(history)
}

/// What [`linkage::resolve`] needs to know of them.
pub(crate) fn told(book: &Book, history: &[Decided]) -> Decisions {
    let mut decisions = Decisions::default();
    for Decided { forms: [a, b], decision, .. } in history {
        let (a, b) = (&book.forms[*a], &book.forms[*b]);
        // What was erased is compared with nothing any more.
        if !a.erased && !b.erased {
            decisions.add(&form_key(&a.form), &form_key(&b.form), *decision);
        }
    }
    decisions
}

/// Writes what the decisions moved now, where that changed; after [`Book::keep_moves`].
pub(crate) async fn mend(unit: &mut Unit, book: &mut Book, history: &[Decided]) -> Result<(), StoreError> {
    for decided in history.iter().filter(|decided| decided.mended) {
        if let Some(from) = decided.moved.from {
            book.keep_empty(unit, from).await?;
        }
        let (list, from) = written(book, &decided.moved);
        unit.execute(&sql::MEND_DECISION, params![decided.id.0, list, from]).await?;
    }
    Ok(())
}

/// What was moved, as the database keeps it.
pub(crate) fn written(book: &Book, moved: &Moved) -> (String, Option<uuid::Uuid>) {
    let ids: Vec<String> = moved.forms.iter().map(|form| book.forms[*form].id.to_string()).collect();
    (ids.join(" "), moved.from.map(|person| book.persons[person].id.0))
}
