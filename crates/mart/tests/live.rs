//! The mart follows a database: several sources in one partition, and files of earlier runs.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use kernel::{Clock, Day, Month, SystemClock};
use mart::{Fact, FactSource, FactsBuilder, FactsFuture, Live, Measure, Partition, Question, kind};
use store::{Actor, Entry, Place, Reader, Store};

/// A source of one kind: each time a partition is read it has one fact, on a day of its own.
struct One {
    kind: &'static str,
    day: u64,
    read: AtomicUsize,
}

impl One {
    fn new(kind: &'static str, day: u64) -> Arc<Self> {
        Arc::new(Self { kind, day, read: AtomicUsize::new(0) })
    }
}

impl FactSource for One {
    fn facts<'a>(
        &'a self,
        _reader: &'a mut Reader,
        partition: Partition,
        into: &'a mut FactsBuilder,
    ) -> FactsFuture<'a> {
        Box::pin(async move {
            self.read.fetch_add(1, Ordering::Relaxed);
            let day = partition.month.first() + chrono::Days::new(self.day);
            let person = Fact { subject: 7, network_subject: 3, household: 2, ..Fact::default() };
            into.push(&Fact { day, kind: self.kind, outcome: "helpful", recorded_on: day, ..person });
            Ok(())
        })
    }
}

const CITY: &str = "A662";
const MONTH: &str = "2025-03";

async fn store(folder: &Path) -> Store {
    Store::open(&Place::Embedded(folder.join("lgnet.db")), &[store::SLICE]).await.unwrap()
}

async fn move_month(store: &Store) {
    let mut unit = store.begin(&Actor("somebody".to_owned()), &SystemClock).await.unwrap();
    let month: Month = MONTH.parse().unwrap();
    unit.record(Entry::new("contact", "contact/1", Some(CITY.parse().unwrap())).moving([month]));
    unit.commit().await.unwrap();
}

fn total(live: &Live, measure: Measure) -> u64 {
    live.mart().ask(&Question::new(measure, MONTH.parse().unwrap())).unwrap().total.unwrap()
}

fn expect(live: &Live) {
    for measure in
        [Measure::Contacts, Measure::Persons, Measure::Households, Measure::InCharge, Measure::Stays]
    {
        assert_eq!(total(live, measure), 1, "{measure}");
    }
    assert_eq!(total(live, Measure::Outcomes), 1);
    let partition = Partition { city: CITY.parse().unwrap(), month: MONTH.parse().unwrap() };
    let facts = live.mart().facts_of(partition).unwrap();
    let days: Vec<Day> = facts.iter().map(|fact| fact.day).collect();
    assert!(days.is_sorted() && days.len() == 4, "{days:?}");
}

#[tokio::test]
async fn several_sources_share_a_partition_and_old_files_are_made_again() {
    let folder = tempfile::tempdir().unwrap();
    let (path, files) = (folder.path(), folder.path().join("facts"));
    let sources = [
        One::new(kind::STAY, 9),
        One::new(kind::CONTACT, 4),
        One::new(kind::OPENED, 6),
        One::new(kind::OUTCOME, 1),
    ];
    let start = || async {
        let sources = sources.iter().map(|source| Arc::clone(source) as Arc<dyn FactSource>).collect();
        let live = Live::new(store(path).await, sources, Some(files.clone()));
        live.refresh().await.unwrap();
        live
    };
    let read = || sources[0].read.load(Ordering::Relaxed);

    move_month(&store(path).await).await;
    let live = start().await;
    expect(&live);
    live.save().await;
    assert_eq!(read(), 1);

    // The next start reads the file, with every source's facts.
    expect(&start().await);
    assert_eq!(read(), 1);

    // A file that is none of facts is made again from the database, and replaced.
    let file = files.join(format!("{CITY}-{MONTH}.parquet"));
    std::fs::write(&file, b"PAR1 of an earlier program PAR1").unwrap();
    let live = start().await;
    expect(&live);
    assert_eq!(read(), 2);
    live.save().await;
    expect(&start().await);
    assert_eq!(read(), 2);

    // A write moves the month for all sources at once.
    let live = start().await;
    move_month(&store(path).await).await;
    live.refresh().await.unwrap();
    expect(&live);
    assert_eq!(read(), 3);
    assert!(live.mart().cut_off() <= SystemClock.now());
}
