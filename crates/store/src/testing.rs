//! Throw-away databases for tests: the same test runs on every engine at hand.

use std::path::Path;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};

use kernel::{CityCode, FixedClock};
use rand::SeedableRng as _;

use crate::keys::{Keys, Master};
use crate::{Place, Slice, Store, Vault};

/// Runs a test on a fresh SQLite file and, where `LGNET_TEST_POSTGRES` names a server, on a fresh
/// PostgreSQL database. Under `CI` a missing server is a failure; elsewhere it is said.
///
/// # Panics
/// When a database cannot be made, or the test does.
#[expect(clippy::unwrap_used, reason = "a test that cannot have its database must stop")]
pub async fn each_engine(slices: &[Slice], test: impl AsyncFn(Store)) {
    let folder = tempfile::tempdir().unwrap();
    let store = embedded(folder.path(), slices).await;
    test(store.clone()).await;
    store.close().await;
    match postgres(slices).await {
        Some(store) => {
            test(store.clone()).await;
            store.close().await;
        }
        None => eprintln!(
            "PostgreSQL is not at hand (LGNET_TEST_POSTGRES is not set): this test ran on SQLite alone"
        ),
    }
}

/// A store in an SQLite file inside a folder.
///
/// # Panics
/// When it cannot be opened.
#[expect(clippy::unwrap_used, reason = "a test that cannot have its database must stop")]
pub async fn embedded(folder: &Path, slices: &[Slice]) -> Store {
    Store::open(&Place::Embedded(folder.join("lgnet.db")), slices).await.unwrap()
}

/// A store in a new PostgreSQL database, if a server is at hand.
///
/// # Panics
/// When the server refuses, or under `CI` when there is none.
#[expect(clippy::unwrap_used, reason = "a test that cannot have its database must stop")]
pub async fn postgres(slices: &[Slice]) -> Option<Store> {
    let address = postgres_address().await?;
    Some(Store::open(&Place::Postgres(address), slices).await.unwrap())
}

/// The address of a new, empty PostgreSQL database, if a server is at hand.
///
/// # Panics
/// When the server refuses, or under `CI` when there is none.
#[expect(clippy::unwrap_used, reason = "a test that cannot have its database must stop")]
pub async fn postgres_address() -> Option<String> {
    let Ok(server) = std::env::var("LGNET_TEST_POSTGRES") else {
        assert!(std::env::var("CI").is_err(), "under CI the tests need LGNET_TEST_POSTGRES");
        return None;
    };
    let mut random = [0; 8];
    rand::RngCore::fill_bytes(&mut rand::rng(), &mut random);
    let name = format!("lgnet_test_{}", hex::encode(random));
    let mut admin = PgConnection::connect(&server).await.unwrap();
    sqlx::query(AssertSqlSafe(format!("create database {name}"))).execute(&mut admin).await.unwrap();
    admin.close().await.unwrap();
    let (base, _) = server.rsplit_once('/').unwrap();
    Some(format!("{base}/{name}"))
}

/// Keys that every test may know.
pub fn keys() -> Keys {
    Keys { network: [7; 32], master: Master::new([8; 32], "the test's master key") }
}

/// The vault of a test's store, with keys for some cities.
///
/// # Panics
/// When it cannot be opened.
#[expect(clippy::unwrap_used, reason = "a test that cannot have its keys must stop")]
pub async fn vault(store: &Store, cities: &[CityCode]) -> Vault {
    let mut random = rand::rngs::StdRng::from_os_rng();
    Vault::open(store, &keys().master, cities, &FixedClock::default(), &mut random).await.unwrap()
}
