//! What has begun and waits for a device: each taken once, none kept long.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use kernel::Timestamp;

use super::CeremonyId;

/// How long a device may take, in microseconds: the five minutes browsers give.
const LASTS: i64 = 5 * 60 * 1_000_000;
/// How many may wait at once; beyond it the oldest is forgotten, so that nobody fills the memory.
const MOST: usize = 1000;

/// Ceremonies that wait. Identifiers are ordered by time: the first is the oldest.
pub(super) struct Ceremonies<T>(Mutex<BTreeMap<CeremonyId, T>>);

impl<T> Default for Ceremonies<T> {
    fn default() -> Self {
        Self(Mutex::new(BTreeMap::new()))
    }
}

impl<T> Ceremonies<T> {
    pub(super) fn keep(&self, id: CeremonyId, state: T, now: Timestamp) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.retain(|id, _| !is_over(*id, now));
        waiting.insert(id, state);
        while waiting.len() > MOST {
            waiting.pop_first();
        }
    }

    pub(super) fn take(&self, id: CeremonyId, now: Timestamp) -> Option<T> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.remove(&id).filter(|_| !is_over(id, now))
    }
}

fn is_over(id: CeremonyId, now: Timestamp) -> bool {
    now.micros() - id.made_at().micros() > LASTS
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;
    use rand::rngs::StdRng;

    use super::*;

    #[test]
    fn each_is_taken_once_and_in_time_and_none_fills_the_memory() {
        let mut random = StdRng::seed_from_u64(1);
        let at = |seconds: i64| Timestamp::from_micros(1_700_000_000_000_000 + seconds * 1_000_000);
        let ceremonies = Ceremonies::default();
        let first = CeremonyId::new(at(0), &mut random);
        ceremonies.keep(first, 1, at(0));
        assert_eq!(ceremonies.take(first, at(200)), Some(1));
        assert_eq!(ceremonies.take(first, at(200)), None);
        ceremonies.keep(first, 1, at(0));
        assert_eq!(ceremonies.take(first, at(301)), None);
        ceremonies.keep(first, 1, at(0));
        for number in 0..MOST {
            ceremonies.keep(CeremonyId::new(at(1), &mut random), number, at(1));
        }
        assert_eq!(ceremonies.take(first, at(2)), None);
    }
}
