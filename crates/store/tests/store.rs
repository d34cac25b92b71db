//! One suite, two engines: what a unit of work keeps, and what the journal remembers.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use kernel::{CityCode, Clock as _, Day, FixedClock, Month};
use store::testing::{each_engine, embedded};
use store::{Actor, Bulk, Entry, Migration, Slice, Store, StoreError, params};

mod sql {
    store::statements! {
        pub INSERT = "insert into thing (id, name, size, born, seen, ok, blob) values ($1, $2, $3, $4, $5, $6, $7)";
        pub ALL_THINGS = "select id, name, size, born, seen, ok, blob from thing order by size nulls last, name";
        pub SUM = "select cast(sum(size) as bigint), count(*) from thing";
        pub RENAME = "update thing set name = $2 where name = $1";
    }
}

const THINGS: Bulk = Bulk {
    head: "insert into thing (id, name, size, born, seen, ok, blob)",
    columns: 7,
    tail: "on conflict (id) do nothing",
};

const SLICE: Slice = Slice {
    name: "things",
    migrations: &[Migration {
        version: 9001,
        name: "things",
        sqlite: "create table thing (id blob primary key, name text not null, size integer, born text, \
                 seen integer not null, ok integer not null, blob blob) strict;",
        postgres: "create table thing (id uuid primary key, name text not null, size bigint, born date, \
                   seen bigint not null, ok boolean not null, blob bytea);",
    }],
    statements: &[sql::ALL],
    bulks: &[&THINGS],
    sealed: &[],
};

fn clock() -> FixedClock {
    FixedClock::noon("2025-11-03".parse().unwrap())
}

fn bari() -> CityCode {
    "A662".parse().unwrap()
}

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn id(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

async fn add(store: &Store, number: u128, entry: Option<Entry>) -> Result<store::Committed, StoreError> {
    let mut unit = store.begin(&Actor("prova".into()), &clock()).await?;
    let at = unit.at();
    let born: Day = "1990-02-28".parse().unwrap();
    let values =
        params![id(number), "Ìrúkèrè", i64::try_from(number).unwrap(), born, at, true, vec![0_u8, 255]];
    unit.execute(&sql::INSERT, values).await?;
    if let Some(entry) = entry {
        unit.record(entry);
    }
    unit.commit().await
}

#[tokio::test]
async fn what_is_written_is_read_back() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        add(&store, 7, Some(Entry::new("add", "thing/7", Some(bari())))).await.unwrap();
        let mut reader = store.reader().await.unwrap();
        let rows = reader.fetch_all(&sql::ALL_THINGS, params![]).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].get::<uuid::Uuid>(0).unwrap(), id(7));
        assert_eq!(rows[0].get::<String>(1).unwrap(), "Ìrúkèrè");
        assert_eq!(rows[0].count(2).unwrap(), 7);
        assert_eq!(rows[0].get::<Option<Day>>(3).unwrap().unwrap().to_string(), "1990-02-28");
        assert_eq!(rows[0].get::<i64>(4).unwrap(), clock().now().micros());
        assert!(rows[0].get::<bool>(5).unwrap());
        assert_eq!(rows[0].get::<Vec<u8>>(6).unwrap(), [0, 255]);
        assert!(rows[0].get::<i64>(1).is_err());
    })
    .await;
}

#[tokio::test]
async fn a_write_without_an_entry_is_not_kept() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        assert!(matches!(add(&store, 1, None).await, Err(StoreError::Unrecorded)));
        let mut reader = store.reader().await.unwrap();
        assert!(reader.fetch_all(&sql::ALL_THINGS, params![]).await.unwrap().is_empty());
        assert_eq!(reader.journal_position().await.unwrap().0, 0);
    })
    .await;
}

#[tokio::test]
async fn a_unit_that_fails_or_is_dropped_leaves_nothing() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        add(&store, 1, Some(Entry::new("add", "thing/1", None))).await.unwrap();
        // The second row has the first one's key.
        assert!(add(&store, 1, Some(Entry::new("add", "thing/1", None))).await.is_err());
        let mut unit = store.begin(&Actor::local(), &clock()).await.unwrap();
        unit.execute(&sql::RENAME, params!["Ìrúkèrè", "altro"]).await.unwrap();
        drop(unit);
        let mut reader = store.reader().await.unwrap();
        let rows = reader.fetch_all(&sql::ALL_THINGS, params![]).await.unwrap();
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].get::<String>(1).unwrap(), "Ìrúkèrè");
        assert_eq!(reader.journal_position().await.unwrap().0, 1);
    })
    .await;
}

#[tokio::test]
async fn many_rows_go_in_whatever_their_number() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        for (first, rows) in [(0_u128, 0_u128), (0, 1), (100, 64), (1000, 200)] {
            let mut unit = store.begin(&Actor::local(), &clock()).await.unwrap();
            let values = |number: u128| {
                let size = i64::try_from(number).unwrap();
                params![id(number), "x", size, None::<Day>, 0_i64, false, None::<Vec<u8>>]
            };
            let added = unit.insert_many(&THINGS, (first..first + rows).map(values)).await.unwrap();
            assert_eq!(u128::from(added), rows);
            // The same again adds nothing.
            assert_eq!(unit.insert_many(&THINGS, (first..first + rows).map(values)).await.unwrap(), 0);
            unit.record(Entry::new("add", "things", None));
            unit.commit().await.unwrap();
        }
        let mut reader = store.reader().await.unwrap();
        let sum = reader.fetch_optional(&sql::SUM, params![]).await.unwrap().unwrap();
        assert_eq!(sum.count(1).unwrap(), 265);
        assert_eq!(sum.get::<i64>(0).unwrap(), (100..164).sum::<i64>() + (1000..1200).sum::<i64>());
    })
    .await;
}

#[tokio::test]
async fn partitions_that_moved_are_told_once() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        let empty = store.reader().await.unwrap().moved_since(0).await.unwrap();
        assert_eq!((empty.position, empty.partitions.len()), (0, 0));
        let entry = Entry::new("add", "thing/1", Some(bari())).moving([month("2025-03"), month("2025-04")]);
        let first = add(&store, 1, Some(entry)).await.unwrap();
        let entry = Entry::new("add", "thing/2", Some(bari())).moving([month("2025-04")]);
        let second = add(&store, 2, Some(entry)).await.unwrap();
        let all = store.reader().await.unwrap().moved_since(0).await.unwrap();
        let told: Vec<_> =
            all.partitions.iter().map(|moved| (moved.month.to_string(), moved.version)).collect();
        assert_eq!(told, [("2025-03".to_owned(), first.seq), ("2025-04".to_owned(), second.seq)]);
        let later = store.reader().await.unwrap().moved_since(first.seq).await.unwrap();
        assert_eq!(later.partitions.len(), 1);
        let none = store.reader().await.unwrap().moved_since(second.seq).await.unwrap();
        assert_eq!((none.position, none.partitions.len()), (second.seq, 0));
    })
    .await;
}

#[tokio::test]
async fn the_journal_verifies_and_a_changed_line_is_found() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        for number in 1..=5_u128 {
            let city = (number % 2 == 0).then(bari);
            let entry = Entry::new("add", format!("thing/{number}"), city).changing(None, Some(b"after"));
            add(&store, number, Some(entry)).await.unwrap();
        }
        let chains = store.reader().await.unwrap().verify_journal().await.unwrap();
        assert_eq!((chains.chains, chains.entries), (2, 5));
        let newest = store.reader().await.unwrap().journal(bari(), 10).await.unwrap();
        assert_eq!(
            newest.iter().map(|line| line.entity.as_str()).collect::<Vec<_>>(),
            ["thing/4", "thing/2"]
        );

        const FORGE: store::Statement = store::Statement("update journal set actor = 'altri' where seq = 3");
        let mut unit = store.begin(&Actor::local(), &clock()).await.unwrap();
        unit.execute(&FORGE, params![]).await.unwrap();
        unit.record(Entry::new("add", "forgery", None));
        unit.commit().await.unwrap();
        let broken = store.reader().await.unwrap().verify_journal().await;
        assert!(matches!(broken, Err(StoreError::BrokenChain { chain_seq: 2, .. })), "{broken:?}");
    })
    .await;
}

#[tokio::test]
async fn writers_at_the_same_time_keep_one_order() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        let writers = (0..8_u128).map(|number| {
            let store = store.clone();
            tokio::spawn(async move {
                let entry = Entry::new("add", format!("thing/{number}"), Some(bari()));
                add(&store, number, Some(entry)).await.unwrap()
            })
        });
        let mut seqs = Vec::new();
        for writer in writers.collect::<Vec<_>>() {
            seqs.push(writer.await.unwrap().seq);
        }
        seqs.sort_unstable();
        assert_eq!(seqs, (1..=8).collect::<Vec<_>>());
        store.reader().await.unwrap().verify_journal().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn each_engine_prepares_every_statement() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        assert_eq!(store.refused(&[store::SLICE, SLICE]).await.unwrap(), Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn data_outlives_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let store = embedded(folder.path(), &[store::SLICE, SLICE]).await;
    add(&store, 1, Some(Entry::new("add", "thing/1", None))).await.unwrap();
    store.close().await;
    let store = embedded(folder.path(), &[store::SLICE, SLICE]).await;
    assert_eq!(store.reader().await.unwrap().journal_position().await.unwrap().0, 1);
}

#[test]
fn keys_are_made_once_and_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let first = store::keys::Keys::open(folder.path(), &mut rand::rng()).unwrap();
    let second = store::keys::Keys::open(folder.path(), &mut rand::rng()).unwrap();
    assert_eq!(first.network, second.network);
    assert_eq!(first.master.fingerprint(), second.master.fingerprint());
    std::fs::write(folder.path().join("network.key"), "guasto").unwrap();
    assert!(store::keys::Keys::open(folder.path(), &mut rand::rng()).is_err());
}

#[test]
fn programs_that_start_at_once_share_one_key() {
    let folder = tempfile::tempdir().unwrap();
    let open = || store::keys::Keys::open(folder.path(), &mut rand::rng()).unwrap().network;
    let keys: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..8).map(|_| scope.spawn(open)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(keys.iter().all(|key| *key == keys[0]));
    // Nothing but the two keys is left in the folder.
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[tokio::test]
async fn who_holds_a_city_is_waited_for() {
    each_engine(&[store::SLICE, SLICE], async |store| {
        // Each reads the sum and adds what makes it whole: without waiting both would add.
        let complete = async |number: u128| {
            let mut unit = store.begin(&Actor::local(), &clock()).await.unwrap();
            unit.hold(bari()).await.unwrap();
            let row = unit.fetch_optional(&sql::SUM, params![]).await.unwrap().unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(30)).await;
            if row.count(1).unwrap() == 0 {
                let (born, seen) = (None::<Day>, unit.at());
                let values = params![id(number), "x", 5_i64, born, seen, true, None::<Vec<u8>>];
                unit.execute(&sql::INSERT, values).await.unwrap();
                unit.record(Entry::new("add", format!("thing/{number}"), Some(bari())));
            }
            unit.commit().await.unwrap();
        };
        tokio::join!(complete(1), complete(2), complete(3));
        let row = store.reader().await.unwrap().fetch_optional(&sql::SUM, params![]).await.unwrap().unwrap();
        assert_eq!((row.count(0).unwrap(), row.count(1).unwrap()), (5, 1));
        let chains = store.reader().await.unwrap().verify_journal().await.unwrap();
        assert_eq!((chains.chains, chains.entries), (1, 1));
    })
    .await;
}
