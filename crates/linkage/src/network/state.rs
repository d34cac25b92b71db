//! The people of all cities as encodings, and who of them is one person.
//!
//! Everything kept here is a function of the encodings and the decisions: blocks, counts of patterns, weights,
//! clusters. A change touches only what it moves, and leaves what a run from the beginning would give.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use kernel::CityCode;

use super::cluster::{Between, clusters};
use super::compare::{common_views, pattern};
use super::encoding::Encoding;
use super::index::{Index, Slots, blocks};
use super::model::{BIT, Counts, Model, ONE_CITY, probability, weight_of};
use super::pattern::Pattern;
use crate::Decision;

/// The number under which a city's person is known to the network. It tells nothing of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Handle(pub u64);

/// What is probable enough, as probabilities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    /// From here on two are one person without being asked.
    pub join: f64,
    /// From here on people are asked; below, two are two persons, and no third makes them one.
    pub ask: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { join: 0.75, ask: 0.1 }
    }
}

/// A change of what the network knows.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A person is new, or is known otherwise than before.
    Put(Handle, CityCode, Encoding),
    /// A person is no more: erased, or joined to another one of their city.
    Remove(Handle),
    /// People say of two that they are one person, or two.
    Decide(Handle, Handle, Decision),
    /// What was decided of two is taken back.
    Undecide(Handle, Handle),
}

/// A person who moved from one cluster to another. A cluster is named by the smallest handle in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moved {
    /// Who moved.
    pub handle: Handle,
    /// The cluster before; nothing for a new person.
    pub from: Option<Handle>,
    /// The cluster now; nothing for one who is no more.
    pub to: Option<Handle>,
}

/// Two who may be one person, to be asked in their cities.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The one with the smaller handle.
    pub a: Handle,
    /// The other, of another city.
    pub b: Handle,
    /// How probable it is that they are one.
    pub probability: f64,
}

#[derive(Debug)]
struct Person {
    handle: Handle,
    city: CityCode,
    encoding: Encoding,
    /// Those worth weighing, by slot.
    edges: Vec<(u32, Pattern)>,
}

/// The encodings of a network, and its clusters.
#[derive(Debug)]
pub struct Network {
    thresholds: Thresholds,
    people: Vec<Option<Person>>,
    free: Vec<u32>,
    slots: BTreeMap<Handle, u32>,
    index: Index,
    counts: Counts,
    /// How many people each city knows.
    cities: BTreeMap<CityCode, u64>,
    model: Model,
    decisions: BTreeMap<(Handle, Handle), Decision>,
    /// The other sides of a person's decisions.
    decided: HashMap<Handle, BTreeSet<Handle>>,
    cluster: HashMap<Handle, Handle>,
    members: HashMap<Handle, Vec<Handle>>,
}

impl Network {
    /// An empty network.
    pub fn new(thresholds: Thresholds) -> Self {
        let counts = Counts::new();
        Self {
            thresholds,
            people: Vec::new(),
            free: Vec::new(),
            slots: BTreeMap::new(),
            index: Index::default(),
            model: Model::fit(&counts, []),
            counts,
            cities: BTreeMap::new(),
            decisions: BTreeMap::new(),
            decided: HashMap::new(),
            cluster: HashMap::new(),
            members: HashMap::new(),
        }
    }

    /// How many people are known, each once a city.
    pub fn people(&self) -> usize {
        self.slots.len()
    }

    /// How many persons they are.
    pub fn persons(&self) -> usize {
        self.members.len()
    }

    /// How many pairs were compared, of which a count is kept by what was seen.
    pub fn met(&self) -> u64 {
        self.counts.values().sum()
    }

    /// The cluster of a person.
    pub fn cluster(&self, handle: Handle) -> Option<Handle> {
        self.cluster.get(&handle).copied()
    }

    /// The members of a cluster, by handle.
    pub fn members(&self, cluster: Handle) -> &[Handle] {
        self.members.get(&cluster).map_or(&[], Vec::as_slice)
    }

    /// All clusters with their members, by handle.
    pub fn clusters(&self) -> BTreeMap<Handle, &[Handle]> {
        self.members.iter().map(|(cluster, members)| (*cluster, members.as_slice())).collect()
    }

    /// The city of a person.
    pub fn city(&self, handle: Handle) -> Option<CityCode> {
        self.person(handle).map(|person| person.city)
    }

    /// How probable it is that two are one person; nothing where they were not worth comparing.
    pub fn probability(&self, a: Handle, b: Handle) -> Option<f64> {
        let (a, b) = (self.slot(a)?, self.slot(b)?);
        let edge = self.at(a)?.edges.iter().find(|(other, _)| *other == b)?;
        Some(probability(self.weight(a, b, edge.1)))
    }

    /// Pairs of people of two cities that were weighed, each once, with the probability that they are one person.
    pub fn weighed(&self) -> impl Iterator<Item = (Handle, Handle, f64)> + '_ {
        self.edges()
            .filter(|(a, b, _)| a.city != b.city)
            .map(|(a, b, weight)| (a.handle, b.handle, probability(weight)))
    }

    /// The pairs to ask about, the least certain first, since there an answer changes most: one for each two clusters,
    /// none where people decided, and none that a city would have to answer by joining two people of its own.
    pub fn questions(&self) -> Vec<Question> {
        let (ask, join) = (weight_of(self.thresholds.ask), weight_of(self.thresholds.join));
        let mut best: BTreeMap<(Handle, Handle), (Reverse<i32>, Handle, Handle)> = BTreeMap::new();
        for (a, b, weight) in self.edges().filter(|(a, b, weight)| a.city != b.city && *weight >= ask) {
            let (Some(one), Some(other)) = (self.cluster(a.handle), self.cluster(b.handle)) else { continue };
            if one != other {
                let pair = (Reverse(weight), a.handle, b.handle);
                let best = best.entry((one.min(other), one.max(other))).or_insert(pair);
                *best = pair.min(*best);
            }
        }
        let open = |(one, other): (Handle, Handle)| {
            let pairs =
                self.members(one).iter().flat_map(|a| self.members(other).iter().map(move |b| (*a, *b)));
            pairs.clone().all(|(a, b)| self.decision(a, b).is_none())
                && pairs
                    .filter(|(a, b)| self.city(*a) == self.city(*b))
                    .all(|(a, b)| self.between(a, b, join) != Between::Apart)
        };
        let asked = best.into_iter().filter(|(clusters, _)| open(*clusters));
        let mut asked: Vec<_> =
            asked.map(|(_, (Reverse(weight), a, b))| (weight.abs(), a, b, weight)).collect();
        asked.sort_unstable();
        asked
            .into_iter()
            .map(|(_, a, b, weight)| Question { a, b, probability: probability(weight) })
            .collect()
    }

    /// How many persons there would be with another threshold of joining, and how many of them in more than one city.
    pub(crate) fn count_at(&self, join: f64) -> (usize, usize) {
        let least = weight_of(join);
        let (mut seen, mut persons, mut shared) = (BTreeSet::new(), 0, 0);
        for seed in self.slots.keys() {
            if seen.contains(seed) {
                continue;
            }
            let component = self.component(*seed, least);
            for cluster in self.parted(&component, least) {
                persons += 1;
                shared += usize::from(self.is_shared(&cluster));
            }
            seen.extend(component);
        }
        (persons, shared)
    }

    /// How many persons were met in more than one city.
    pub fn shared(&self) -> usize {
        self.members.values().filter(|members| self.is_shared(members)).count()
    }

    fn is_shared(&self, cluster: &[Handle]) -> bool {
        cluster.iter().any(|member| self.city(*member) != self.city(cluster[0]))
    }

    /// Makes some changes at once; tells who moved, by handle.
    pub fn apply(&mut self, edits: impl IntoIterator<Item = Edit>) -> Vec<Moved> {
        let (mut put, mut removed) = (BTreeMap::new(), BTreeSet::new());
        let mut dirty = BTreeSet::new();
        for edit in edits {
            match edit {
                Edit::Put(handle, city, encoding) => {
                    removed.remove(&handle);
                    put.insert(handle, (city, encoding));
                }
                Edit::Remove(handle) => {
                    put.remove(&handle);
                    removed.insert(handle);
                }
                Edit::Decide(a, b, decision) => {
                    self.decisions.insert((a.min(b), a.max(b)), decision);
                    self.decided.entry(a).or_default().insert(b);
                    self.decided.entry(b).or_default().insert(a);
                    dirty.extend([a, b]);
                }
                Edit::Undecide(a, b) => {
                    self.decisions.remove(&(a.min(b), a.max(b)));
                    for (one, other) in [(a, b), (b, a)] {
                        self.decided.entry(one).or_default().remove(&other);
                    }
                    dirty.extend([a, b]);
                }
            }
        }
        dirty.extend(removed.iter().chain(put.keys()));
        self.place(put, &removed, &mut dirty);
        self.weigh(&mut dirty);
        self.settle(dirty)
    }

    /// Puts people into blocks and takes others out; compares again whom that concerns.
    fn place(
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
    fn weigh(&mut self, dirty: &mut BTreeSet<Handle>) {
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

    /// Puts the people of all components that hold one of these into clusters anew.
    fn settle(&mut self, dirty: BTreeSet<Handle>) -> Vec<Moved> {
        let mut from: BTreeMap<Handle, Option<Handle>> = BTreeMap::new();
        let mut pending: Vec<Handle> = dirty.into_iter().collect();
        let mut settled = Vec::new();
        while let Some(seed) = pending.pop() {
            if from.contains_key(&seed) {
                continue;
            }
            let component = if self.slots.contains_key(&seed) {
                self.component(seed, weight_of(self.thresholds.join))
            } else {
                vec![seed]
            };
            for handle in &component {
                let cluster = self.cluster.remove(handle);
                pending.extend(cluster.and_then(|cluster| self.members.remove(&cluster)).unwrap_or_default());
                from.insert(*handle, cluster);
            }
            settled.push(component);
        }
        for component in settled.iter().filter(|component| self.slots.contains_key(&component[0])) {
            for cluster in self.parted(component, weight_of(self.thresholds.join)) {
                self.cluster.extend(cluster.iter().map(|member| (*member, cluster[0])));
                self.members.insert(cluster[0], cluster);
            }
        }
        let moved = from.into_iter().map(|(handle, from)| Moved { handle, from, to: self.cluster(handle) });
        moved.filter(|moved| moved.from != moved.to).collect()
    }

    /// All who hang together with somebody by pairs from a weight on, or by decisions; by handle.
    fn component(&self, seed: Handle, least: i32) -> Vec<Handle> {
        let lonely = self.person(seed).is_none_or(|person| person.edges.is_empty());
        if lonely && !self.decided.contains_key(&seed) {
            return vec![seed];
        }
        let (mut found, mut pending) = (BTreeSet::from([seed]), vec![seed]);
        while let Some(handle) = pending.pop() {
            let Some((slot, person)) = self.slot(handle).and_then(|slot| Some((slot, self.at(slot)?))) else {
                continue;
            };
            let strong =
                person.edges.iter().filter(|(other, pattern)| self.weight(slot, *other, *pattern) >= least);
            let strong = strong.filter_map(|(other, _)| Some(self.at(*other)?.handle));
            let joined = self.decided.get(&handle).into_iter().flatten().copied();
            let joined = joined.filter(|other| {
                self.decision(handle, *other) == Some(Decision::Joined) && self.slots.contains_key(other)
            });
            for other in strong.chain(joined) {
                if found.insert(other) {
                    pending.push(other);
                }
            }
        }
        found.into_iter().collect()
    }

    /// The clusters of a component, each by handle.
    fn parted(&self, component: &[Handle], least: i32) -> Vec<Vec<Handle>> {
        if component.len() == 1 {
            return vec![component.to_vec()];
        }
        let home = clusters(component.len(), &self.joined(component), least, |a, b| {
            self.between(component[a], component[b], least)
        });
        let mut clusters: BTreeMap<usize, Vec<Handle>> = BTreeMap::new();
        for (handle, home) in component.iter().zip(home) {
            clusters.entry(home).or_default().push(*handle);
        }
        clusters.into_values().collect()
    }

    /// Pairs of positions that people joined. One that would join what others told apart does not count.
    fn joined(&self, component: &[Handle]) -> Vec<(usize, usize)> {
        let place = |handle: &Handle| component.binary_search(handle).ok();
        let mut group: Vec<usize> = (0..component.len()).collect();
        let mut joined = Vec::new();
        for (at, handle) in component.iter().enumerate() {
            for other in self.decided.get(handle).into_iter().flatten().filter(|other| *other > handle) {
                let (Some(to), Some(Decision::Joined)) = (place(other), self.decision(*handle, *other))
                else {
                    continue;
                };
                let (one, two) = (group[at], group[to]);
                let told_apart = |a: usize, b: usize| {
                    self.decision(component[a], component[b]) == Some(Decision::Separated)
                };
                let members = |wanted: usize| -> Vec<usize> {
                    (0..group.len()).filter(|at| group[*at] == wanted).collect()
                };
                let (ones, twos) = (members(one), members(two));
                if one != two && ones.iter().any(|a| twos.iter().any(|b| told_apart(*a, *b))) {
                    continue;
                }
                group.iter_mut().filter(|group| **group == two).for_each(|group| *group = one);
                joined.push((at, to));
            }
        }
        joined
    }

    fn between(&self, a: Handle, b: Handle, least: i32) -> Between {
        if self.decision(a, b) == Some(Decision::Separated) {
            return Between::Apart;
        }
        let (Some(slot_a), Some(slot_b)) = (self.slot(a), self.slot(b)) else { return Between::Nothing };
        let (Some(one), Some(other)) = (self.at(slot_a), self.at(slot_b)) else { return Between::Nothing };
        let one_city = one.city == other.city;
        if let Some((_, pattern)) = one.edges.iter().find(|(slot, _)| *slot == slot_b) {
            let weight = self.weight(slot_a, slot_b, *pattern);
            let enough = if one_city { least } else { weight_of(self.thresholds.ask).min(least) };
            return if weight >= enough { Between::Weight(weight) } else { Between::Apart };
        }
        let seen = common_views(&one.encoding, &other.encoding).next();
        let hopeless = seen.is_some_and(|(view_a, view_b)| {
            let stratum = super::pattern::Stratum::of(view_a.kind());
            pattern(stratum, (&one.encoding, view_a), (&other.encoding, view_b)).is_hopeless()
        });
        if one_city || hopeless { Between::Apart } else { Between::Nothing }
    }

    /// The weight of a pair, less where both are of one city.
    fn weight(&self, a: u32, b: u32, pattern: Pattern) -> i32 {
        let city = |slot: u32| self.at(slot).map(|person| person.city);
        let weight = self.model.weight(pattern);
        if city(a) == city(b) { weight - ONE_CITY * BIT } else { weight }
    }

    fn edges(&self) -> impl Iterator<Item = (&Person, &Person, i32)> {
        self.slots.values().filter_map(|slot| Some((*slot, self.at(*slot)?))).flat_map(
            move |(slot, person)| {
                let others = person.edges.iter().filter_map(move |(other, pattern)| {
                    Some((self.at(*other)?, self.weight(slot, *other, *pattern)))
                });
                others
                    .filter(|(other, _)| person.handle < other.handle)
                    .map(move |(other, weight)| (person, other, weight))
            },
        )
    }

    fn decision(&self, a: Handle, b: Handle) -> Option<Decision> {
        self.decisions.get(&(a.min(b), a.max(b))).copied()
    }

    fn slot(&self, handle: Handle) -> Option<u32> {
        self.slots.get(&handle).copied()
    }

    fn at(&self, slot: u32) -> Option<&Person> {
        self.people.get(slot as usize)?.as_ref()
    }

    fn person(&self, handle: Handle) -> Option<&Person> {
        self.at(self.slot(handle)?)
    }
}
