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

/// SQLite has no figures of how many rows a city has: a statement about one person must leave it no other way.
#[tokio::test]
async fn what_is_read_of_one_person_is_found_by_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), SLICES).await;
    let all = SLICES.iter().flat_map(|slice| slice.statements).copied().flatten();
    let of_person: Vec<_> = all.filter(|statement| statement.0.contains("f.city = $1 and")).collect();
    assert!(of_person.len() > 20, "{}", of_person.len());
    let mut wide = Vec::new();
    for statement in of_person {
        let plan = format!("explain query plan {}", statement.0).leak();
        let rows =
            store.reader().await.unwrap().fetch_all(&store::Statement(plan), store::params![]).await.unwrap();
        let steps: Vec<String> = rows.iter().map(|row| row.get(3).unwrap()).collect();
        let whole = steps.iter().find(|step| step.starts_with("SCAN") || step.contains("(city=?)"));
        wide.extend(whole.map(|step| format!("{step}: {}", statement.0)));
    }
    assert!(wide.is_empty(), "{}", wide.join("\n"));
}
