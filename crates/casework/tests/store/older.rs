//! Databases of other versions of the program are refused, and nothing in them is changed.

use store::testing::each_engine;
use store::{Migration, Slice, Store, StoreError};

use super::SLICES;

/// A slice that made one step, which this program does not have.
const fn of(version: i64) -> Slice {
    const TABLE: &str = "create table leftover (id integer primary key);";
    const OLD: &[Migration] = &[Migration { version: 3001, name: "people", sqlite: TABLE, postgres: TABLE }];
    const NEW: &[Migration] = &[Migration { version: 3999, name: "people", sqlite: TABLE, postgres: TABLE }];
    let migrations = if version == 3001 { OLD } else { NEW };
    Slice { name: "casework", migrations, statements: &[], bulks: &[], sealed: &[] }
}

async fn refused(store: &Store, version: i64) -> String {
    let mut slices = vec![store::SLICE];
    slices.push(of(version));
    store.migrate(&slices).await.unwrap();
    let error = store.migrate(SLICES).await.unwrap_err();
    match error {
        StoreError::OlderDatabase(found) => assert_eq!((found, version), (3001, 3001)),
        StoreError::NewerDatabase(found) => assert_eq!((found, version), (3999, 3999)),
        ref other => panic!("{other}"),
    }
    error.to_string()
}

#[tokio::test]
async fn a_database_from_before_the_first_release_is_refused() {
    each_engine(&[store::SLICE], async |store| {
        let said = refused(&store, 3001).await;
        for word in ["before the first release", "3001", "nothing was changed", "--data", "import"] {
            assert!(said.contains(word), "{said}");
        }
        // None of this program's steps was made.
        assert!(!store.refused(&[casework::SLICE]).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_newer_database_is_refused() {
    each_engine(&[store::SLICE], async |store| {
        let said = refused(&store, 3999).await;
        assert!(said.contains("newer version") && said.contains("backup"), "{said}");
    })
    .await;
}
