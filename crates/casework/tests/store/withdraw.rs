//! Withdrawing a register: as if it had never come.

use casework::registers::history::{registers, rejected_waiting};
use casework::registers::model::Entry;
use linkage::Decision;
use mart::Measure;
use store::Store;
use store::testing::each_engine;

use super::SLICES;
use super::installation::{Installation, bari};
use super::samples::{HEALTH, HOUSING, LEGAL, in_doubt, namesake, row};

fn first() -> Vec<Entry> {
    vec![
        row("Fall", "Moussa", "1988-05-06", "2025-02-03", &[LEGAL, HOUSING]),
        row("Diop", "Cheikh", "1990-03-04", "2025-03-10", &[LEGAL]),
        row("Ndiaye", "Awa", "1999-09-09", "2025-03-11", &[HEALTH]),
    ]
}

/// Earlier days, other writings, somebody new, and one that is in doubt with the first file.
fn second() -> Vec<Entry> {
    vec![
        row("Fal", "Moussa", "1988-05-06", "2025-01-02", &[HEALTH]),
        row("Ndiaye", "Awa", "1999-09-10", "2024-12-30", &[HEALTH]),
        row("Ndiaye", "Awa", "1999-09-10", "2024-12-31", &[HEALTH]),
        namesake("1990-03-14", "GM", "2025-03-10", &[LEGAL]),
        row("Keita", "Seydou", "2003-05-04", "2025-04-01", &[LEGAL]),
    ]
}

#[tokio::test]
async fn a_withdrawn_register_leaves_the_state_it_found() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &first()).await;
        let (facts, tables) = (house.facts().await, house.tables().await);
        let second = house.import(bari(), &second()).await;
        assert_eq!(second.doubtful, 1);
        assert_eq!(house.withdraw(bari(), second.register).await, Some(5));
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
        assert!(house.doubts(bari(), true).await.is_empty());
        let newest = &registers(&mut house.reader().await, &house.keys_of(bari()), 1).await.unwrap()[0];
        assert!(newest.withdrawn.is_some());
        house.reader().await.verify_journal().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn so_it_does_after_its_persons_were_joined() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &first()).await;
        let (facts, tables) = (house.facts().await, house.tables().await);
        let second = house.import(bari(), &second()).await;
        let pair = house.doubts(bari(), true).await[0].id;
        house.decide(bari(), pair, Decision::Joined).await.unwrap();
        house.withdraw(bari(), second.register).await.unwrap();
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
        assert!(house.doubts(bari(), false).await.is_empty());
    })
    .await;
}

/// What an installation answers that only ever saw these files.
async fn never_saw(store: Store, files: &[Vec<Entry>]) -> Vec<String> {
    let mut house = Installation::new(store).await;
    for file in files {
        house.import(bari(), file).await;
    }
    house.people().await
}

/// The first file goes although later ones were joined to its people.
#[tokio::test]
async fn the_first_of_two_registers_goes_as_if_it_had_never_come() {
    for joined in [false, true] {
        each_engine(SLICES, async |store| {
            let mut house = Installation::new(store).await;
            let first = house.import(bari(), &first()).await;
            house.import(bari(), &second()).await;
            if joined {
                let pair = house.doubts(bari(), true).await[0].id;
                house.decide(bari(), pair, Decision::Joined).await.unwrap();
            }
            house.withdraw(bari(), first.register).await.unwrap();
            let folder = tempfile::tempdir().unwrap();
            let other = store::testing::embedded(folder.path(), SLICES).await;
            assert_eq!(house.people().await, never_saw(other, &[second()]).await);
        })
        .await;
    }
}

#[tokio::test]
async fn a_register_is_withdrawn_once() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let imported = house.import(bari(), &in_doubt()).await;
        assert_eq!(house.withdraw(bari(), imported.register).await, Some(3));
        let position = house.reader().await.journal_position().await.unwrap();
        assert_eq!(house.withdraw(bari(), imported.register).await, None);
        assert_eq!(house.withdraw(super::installation::latina(), imported.register).await, None);
        assert_eq!(house.reader().await.journal_position().await.unwrap(), position);
        assert_eq!(house.total(Measure::Contacts).await, 0);
        assert!(rejected_waiting(&mut house.reader().await).await.unwrap().is_empty());

        // What was withdrawn can come again, whole.
        let again = house.import(bari(), &in_doubt()).await;
        assert_eq!((again.contacts, again.new_persons, again.doubtful), (3, 2, 1));
    })
    .await;
}

/// A register that held two others' people together, by a decision or by its writing, lets go of them.
#[tokio::test]
async fn people_held_together_by_a_withdrawn_register_part_again() {
    let slip = |entry: Entry| Entry { given: "Chiekh".to_owned(), ..entry };
    let decided = [
        vec![namesake("1990-03-04", "SN", "2025-01-10", &[LEGAL])],
        vec![namesake("1990-03-14", "GM", "2025-02-11", &[HEALTH])],
        vec![slip(namesake("1990-03-14", "GM", "2025-03-12", &[LEGAL]))],
    ];
    let name = |given: &str, on: &str| vec![row("Diop", given, "1990-03-04", on, &[LEGAL])];
    let written =
        [name("Cheikh", "2025-01-10"), name("Cheikh Moussa", "2025-02-11"), name("Moussa", "2025-03-12")];
    for [one, middle, other] in [decided, written] {
        each_engine(SLICES, async |store| {
            let mut house = Installation::new(store).await;
            house.import(bari(), &one).await;
            let register = house.import(bari(), &middle).await.register;
            if let Some(doubt) = house.doubts(bari(), true).await.first() {
                house.decide(bari(), doubt.id, Decision::Joined).await.unwrap();
            }
            house.import(bari(), &other).await;
            assert_eq!(house.total(Measure::Persons).await, 1);
            house.withdraw(bari(), register).await.unwrap();
            let folder = tempfile::tempdir().unwrap();
            let never = store::testing::embedded(folder.path(), SLICES).await;
            let mut never = Installation::new(never).await;
            never.import(bari(), &one).await;
            never.import(bari(), &other).await;
            assert_eq!(never.total(Measure::Persons).await, 2);
            assert_eq!(house.people().await, never.people().await);
            assert_eq!(house.doubts(bari(), true).await.len(), never.doubts(bari(), true).await.len());
        })
        .await;
    }
}

/// A city sends January, then January and February in one file, and withdraws the first.
#[tokio::test]
async fn what_another_register_tells_too_stays() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let january = first();
        let both: Vec<Entry> = january.iter().cloned().chain(second()).collect();
        let one = house.import(bari(), &january).await.register;
        let two = house.import(bari(), &both).await;
        assert_eq!((two.contacts, two.duplicates), (5, 3));
        let three = house.import(bari(), &both).await.register;
        let (facts, tables) = (house.facts().await, house.tables().await);
        for register in [one, two.register] {
            assert_eq!(house.withdraw(bari(), register).await, Some(0));
            assert_eq!(house.facts().await, facts);
            assert_eq!(house.tables().await, tables);
        }
        assert_eq!(house.withdraw(bari(), three).await, Some(9));
        assert_eq!(house.facts().await, Vec::<String>::new());
        assert_eq!(house.tables().await, Vec::<String>::new());
        assert_eq!(house.import(bari(), &january).await.contacts, 4);
    })
    .await;
}

/// Withdrawn, the register that came again leaves nothing behind for the first one's end.
#[tokio::test]
async fn a_withdrawn_register_inherits_nothing() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let one = house.import(bari(), &first()).await.register;
        let two = house.import(bari(), &first()).await.register;
        assert_eq!(house.withdraw(bari(), two).await, Some(0));
        assert_eq!(house.total(Measure::Contacts).await, 4);
        assert_eq!(house.withdraw(bari(), one).await, Some(4));
        assert_eq!(house.total(Measure::Contacts).await, 0);
    })
    .await;
}
