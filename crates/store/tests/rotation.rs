//! Changing keys: everything still opens, nothing is left of the old key, and an interruption costs nothing.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::sync::Arc;

use kernel::{CityCode, FixedClock};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::keys::Master;
use store::testing::{each_engine, keys, vault};
use store::vault::{Rotation, check, rewrap};
use store::{
    Actor, CityKeys, Entry, Migration, Slice, Spot, Statement, Store, StoreError, Vault, VaultError, params,
};
use uuid::Uuid;

const NAME: Spot = Spot { table: "thing", column: "name" };
const NOTE: Spot = Spot { table: "thing", column: "note" };

mod sql {
    store::statements! {
        pub INSERT = "insert into thing (id, city, name, note) values ($1, $2, $3, $4)";
        pub THINGS = "select id, city, name, note from thing order by id";
        pub DAMAGE = "update thing set name = $2 where id = $1";
    }
}

const SLICE: Slice = Slice {
    name: "things",
    migrations: &[Migration {
        version: 9001,
        name: "things",
        sqlite: "create table thing (id blob primary key, city text not null, name blob not null, note blob) strict;",
        postgres: "create table thing (id uuid primary key, city text not null, name bytea not null, note bytea);",
    }],
    statements: &[sql::ALL],
    bulks: &[],
    sealed: &[NAME, NOTE],
};

const SLICES: &[Slice] = &[store::SLICE, SLICE];

fn bari() -> CityCode {
    "A662".parse().unwrap()
}

fn latina() -> CityCode {
    "E472".parse().unwrap()
}

fn random() -> StdRng {
    StdRng::from_os_rng()
}

fn clock() -> FixedClock {
    FixedClock::noon("2026-01-15".parse().unwrap())
}

/// Things of a city, each named by its number; every second one has a note, longer than a part of a change.
async fn fill(store: &Store, keys: &CityKeys, numbers: std::ops::Range<u128>) {
    let mut unit = store.begin(&Actor::local(), &clock()).await.unwrap();
    for number in numbers {
        let id = Uuid::from_u128(number);
        let name = keys.seal_text(NAME, id, &number.to_string()).unwrap();
        let note = number.is_multiple_of(2).then(|| keys.seal_text(NOTE, id, &note(number)).unwrap());
        unit.execute(&sql::INSERT, params![id, keys.city(), name, note]).await.unwrap();
    }
    unit.record(Entry::new("add", "things", Some(keys.city())));
    unit.commit().await.unwrap();
}

fn note(number: u128) -> String {
    "x".repeat(if number == 8 { 9 << 20 } else { usize::try_from(number).unwrap() })
}

/// Opens everything, and gives the generations that sealed it: of Bari, then of Latina.
async fn opened(store: &Store, vault: &Vault) -> [Vec<u8>; 2] {
    let mut generations = [Vec::new(), Vec::new()];
    for row in store.reader().await.unwrap().fetch_all(&sql::THINGS, params![]).await.unwrap() {
        let (id, city): (Uuid, CityCode) = (row.get(0).unwrap(), row.parse(1).unwrap());
        let keys = vault.city(city).unwrap();
        let name: Vec<u8> = row.get(2).unwrap();
        assert_eq!(keys.open_text(NAME, id, &name).unwrap(), id.as_u128().to_string());
        generations[usize::from(city == latina())].push(name[4]);
        if let Some(sealed) = row.get::<Option<Vec<u8>>>(3).unwrap() {
            assert_eq!(keys.open_text(NOTE, id, &sealed).unwrap(), note(id.as_u128()));
            generations[usize::from(city == latina())].push(sealed[4]);
        }
    }
    generations.iter_mut().for_each(|list| list.sort_unstable());
    generations.iter_mut().for_each(Vec::dedup);
    generations
}

async fn turn(store: &Store, vault: &Vault, city: CityCode) -> (u32, u64) {
    let (clock, actor) = (clock(), Actor::local());
    let rotation = Rotation { store, vault, slices: SLICES, clock: &clock, actor: &actor };
    let begun = rotation.begin(city, &mut random()).await.unwrap();
    let turned = rotation.seal_anew(city).await.unwrap();
    assert_eq!(turned.generation, begun);
    (turned.generation, turned.values)
}

async fn generations(store: &Store, city: CityCode) -> Vec<u32> {
    const KEYS: Statement = Statement(
        "select generation from vault_key where city = $1 and purpose = 'data' order by generation",
    );
    let rows = store.reader().await.unwrap().fetch_all(&KEYS, params![city]).await.unwrap();
    rows.iter().map(|row| row.count(0).unwrap()).collect()
}

#[tokio::test]
async fn after_a_change_everything_opens_and_nothing_is_left_of_the_old_key() {
    each_engine(SLICES, async |store| {
        let vault = vault(&store, &[bari(), latina()]).await;
        fill(&store, &vault.city(bari()).unwrap(), 1..501).await;
        fill(&store, &vault.city(latina()).unwrap(), 501..511).await;
        let digest = vault.city(bari()).unwrap().digest("form", "diop");
        let before = store.reader().await.unwrap().journal_position().await.unwrap().0;
        assert_eq!(turn(&store, &vault, bari()).await, (2, 750));
        assert_eq!(opened(&store, &vault).await, [[2], [1]]);
        // What is compared stays comparable.
        assert_eq!(vault.city(bari()).unwrap().digest("form", "diop"), digest);
        let newest = store.reader().await.unwrap().journal(bari(), 2).await.unwrap();
        let said: Vec<_> = newest.iter().map(|line| (line.action.as_str(), line.entity.as_str())).collect();
        assert_eq!(said, [("change keys", "vault/A662/2"), ("begin change of keys", "vault/A662/2")]);
        assert_eq!(store.reader().await.unwrap().journal_position().await.unwrap().0, before + 2);
        // The key before the last stays for who had not heard, and goes with the next change.
        assert_eq!(turn(&store, &vault, bari()).await, (3, 750));
        assert_eq!(generations(&store, bari()).await, [2, 3]);
        assert_eq!(opened(&store, &vault).await, [[3], [1]]);
        store.reader().await.unwrap().verify_journal().await.unwrap();
        // Whoever starts now opens it too.
        let again = store::testing::vault(&store, &[]).await;
        assert_eq!(opened(&store, &again).await, [[3], [1]]);
    })
    .await;
}

#[tokio::test]
async fn an_interrupted_change_goes_on_with_the_same_key() {
    each_engine(SLICES, async |store| {
        let first = vault(&store, &[bari()]).await;
        fill(&store, &first.city(bari()).unwrap(), 1..501).await;
        let (clock, actor) = (clock(), Actor::local());
        let rotation =
            Rotation { store: &store, vault: &first, slices: SLICES, clock: &clock, actor: &actor };
        rotation.begin(bari(), &mut random()).await.unwrap();
        // Some of it is sealed anew; then the program is gone.
        let part =
            tokio::time::timeout(std::time::Duration::from_millis(20), rotation.seal_anew(bari())).await;
        if let Ok(turned) = part {
            assert_eq!(turned.unwrap().values, 750);
            return;
        }
        let second = vault(&store, &[bari()]).await;
        assert_eq!(second.city(bari()).unwrap().generation(), 2);
        let mut reader = store.reader().await.unwrap();
        assert_eq!(check(&second, &mut reader, SLICES).await.unwrap().unfinished, [bari()]);
        drop(reader);
        opened(&store, &second).await;
        let (generation, values) = turn(&store, &second, bari()).await;
        assert_eq!(generation, 2);
        assert!(values <= 750);
        assert_eq!(opened(&store, &second).await[0], [2]);
        let mut reader = store.reader().await.unwrap();
        let checked = check(&second, &mut reader, SLICES).await.unwrap();
        assert_eq!((checked.columns, checked.unfinished, checked.behind), (2, vec![], vec![]));
    })
    .await;
}

#[tokio::test]
async fn programs_that_run_meanwhile_go_on() {
    each_engine(SLICES, async |store| {
        let (server, command) = (vault(&store, &[bari()]).await, vault(&store, &[bari()]).await);
        let old: Arc<CityKeys> = server.city(bari()).unwrap();
        fill(&store, &old, 1..301).await;
        turn(&store, &command, bari()).await;
        // A program that follows opens what the new key sealed, and seals with it.
        let unknown = opened_by(&store, &old).await.unwrap_err();
        assert!(matches!(unknown, StoreError::Vault(VaultError::UnknownGeneration { .. })), "{unknown}");
        server.follow(&store, &mut random()).await.unwrap();
        assert_eq!(opened(&store, &server).await[0], [2]);
        // One that had not heard sealed with the old one: that is noticed, opens, and is mended by the next change.
        fill(&store, &old, 301..303).await;
        assert_eq!(opened(&store, &server).await[0], [1, 2]);
        let mut reader = store.reader().await.unwrap();
        assert_eq!(check(&server, &mut reader, SLICES).await.unwrap().behind, [bari()]);
        drop(reader);
        turn(&store, &command, bari()).await;
        server.follow(&store, &mut random()).await.unwrap();
        assert_eq!(opened(&store, &server).await[0], [3]);
    })
    .await;
}

async fn opened_by(store: &Store, keys: &CityKeys) -> Result<(), StoreError> {
    for row in store.reader().await?.fetch_all(&sql::THINGS, params![]).await? {
        keys.open(NAME, row.get(0)?, &row.get::<Vec<u8>>(2)?)?;
    }
    Ok(())
}

#[tokio::test]
async fn a_value_that_does_not_open_stops_the_change_and_is_named() {
    each_engine(SLICES, async |store| {
        let vault = vault(&store, &[bari()]).await;
        fill(&store, &vault.city(bari()).unwrap(), 1..11).await;
        let mut unit = store.begin(&Actor::local(), &clock()).await.unwrap();
        unit.note(&sql::DAMAGE, params![Uuid::from_u128(3), b"\x01\0\0\0\x01something else".to_vec()])
            .await
            .unwrap();
        unit.commit().await.unwrap();
        let mut reader = store.reader().await.unwrap();
        let said = check(&vault, &mut reader, SLICES).await.unwrap_err().to_string();
        assert!(said.contains("thing.name") && said.contains(&Uuid::from_u128(3).to_string()), "{said}");
        drop(reader);
        let (clock, actor) = (clock(), Actor::local());
        let rotation =
            Rotation { store: &store, vault: &vault, slices: SLICES, clock: &clock, actor: &actor };
        rotation.begin(bari(), &mut random()).await.unwrap();
        assert!(rotation.seal_anew(bari()).await.is_err());
        assert_eq!(generations(&store, bari()).await, [1, 2]);
    })
    .await;
}

#[tokio::test]
async fn another_master_key_wraps_the_same_keys() {
    each_engine(SLICES, async |store| {
        let before = vault(&store, &[bari(), latina()]).await;
        fill(&store, &before.city(bari()).unwrap(), 1..11).await;
        let (old, new) = (keys().master, Master::new([9; 32], "nuova.key"));
        let wrong = rewrap(&store, (&new, &old), &Actor::local(), &clock(), &mut random()).await;
        assert!(matches!(wrong, Err(StoreError::Vault(VaultError::WrongMaster { .. }))), "{wrong:?}");
        let wrapped = rewrap(&store, (&old, &new), &Actor::local(), &clock(), &mut random()).await.unwrap();
        assert_eq!(wrapped, 4);
        let open = async |master| Vault::open(&store, master, &[bari()], &clock(), &mut random()).await;
        assert!(matches!(open(&old).await.err(), Some(StoreError::Vault(VaultError::WrongMaster { .. }))));
        let after = open(&new).await.unwrap();
        assert_eq!(opened(&store, &after).await[0], [1]);
        // A program with the old master key goes on with what it has, and says so where it would need more.
        assert!(before.follow(&store, &mut random()).await.is_ok());
        turn(&store, &after, bari()).await;
        assert!(before.follow(&store, &mut random()).await.is_err());
        assert_eq!(opened(&store, &after).await[0], [2]);
    })
    .await;
}
