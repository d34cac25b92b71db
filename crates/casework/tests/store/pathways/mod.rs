//! Pathways, stays and results: what is refused, what comes twice, and that every answer is a recount.

mod acts;
pub mod recount;
mod rules;
pub mod steps;

use proptest::prelude::*;
use store::testing::embedded;

use self::acts::{Act, acts, run};
use self::recount::Recount;
use super::SLICES;
use super::installation::Installation;
use super::steps::config;

async fn recounted(house: &mut Installation, acts: &[Act]) -> Result<(), TestCaseError> {
    run(house, acts).await;
    house.live.refresh().await.unwrap();
    let rebuilt = house.rebuilt();
    rebuilt.refresh().await.unwrap();
    is_a_recount(house, &rebuilt).await?;
    let verified = house.reader().await.verify_journal().await;
    prop_assert!(verified.is_ok(), "{verified:?}");
    Ok(())
}

/// Every answer over pathways, stays and results is a recount of the tables; facts read again from nothing say the same:
/// no month was forgotten.
pub async fn is_a_recount(house: &Installation, rebuilt: &mart::Live) -> Result<(), TestCaseError> {
    let recount = Recount::of(house).await;
    for question in recount::questions() {
        let answer = house.live.mart().ask(&question).unwrap();
        prop_assert_eq!(recount.differs(&answer), None);
        prop_assert_eq!(answer.to_json(), rebuilt.mart().ask(&question).unwrap().to_json());
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn pathways_stays_and_results_are_a_recount_of_the_tables(acts in acts(24)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let mut house = Installation::new(embedded(folder.path(), SLICES).await).await;
            let outcome = recounted(&mut house, &acts).await;
            house.store.close().await;
            outcome
        })?;
    }
}
