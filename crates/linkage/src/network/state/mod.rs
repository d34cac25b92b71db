//! The people of all cities as encodings, and who of them is one person.
//!
//! Everything kept here is a function of the encodings and the decisions: blocks, counts of patterns, weights,
//! clusters. A change touches only what it moves, and leaves what a run from the beginning would give.

mod ask;
mod place;
mod settle;
mod told;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::CityCode;

use super::encoding::Encoding;
use super::index::Index;
use super::model::{BIT, Counts, Model, ONE_CITY, probability};
use super::pattern::Pattern;
use crate::Decision;

pub use told::{Edit, Handle, Moved, Question, Thresholds};

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
