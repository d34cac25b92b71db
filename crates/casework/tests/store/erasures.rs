//! Erasing somebody: no answer moves, and nothing that names them is left.

use std::sync::Arc;

use casework::desk::rights::model::{Ground, RequestId};
use casework::desk::rights::write::{Erasure, Rights, RightsError};
use casework::people::PersonId;
use kernel::CityCode;
use mart::{Dimension, Measure, Question};
use store::{Actor, Statement, params};

use super::installation::{Installation, year};
use super::recount::QUESTIONS;

const PERSONS: Statement =
    Statement("select distinct person from form where city = $1 and identity is not null order by person");
const NAMED: Statement = Statement(
    "select count(*) from form f join person p on p.id = f.person where p.erased_at is not null \
     and (f.identity is not null or p.birth is not null)",
);

/// What else is asked before and after. Persons in the network are not: whoever is erased leaves the estimate of
/// weights too, so others may be counted otherwise (ADR 54; `linking` holds that to a run from nothing).
const MORE: [(Measure, &[Dimension]); 7] = [
    (Measure::InCharge, &[Dimension::Gender]),
    (Measure::Stays, &[Dimension::Point]),
    (Measure::Outcomes, &[Dimension::Outcome]),
    (Measure::OutcomePersons, &[Dimension::Age]),
    (Measure::Households, &[Dimension::Month]),
    (Measure::Contacts, &[Dimension::Permit]),
    (Measure::Persons, &[Dimension::Citizenship, Dimension::Month]),
];

impl Installation {
    /// Somebody of a city who has a name, by their place among those there.
    pub async fn nth_person(&self, city: CityCode, number: usize) -> Option<PersonId> {
        let rows = self.reader().await.fetch_all(&PERSONS, params![city]).await.unwrap();
        let at = number.checked_rem(rows.len())?;
        Some(PersonId(rows[at].get(0).unwrap()))
    }

    pub async fn erase(&mut self, city: CityCode, person: PersonId) -> Result<(), RightsError> {
        self.clock.advance(1_000_000);
        let id = RequestId(kernel::id::uuid_v7(kernel::Clock::now(&self.clock), &mut self.random));
        let Self { store, vault, clock, .. } = &*self;
        let actor = Actor("referente".to_owned());
        let rights = Rights { store, vault, clock, actor: &actor, city };
        rights.erase(&Erasure { id, person, ground: Ground::Consent }).await
    }

    /// Whatever is asked, as it is answered now: by facts that were followed, and by facts read from nothing.
    async fn answered(&self) -> Vec<String> {
        self.live.refresh().await.unwrap();
        let anew = Arc::new(self.rebuilt());
        anew.refresh().await.unwrap();
        let mut answers = Vec::new();
        for (measure, by) in QUESTIONS.iter().chain(&MORE) {
            let question = Question::new(*measure, year()).by(by.iter().copied());
            for live in [&self.live, &*anew] {
                let answer = live.mart().ask(&question).unwrap();
                answers.push(format!("{measure} by {by:?}: {:?} {:?}", answer.cells, answer.total));
            }
        }
        answers
    }

    /// Erases somebody, or is told that something of theirs goes on; either way no answer moves.
    pub async fn erase_in_peace(&mut self, city: CityCode, person: PersonId) {
        let before = self.answered().await;
        match self.erase(city, person).await {
            Ok(()) | Err(RightsError::GoingOn(_)) => {}
            Err(error) => panic!("{error}"),
        }
        assert_eq!(self.answered().await, before);
        self.nobody_erased_is_named().await;
    }

    /// Whoever was erased has no name, whatever was taken back since.
    pub async fn nobody_erased_is_named(&self) {
        let row = self.reader().await.fetch_optional(&NAMED, params![]).await.unwrap().unwrap();
        assert_eq!(row.count(0).unwrap(), 0);
    }
}
