//! Values by key: a plain array while it stays small, a map beyond; and what a code contributes to a key.

use std::collections::HashMap;

/// Up to here an array is quicker: 32 MiB of figures.
const DENSE: u64 = 1 << 22;

/// Values by key, as dense as their number allows.
#[derive(Debug)]
pub(crate) enum Table<T> {
    Dense(Vec<T>),
    Sparse(HashMap<u64, T>),
}

/// Figures by key.
pub(crate) type Counts = Table<u64>;

/// Which person a key was last counted for. Persons are numbered from 1.
pub(crate) type Seen = Table<u32>;

impl<T: Copy + Default> Table<T> {
    /// For keys below `size`.
    pub(crate) fn new(size: u64) -> Self {
        match usize::try_from(size) {
            Ok(length) if size <= DENSE => Self::Dense(vec![T::default(); length]),
            _ => Self::Sparse(HashMap::new()),
        }
    }

    /// The value of a key; zero if it was never met.
    #[inline]
    pub(crate) fn slot(&mut self, key: u64) -> &mut T {
        match self {
            #[expect(clippy::cast_possible_truncation, reason = "dense keys are below 2^22")]
            Self::Dense(values) => &mut values[key as usize],
            Self::Sparse(values) => values.entry(key).or_default(),
        }
    }
}

impl Counts {
    #[inline]
    pub(crate) fn add(&mut self, key: u64, value: u64) {
        *self.slot(key) += value;
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

const CODES: usize = 1 << 16;

/// What each code of a column contributes to a key. It has a place for every code there can be, so that
/// looking one up needs no comparison.
#[derive(Clone, Debug)]
pub(crate) struct Lookup(Box<[u64; CODES]>);

impl Lookup {
    /// The contributions of the codes from `first` on; every other code contributes `other`.
    pub(crate) fn new(first: usize, contributions: &[u64], other: u64) -> Self {
        let all: Box<[u64]> = vec![other; CODES].into();
        let mut all = all.try_into().unwrap_or_else(|_| Box::new([other; CODES]));
        for (place, contribution) in all.iter_mut().skip(first).zip(contributions) {
            *place = *contribution;
        }
        Self(all)
    }

    #[inline]
    pub(crate) fn of(&self, code: u16) -> u64 {
        self.0[usize::from(code)]
    }
}
