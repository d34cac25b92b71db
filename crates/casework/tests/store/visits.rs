//! Contacts at the desk among registers: whatever is recorded, corrected, taken back, imported and withdrawn, in any
//! order, every answer is what counting by hand says.
//!
//! What is said of one person, day, service and point counts as often as whoever says it most often says it: the desk,
//! or one of the registers. The count by hand knows nothing else.

mod by_hand;
pub mod deeds;
mod house;

use casework::desk::contacts::record::{RecordError, Recorder, Sending};
use casework::desk::contacts::row::VisitId;
use casework::people::PersonId;
use proptest::prelude::*;
use store::{Actor, Statement, params};
use uuid::Uuid;

use self::deeds::{What, deeds, draft, what};
use self::house::House;
use super::installation::{Installation, bari};
use super::recount::{QUESTIONS, Recount};
use super::sequences::at_rest;
use super::steps::{Step, config, run, steps};

const PERSONS_MET: Statement = Statement("select distinct person from form where times > 0 order by person");

/// Visits of whoever the city knows, among people who are easily taken for one another.
async fn among_confusing_people(
    house: &mut Installation,
    parts: &[(Vec<Step>, usize, What)],
) -> Result<(), TestCaseError> {
    let actor = Actor("sportello".to_owned());
    let mut number = 0;
    for (steps, person, what) in parts {
        run(house, steps).await;
        let mut reader = house.reader().await;
        let rows = reader.fetch_all(&PERSONS_MET, params![]).await.unwrap();
        drop(reader);
        let Some(row) = rows.get(person % rows.len().max(1)) else { continue };
        number += 1;
        let id = VisitId(Uuid::from_u128(number));
        house.clock.advance(1_000_000);
        let Installation { store, keys, vault, clock, random, .. } = &mut *house;
        let recorder = Recorder { store, keys, vault, clock, actor: &actor };
        let sending = Sending { city: bari(), id, said: id.to_string() };
        let person = PersonId(row.get(0).unwrap());
        match recorder.person(&sending, person, &draft(what), true, random).await {
            // People of the other city are not this one's.
            Ok(_) | Err(RecordError::NotFound) => {}
            Err(other) => panic!("{other}"),
        }
    }
    let recount = Recount::of(house).await;
    for (measure, by) in QUESTIONS {
        prop_assert_eq!(recount.differs(&house.ask(measure, by).await), None);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn every_answer_is_what_counting_by_hand_says(deeds in deeds(16)) {
        at_rest(async |house| {
            let mut house = House::begin(house).await;
            for deed in &deeds {
                house.act(deed).await;
            }
            house.compare().await
        })?;
    }

    #[test]
    fn visits_count_under_whoever_the_person_is_now(
        parts in prop::collection::vec((steps(6), 0..8_usize, what()), 1..4),
    ) {
        at_rest(async |house| among_confusing_people(house, &parts).await)?;
    }
}
