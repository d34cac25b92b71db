//! Figures by key: a plain array while it stays small, a map beyond.

use std::collections::HashMap;

/// Up to here an array is quicker: 32 MiB.
const DENSE: u64 = 1 << 22;

/// Figures by key.
#[derive(Debug)]
pub(crate) enum Counts {
    Dense(Vec<u64>),
    Sparse(HashMap<u64, u64>),
}

impl Counts {
    pub(crate) fn new(size: u64) -> Self {
        match usize::try_from(size) {
            Ok(length) if size <= DENSE => Self::Dense(vec![0; length]),
            _ => Self::Sparse(HashMap::new()),
        }
    }

    #[inline]
    pub(crate) fn add(&mut self, key: u64, value: u64) {
        match self {
            #[expect(clippy::cast_possible_truncation, reason = "dense keys are below 2^22")]
            Self::Dense(counts) => counts[key as usize] += value,
            Self::Sparse(counts) => *counts.entry(key).or_default() += value,
        }
    }

    pub(crate) fn add_all(&mut self, other: &Self) {
        other.for_each(|key, value| self.add(key, value));
    }

    /// Every figure that is not zero.
    pub(crate) fn for_each(&self, mut each: impl FnMut(u64, u64)) {
        match self {
            Self::Dense(counts) => {
                (0..).zip(counts).filter(|(_, value)| **value > 0).for_each(|(key, value)| each(key, *value));
            }
            Self::Sparse(counts) => counts.iter().for_each(|(key, value)| each(*key, *value)),
        }
    }
}

/// Which person a key was last counted for.
#[derive(Debug)]
pub(crate) enum Seen {
    Dense(Vec<u32>),
    Sparse(HashMap<u64, u32>),
}

impl Seen {
    pub(crate) fn new(size: u64) -> Self {
        match usize::try_from(size) {
            Ok(length) if size <= DENSE => Self::Dense(vec![0; length]),
            _ => Self::Sparse(HashMap::new()),
        }
    }

    /// Whether the key is met for this person for the first time. Persons are numbered from 1.
    #[inline]
    pub(crate) fn first(&mut self, key: u64, person: u32) -> bool {
        let last = match self {
            #[expect(clippy::cast_possible_truncation, reason = "dense keys are below 2^22")]
            Self::Dense(seen) => &mut seen[key as usize],
            Self::Sparse(seen) => seen.entry(key).or_default(),
        };
        std::mem::replace(last, person) != person
    }
}
