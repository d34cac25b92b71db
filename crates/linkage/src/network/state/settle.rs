//! From weights to clusters: components that a change touches are put into clusters anew.

use std::collections::{BTreeMap, BTreeSet};

use super::super::cluster::{Between, clusters};
use super::super::compare::{common_views, pattern};
use super::super::model::weight_of;
use super::super::pattern::Stratum;
use super::{Handle, Moved, Network};
use crate::Decision;

impl Network {
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

    /// Puts the people of all components that hold one of these into clusters anew.
    pub(super) fn settle(&mut self, dirty: BTreeSet<Handle>) -> Vec<Moved> {
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

    pub(super) fn between(&self, a: Handle, b: Handle, least: i32) -> Between {
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
            let stratum = Stratum::of(view_a.kind());
            pattern(stratum, (&one.encoding, view_a), (&other.encoding, view_b)).is_hopeless()
        });
        if one_city || hopeless { Between::Apart } else { Between::Nothing }
    }
}
