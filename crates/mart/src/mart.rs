//! The mart: partitions that come and go, and a consistent view of them for every answer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};

use kernel::{CityCode, Period, Timestamp};

use crate::answer::Provenance;
use crate::fact::Partition;
use crate::facts::Facts;
use crate::index::CityIndex;
use crate::layout::Dictionaries;
use crate::memo::Memo;

/// All facts of the network, ready to be asked. Shared between threads; answers never see half a change.
#[derive(Debug, Default)]
pub struct Mart {
    state: RwLock<State>,
    pub(crate) memo: Memo,
}

#[derive(Debug, Default)]
struct State {
    partitions: BTreeMap<Partition, Arc<Facts>>,
    stale: BTreeSet<CityCode>,
    view: Arc<View>,
}

/// One consistent state of the facts.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    pub(crate) cities: BTreeMap<CityCode, Arc<CityIndex>>,
    pub(crate) dictionaries: Arc<Dictionaries>,
    /// By network number: whether several cities (or several persons of one) share it.
    pub(crate) shared: Arc<Vec<bool>>,
    pub(crate) cut_off: Timestamp,
    pub(crate) source: Provenance,
}

impl Mart {
    /// Puts a partition in place of what was there; without facts it is gone.
    pub fn put(&self, partition: Partition, facts: Facts) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        if facts.is_empty() {
            state.partitions.remove(&partition);
        } else {
            state.partitions.insert(partition, Arc::new(facts));
        }
        state.stale.insert(partition.city);
    }

    /// Says up to where the journal is counted, and when that was written.
    pub fn follow(&self, journal: i64, cut_off: Timestamp) {
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let partitions = state.partitions.len();
        let view = Arc::make_mut(&mut state.view);
        view.cut_off = cut_off;
        view.source = Provenance { journal, partitions };
    }

    /// When what is counted was written.
    pub fn cut_off(&self) -> Timestamp {
        self.state.read().unwrap_or_else(PoisonError::into_inner).view.cut_off
    }

    /// The facts of a partition.
    pub fn facts_of(&self, partition: Partition) -> Option<Arc<Facts>> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        state.partitions.get(&partition).cloned()
    }

    /// The partitions that hold facts, in order.
    pub fn partitions(&self) -> Vec<Partition> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        state.partitions.keys().copied().collect()
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        state.partitions.values().map(|facts| facts.len()).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// From the day of the first fact to that of the last; nothing if there are no facts.
    pub fn span(&self) -> Option<Period> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let first = state.partitions.values().filter_map(|facts| facts.day.first()).min()?;
        let last = state.partitions.values().filter_map(|facts| facts.day.last()).max()?;
        Some(Period { from: crate::facts::day_of(*first), to: crate::facts::day_of(*last) })
    }

    /// The day of the newest fact of each city.
    pub fn newest(&self) -> BTreeMap<CityCode, kernel::Day> {
        let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
        let mut newest = BTreeMap::new();
        for (partition, facts) in &state.partitions {
            if let Some(day) = facts.day.last() {
                // Partitions come in order of time.
                newest.insert(partition.city, crate::facts::day_of(*day));
            }
        }
        newest
    }

    /// The present view; cities that changed are laid out anew first.
    pub(crate) fn view(&self) -> Arc<View> {
        {
            let state = self.state.read().unwrap_or_else(PoisonError::into_inner);
            if state.stale.is_empty() {
                return Arc::clone(&state.view);
            }
        }
        let mut state = self.state.write().unwrap_or_else(PoisonError::into_inner);
        let stale = std::mem::take(&mut state.stale);
        let mut view = View::clone(&state.view);
        let dictionaries = Arc::make_mut(&mut view.dictionaries);
        for city in stale {
            let months: Vec<Arc<Facts>> = state
                .partitions
                .range(Partition { city, month: kernel::Month::from_ordinal(i32::MIN) }..)
                .take_while(|(partition, _)| partition.city == city)
                .map(|(_, facts)| Arc::clone(facts))
                .collect();
            if months.is_empty() {
                view.cities.remove(&city);
            } else {
                view.cities.insert(city, Arc::new(CityIndex::build(city, months, dictionaries)));
            }
        }
        view.shared = Arc::new(shared(&view.cities));
        view.source.partitions = state.partitions.len();
        state.view = Arc::new(view);
        Arc::clone(&state.view)
    }
}

fn shared(cities: &BTreeMap<CityCode, Arc<CityIndex>>) -> Vec<bool> {
    let numbers = || {
        let contacts = cities.values().map(|city| city.contacts());
        contacts.flat_map(|contacts| &contacts.network[contacts.persons()]).map(|number| *number as usize)
    };
    let mut met = vec![0_u8; numbers().max().map_or(0, |last| last + 1)];
    for number in numbers() {
        met[number] = met[number].saturating_add(1);
    }
    met.into_iter().map(|times| times > 1).collect()
}
