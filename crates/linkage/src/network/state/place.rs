//! Who meets whom, and what that weighs: blocks, counts of patterns, weights.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use kernel::CityCode;

use super::super::compare::pattern;
use super::super::encoding::Encoding;
use super::super::index::{Slots, blocks};
use super::super::model::Model;
use super::super::pattern::Pattern;
use super::{Handle, Network, Person};

impl Network {
    /// Puts people into blocks and takes others out; compares again whom that concerns.
    pub(super) fn place(
        &mut self,
        put: BTreeMap<Handle, (CityCode, Encoding)>,
        removed: &BTreeSet<Handle>,
        dirty: &mut BTreeSet<Handle>,
    ) {
        let gone: Vec<u32> =
            removed.iter().chain(put.keys()).filter_map(|handle| self.slot(*handle)).collect();
        // In a block that becomes too large, or small enough, all meet otherwise than before.
        let turned = if self.slots.is_empty() { BTreeSet::new() } else { self.turned(&gone, &put) };
        let mut moved: Slots = turned.iter().flat_map(|block| self.index.members(*block)).copied().collect();
        moved.extend(&gone);
        self.meet(&moved, false, dirty);
        for slot in gone {
            let Some(person) = self.people[slot as usize].take() else { continue };
            blocks(&person.encoding).for_each(|block| self.index.remove(block, slot));
            self.slots.remove(&person.handle);
            self.cities.entry(person.city).and_modify(|people| *people -= 1);
            self.free.push(slot);
            moved.remove(&slot);
        }
        for (handle, (city, encoding)) in put {
            let slot = self.free.pop().unwrap_or_else(|| {
                self.people.push(None);
                u32::try_from(self.people.len() - 1).unwrap_or(u32::MAX)
            });
            blocks(&encoding).for_each(|block| self.index.add(block, slot));
            self.slots.insert(handle, slot);
            *self.cities.entry(city).or_default() += 1;
            self.people[slot as usize] = Some(Person { handle, city, encoding, edges: Vec::new() });
            moved.insert(slot);
        }
        self.meet(&moved, true, dirty);
    }

    /// Blocks whose members will be compared and were not, or the other way round.
    fn turned(&self, gone: &[u32], put: &BTreeMap<Handle, (CityCode, Encoding)>) -> BTreeSet<u64> {
        let mut change: HashMap<u64, i64> = HashMap::new();
        let leaving =
            gone.iter().filter_map(|slot| self.at(*slot)).flat_map(|person| blocks(&person.encoding));
        leaving.for_each(|block| *change.entry(block).or_default() -= 1);
        let coming = put.values().flat_map(|(_, encoding)| blocks(encoding));
        coming.for_each(|block| *change.entry(block).or_default() += 1);
        let turns = |(block, change): (u64, i64)| self.index.turns(block, change).then_some(block);
        change.into_iter().filter_map(turns).collect()
    }

    /// Counts the meetings of some slots, each pair once, and keeps what is worth weighing; or takes both back.
    fn meet(&mut self, moved: &Slots, comes: bool, dirty: &mut BTreeSet<Handle>) {
        let mut met = Vec::new();
        for slot in moved {
            self.meetings(*slot, moved, &mut met);
            for (other, pattern, one_city) in met.drain(..) {
                let count = self.counts.entry((one_city, pattern)).or_default();
                *count = if comes { *count + 1 } else { *count - 1 };
                if *count == 0 {
                    self.counts.remove(&(one_city, pattern));
                }
                if !pattern.is_hopeless() {
                    for (one, other) in [(*slot, other), (other, *slot)] {
                        let Some(person) = self.people[one as usize].as_mut() else { continue };
                        dirty.insert(person.handle);
                        if comes {
                            person.edges.push((other, pattern));
                        } else {
                            person.edges.retain(|(kept, _)| *kept != other);
                        }
                    }
                }
            }
        }
    }

    /// Whom a slot meets, where it meets them first; of two that moved only the later counts the pair.
    fn meetings(&self, slot: u32, moved: &Slots, met: &mut Vec<(u32, Pattern, bool)>) {
        let Some(person) = self.at(slot) else { return };
        for (block, _) in self.index.meetings(&person.encoding) {
            for other in self.index.members(block).iter().filter(|other| **other != slot) {
                if *other > slot && moved.contains(other) {
                    continue;
                }
                let Some(mate) = self.at(*other) else { continue };
                if let Some((first, stratum, one, two)) = self.index.meeting(&person.encoding, &mate.encoding)
                    && first == block
                {
                    met.push((*other, pattern(stratum, one, two), person.city == mate.city));
                }
            }
        }
    }

    /// Estimates the weights anew; all whose pairs weigh otherwise are looked at again.
    pub(super) fn weigh(&mut self, dirty: &mut BTreeSet<Handle>) {
        let model = Model::fit(&self.counts, self.cities.values().copied());
        let patterns =
            self.counts.keys().map(|(_, pattern)| *pattern).filter(|pattern| !pattern.is_hopeless());
        let otherwise = |pattern: &Pattern| self.model.weight(*pattern) != model.weight(*pattern);
        let changed: HashSet<Pattern> = patterns.filter(otherwise).collect();
        if !changed.is_empty() {
            let people = self.people.iter().flatten();
            let concerned =
                people.filter(|person| person.edges.iter().any(|(_, pattern)| changed.contains(pattern)));
            dirty.extend(concerned.map(|person| person.handle));
        }
        self.model = model;
    }
}
