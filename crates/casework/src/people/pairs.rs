//! Doubtful pairs: two forms that may be one person. The lead joins or separates them, and can undo.

use std::collections::{BTreeSet, HashMap};

use kernel::{CityCode, Clock, Day, Month, typed_id};
use linkage::Decision;
use rand::RngCore;
use store::keys::Keys;
use store::{Actor, Entry, Store, StoreError, Unit, params};

use super::model::{FormId, PersonId};
use super::{Book, sql};

typed_id!(
    /// Two forms that may be one person.
    PairId
);

/// What can go wrong with a pair.
#[derive(Debug, thiserror::Error)]
pub enum PairError {
    /// The city has no such pair.
    #[error("there is no such pair in this city")]
    NotFound,
    /// Somebody was quicker, or it was not decided yet.
    #[error("this pair is already {0}: look at it again before deciding")]
    State(String),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A pair as it stands.
struct Pair {
    state: String,
    moved: Vec<FormId>,
    moved_from: Option<PersonId>,
    person_a: PersonId,
    form_b: FormId,
    person_b: PersonId,
}

/// Deciding on pairs of a city.
pub struct Decider<'a> {
    /// The database.
    pub store: &'a Store,
    /// The installation's keys.
    pub keys: &'a Keys,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who decides.
    pub actor: &'a Actor,
}

impl Decider<'_> {
    /// Joins or separates the two sides of a pair that waits. The numbers follow at once.
    ///
    /// # Errors
    /// [`PairError::NotFound`], [`PairError::State`] when it does not wait any more; nothing is changed then.
    pub async fn decide(
        &self,
        city: CityCode,
        id: PairId,
        decision: Decision,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), PairError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        let pair = load(&mut unit, city, id).await?;
        if pair.state != "open" {
            return Err(PairError::State(pair.state));
        }
        let mut book = Book::of_persons(&mut unit, city, &both(&pair)).await?;
        let (moved, from, to) = match decision {
            Decision::Joined if pair.person_a == pair.person_b => (vec![], None, pair.person_a),
            Decision::Joined => {
                // The person met first keeps the number.
                let subject = |id| book.person(id).map(|position| book.persons[position].subject);
                let (kept, gone) = if subject(pair.person_a) < subject(pair.person_b) {
                    (pair.person_a, pair.person_b)
                } else {
                    (pair.person_b, pair.person_a)
                };
                (forms_of(&book, gone), Some(gone), kept)
            }
            Decision::Separated if pair.person_a != pair.person_b => (vec![], None, pair.person_a),
            Decision::Separated => {
                let person = PersonId::new(unit.at(), random);
                book.add_person(person, Book::next_subject(&mut unit, city).await?);
                (vec![pair.form_b], Some(pair.person_b), person)
            }
        };
        let months = self.move_forms(&mut unit, &mut book, &moved, to).await?;
        let (at, who) = (unit.at(), unit.actor().0.clone());
        let state = if decision == Decision::Joined { "joined" } else { "separated" };
        let list = moved.iter().map(FormId::to_string).collect::<Vec<_>>().join(" ");
        unit.execute(&sql::DECIDE_PAIR, params![id.0, state, at, who, list, from.map(|from| from.0)]).await?;
        let action = if decision == Decision::Joined { "join" } else { "separate" };
        unit.record(Entry::new(action, format!("pair/{id}"), Some(city)).moving(months));
        unit.commit().await?;
        Ok(())
    }

    /// Takes a decision back: the pair waits again and every form is where it was.
    ///
    /// # Errors
    /// [`PairError::NotFound`], [`PairError::State`] when it was not decided; nothing is changed then.
    pub async fn undo(&self, city: CityCode, id: PairId) -> Result<(), PairError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        let pair = load(&mut unit, city, id).await?;
        if pair.state == "open" {
            return Err(PairError::State(pair.state));
        }
        let mut months = BTreeSet::new();
        if let Some(home) = pair.moved_from {
            let mut persons = both(&pair);
            persons.push(home);
            persons.dedup();
            let mut book = Book::of_persons(&mut unit, city, &persons).await?;
            months = self.move_forms(&mut unit, &mut book, &pair.moved, home).await?;
        }
        unit.execute(
            &sql::DECIDE_PAIR,
            params![id.0, "open", None::<i64>, None::<&str>, None::<&str>, None::<uuid::Uuid>],
        )
        .await?;
        unit.record(Entry::new("undo", format!("pair/{id}"), Some(city)).moving(months));
        unit.commit().await?;
        Ok(())
    }

    /// Moves forms to a person of the book and settles everybody concerned. Gives the months that moved.
    async fn move_forms(
        &self,
        unit: &mut Unit,
        book: &mut Book,
        moved: &[FormId],
        to: PersonId,
    ) -> Result<BTreeSet<Month>, StoreError> {
        let mut months = BTreeSet::new();
        let Some(to) = book.person(to) else { return Ok(months) };
        let mut touched = BTreeSet::new();
        let mut first_met: HashMap<usize, Day> = HashMap::new();
        for position in 0..book.forms.len() {
            let form = &book.forms[position];
            if !moved.contains(&form.id) || form.person == to {
                continue;
            }
            let (from, id) = (form.person, form.id);
            for row in unit.fetch_all(&sql::DAYS_OF_FORM, params![id.0]).await? {
                let day: Day = row.get(0)?;
                months.insert(Month::of(day));
                let first = first_met.entry(to).or_insert(day);
                *first = day.min(*first);
            }
            book.forms[position].person = to;
            touched.extend([from, to]);
        }
        // A new person must be there before a form can point to them.
        if book.persons[to].new {
            months.extend(book.settle(unit, &self.keys.network, &BTreeSet::from([to]), &first_met).await?);
            book.persons[to].new = false;
        }
        let to_id = book.persons[to].id;
        for form in book.forms.iter().filter(|form| moved.contains(&form.id) && form.person == to) {
            unit.execute(&sql::MOVE_FORM, params![form.id.0, to_id.0]).await?;
        }
        months.extend(book.settle(unit, &self.keys.network, &touched, &HashMap::new()).await?);
        Ok(months)
    }
}

fn both(pair: &Pair) -> Vec<PersonId> {
    let mut both = vec![pair.person_a, pair.person_b];
    both.dedup();
    both
}

fn forms_of(book: &Book, person: PersonId) -> Vec<FormId> {
    let position = book.person(person);
    book.forms.iter().filter(|form| Some(form.person) == position).map(|form| form.id).collect()
}

async fn load(unit: &mut Unit, city: CityCode, id: PairId) -> Result<Pair, PairError> {
    let row = unit.fetch_optional(&sql::PAIR, params![id.0, city]).await?.ok_or(PairError::NotFound)?;
    let moved: Option<String> = row.get(1)?;
    Ok(Pair {
        state: row.get(0)?,
        moved: moved.unwrap_or_default().split_whitespace().filter_map(|id| id.parse().ok()).collect(),
        moved_from: row.get::<Option<uuid::Uuid>>(2)?.map(PersonId),
        person_a: PersonId(row.get(3)?),
        form_b: FormId(row.get(4)?),
        person_b: PersonId(row.get(5)?),
    })
}
