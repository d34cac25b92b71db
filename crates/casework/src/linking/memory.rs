//! The network in memory, as far as the database was followed.

use std::collections::{BTreeMap, BTreeSet};

use kernel::CityCode;
use linkage::network::{Band, Edit, Encoding, Handle, Network, Thresholds};
use store::{Row, StoreError, Unit, params};

use super::sql;

/// Encodings and answers up to a change, and who is one person by them.
#[derive(Debug)]
pub(super) struct Memory {
    /// The last change that is in it.
    pub version: i64,
    pub network: Network,
    /// How the count moves with the threshold, once it was asked for.
    pub band: Option<Band>,
    /// Who was forgotten, and with whom they go on being counted.
    stands_with: BTreeMap<Handle, Handle>,
    /// The pairs to which answers were carried.
    carried_to: BTreeSet<(Handle, Handle)>,
}

impl Memory {
    pub fn new() -> Self {
        let network = Network::new(Thresholds::default());
        Self { version: 0, network, band: None, stands_with: BTreeMap::new(), carried_to: BTreeSet::new() }
    }

    /// Reads what changed since, up to a version that holds still. Gives whose number may be another now.
    pub async fn follow(&mut self, unit: &mut Unit, version: i64) -> Result<BTreeSet<Handle>, StoreError> {
        let mut edits = Vec::new();
        for row in unit.fetch_all(&sql::CHANGED, params![self.version]).await? {
            let handle = handle(&row, 0)?;
            let bytes: Option<Vec<u8>> = row.get(2)?;
            match row.get::<Option<i64>>(3)? {
                Some(_) if bytes.is_none() => drop(self.stands_with.insert(handle, self::handle(&row, 3)?)),
                _ => drop(self.stands_with.remove(&handle)),
            }
            edits.push(match bytes {
                Some(bytes) => Edit::Put(handle, row.parse::<CityCode>(1)?, encoding(&bytes)?),
                None => Edit::Remove(handle),
            });
        }
        edits.extend(super::answers::changed(unit, self.version).await?);
        // After what was answered on the pair itself, which they know too.
        edits.extend(super::united::changed(unit, &mut self.carried_to).await?);
        let changed: Vec<Handle> = edits.iter().filter_map(removed).collect();
        let mut moved: BTreeSet<Handle> =
            self.network.apply(edits).into_iter().map(|moved| moved.handle).collect();
        moved.extend(changed);
        // Who was forgotten moves with whom they stand.
        let stand_with_them = |gone: &&Handle| self.way(**gone).any(|step| moved.contains(&step));
        let gone: Vec<Handle> = self.stands_with.keys().filter(stand_with_them).copied().collect();
        moved.extend(gone);
        self.version = version;
        self.band = None;
        Ok(moved)
    }

    /// The number under which a person is counted: that of their cluster. Who was forgotten is counted with whom they
    /// were counted then; who is nobody to compare, alone.
    pub fn number(&self, of: Handle) -> Handle {
        let end = self.way(of).last().unwrap_or(of);
        self.network.cluster(end).unwrap_or(end)
    }

    /// Whom a person stands with, themselves first, up to somebody who is encoded. Each step leads to somebody who was
    /// forgotten later, so there is an end; nobody stands with themselves.
    fn way(&self, of: Handle) -> impl Iterator<Item = Handle> {
        let is_encoded = |handle: &Handle| self.network.cluster(*handle).is_some();
        let next = move |handle: &Handle| {
            if is_encoded(handle) { None } else { self.stands_with.get(handle).copied() }
        };
        std::iter::successors(Some(of), next).take(self.stands_with.len() + 1)
    }
}

fn removed(edit: &Edit) -> Option<Handle> {
    match edit {
        Edit::Remove(handle) => Some(*handle),
        _ => None,
    }
}

/// A handle in a column.
pub(super) fn handle(row: &Row, column: usize) -> Result<Handle, StoreError> {
    Ok(Handle(u64::from(row.count(column)?)))
}

/// A handle as a column keeps it: numbers are given one by one and fit.
pub(super) fn number(handle: Handle) -> u32 {
    u32::try_from(handle.0).unwrap_or(u32::MAX)
}

fn encoding(bytes: &[u8]) -> Result<Encoding, StoreError> {
    Encoding::from_bytes(bytes).map_err(|error| StoreError::Column {
        column: 2,
        what: "encoding",
        reason: format!("{error}; «lgnet key rotate-network» encodes everybody anew"),
    })
}
