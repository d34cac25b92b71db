//! Whatever was imported, joined, separated, undone and withdrawn: an answer is a recount of the tables, and
//! what is taken back leaves no trace.

use casework::registers::model::Entry;
use linkage::Decision;
use mart::Question;
use proptest::prelude::*;
use store::testing::embedded;

use super::SLICES;
use super::installation::{Installation, bari, year};
use super::recount::{QUESTIONS, Recount};
use super::steps::{Line, Step, config, rows, run, steps, steps_that_erase};

/// Runs a test on an installation of its own.
pub fn at_rest<T>(test: impl AsyncFn(&mut Installation) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let folder = tempfile::tempdir().unwrap();
        let mut house = Installation::new(embedded(folder.path(), SLICES).await).await;
        let outcome = test(&mut house).await;
        house.store.close().await;
        outcome
    })
}

fn entries(lines: &[Line]) -> Vec<Entry> {
    lines.iter().map(|line| line.0.clone()).collect()
}

async fn recounted(house: &mut Installation, steps: &[Step]) -> Result<(), TestCaseError> {
    run(house, steps).await;
    let recount = Recount::of(house).await;
    let rebuilt = house.rebuilt();
    rebuilt.refresh().await.unwrap();
    for (measure, by) in QUESTIONS {
        let answer = house.ask(measure, by).await;
        prop_assert_eq!(recount.differs(&answer), None);
        let question = Question::new(measure, year()).by(by.iter().copied());
        prop_assert_eq!(answer.to_json(), rebuilt.mart().ask(&question).unwrap().to_json());
    }
    let verified = house.reader().await.verify_journal().await;
    prop_assert!(verified.is_ok(), "{verified:?}");
    Ok(())
}

async fn state(house: &Installation) -> (Vec<String>, Vec<String>, usize) {
    (house.facts().await, house.tables().await, house.doubts(bari(), true).await.len())
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn answers_are_a_recount_of_the_tables(steps in steps(12)) {
        at_rest(async |house| recounted(house, &steps).await)?;
    }

    #[test]
    fn answers_are_a_recount_of_the_tables_when_people_are_erased(steps in steps_that_erase(8)) {
        at_rest(async |house| recounted(house, &steps).await)?;
    }

    #[test]
    fn a_register_that_comes_and_goes_leaves_no_trace(steps in steps(8), rows in rows(8)) {
        at_rest(async |house| {
            run(house, &steps).await;
            let before = state(house).await;
            let known: Vec<_> = house.doubts(bari(), true).await.iter().map(|doubt| doubt.id).collect();
            let register = house.import(bari(), &entries(&rows)).await.register;
            // What is decided on its people goes with them.
            if let Some(doubt) = house.doubts(bari(), true).await.iter().find(|doubt| !known.contains(&doubt.id)) {
                house.decide(bari(), doubt.id, Decision::Joined).await.unwrap();
            }
            house.withdraw(bari(), register).await.unwrap();
            prop_assert_eq!(state(house).await, before);
            Ok(())
        })?;
    }

    #[test]
    fn decisions_taken_back_in_any_order_leave_no_trace(
        files in prop::collection::vec(rows(10), 1..4),
        choices in prop::collection::vec((any::<prop::sample::Index>(), any::<bool>()), 1..7),
        back in prop::collection::vec(any::<prop::sample::Index>(), 7),
    ) {
        at_rest(async |house| {
            for file in &files {
                house.import(bari(), &entries(file)).await;
            }
            let before = state(house).await;
            let mut decided = Vec::new();
            for (choice, joined) in &choices {
                let open = house.doubts(bari(), true).await;
                if !open.is_empty() {
                    let decision = if *joined { Decision::Joined } else { Decision::Separated };
                    decided.push(choice.get(&open).id);
                    house.decide(bari(), choice.get(&open).id, decision).await.unwrap();
                }
            }
            for choice in &back {
                if !decided.is_empty() {
                    house.undo(bari(), decided.remove(choice.index(decided.len()))).await.unwrap();
                }
            }
            prop_assert_eq!(state(house).await, before);
            Ok(())
        })?;
    }
}
