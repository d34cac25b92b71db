//! Whatever was imported, joined, separated, undone and withdrawn: an answer is a recount of the tables.

use mart::Question;
use proptest::prelude::*;
use store::testing::embedded;

use super::SLICES;
use super::installation::{Installation, year};
use super::recount::{QUESTIONS, Recount};
use super::steps::{Step, run, steps};

async fn check(steps: &[Step]) -> Result<(), TestCaseError> {
    let folder = tempfile::tempdir().unwrap();
    let mut house = Installation::new(embedded(folder.path(), SLICES).await);
    run(&mut house, steps).await;
    let recount = Recount::of(&house).await;
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
    house.store.close().await;
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn answers_are_a_recount_of_the_tables(steps in steps(12)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(check(&steps))?;
    }
}
