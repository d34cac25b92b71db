//! How the count of persons moves with the threshold.

use super::state::Network;

/// The count of persons, and what it would be with other thresholds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The count, as it stands.
    pub persons: usize,
    /// The least count over the thresholds looked at.
    pub least: usize,
    /// The greatest.
    pub most: usize,
    /// For each threshold, in the order given: persons, and those of them met in more than one city.
    pub at: Vec<(usize, usize)>,
}

/// The count with each of these thresholds of joining, as probabilities.
pub fn sensitivity(network: &Network, thresholds: &[f64]) -> Band {
    let at: Vec<(usize, usize)> = thresholds.iter().map(|join| network.count_at(*join)).collect();
    let persons = network.persons();
    let counts = || at.iter().map(|(persons, _)| *persons).chain([persons]);
    Band { persons, least: counts().min().unwrap_or(persons), most: counts().max().unwrap_or(persons), at }
}
