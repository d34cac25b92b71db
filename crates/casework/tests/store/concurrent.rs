//! Two people at the same city at the same moment.

use casework::people::pairs::PairError;
use linkage::Decision;
use mart::Measure;
use store::testing::each_engine;

use super::SLICES;
use super::installation::{Installation, bari, day};
use super::samples::{HEALTH, LEGAL, in_doubt, row};

#[tokio::test]
async fn a_file_sent_twice_at_once_counts_once() {
    each_engine(SLICES, async |store| {
        let mut one = Installation::with_seed(store.clone(), 1).await;
        let mut other = Installation::with_seed(store, 2).await;
        // Once of people nobody knows, then of people everybody knows; long enough to get in each other's way.
        for start in ["2025-01-01", "2025-06-01"] {
            let days = day(start).iter_days().take(150).map(|day| day.to_string());
            let rows: Vec<_> = days
                .flat_map(|on| {
                    [
                        row("Diop", "Cheikh", "1990-03-04", &on, &[LEGAL]),
                        row("Fall", "Awa", "2001-03-04", &on, &[LEGAL, HEALTH]),
                    ]
                })
                .collect();
            let (first, second) = tokio::join!(one.import(bari(), &rows), other.import(bari(), &rows));
            assert_eq!(first.contacts + second.contacts, 450);
        }
        assert_eq!(one.total(Measure::Contacts).await, 900);
        assert_eq!(one.total(Measure::Persons).await, 2);
        one.reader().await.verify_journal().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn two_leads_decide_once() {
    each_engine(SLICES, async |store| {
        let mut one = Installation::with_seed(store.clone(), 1).await;
        let mut other = Installation::with_seed(store, 2).await;
        one.import(bari(), &in_doubt()).await;
        let pair = one.doubts(bari(), true).await[0].id;
        let (first, second) = tokio::join!(
            one.decide(bari(), pair, Decision::Joined),
            other.decide(bari(), pair, Decision::Separated)
        );
        let refused = |outcome: &Result<(), PairError>| matches!(outcome, Err(PairError::State(_)));
        assert!(refused(&first) != refused(&second), "{first:?} {second:?}");
        let joined = if refused(&second) { 1 } else { 2 };
        assert_eq!(one.total(Measure::Persons).await, joined);
    })
    .await;
}
