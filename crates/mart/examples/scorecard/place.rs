//! The folder of a run: a database that knows which partition has which version, and the partitions' files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use kernel::{Month, SystemClock};
use mart::{FactSource, FactsBuilder, FactsFuture, Live, Partition, parquet_file};
use serde_json::{Value, json};
use store::{Actor, Entry, Place, Reader, Store};

use crate::{Failed, invent};

/// Where a partition's file is, as the product names it.
fn file(folder: &Path, partition: Partition) -> PathBuf {
    folder.join("facts").join(format!("{}-{}.parquet", partition.city, partition.month))
}

/// Opens the database of a folder.
pub async fn store(folder: &Path) -> Result<Store, Failed> {
    Ok(Store::open(&Place::Embedded(folder.join("bench.db")), &[store::SLICE]).await?)
}

/// Who writes.
pub fn actor() -> Actor {
    Actor("bench".to_owned())
}

/// Writes about so many facts, and journal entries that say their partitions moved.
pub async fn generate(folder: &Path, facts: u64) -> Result<Value, Failed> {
    std::fs::create_dir_all(folder.join("facts"))?;
    let mut made = BTreeMap::new();
    invent::network(facts, |partition, facts| {
        made.insert(partition, facts);
    });
    let store = store(folder).await?;
    let rows: usize = made.values().map(|facts| facts.len()).sum();
    for (code, _) in invent::CITIES {
        let city = code.parse()?;
        let of_city: Vec<_> = made.iter().filter(|(partition, _)| partition.city == city).collect();
        let mut unit = store.begin(&actor(), &SystemClock).await?;
        let months: Vec<Month> = of_city.iter().map(|(partition, _)| partition.month).collect();
        unit.record(Entry::new("import", "register/bench", Some(city)).moving(months));
        let version = unit.commit().await?.seq;
        for (partition, facts) in of_city {
            parquet_file::write(facts, *partition, version, &file(folder, *partition))?;
        }
    }
    store.close().await;
    Ok(json!({"facts": rows, "partitions": made.len()}))
}

/// In place of the tables of an area: a partition is read from its file, and one more contact is added for
/// each write so far.
pub struct Files {
    folder: PathBuf,
    /// Contacts to add to the next partition that is read.
    pub more: AtomicU32,
}

impl Files {
    /// The files of a folder.
    pub fn of(folder: &Path) -> Arc<Self> {
        Arc::new(Self { folder: folder.to_owned(), more: AtomicU32::new(0) })
    }
}

impl FactSource for Files {
    fn facts<'a>(
        &'a self,
        _reader: &'a mut Reader,
        partition: Partition,
        into: &'a mut FactsBuilder,
    ) -> FactsFuture<'a> {
        Box::pin(async move {
            if let Ok(Some((facts, _))) = parquet_file::read(&file(&self.folder, partition)) {
                facts.iter().for_each(|fact| into.push(&fact));
                for _ in 0..self.more.load(Ordering::Relaxed) {
                    into.push(&facts.get(facts.len() - 1));
                }
            }
            Ok(())
        })
    }
}

/// A mart that follows the database of a folder.
pub async fn live(folder: &Path, source: Arc<Files>) -> Result<Live, Failed> {
    Ok(Live::new(store(folder).await?, vec![source], Some(folder.join("facts"))))
}
