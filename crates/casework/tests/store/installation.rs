//! An installation under test: a clock that stands still, numbers that are not by chance.

use std::collections::BTreeMap;
use std::sync::Arc;

use casework::desk::pathways::facts::Pathways;
use casework::facts::Contacts;
use casework::linking::Linker;
use casework::people::doubts::{Doubt, doubts};
use casework::people::pairs::{Decider, PairError, PairId};
use casework::registers::import::{Imported, Importer, RegisterId, Upload};
use casework::registers::model::{Entry, Mapping, Reading, propose, read};
use casework::registers::withdraw::Withdrawer;
use casework::sealed::PERSON_BIRTH;
use documents::sheets::{self, Limits};
use kernel::{CityCode, Clock as _, Day, FixedClock, Period};
use linkage::Decision;
use mart::{Answer, Dimension, Fact, FactSource, Live, Measure, Question};
use network::vocabulary::Vocabulary;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::keys::Keys;
use store::{Actor, CityKeys, Reader, Statement, Store, Vault, params};

pub struct Installation {
    pub store: Store,
    pub live: Live,
    pub keys: Keys,
    pub vault: Vault,
    pub clock: FixedClock,
    vocabulary: Vocabulary,
    pub random: StdRng,
}

/// The city of a test that needs one.
pub fn bari() -> CityCode {
    "A662".parse().unwrap()
}

/// The city of a test that needs a second one.
pub fn latina() -> CityCode {
    "E472".parse().unwrap()
}

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// All of 2025.
pub fn year() -> Period {
    Period::year(2025)
}

fn nobody() -> Actor {
    Actor("prova".to_owned())
}

impl Installation {
    pub async fn new(store: Store) -> Self {
        Self::with_seed(store, 1).await
    }

    /// Two installations at one database must not give the same identifiers.
    pub async fn with_seed(store: Store, seed: u64) -> Self {
        Self::of_cities(store, &[bari(), latina(), "G273".parse().unwrap()], seed).await
    }

    /// An installation of other cities.
    pub async fn of_cities(store: Store, cities: &[CityCode], seed: u64) -> Self {
        let vocabulary = Vocabulary::embedded().unwrap();
        let vault = store::testing::vault(&store, cities).await;
        Self {
            live: live(&store, &vocabulary, &vault),
            vault,
            store,
            keys: store::testing::keys(),
            clock: FixedClock::noon(day("2026-01-15")),
            vocabulary,
            random: StdRng::seed_from_u64(seed),
        }
    }

    /// Facts read from nothing, as a program that has just started would.
    pub fn rebuilt(&self) -> Live {
        live(&self.store, &self.vocabulary, &self.vault)
    }

    pub fn keys_of(&self, city: CityCode) -> Arc<CityKeys> {
        self.vault.city(city).unwrap()
    }

    pub async fn reader(&self) -> Reader {
        self.store.reader().await.unwrap()
    }

    pub async fn import(&mut self, city: CityCode, entries: &[Entry]) -> Imported {
        let reading = Reading { entries: entries.to_vec(), ..Reading::default() };
        // Each is another file.
        let bytes = self.clock.now().micros().to_be_bytes();
        self.bring(city, &Upload::of("prova.csv", &bytes), &Mapping::default(), reading, false).await
    }

    pub async fn import_file(&mut self, city: CityCode, name: &str, bytes: &[u8]) -> Imported {
        let (mapping, reading) = self.read(name, bytes);
        self.bring(city, &Upload::of(name, bytes), &mapping, reading, false).await
    }

    pub async fn try_file(&mut self, city: CityCode, name: &str, bytes: &[u8]) -> Imported {
        let (mapping, reading) = self.read(name, bytes);
        self.bring(city, &Upload::of(name, bytes), &mapping, reading, true).await
    }

    /// What a file says.
    pub fn read(&self, name: &str, bytes: &[u8]) -> (Mapping, Reading) {
        let workbook = sheets::read(bytes, name, &Limits::default()).unwrap();
        let mapping = propose(&workbook, &self.vocabulary).mapping();
        let reading = read(&workbook, &mapping, &self.vocabulary, self.clock.now().day());
        (mapping, reading)
    }

    async fn bring(
        &mut self,
        city: CityCode,
        upload: &Upload,
        mapping: &Mapping,
        reading: Reading,
        dry: bool,
    ) -> Imported {
        self.clock.advance(1_000_000);
        let importer = Importer {
            store: &self.store,
            keys: &self.keys,
            vault: &self.vault,
            clock: &self.clock,
            actor: &nobody(),
            progress: &|_| {},
        };
        if dry {
            importer.dry_run(city, upload, mapping, reading, &mut self.random).await.unwrap()
        } else {
            importer.import(city, upload, mapping, reading, &mut self.random).await.unwrap()
        }
    }

    pub async fn doubts(&self, city: CityCode, open: bool) -> Vec<Doubt> {
        doubts(&mut self.reader().await, &self.keys_of(city), open, 1000).await.unwrap()
    }

    pub async fn decide(
        &mut self,
        city: CityCode,
        pair: PairId,
        decision: Decision,
    ) -> Result<(), PairError> {
        self.clock.advance(1_000_000);
        let Self { store, keys, vault, clock, random, .. } = self;
        let decider = Decider { store, keys, vault, clock, actor: &nobody() };
        decider.decide(city, pair, decision, random).await
    }

    pub async fn undo(&mut self, city: CityCode, pair: PairId) -> Result<(), PairError> {
        self.clock.advance(1_000_000);
        let Self { store, keys, vault, clock, random, .. } = self;
        let decider = Decider { store, keys, vault, clock, actor: &nobody() };
        decider.undo(city, pair, random).await
    }

    pub async fn withdraw(&mut self, city: CityCode, register: RegisterId) -> Option<usize> {
        self.clock.advance(1_000_000);
        let Self { store, keys, vault, clock, random, .. } = self;
        let withdrawer = Withdrawer { store, keys, vault, clock, actor: &nobody() };
        withdrawer.withdraw(city, register, random).await.unwrap()
    }

    pub async fn ask(&self, measure: Measure, by: &[Dimension]) -> Answer {
        self.live.refresh().await.unwrap();
        self.live.mart().ask(&Question::new(measure, year()).by(by.iter().copied())).unwrap()
    }

    pub async fn total(&self, measure: Measure) -> u64 {
        self.ask(measure, &[]).await.total.unwrap()
    }

    /// Every fact, as it is, one line each.
    pub async fn facts(&self) -> Vec<String> {
        self.live.refresh().await.unwrap();
        let mut lines = Vec::new();
        for partition in self.live.mart().partitions() {
            let facts = self.live.mart().facts_of(partition).unwrap();
            lines.extend(facts.iter().map(|fact| format!("{} {fact:?}", partition.city)));
        }
        lines
    }

    /// Every person as facts know them, without their number: one text each, in order.
    pub async fn people(&self) -> Vec<String> {
        self.live.refresh().await.unwrap();
        let mut people: BTreeMap<(CityCode, u32), Vec<String>> = BTreeMap::new();
        for partition in self.live.mart().partitions() {
            let facts = self.live.mart().facts_of(partition).unwrap();
            for fact in facts.iter() {
                let nameless = Fact { subject: 0, network_subject: 0, ..fact };
                people.entry((partition.city, fact.subject)).or_default().push(format!("{nameless:?}"));
            }
        }
        let mut people: Vec<String> = people
            .into_iter()
            .map(|((city, _), mut facts)| {
                facts.sort_unstable();
                format!("{city}: {}", facts.join("; "))
            })
            .collect();
        people.sort_unstable();
        people
    }

    /// Which person each form belongs to, and what is kept of each person that has one.
    pub async fn tables(&self) -> Vec<String> {
        let mut reader = self.reader().await;
        let mut lines = Vec::new();
        for row in reader.fetch_all(&FORMS, params![]).await.unwrap() {
            let (form, person): (uuid::Uuid, uuid::Uuid) = (row.get(0).unwrap(), row.get(1).unwrap());
            lines.push(format!("form {form} of {person}, {} times", row.count(2).unwrap()));
        }
        for row in reader.fetch_all(&PERSONS, params![]).await.unwrap() {
            let (person, gender): (uuid::Uuid, String) = (row.get(0).unwrap(), row.get(3).unwrap());
            let (birth, citizenship): (Option<Vec<u8>>, Option<String>) =
                (row.get(4).unwrap(), row.get(5).unwrap());
            let keys = self.keys_of(row.parse(7).unwrap());
            let birth: Option<Day> =
                birth.map(|sealed| keys.open_json(PERSON_BIRTH, person, &sealed).unwrap());
            let age: String = row.get(8).unwrap();
            let (subject, network, first) =
                (row.count(1).unwrap(), row.count(2).unwrap(), row.get::<Day>(6).unwrap());
            lines.push(format!(
                "{person} {subject} {network} {gender} {birth:?} {age} {citizenship:?} {first}"
            ));
        }
        lines
    }
}

const FORMS: Statement = Statement("select id, person, times from form order by id");
const PERSONS: Statement = Statement(
    "select id, subject, network_subject, gender, birth, citizenship, first_day, city, age from person order by id",
);

fn live(store: &Store, vocabulary: &Vocabulary, vault: &Vault) -> Live {
    let sources: Vec<Arc<dyn FactSource>> =
        vec![Contacts::new(vocabulary, vault), Pathways::new(vocabulary, vault)];
    Live::new(store.clone(), sources, None).resting_on(linker(store, vault))
}

/// Links the people of a store, from nothing.
pub fn linker(store: &Store, vault: &Vault) -> Arc<Linker> {
    let clock = Arc::new(FixedClock::noon(day("2026-01-15")));
    Linker::new(store, vault, &Arc::new(store::testing::keys()), clock)
}
