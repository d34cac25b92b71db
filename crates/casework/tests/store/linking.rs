//! Once in the network: whatever happens, people are counted as if all of them had been linked from the beginning.

use casework::linking::answers::{self, Answer, questions};
use casework::linking::rotate;
use casework::people::PersonId;
use casework::registers::model::Entry;
use kernel::CityCode;
use linkage::Decision;
use mart::{Dimension, Measure, Question};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use store::testing::{each_engine, embedded};
use store::{Actor, Statement, params};

use super::SLICES;
use super::installation::{Installation, bari, latina, linker};
use super::samples::{LEGAL, in_doubt, namesake, row};
use super::sequences::at_rest;
use super::steps::{Step, config, run, steps};

const ENCODED: Statement = Statement(
    "select e.handle, e.city, e.bytes is null, p.id from encoding e left join person p on p.handle = e.handle order by e.handle",
);
const BYTES: Statement =
    Statement("select handle, bytes from encoding where bytes is not null order by handle");
const SET_BYTES: Statement = Statement("update encoding set bytes = $2 where handle = $1");
const PEOPLE: Statement =
    Statement("select id from person where city = $1 and erased_at is null order by subject");
const SIDES: Statement = Statement("select count(*) from network_side");

/// What happens beside what happens to one city.
#[derive(Clone, Debug)]
enum Deed {
    Step(Step),
    Answer { elsewhere: bool, question: usize, answer: Option<usize> },
    Erase { elsewhere: bool, person: usize },
    Rotate,
}

fn deeds(at_most: usize) -> impl Strategy<Value = Vec<Deed>> {
    let step = steps(4).prop_map(|steps| steps.into_iter().map(Deed::Step).collect::<Vec<_>>());
    let answer = (any::<bool>(), 0..3_usize, prop::option::weighted(0.8, 0..3_usize))
        .prop_map(|(elsewhere, question, answer)| vec![Deed::Answer { elsewhere, question, answer }]);
    let erase =
        (any::<bool>(), 0..5_usize).prop_map(|(elsewhere, person)| vec![Deed::Erase { elsewhere, person }]);
    let deed = prop_oneof![4 => step, 4 => answer, 1 => erase, 1 => Just(vec![Deed::Rotate])];
    prop::collection::vec(deed, 2..at_most).prop_map(|deeds| deeds.concat())
}

impl Installation {
    async fn answer(&mut self, city: CityCode, question: &answers::Question, answer: Option<Answer>) {
        self.clock.advance(1_000_000);
        let mut unit = self.store.begin(&Actor("sportello".to_owned()), &self.clock).await.unwrap();
        unit.hold(city).await.unwrap();
        assert!(answers::answer(&mut unit, city, question.id, answer).await.unwrap());
        unit.commit().await.unwrap();
    }

    async fn questions(&self, city: CityCode, are_answered: bool) -> Vec<answers::Question> {
        self.live.refresh().await.unwrap();
        questions(&mut self.reader().await, city, are_answered, 100).await.unwrap()
    }

    async fn rotate(&mut self) -> usize {
        self.clock.advance(1_000_000);
        let Self { store, vault, keys, clock, random, .. } = self;
        rotate(store, vault, keys, &Actor::local(), clock, random).await.unwrap().people
    }

    async fn persons_of(&self, city: CityCode) -> Vec<PersonId> {
        let rows = self.reader().await.fetch_all(&PEOPLE, params![city]).await.unwrap();
        rows.iter().map(|row| PersonId(row.get(0).unwrap())).collect()
    }

    /// Who is encoded.
    async fn encoded(&self) -> Vec<String> {
        let rows = self.reader().await.fetch_all(&ENCODED, params![]).await.unwrap();
        let line = |row: &store::Row| {
            let person: Option<uuid::Uuid> = row.get(3).unwrap();
            format!(
                "{} {} {} {person:?}",
                row.count(0).unwrap(),
                row.get::<String>(1).unwrap(),
                row.get::<bool>(2).unwrap()
            )
        };
        rows.iter().map(line).collect()
    }

    async fn bytes(&self) -> Vec<(u32, Vec<u8>)> {
        let rows = self.reader().await.fetch_all(&BYTES, params![]).await.unwrap();
        rows.iter().map(|row| (row.count(0).unwrap(), row.get(1).unwrap())).collect()
    }

    /// Everything of the network but the encodings themselves: facts, numbers, who is encoded, what is asked.
    async fn network(&self) -> Vec<String> {
        let mut all = self.facts().await;
        all.extend(self.tables().await);
        all.extend(self.encoded().await);
        for city in [bari(), latina()] {
            for are_answered in [false, true] {
                all.extend(self.questions(city, are_answered).await.iter().map(|one| format!("{one:?}")));
            }
        }
        all
    }
}

fn city(elsewhere: bool) -> CityCode {
    if elsewhere { latina() } else { bari() }
}

async fn happen(house: &mut Installation, deeds: &[Deed]) {
    for deed in deeds {
        match deed {
            Deed::Step(step) => run(house, std::slice::from_ref(step)).await,
            Deed::Answer { elsewhere, question, answer } => {
                let city = city(*elsewhere);
                let found = house.questions(city, answer.is_none()).await;
                if let Some(found) = found.get(*question) {
                    house.answer(city, found, answer.map(|answer| Answer::ALL[answer])).await;
                }
            }
            Deed::Erase { elsewhere, person } => {
                let city = city(*elsewhere);
                if let Some(person) = house.persons_of(city).await.get(*person) {
                    // Something of theirs may go on.
                    let _ = house.erase(city, *person).await;
                }
            }
            Deed::Rotate => drop(house.rotate().await),
        }
    }
}

/// As they stand, and as they are when everybody is encoded anew from their names and linked from nothing.
async fn step_by_step_and_from_nothing(house: &mut Installation) -> [Vec<String>; 2] {
    let step_by_step = house.network().await;
    let bytes = house.bytes().await;
    assert_eq!(house.rotate().await, bytes.len(), "everybody who is encoded, and nobody else");
    assert!(
        house.bytes().await.iter().zip(&bytes).all(|(now, before)| now.0 == before.0 && now.1 != before.1)
    );
    house.live = house.rebuilt();
    [step_by_step, house.network().await]
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn step_by_step_is_as_from_nothing(deeds in deeds(10)) {
        at_rest(async |house| {
            happen(house, &deeds).await;
            let [step_by_step, from_nothing] = step_by_step_and_from_nothing(house).await;
            prop_assert_eq!(step_by_step, from_nothing);
            let verified = house.reader().await.verify_journal().await;
            prop_assert!(verified.is_ok(), "{verified:?}");
            Ok(())
        })?;
    }
}

#[tokio::test]
async fn step_by_step_is_as_from_nothing_on_each_engine() {
    let mut runner = TestRunner::deterministic();
    let stories: Vec<Vec<Deed>> =
        (0..5).map(|_| deeds(10).new_tree(&mut runner).unwrap().current()).collect();
    for story in stories {
        each_engine(SLICES, async |store| {
            let mut house = Installation::new(store).await;
            happen(&mut house, &story).await;
            let [step_by_step, from_nothing] = step_by_step_and_from_nothing(&mut house).await;
            assert_eq!(step_by_step, from_nothing);
        })
        .await;
    }
}

fn somebody(surname: &str, given: &str, birth: &str, on: &str) -> Entry {
    row(surname, given, birth, on, &[LEGAL])
}

/// Enough people of two cities for the network to know what a coincidence is, and one of both.
async fn two_cities(house: &mut Installation) {
    let names = ["Kamara", "Melnyk", "Okonkwo", "Zurbriggen", "Haddad", "Petrescu", "Tesfaye", "Quispe"];
    for (city, at) in [(bari(), 0), (latina(), 1)] {
        let people = names.iter().enumerate().map(|(place, name)| {
            let birth = format!("{}-0{}-1{}", 1960 + 3 * place + at, place % 8 + 1, (place + at) % 9);
            somebody(name, ["Awa", "Luis"][at], &birth, "2025-02-03")
        });
        house.import(city, &people.collect::<Vec<_>>()).await;
        house.import(city, &[somebody("Diallo", "Thierno", "1988-07-19", "2025-03-04")]).await;
    }
}

#[tokio::test]
async fn a_person_of_two_cities_counts_once_and_an_erased_one_goes_on_counting() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        two_cities(&mut house).await;
        assert_eq!(house.total(Measure::Persons).await, 18);
        assert_eq!(house.total(Measure::NetworkPersons).await, 17);
        let journal = house.reader().await.journal(latina(), 10).await.unwrap();
        assert!(journal.iter().any(|line| line.action == "link" && line.actor == "linkage"), "{journal:?}");

        let bytes = house.bytes().await;
        let facts = house.facts().await;
        let thierno = *house.persons_of(bari()).await.last().unwrap();
        house.erase(bari(), thierno).await.unwrap();
        assert_eq!(house.total(Measure::NetworkPersons).await, 17);
        assert_eq!(house.bytes().await.len(), bytes.len() - 1);
        assert_eq!(house.facts().await.len(), facts.len());
        // The other one goes too: they are still counted once.
        let thierno = *house.persons_of(latina()).await.last().unwrap();
        house.erase(latina(), thierno).await.unwrap();
        assert_eq!(house.total(Measure::Persons).await, 18);
        assert_eq!(house.bytes().await.len(), bytes.len() - 2);
        assert_eq!(house.total(Measure::NetworkPersons).await, 17);
        let count = house.reader().await.fetch_all(&SIDES, params![]).await.unwrap()[0].count(0).unwrap();
        assert_eq!(count, 0);
    })
    .await;
}

#[tokio::test]
async fn another_program_links_what_this_one_wrote() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let other = linker(&house.store, &house.vault);
        two_cities(&mut house).await;
        other.follow().await.unwrap();
        assert_eq!(house.total(Measure::NetworkPersons).await, 17);
        house.import(latina(), &[somebody("Kamara", "Awa", "1960-01-10", "2025-05-06")]).await;
        assert_eq!(house.total(Measure::NetworkPersons).await, 17);
        other.follow().await.unwrap();
        house.rotate().await;
        other.follow().await.unwrap();
        assert_eq!(house.ask(Measure::NetworkPersons, &[Dimension::City]).await.total, Some(17));
        assert_eq!(other.band().await.unwrap().persons, 17);
    })
    .await;
}

/// Answers given of a file that is united with another one count for the one that stays, until that is undone.
#[tokio::test]
async fn answers_go_with_the_file_that_stays() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        two_cities(&mut house).await;
        // Two files of Bari that may be one person, and somebody of Latina who may be the second of them.
        house.import(bari(), &in_doubt()).await;
        house.import(latina(), &[namesake("1991-03-14", "GM", "2025-04-05", &[LEGAL])]).await;
        let [here, there] = [house.questions(bari(), false).await, house.questions(latina(), false).await];
        assert_eq!((here.len(), there.len()), (1, 1));
        let doubt = house.doubts(bari(), true).await[0].id;
        let persons = house.total(Measure::NetworkPersons).await;
        let gone = *house.persons_of(bari()).await.last().unwrap();
        assert_eq!(here[0].person, gone);
        house.answer(bari(), &here[0], Some(Answer::Yes)).await;
        house.answer(latina(), &there[0], Some(Answer::Yes)).await;
        assert_eq!(house.total(Measure::NetworkPersons).await, persons - 1);
        let before = house.network().await;

        house.decide(bari(), doubt, Decision::Joined).await.unwrap();
        assert_eq!(house.total(Measure::NetworkPersons).await, persons - 2, "all three are one");
        assert_eq!(house.questions(bari(), false).await.len(), 0, "nobody is asked again");
        let answered = house.questions(bari(), true).await;
        assert_eq!(answered.len(), 1);
        assert_ne!(answered[0].person, gone, "it is told of the file that stays");
        let [step_by_step, from_nothing] = step_by_step_and_from_nothing(&mut house).await;
        assert_eq!(step_by_step, from_nothing);
        // What was carried can be taken back.
        house.answer(bari(), &answered[0], Some(Answer::No)).await;
        assert_eq!(
            house.total(Measure::NetworkPersons).await,
            persons - 1,
            "two files, and the other city's"
        );
        house.answer(bari(), &answered[0], Some(Answer::Yes)).await;
        assert_eq!(house.total(Measure::NetworkPersons).await, persons - 2);

        house.undo(bari(), doubt).await.unwrap();
        assert_eq!(house.total(Measure::NetworkPersons).await, persons - 1);
        let now = house.network().await;
        assert_eq!(now.len(), before.len());
        let verified = house.reader().await.verify_journal().await;
        assert!(verified.is_ok(), "{verified:?}");
        // Who is erased takes all answers along, those of the file that went as well.
        house.decide(bari(), doubt, Decision::Joined).await.unwrap();
        let stays = house.questions(bari(), true).await[0].person;
        house.erase(bari(), stays).await.unwrap();
        let count = house.reader().await.fetch_all(&SIDES, params![]).await.unwrap()[0].count(0).unwrap();
        assert_eq!(count, 0);
    })
    .await;
}

/// What another version of the program encoded is encoded anew when this one first links, and nobody is counted otherwise.
#[tokio::test]
async fn encodings_of_another_version_are_made_anew() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        two_cities(&mut house).await;
        let (persons, bytes) = (house.total(Measure::NetworkPersons).await, house.bytes().await);
        let mut unit = house.store.begin(&Actor::local(), &house.clock).await.unwrap();
        for (handle, mut bytes) in bytes.clone() {
            bytes[0] -= 1;
            unit.note(&SET_BYTES, params![handle, bytes]).await.unwrap();
        }
        unit.commit().await.unwrap();

        house.live = house.rebuilt();
        house.import(latina(), &[somebody("Traore", "Issa", "1991-05-06", "2025-04-05")]).await;
        assert_eq!(house.total(Measure::NetworkPersons).await, persons + 1);
        assert_eq!(house.bytes().await[..bytes.len()], bytes);
    })
    .await;
}

/// A key that is not the one in force encodes nobody.
#[tokio::test]
async fn a_foreign_key_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let mut house = Installation::new(embedded(folder.path(), SLICES).await).await;
    two_cities(&mut house).await;
    house.keys.network = [9; 32];
    let mut unit = house.store.begin(&Actor::local(), &house.clock).await.unwrap();
    unit.hold(bari()).await.unwrap();
    let mut book = casework::people::Book::load(&mut unit, house.keys_of(bari())).await.unwrap();
    let error =
        book.settle(&mut unit, &house.keys.network, &[0].into(), &Default::default()).await.unwrap_err();
    assert!(error.to_string().contains("lgnet key rotate-network"), "{error}");
    drop(unit);
    assert_eq!(house.rotate().await, 18);
    assert_eq!(house.total(Measure::NetworkPersons).await, 17);
}

/// Three registers whose truth is known, imported as their cities would.
#[tokio::test]
async fn persons_of_the_network_are_those_of_the_truth() {
    let folder = format!("{}/tests/registers", env!("CARGO_MANIFEST_DIR"));
    let truth: serde_json::Value =
        serde_json::from_slice(&std::fs::read(format!("{folder}/truth.json")).unwrap()).unwrap();
    let place = tempfile::tempdir().unwrap();
    let mut house = Installation::new(embedded(place.path(), SLICES).await).await;
    for (city, file) in [("A662", "bari.xlsx"), ("E472", "latina.csv"), ("G273", "palermo.xlsx")] {
        let bytes = std::fs::read(format!("{folder}/{file}")).unwrap();
        house.import_file(city.parse().unwrap(), file, &bytes).await;
    }
    house.live.refresh().await.unwrap();
    let mart = house.live.mart();
    let period = mart.span().unwrap();
    let persons = mart.ask(&Question::new(Measure::NetworkPersons, period)).unwrap().total.unwrap();
    let shared = mart.overlap(period).persons;
    let expected = |key: &str| truth["network"][key].as_f64().unwrap();
    let off = |found: u64, key: &str| (found as f64 / expected(key) - 1.0).abs();
    let questions = house.questions(bari(), false).await.len();
    println!("{persons} persons, {shared} in several cities, {questions} questions in Bari");
    assert!(off(persons, "persons") <= 0.025, "{persons}");
    assert!(off(shared, "persons_in_more_than_one_city") <= 0.10, "{shared}");
}
