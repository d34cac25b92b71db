//! The same story on both engines gives the same answers, byte for byte.

use std::sync::Mutex;

use mart::Measure;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use store::testing::each_engine;

use super::SLICES;
use super::installation::Installation;
use super::recount::QUESTIONS;
use super::steps::{Step, run, steps};

/// Everything an installation can say after a story: answers, facts, tables, doubts and journal.
async fn told(house: &Installation) -> Vec<String> {
    let mut told = Vec::new();
    for (measure, by) in QUESTIONS.into_iter().chain([(Measure::NetworkPersons, &[][..])]) {
        told.push(house.ask(measure, by).await.to_json());
    }
    told.extend(house.facts().await);
    told.extend(house.tables().await);
    for city in [super::installation::bari(), super::installation::latina()] {
        for open in [true, false] {
            told.push(format!("{:?}", house.doubts(city, open).await));
        }
        told.push(format!("{:?}", house.reader().await.journal(city, 100).await.unwrap()));
    }
    told
}

#[tokio::test]
async fn the_same_story_gives_the_same_bytes() {
    let mut runner = TestRunner::deterministic();
    let stories: Vec<Vec<Step>> =
        (0..6).map(|_| steps(16).new_tree(&mut runner).unwrap().current()).collect();
    for story in stories {
        let engines = Mutex::new(Vec::new());
        each_engine(SLICES, async |store| {
            let mut house = Installation::new(store).await;
            run(&mut house, &story).await;
            let told = told(&house).await;
            engines.lock().unwrap().push(told);
        })
        .await;
        let engines = engines.into_inner().unwrap();
        for other in &engines[1..] {
            assert_eq!(&engines[0], other);
        }
    }
}
