//! Keys of cities in the database, and the master key that wraps them.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::path::Path;

use kernel::{CityCode, FixedClock};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::keys::{Keys, Master, Surroundings};
use store::testing::{each_engine, embedded, vault};
use store::{Actor, Migration, Slice, Spot, Statement, Store, StoreError, Vault, VaultError, params};
use uuid::Uuid;

const SPOT: Spot = Spot { table: "thing", column: "name" };

fn bari() -> CityCode {
    "A662".parse().unwrap()
}

fn latina() -> CityCode {
    "E472".parse().unwrap()
}

async fn open(store: &Store, master: [u8; 32], cities: &[CityCode]) -> Result<Vault, StoreError> {
    let master = Master::new(master, "the file keys/master.key");
    Vault::open(store, &master, cities, &FixedClock::default(), &mut StdRng::from_os_rng()).await
}

async fn count(store: &Store) -> u32 {
    const COUNT: Statement = Statement("select count(*) from vault_key");
    let mut reader = store.reader().await.unwrap();
    reader.fetch_optional(&COUNT, params![]).await.unwrap().unwrap().count(0).unwrap()
}

#[tokio::test]
async fn keys_are_made_once_and_open_what_they_sealed() {
    each_engine(&[store::SLICE], async |store| {
        let first = open(&store, [1; 32], &[bari()]).await.unwrap();
        let sealed = first.city(bari()).unwrap().seal_text(SPOT, Uuid::nil(), "Diop").unwrap();
        assert!(matches!(first.city(latina()), Err(StoreError::UnknownCity(_))));
        // A city that joins the network gets its own keys; one that left keeps its.
        let second = open(&store, [1; 32], &[latina()]).await.unwrap();
        assert_eq!(second.city(bari()).unwrap().open_text(SPOT, Uuid::nil(), &sealed).unwrap(), "Diop");
        assert!(second.city(latina()).unwrap().open(SPOT, Uuid::nil(), &sealed).is_err());
        let digest = |vault: &Vault, city| vault.city(city).unwrap().digest("form", "diop");
        assert_eq!(digest(&first, bari()), digest(&second, bari()));
        assert_ne!(digest(&second, latina()), digest(&second, bari()));
        assert_eq!(count(&store).await, 4);
        // Keys are nothing that happened to anybody.
        assert_eq!(store.reader().await.unwrap().journal_position().await.unwrap().0, 0);
    })
    .await;
}

#[tokio::test]
async fn programs_that_open_at_once_share_the_keys() {
    each_engine(&[store::SLICE], async |store| {
        let cities = [bari(), latina()];
        let (one, two, three) =
            tokio::join!(vault(&store, &cities), vault(&store, &cities), vault(&store, &cities));
        assert_eq!(count(&store).await, 4);
        let sealed = one.city(bari()).unwrap().seal_text(SPOT, Uuid::nil(), "Diop").unwrap();
        for other in [two, three] {
            let keys = other.city(bari()).unwrap();
            assert_eq!(keys.open_text(SPOT, Uuid::nil(), &sealed).unwrap(), "Diop");
        }
    })
    .await;
}

#[tokio::test]
async fn a_wrong_master_key_is_refused_and_changes_nothing() {
    each_engine(&[store::SLICE], async |store| {
        open(&store, [1; 32], &[bari()]).await.unwrap();
        let error = open(&store, [2; 32], &[bari(), latina()]).await.err().unwrap();
        let (right, wrong) = (Master::new([1; 32], ""), Master::new([2; 32], ""));
        let said = error.to_string();
        for word in [&right.fingerprint(), &wrong.fingerprint(), "keys/master.key", "put back"] {
            assert!(said.contains(word), "{said}");
        }
        assert_eq!(count(&store).await, 2);
        open(&store, [1; 32], &[bari()]).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_wrapped_key_that_was_changed_or_moved_is_refused() {
    const CHANGES: [Statement; 3] = [
        Statement("update vault_key set wrapped = $1"),
        Statement("update vault_key set generation = 2 where purpose = 'data' and $1 = $1"),
        Statement("update vault_key set city = 'H501' where $1 = $1"),
    ];
    for change in CHANGES {
        each_engine(&[store::SLICE], async |store| {
            open(&store, [1; 32], &[bari()]).await.unwrap();
            let mut unit = store.begin(&Actor::local(), &FixedClock::default()).await.unwrap();
            unit.note(&change, params![vec![7_u8; 60]]).await.unwrap();
            unit.commit().await.unwrap();
            let error = open(&store, [1; 32], &[bari()]).await.err().unwrap();
            assert!(matches!(error, StoreError::Vault(VaultError::DamagedKey { .. })), "{error}");
            assert!(error.to_string().contains("vault_key"), "{error}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_note_needs_no_entry_and_excuses_no_other_write() {
    const NOTE: Statement = Statement("insert into installation (name, value) values ($1, 'x')");
    each_engine(&[store::SLICE], async |store| {
        let mut unit = store.begin(&Actor::local(), &FixedClock::default()).await.unwrap();
        unit.note(&NOTE, params!["one"]).await.unwrap();
        unit.commit().await.unwrap();
        let mut unit = store.begin(&Actor::local(), &FixedClock::default()).await.unwrap();
        unit.note(&NOTE, params!["two"]).await.unwrap();
        unit.execute(&NOTE, params!["three"]).await.unwrap();
        assert!(matches!(unit.commit().await, Err(StoreError::Unrecorded)));
        let mut reader = store.reader().await.unwrap();
        const ALL: Statement = Statement("select name from installation");
        assert_eq!(reader.fetch_all(&ALL, params![]).await.unwrap().len(), 1);
    })
    .await;
}

fn keys(folder: &Path, variable: Option<&str>, credentials: Option<&Path>) -> Result<Keys, StoreError> {
    let surroundings = Surroundings {
        master: variable.map(|text| text.to_owned().into()),
        credentials: credentials.map(Path::to_owned),
    };
    Keys::open_in(folder, &surroundings, &mut rand::rng())
}

#[test]
fn the_master_key_comes_from_where_it_is_given_first() {
    let folder = tempfile::tempdir().unwrap();
    let (files, credentials) = (folder.path().join("keys"), folder.path().join("credentials"));
    std::fs::create_dir(&credentials).unwrap();
    let (given, loaded) = ("ab".repeat(32), "cd".repeat(32));
    // A folder of credentials without ours says nothing.
    let made = keys(&files, None, Some(&credentials)).unwrap().master;
    assert!(made.source().ends_with("master.key"));
    std::fs::write(credentials.join("lgnet-master-key"), format!("{loaded}\n")).unwrap();
    let loaded = keys(&files, None, Some(&credentials)).unwrap().master;
    let given = keys(&files, Some(&given), Some(&credentials)).unwrap().master;
    assert!(loaded.source().ends_with("lgnet-master-key"));
    assert!(given.source().contains("LGNET_MASTER_KEY"));
    assert_eq!(given.fingerprint(), Master::new([0xab; 32], "").fingerprint());
    let prints: std::collections::BTreeSet<_> =
        [&made, &loaded, &given].into_iter().map(Master::fingerprint).collect();
    assert_eq!(prints.len(), 3);
    assert_eq!(keys(&files, None, None).unwrap().master.fingerprint(), made.fingerprint());
}

#[test]
fn a_master_key_given_elsewhere_needs_no_file() {
    let folder = tempfile::tempdir().unwrap();
    keys(folder.path(), Some(&"ab".repeat(32)), None).unwrap();
    assert!(!folder.path().join("master.key").exists());
}

#[test]
fn a_damaged_master_key_is_named_and_never_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    keys(folder.path(), None, None).unwrap();
    let said = |outcome: Result<Keys, StoreError>| outcome.err().unwrap().to_string();
    assert!(said(keys(folder.path(), Some("abc"), None)).contains("LGNET_MASTER_KEY"));
    assert!(said(keys(folder.path(), Some(""), None)).contains("64 hexadecimal digits"));
    std::fs::write(folder.path().join("lgnet-master-key"), "guasto").unwrap();
    assert!(said(keys(folder.path(), None, Some(folder.path()))).contains("lgnet-master-key"));
    std::fs::write(folder.path().join("master.key"), "guasto").unwrap();
    assert!(said(keys(folder.path(), None, None)).contains("master.key"));
    #[cfg(unix)]
    {
        std::fs::remove_file(folder.path().join("master.key")).unwrap();
        keys(folder.path(), None, None).unwrap();
        let mode = std::fs::metadata(folder.path().join("master.key")).unwrap().permissions();
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600);
    }
}

#[tokio::test]
async fn what_is_erased_is_gone_from_the_file() {
    const SLICE: Slice = Slice {
        name: "things",
        migrations: &[Migration {
            version: 9001,
            name: "things",
            sqlite: "create table thing (id blob primary key, name blob) strict;",
            postgres: "create table thing (id uuid primary key, name bytea);",
        }],
        statements: &[],
        bulks: &[],
        sealed: &[],
    };
    const INSERT: Statement = Statement("insert into thing (id, name) values ($1, $2)");
    const ERASE: Statement = Statement("update thing set name = null where id = $1");
    const DELETE: Statement = Statement("delete from thing where id = $1");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lgnet.db");
    // One that fits into a page with others, one that takes many.
    let values = [vec![0xA7_u8; 120], vec![0xB9; 40_000]];
    let holds = |value: &[u8]| {
        let file = std::fs::read(&path).unwrap();
        file.windows(100).any(|window| window == &value[..100])
    };
    for (number, value) in (0_u128..).zip(&values) {
        for erase in [ERASE, DELETE] {
            let store = embedded(folder.path(), &[store::SLICE, SLICE]).await;
            let id = Uuid::from_u128(number);
            let mut unit = store.begin(&Actor::local(), &FixedClock::default()).await.unwrap();
            unit.note(&INSERT, params![id, value.clone()]).await.unwrap();
            unit.commit().await.unwrap();
            store.close().await;
            assert!(holds(value));
            let store = embedded(folder.path(), &[store::SLICE, SLICE]).await;
            let mut unit = store.begin(&Actor::local(), &FixedClock::default()).await.unwrap();
            unit.note(&erase, params![id]).await.unwrap();
            unit.note(&DELETE, params![id]).await.unwrap();
            unit.commit().await.unwrap();
            store.close().await;
            assert!(!holds(value));
        }
    }
    #[cfg(unix)]
    {
        let mode = std::fs::metadata(&path).unwrap().permissions();
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&mode) & 0o777, 0o600);
    }
}
