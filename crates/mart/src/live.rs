//! The mart kept true to the database: before an answer, what moved is read again, and nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;

use store::{Reader, Store, StoreError};

use crate::export::{ExportFormat, file_name};
use crate::fact::Partition;
use crate::facts::{Facts, FactsBuilder};
use crate::mart::Mart;
use crate::parquet_file;

/// What an area's facts of one partition come back as.
pub type FactsFuture<'a> = Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send + 'a>>;

/// An area, or a part of one, that contributes facts. Several sources may have facts of one partition: each
/// adds its own, all in one reading of the database.
pub trait FactSource: Send + Sync {
    /// Adds the facts whose day is in one city's month, in an order that depends on the data alone. It is asked
    /// again when a journal entry says that the month moved (`store::Entry::moving`).
    ///
    /// # Errors
    /// When the database refuses.
    fn facts<'a>(
        &'a self,
        reader: &'a mut Reader,
        partition: Partition,
        into: &'a mut FactsBuilder,
    ) -> FactsFuture<'a>;
}

/// What an [`Upkeep`] comes back as.
pub type UpkeepFuture<'a> = Pin<Box<dyn Future<Output = Result<(), StoreError>> + Send + 'a>>;

/// Something that facts rest on and that follows the database as they do: it is brought up to date before they are
/// read, and may write. What it moves is read in the same refresh.
pub trait Upkeep: Send + Sync {
    /// Brings it up to date; costs one statement where nothing changed.
    ///
    /// # Errors
    /// When the database refuses.
    fn bring_up_to_date(&self) -> UpkeepFuture<'_>;
}

/// A mart that follows the journal of a store.
pub struct Live {
    store: Store,
    mart: Mart,
    sources: Vec<Arc<dyn FactSource>>,
    upkeep: Vec<Arc<dyn Upkeep>>,
    /// Where partitions are kept between runs; none keeps nothing.
    folder: Option<PathBuf>,
    followed: tokio::sync::Mutex<Followed>,
}

#[derive(Default)]
struct Followed {
    position: i64,
    started: bool,
    /// Partitions that were read from the database since the last save, and their versions.
    unsaved: BTreeMap<Partition, i64>,
}

impl Live {
    /// Follows a store. Partitions kept in `folder` by an earlier run spare the reading of those that did not
    /// move since; the database decides which.
    pub fn new(store: Store, sources: Vec<Arc<dyn FactSource>>, folder: Option<PathBuf>) -> Self {
        let (mart, followed) = Default::default();
        Self { store, mart, sources, upkeep: Vec::new(), folder, followed }
    }

    /// The same, with something that is brought up to date before facts are read.
    #[must_use]
    pub fn resting_on(mut self, upkeep: Arc<dyn Upkeep>) -> Self {
        self.upkeep.push(upkeep);
        self
    }

    /// The mart. Ask it after [`Live::refresh`].
    pub fn mart(&self) -> &Mart {
        &self.mart
    }

    /// Reads what moved since the last time: one statement when nothing did, and one for each [`Upkeep`].
    ///
    /// # Errors
    /// When the database refuses; the mart then stays as it was, and true to an earlier moment.
    pub async fn refresh(&self) -> Result<(), StoreError> {
        let mut followed = self.followed.lock().await;
        for upkeep in &self.upkeep {
            upkeep.bring_up_to_date().await?;
        }
        let mut reader = self.store.reader().await?;
        let moved = reader.moved_since(followed.position).await?;
        let mut wanted: BTreeMap<Partition, i64> = moved
            .partitions
            .iter()
            .map(|moved| (Partition { city: moved.city, month: moved.month }, moved.version))
            .collect();
        if !followed.started {
            for (partition, facts) in self.kept(&wanted) {
                wanted.remove(&partition);
                self.mart.put(partition, facts);
            }
        }
        for (partition, version) in wanted {
            let mut facts = FactsBuilder::default();
            for source in &self.sources {
                source.facts(&mut reader, partition, &mut facts).await?;
            }
            self.mart.put(partition, facts.finish());
            followed.unsaved.insert(partition, version);
        }
        if !followed.started || moved.position != followed.position {
            self.mart.follow(moved.position, moved.at);
        }
        followed.position = moved.position;
        followed.started = true;
        Ok(())
    }

    /// The partitions whose file is as new as the database wants it, read on two threads.
    fn kept(&self, wanted: &BTreeMap<Partition, i64>) -> Vec<(Partition, Facts)> {
        let Some(folder) = &self.folder else { return Vec::new() };
        let all: Vec<_> = wanted.iter().collect();
        let read = |some: &[(&Partition, &i64)]| {
            let one = |(partition, version): &(&Partition, &i64)| {
                // A file that cannot be read is no loss: the database has the facts.
                let path = folder.join(file_name(**partition, ExportFormat::Parquet));
                let (facts, found) = parquet_file::read(&path).ok().flatten()?;
                (found == **version).then_some((**partition, facts))
            };
            some.iter().filter_map(one).collect::<Vec<_>>()
        };
        let (left, right) = all.split_at(all.len() / 2);
        std::thread::scope(|scope| {
            let other = scope.spawn(|| read(right));
            let mut kept = read(left);
            kept.extend(other.join().unwrap_or_default());
            kept
        })
    }

    /// Keeps the partitions that moved, for a quick start next time. Without a folder it does nothing; a file
    /// that cannot be written only makes the next start slower.
    pub async fn save(&self) {
        let mut followed = self.followed.lock().await;
        let Some(folder) = &self.folder else { return };
        if fs::create_dir_all(folder).is_err() {
            return;
        }
        for (partition, version) in std::mem::take(&mut followed.unsaved) {
            let path = folder.join(file_name(partition, ExportFormat::Parquet));
            let facts = self.mart.facts_of(partition).unwrap_or_default();
            if parquet_file::write(&facts, partition, version, &path).is_err() {
                let _ = fs::remove_file(&path);
            }
        }
    }
}
