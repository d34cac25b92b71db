//! Households: whom was met lives together. Counted like persons, over the same contacts.

use std::sync::Arc;

use crate::count::{Counts, Seen};
use crate::facts::Facts;
use crate::index::CityIndex;
use crate::layout::{Layout, Part, Places};
use crate::plan::{OUT, Plan, Way};
use crate::rules::Sort;
use crate::scan::{Rows, number};

/// The contacts of each household, oldest first.
#[derive(Debug)]
pub(crate) struct Households {
    /// Contacts of household `h` are `start[h]..start[h + 1]`.
    start: Vec<u32>,
    /// The row of each contact in the layout of contacts, and whose it is.
    met: Vec<(u32, u32)>,
}

impl Households {
    /// Finds the households of a city's contacts, given oldest first. A contact of nobody has none.
    pub(crate) fn build(months: &[Arc<Facts>], contacts: &Layout) -> Self {
        let parts = Part::of(months, Sort::Contact);
        let has_one = |facts: &Facts, row: usize| facts.household[row] != 0 && facts.subject[row] != 0;
        let mut whose = vec![0_u32; contacts.day.len()];
        for person in contacts.persons() {
            whose[contacts.rows(person)].fill(u32::try_from(person).unwrap_or(u32::MAX));
        }
        let mut places = Places::by(&parts, |facts| &facts.household, has_one);
        let (_, start) = places.start();
        let mut met = vec![(0, 0); places.rows()];
        // The same sort gives each contact the row it has in the layout.
        let mut rows = Places::by_subject(&parts);
        for part in &parts {
            part.each(|row| {
                let to = rows.next(part.facts.subject[row]);
                if has_one(part.facts, row) {
                    let place = places.next(part.facts.household[row]);
                    met[place] = (u32::try_from(to).unwrap_or(u32::MAX), whose[to]);
                }
            });
        }
        Self { start, met }
    }

    fn each(&self) -> impl Iterator<Item = &[(u32, u32)]> {
        self.start.windows(2).map(|pair| &self.met[pair[0] as usize..pair[1] as usize])
    }
}

/// Counts each household of a city once a cell.
pub(crate) fn count(plan: &Plan, index: &CityIndex, counts: &mut Counts) {
    let (contacts, city) = (index.contacts(), plan.city(index.city));
    let rows = Rows::of(plan, contacts);
    let mut seen = Seen::new(plan.size);
    for (household, met) in index.households().each().enumerate() {
        let mut first = |key: u64| std::mem::replace(seen.slot(key), number(household)) != number(household);
        for (row, person) in met {
            let (row, person) = (*row as usize, *person as usize);
            let own = plan.person(contacts, person) + city;
            let key = rows.key_without_time(row);
            if own >= OUT || key >= OUT {
                continue;
            }
            let counted = key + rows.time(row);
            match plan.way {
                Way::Distinct if counted < OUT && first(own + counted) => counts.add(own + counted, 1),
                Way::First { history, from, .. } => {
                    let day = i32::from(contacts.day[row]);
                    if (history..=plan.days.1).contains(&day) && first(own + key) && day >= from {
                        counts.add(own + counted, 1);
                    }
                }
                _ => {}
            }
        }
    }
}
