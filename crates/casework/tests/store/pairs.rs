//! Doubtful pairs: joining, separating, undoing.

use casework::people::doubts::Doubt;
use casework::people::pairs::PairError;
use casework::registers::model::Entry;
use linkage::Decision;
use mart::{Dimension, Measure};
use store::testing::each_engine;

use super::SLICES;
use super::installation::{Installation, bari, latina};
use super::samples::{HOUSING, LEGAL, in_doubt, namesake};

#[tokio::test]
async fn joining_makes_one_person_and_undo_restores_everything() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let imported = house.import(bari(), &in_doubt()).await;
        assert_eq!((imported.new_persons, imported.doubtful), (2, 1));
        let (facts, tables) = (house.facts().await, house.tables().await);
        assert_eq!(house.total(Measure::Persons).await, 2);
        let doubt = &house.doubts(bari(), true).await[0];
        assert!(doubt.probability > 0.3 && doubt.probability < 1.0);
        assert_ne!(doubt.sides[0].person, doubt.sides[1].person);

        house.decide(bari(), doubt.id, Decision::Joined).await.unwrap();
        assert_eq!(house.total(Measure::Persons).await, 1);
        assert_eq!(house.total(Measure::Contacts).await, 3);
        let new = house.ask(Measure::NewPersons, &[Dimension::Month]).await;
        assert_eq!((new.value(&["2025-01"]), new.total), (1, Some(1)));
        assert!(house.doubts(bari(), true).await.is_empty());
        assert_eq!(house.doubts(bari(), false).await[0].state, "joined");

        house.undo(bari(), doubt.id).await.unwrap();
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
        assert_eq!(house.doubts(bari(), true).await.len(), 1);
        let journal = house.reader().await.journal(bari(), 10).await.unwrap();
        let actions: Vec<_> = journal.iter().map(|line| line.action.as_str()).collect();
        assert_eq!(actions, ["undo", "join", "import"]);
        house.reader().await.verify_journal().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn separating_keeps_two_persons_and_undo_restores_everything() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &in_doubt()).await;
        let (facts, tables) = (house.facts().await, house.tables().await);
        let pair = house.doubts(bari(), true).await[0].id;
        house.decide(bari(), pair, Decision::Separated).await.unwrap();
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.total(Measure::Persons).await, 2);
        house.undo(bari(), pair).await.unwrap();
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
    })
    .await;
}

#[tokio::test]
async fn a_pair_is_decided_once_and_a_second_word_changes_nothing() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &in_doubt()).await;
        let pair = house.doubts(bari(), true).await[0].id;
        let undone = house.undo(bari(), pair).await;
        assert!(matches!(undone, Err(PairError::State(ref state)) if state == "open"), "{undone:?}");
        house.decide(bari(), pair, Decision::Joined).await.unwrap();
        let (facts, tables) = (house.facts().await, house.tables().await);
        let position = house.reader().await.journal_position().await.unwrap();
        for decision in [Decision::Joined, Decision::Separated] {
            let again = house.decide(bari(), pair, decision).await;
            assert!(matches!(again, Err(PairError::State(ref state)) if state == "joined"), "{again:?}");
        }
        let elsewhere = house.decide(latina(), pair, Decision::Joined).await;
        assert!(matches!(elsewhere, Err(PairError::NotFound)), "{elsewhere:?}");
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
        assert_eq!(house.reader().await.journal_position().await.unwrap(), position);
    })
    .await;
}

/// Three persons in doubt with each other: joined one after the other, then taken back in the other order.
#[tokio::test]
async fn decisions_are_taken_back_the_last_first() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let mut rows = in_doubt();
        rows.push(namesake("1990-03-24", "ML", "2025-05-01", &[HOUSING]));
        assert_eq!(house.import(bari(), &rows).await.new_persons, 3);
        let mut states = vec![(house.facts().await, house.tables().await)];
        let mut decided = Vec::new();
        while let Some(doubt) = house.doubts(bari(), true).await.first() {
            house.decide(bari(), doubt.id, Decision::Joined).await.unwrap();
            decided.push(doubt.id);
            states.push((house.facts().await, house.tables().await));
        }
        assert_eq!(decided.len(), 3);
        assert_eq!(house.total(Measure::Persons).await, 1);
        while let Some(pair) = decided.pop() {
            states.pop();
            house.undo(bari(), pair).await.unwrap();
            let (facts, tables) = states.last().unwrap();
            assert_eq!(&house.facts().await, facts);
            assert_eq!(&house.tables().await, tables);
        }
    })
    .await;
}

/// A person that a separation made is gone when it is taken back, and their number with them.
#[tokio::test]
async fn undoing_a_separation_leaves_nobody_behind() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let mut rows = in_doubt();
        rows.push(namesake("1990-03-24", "ML", "2025-05-01", &[LEGAL]));
        house.import(bari(), &rows).await;
        let pairs: Vec<_> = house.doubts(bari(), true).await.iter().map(|doubt| doubt.id).collect();
        // Two joins make the third pair one person; separating it then makes a new one.
        house.decide(bari(), pairs[0], Decision::Joined).await.unwrap();
        house.decide(bari(), pairs[1], Decision::Joined).await.unwrap();
        let (facts, tables) = (house.facts().await, house.tables().await);
        house.decide(bari(), pairs[2], Decision::Separated).await.unwrap();
        assert_eq!(house.total(Measure::Persons).await, 2);
        house.undo(bari(), pairs[2]).await.unwrap();
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
    })
    .await;
}

/// Somebody is joined to a second person and the second to a third; then the first decision proves wrong.
#[tokio::test]
async fn an_early_decision_is_taken_back_as_if_it_had_never_been_made() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let mut rows = in_doubt();
        rows.push(namesake("1990-03-24", "ML", "2025-05-01", &[LEGAL]));
        house.import(bari(), &rows).await;
        let (facts, tables) = (house.facts().await, house.tables().await);
        let between = |doubts: &[Doubt], a: &str, b: &str| {
            let is = |doubt: &&Doubt| {
                let of = |side: usize| doubt.sides[side].form.citizenship.as_deref().unwrap().to_owned();
                [of(0), of(1)] == [a, b] || [of(0), of(1)] == [b, a]
            };
            doubts.iter().find(is).unwrap().clone()
        };
        let open = house.doubts(bari(), true).await;
        let (first, second) = (between(&open, "SN", "GM"), between(&open, "GM", "ML"));
        house.decide(bari(), first.id, Decision::Joined).await.unwrap();
        house.decide(bari(), second.id, Decision::Joined).await.unwrap();
        assert_eq!(house.total(Measure::Persons).await, 1);

        house.undo(bari(), first.id).await.unwrap();
        assert_eq!(house.total(Measure::Persons).await, 2);
        let decided = &house.doubts(bari(), false).await[0];
        assert_eq!(decided.sides[0].person, decided.sides[1].person);
        let by_citizenship = house.ask(Measure::Contacts, &[Dimension::Citizenship]).await;
        assert_eq!((by_citizenship.value(&["SN"]), by_citizenship.value(&["GM"])), (1, 3));
        house.undo(bari(), second.id).await.unwrap();
        assert_eq!(house.facts().await, facts);
        assert_eq!(house.tables().await, tables);
    })
    .await;
}

#[tokio::test]
async fn what_came_after_a_decision_goes_where_it_fits_when_the_decision_is_taken_back() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &in_doubt()).await;
        let pair = house.doubts(bari(), true).await[0].id;
        house.decide(bari(), pair, Decision::Joined).await.unwrap();
        let slip =
            Entry { given: "Chiekh".to_owned(), ..namesake("1990-03-14", "GM", "2025-04-01", &[LEGAL]) };
        assert_eq!(house.import(bari(), &[slip]).await.new_persons, 0);
        house.undo(bari(), pair).await.unwrap();
        let by_citizenship = house.ask(Measure::Contacts, &[Dimension::Citizenship]).await;
        assert_eq!((by_citizenship.value(&["SN"]), by_citizenship.value(&["GM"])), (1, 3));
        assert_eq!(house.total(Measure::Persons).await, 2);
    })
    .await;
}
