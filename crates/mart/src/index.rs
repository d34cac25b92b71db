//! A city's facts, ready to be counted.

use std::sync::{Arc, OnceLock};

use kernel::CityCode;

use crate::facts::Facts;
use crate::households::Households;
use crate::layout::{Dictionaries, Layout};
use crate::rules::Sort;

/// The facts of a city: one layout for each sort, so that no measure passes over facts it does not count.
#[derive(Debug)]
pub(crate) struct CityIndex {
    pub(crate) city: CityCode,
    layouts: [Layout; Sort::ALL.len()],
    /// Who lives together is laid out when somebody asks: few questions do.
    households: OnceLock<Households>,
    months: Vec<Arc<Facts>>,
}

impl CityIndex {
    /// Lays out the months of a city, given oldest first.
    pub(crate) fn build(city: CityCode, months: Vec<Arc<Facts>>, dictionaries: &mut Dictionaries) -> Self {
        let layouts = Sort::ALL.map(|sort| Layout::build(&months, sort, dictionaries));
        Self { city, layouts, households: OnceLock::new(), months }
    }

    /// The facts of a sort.
    pub(crate) fn of(&self, sort: Sort) -> &Layout {
        &self.layouts[sort as usize]
    }

    /// The contacts.
    pub(crate) fn contacts(&self) -> &Layout {
        self.of(Sort::Contact)
    }

    /// The contacts by household.
    pub(crate) fn households(&self) -> &Households {
        self.households.get_or_init(|| Households::build(&self.months, self.contacts()))
    }
}
