//! From weighed pairs to persons. Clusters grow by the greatest mean weight between two of them, and a single
//! contradiction keeps two apart: nobody is chained to somebody else through a weak middle.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// What stands between two encodings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    /// A weight, in eighths of a bit.
    Weight(i32),
    /// They share no salt, so nothing is known.
    Nothing,
    /// They are two persons, whatever others say.
    Apart,
}

/// Eighths of a bit between two encodings of which nothing is known: that they share no salt speaks against one
/// person.
const NOTHING: i64 = -64;

/// Sums over the pairs between two clusters.
#[derive(Clone, Copy, Debug, Default)]
struct Link {
    sum: i64,
    pairs: i64,
    apart: bool,
}

/// Joins positions into clusters: `joined` pairs always; then, the greatest mean first, all clusters between
/// which the mean weight is at least `least` and nothing stands [`Between::Apart`]. Ties go to the smaller
/// positions, so the result depends on the pairs alone. Gives the smallest position of each one's cluster.
pub(crate) fn clusters(
    count: usize,
    joined: &[(usize, usize)],
    least: i32,
    between: impl Fn(usize, usize) -> Between,
) -> Vec<usize> {
    let mut home: Vec<usize> = (0..count).collect();
    for (a, b) in joined {
        let (low, high) = (home[*a].min(home[*b]), home[*a].max(home[*b]));
        home.iter_mut().filter(|home| **home == high).for_each(|home| *home = low);
    }
    let mut links = vec![HashMap::<usize, Link>::new(); count];
    for a in 0..count {
        for b in a + 1..count {
            let (one, other) = (home[a].min(home[b]), home[a].max(home[b]));
            if one == other {
                continue;
            }
            let link = links[one].entry(other).or_default();
            link.pairs += 1;
            match between(a, b) {
                Between::Weight(weight) => link.sum += i64::from(weight),
                Between::Nothing => link.sum += NOTHING,
                Between::Apart => link.apart = true,
            }
        }
    }
    for one in 0..count {
        for (other, link) in links[one].clone() {
            if other > one {
                links[other].insert(one, link);
            }
        }
    }
    // A queue of what may join; an entry made before one of its clusters grew is known by its sum and pairs.
    let mut queue = BinaryHeap::new();
    let offer = |queue: &mut BinaryHeap<_>, one: usize, other: usize, link: Link| {
        if !link.apart && link.sum >= i64::from(least) * link.pairs {
            // Means compare as whole numbers: no pair of clusters of a component has a million pairs.
            let mean = link.sum * 1_000_000 / link.pairs;
            queue.push((mean, Reverse((one.min(other), one.max(other))), link.sum, link.pairs));
        }
    };
    for (one, others) in links.iter().enumerate() {
        for (other, link) in others.iter().filter(|(other, _)| **other > one) {
            offer(&mut queue, one, *other, *link);
        }
    }
    while let Some((_, Reverse((keep, gone)), sum, pairs)) = queue.pop() {
        let current = links[keep].get(&gone).copied();
        if !current.is_some_and(|link| link.sum == sum && link.pairs == pairs) {
            continue;
        }
        links[keep].remove(&gone);
        let moved = std::mem::take(&mut links[gone]);
        for (other, link) in moved {
            if other == keep {
                continue;
            }
            links[other].remove(&gone);
            let grown = links[keep].entry(other).or_default();
            grown.sum += link.sum;
            grown.pairs += link.pairs;
            grown.apart |= link.apart;
            let grown = *grown;
            links[other].insert(keep, grown);
            offer(&mut queue, keep, other, grown);
        }
        home.iter_mut().filter(|home| **home == gone).for_each(|home| *home = keep);
    }
    home
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(count: usize, weights: &[(usize, usize, i32)], joined: &[(usize, usize)]) -> Vec<usize> {
        clusters(count, joined, 8, |a, b| {
            weights
                .iter()
                .find(|(one, other, _)| (*one, *other) == (a, b))
                .map_or(Between::Apart, |(_, _, weight)| Between::Weight(*weight))
        })
    }

    #[test]
    fn a_contradiction_outweighs_a_middle() {
        // 1 is like both, 0 and 2 contradict each other: the stronger pair stands.
        assert_eq!(of(3, &[(0, 1, 90), (1, 2, 91)], &[]), [0, 1, 1]);
        assert_eq!(of(3, &[(0, 1, 90), (1, 2, 91), (0, 2, 5)], &[]), [0, 0, 0]);
    }

    #[test]
    fn who_shares_nothing_counts_against() {
        let pair = |a, b| if (a, b) == (0, 2) { Between::Nothing } else { Between::Weight(70) };
        assert_eq!(clusters(3, &[], 8, pair), [0, 0, 2]);
    }

    #[test]
    fn what_people_joined_stays_joined() {
        assert_eq!(of(3, &[(0, 1, 90)], &[(0, 2)]), [0, 1, 0]);
        assert_eq!(of(4, &[(0, 1, 90)], &[(2, 3), (1, 2)]), [0, 1, 1, 1]);
    }
}
