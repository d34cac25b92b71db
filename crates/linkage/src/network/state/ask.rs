//! Which pairs are worth asking about.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::super::cluster::Between;
use super::super::model::{probability, weight_of};
use super::{Handle, Network, Question};

impl Network {
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
}
