//! After whatever people do, none of their names is found in what stands on the disk.

mod flows;
mod markers;

use std::path::Path;

use kernel::{CityCode, FixedClock};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::testing::{each_engine, embedded};
use store::vault::{Rotation, check};
use store::{Actor, Statement, Store, params};

use self::flows::FLOWS;
use self::markers::{SURNAME, found, needles};
use crate::pages::tests::support::{Browser, SLICES};

/// Every file under a folder.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path)) } else { files.push(path) }
    }
    files
}

/// The tables of all slices.
fn tables() -> Vec<String> {
    let named = |what: &'static str| {
        let steps = SLICES.iter().flat_map(|slice| slice.migrations);
        let named = steps.flat_map(move |step| step.postgres.split(what).skip(1));
        named.map(|text| text.split([' ', ';', '\n']).next().unwrap().to_owned())
    };
    let dropped: Vec<String> = named("drop table ").collect();
    named("create table ").filter(|table| !dropped.contains(table)).collect()
}

/// Everything a PostgreSQL database holds, as it writes rows: bytes in hexadecimal digits.
async fn written(store: &Store) -> Vec<u8> {
    let mut all = String::new();
    let mut reader = store.reader().await.unwrap();
    for table in tables() {
        let rows = Statement(format!("select cast(t as text) from {table} t").leak());
        for row in reader.fetch_all(&rows, params![]).await.unwrap() {
            all += &row.get::<String>(0).unwrap();
        }
    }
    all.into_bytes()
}

#[tokio::test]
async fn no_file_holds_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let store = embedded(folder.path(), SLICES).await;
    let browser =
        Browser::with_facts(&store, access::testing::lead("A662"), Some(folder.path().join("facts"))).await;
    let needles = needles();
    let look = |after: &str| {
        let files = files(folder.path());
        assert!(files.iter().any(|file| file.ends_with("lgnet.db")));
        for file in files {
            let found = found(&std::fs::read(&file).unwrap(), &needles);
            assert!(found.is_empty(), "after «{after}» {} holds {found:?}", file.display());
        }
    };
    for (name, flow) in FLOWS {
        flow(&browser).await;
        // The write-ahead log lies beside the database while it is open.
        look(name);
    }
    browser.app.live.save().await;
    look("saving the facts");
    assert!(folder.path().join("facts").read_dir().unwrap().count() > 0);
    store.close().await;
    look("closing");
}

#[tokio::test]
async fn no_row_holds_a_name() {
    each_engine(SLICES, async |store| {
        if store.engine() == "PostgreSQL" {
            let browser = Browser::new(&store).await;
            for (name, flow) in FLOWS {
                flow(&browser).await;
                let found = found(&written(&store).await, &needles());
                assert!(found.is_empty(), "after «{name}»: {found:?}");
            }
        }
    })
    .await;
}

/// A search that finds nothing must be one that would find something.
#[tokio::test]
async fn a_name_in_clear_would_be_found() {
    let folder = tempfile::tempdir().unwrap();
    let store = embedded(folder.path(), SLICES).await;
    const CLEAR: Statement = Statement("insert into installation (name, value) values ($1, $2)");
    let needles = needles();
    for (place, text) in
        [SURNAME.to_owned(), "WEXLIMBAR".to_owned(), "1957-03-14".to_owned()].iter().enumerate()
    {
        let mut unit = store.begin(&Actor::local(), &FixedClock::default()).await.unwrap();
        unit.note(&CLEAR, params![place.to_string(), text]).await.unwrap();
        unit.commit().await.unwrap();
        let all: Vec<u8> =
            files(folder.path()).iter().flat_map(|file| std::fs::read(file).unwrap()).collect();
        let found = found(&all, &needles);
        assert!(found.iter().any(|name| name.eq_ignore_ascii_case(text)), "{text}: {found:?}");
    }
    let utf16: Vec<u8> = SURNAME.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(found(&utf16, &needles).iter().any(|name| name == SURNAME));
}

/// Every sealed column is written by some flow, opens after its key was changed, and holds nothing of the old key.
#[tokio::test]
async fn a_change_of_keys_reaches_every_sealed_column() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        for (_, flow) in FLOWS {
            flow(&browser).await;
        }
        let app = &browser.app;
        let cities: [CityCode; 3] = ["A662", "E472", "H501"].map(|code| code.parse().unwrap());
        let pages = ["/registri/A662", "/registri/A662/coppie"];
        let mut before = Vec::new();
        for page in pages {
            before.push(browser.get(page).await.page());
        }
        let (clock, actor) = (FixedClock::default(), Actor::local());
        let rotation =
            Rotation { store: &store, vault: &app.vault, slices: SLICES, clock: &clock, actor: &actor };
        for city in cities {
            rotation.begin(city, &mut StdRng::from_os_rng()).await.unwrap();
            assert_eq!(rotation.seal_anew(city).await.unwrap().generation, 2);
        }
        let mut reader = store.reader().await.unwrap();
        for spot in SLICES.iter().flat_map(|slice| slice.sealed) {
            let (table, column) = (spot.table, spot.column);
            let values = format!("select id, city, {column} from {table} where {column} is not null");
            let rows = reader.fetch_all(&Statement(values.leak()), params![]).await.unwrap();
            // What access keeps of reads is written by flows of its own tests.
            assert!(!rows.is_empty() || table.starts_with("read_"), "no flow writes {table}.{column}");
            for row in rows {
                let keys = app.vault.city(row.parse(1).unwrap()).unwrap();
                let sealed: Vec<u8> = row.get(2).unwrap();
                assert_eq!(sealed[..5], [1, 0, 0, 0, 2], "{table}.{column}");
                keys.open(*spot, row.get(0).unwrap(), &sealed).unwrap();
            }
        }
        let checked = check(&app.vault, &mut reader, SLICES).await.unwrap();
        assert!(checked.opened > 0 && checked.unfinished.is_empty() && checked.behind.is_empty());
        drop(reader);
        for (page, before) in pages.into_iter().zip(before) {
            assert_eq!(browser.get(page).await.page(), before);
        }
    })
    .await;
}

/// After whatever people do at the desk, everybody is encoded as they are called now, and nobody else is.
#[tokio::test]
async fn everybody_is_encoded_as_they_are_called() {
    const ENCODED: Statement = Statement(
        "select p.id, p.network_subject, e.bytes is null from person p left join encoding e on e.handle = p.handle \
         order by p.id",
    );
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let app = &browser.app;
        let read = async || {
            app.live.refresh().await.unwrap();
            let rows = store.reader().await.unwrap().fetch_all(&ENCODED, params![]).await.unwrap();
            let line = |row: &store::Row| -> (uuid::Uuid, u32, bool) {
                (row.get(0).unwrap(), row.count(1).unwrap(), row.get(2).unwrap())
            };
            rows.iter().map(line).collect::<Vec<_>>()
        };
        for (name, flow) in FLOWS {
            flow(&browser).await;
            let before = read().await;
            let random = &mut StdRng::seed_from_u64(1);
            let (actor, clock) = (Actor::local(), FixedClock::default());
            crate::linking::rotate(&store, &app.vault, &app.keys, &actor, &clock, random).await.unwrap();
            assert_eq!(read().await, before, "after «{name}»");
            assert!(before.iter().any(|(.., is_nobody)| !is_nobody), "after «{name}»");
        }
    })
    .await;
}
