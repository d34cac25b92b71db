//! Following what changes: whoever is written otherwise is linked at once, and whoever is counted under another number
//! moves the answers at once.

use std::collections::BTreeSet;
use std::sync::Arc;

use kernel::Clock;
use linkage::network::{Band, Handle, sensitivity};
use mart::{Upkeep, UpkeepFuture};
use store::keys::Keys;
use store::{Actor, Entry, Row, Store, StoreError, Unit, Vault, params};

use super::memory::{Memory, handle, number};
use super::{encodings, questions, rotate, sql};
use crate::desk::hanging;

/// Who is named in the journal where the program links people.
pub(super) const ACTOR: &str = "linkage";

/// Thresholds of joining at which the count is looked at: what stands between a cautious and a generous one.
pub const THRESHOLDS: [f64; 5] = [0.5, 0.65, 0.75, 0.9, 0.97];

/// Keeps the network true to the database.
pub struct Linker {
    store: Store,
    vault: Vault,
    keys: Arc<Keys>,
    clock: Arc<dyn Clock>,
    memory: tokio::sync::Mutex<Option<Memory>>,
}

impl Linker {
    /// Follows a store.
    pub fn new(store: &Store, vault: &Vault, keys: &Arc<Keys>, clock: Arc<dyn Clock>) -> Arc<Self> {
        let (store, vault, keys) = (store.clone(), vault.clone(), Arc::clone(keys));
        Arc::new(Self { store, vault, keys, clock, memory: tokio::sync::Mutex::default() })
    }

    /// Links everything that changed. One statement where nothing did.
    ///
    /// # Errors
    /// When the database refuses, or an encoding cannot be read.
    pub async fn follow(&self) -> Result<(), StoreError> {
        let mut memory = self.memory.lock().await;
        let (version, linked) = self.stands().await?;
        let is_new = version == 0 && memory.is_none();
        if version != linked || is_new {
            self.link(&mut memory).await?;
        }
        Ok(())
    }

    /// How the count of persons moves with the threshold of joining ([`THRESHOLDS`]).
    ///
    /// # Errors
    /// As [`Linker::follow`].
    pub async fn band(&self) -> Result<Band, StoreError> {
        let mut memory = self.memory.lock().await;
        let (version, linked) = self.stands().await?;
        if version != linked || memory.as_ref().is_none_or(|memory| memory.version != version) {
            self.link(&mut memory).await?;
        }
        let memory = memory.get_or_insert_with(Memory::new);
        let network = &memory.network;
        Ok(memory.band.get_or_insert_with(|| sensitivity(network, &THRESHOLDS)).clone())
    }

    /// The last change, and the last that is linked.
    async fn stands(&self) -> Result<(i64, i64), StoreError> {
        let row = self.store.reader().await?.fetch_optional(&sql::STATE, params![]).await?;
        let row = row.ok_or_else(encodings::no_state)?;
        Ok((row.get(1)?, row.get(2)?))
    }

    /// Brings memory and database to the last change. What is in memory is given up where anything fails.
    async fn link(&self, memory: &mut Option<Memory>) -> Result<(), StoreError> {
        let mut known = memory.take();
        if known.is_none() {
            rotate::encode_anew(&self.store, &self.vault, &self.keys, &*self.clock).await?;
        }
        let mut unit = self.store.begin(&Actor(ACTOR.to_owned()), &*self.clock).await?;
        // In one order, and before the state: as everybody does who writes to a city's people.
        for row in unit.fetch_all(&sql::CITIES, params![]).await? {
            unit.hold(row.parse(0)?).await?;
        }
        let row = unit.fetch_optional(&sql::HOLD_STATE, params![]).await?.ok_or_else(encodings::no_state)?;
        let (version, linked): (i64, i64) = (row.get(1)?, row.get(2)?);
        let from_nothing = known.is_none();
        let mut now = known.take().unwrap_or_else(Memory::new);
        let moved = if from_nothing || version != now.version {
            now.follow(&mut unit, version).await?
        } else {
            BTreeSet::new()
        };
        if version != linked {
            count_anew(&mut unit, &now, &moved, version).await?;
            questions::keep(&mut unit, &now.network, &mut crate::pages::random()).await?;
            unit.note(&sql::LINKED, params![version]).await?;
            unit.commit().await?;
        }
        *memory = Some(now);
        Ok(())
    }
}

impl Upkeep for Linker {
    fn bring_up_to_date(&self) -> UpkeepFuture<'_> {
        Box::pin(self.follow())
    }
}

/// Who of these is counted otherwise now, by handle: under which number until now, and from now on. Many are read at
/// once.
async fn counted_otherwise(
    unit: &mut Unit,
    memory: &Memory,
    handles: &BTreeSet<Handle>,
) -> Result<Vec<(Handle, Handle, Handle)>, StoreError> {
    const FEW: usize = 200;
    let mut rows: Vec<Row> = Vec::new();
    if handles.len() > FEW {
        rows = unit.fetch_all(&sql::COUNTED, params![]).await?;
    } else {
        for handle in handles {
            rows.extend(unit.fetch_optional(&sql::COUNTED_ONE, params![number(*handle)]).await?);
        }
    }
    let mut otherwise = Vec::new();
    for row in &rows {
        let (of, was) = (handle(row, 0)?, handle(row, 1)?);
        let becomes = memory.number(of);
        if becomes != was {
            otherwise.push((of, was, becomes));
        }
    }
    Ok(otherwise)
}

/// Counts people under the numbers they have now, keeps who moved, and tells each city which of its months moved.
async fn count_anew(
    unit: &mut Unit,
    memory: &Memory,
    handles: &BTreeSet<Handle>,
    version: i64,
) -> Result<(), StoreError> {
    let moves = counted_otherwise(unit, memory, handles).await?;
    if moves.is_empty() {
        return Ok(());
    }
    let at = unit.at();
    let rows = moves
        .into_iter()
        .map(|(handle, was, becomes)| params![version, number(handle), number(was), number(becomes), at]);
    unit.insert_many(&sql::INSERT_MOVES, rows).await?;
    // Whoever moved is found by the rows just written: a few statements, however many they are.
    unit.execute(&sql::COUNT_UNDER, params![version]).await?;
    for (city, months) in hanging::all_months_of_moved(unit, version).await? {
        unit.record(Entry::new("link", format!("network/{version}"), Some(city)).moving(months));
    }
    Ok(())
}
