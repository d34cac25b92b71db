//! One pass over a city's rows, person by person.

use crate::count::{Counts, Seen};
use crate::index::CityIndex;
use crate::mart::View;
use crate::plan::{OUT, Plan, Way};
use crate::question::Measure;

/// Counts a city into `counts`. For the network's persons those that share a number are left out:
/// [`crate::network`] counts them.
pub(crate) fn city(view: &View, plan: &Plan, index: &CityIndex, counts: &mut Counts) {
    let city = plan.city(index.city);
    let mut seen = Seen::new(if matches!(plan.way, Way::Sum { .. }) { 0 } else { plan.row_size });
    let rows = Rows::of(plan, index);
    for person in 0..index.persons() {
        if plan.measure == Measure::NetworkPersons && view.shared[index.network[person] as usize] {
            continue;
        }
        let own = plan.person(index.gender[person], index.age[person], index.citizenship[person]) + city;
        if own >= OUT {
            continue;
        }
        let number = u32::try_from(person + 1).unwrap_or(u32::MAX);
        match plan.way {
            Way::Sum { .. } if plan.measure == Measure::Minutes => {
                for row in index.rows(person) {
                    let key = rows.key(row);
                    if key < OUT {
                        counts.add(own + key, u64::from(index.minutes[row]));
                    }
                }
            }
            Way::Sum { .. } => {
                for row in index.rows(person) {
                    let key = rows.key(row);
                    if key < OUT {
                        counts.add(own + key, 1);
                    }
                }
            }
            Way::Distinct => {
                for row in index.rows(person) {
                    let key = rows.key(row);
                    if key < OUT && seen.first(key, number) {
                        counts.add(own + key, 1);
                    }
                }
            }
            Way::First { history, from, .. } => {
                for row in index.rows(person) {
                    let day = i32::from(index.day[row]);
                    if day < history || day > plan.days.1 {
                        continue;
                    }
                    let key = rows.key_without_time(row);
                    if key < OUT && seen.first(key, number) && day >= from {
                        counts.add(own + key + rows.time(row), 1);
                    }
                }
            }
        }
    }
}

/// The columns that a question looks at, with what each code contributes.
pub(crate) struct Rows<'a> {
    first_day: i32,
    day: &'a [u16],
    time: &'a [u64],
    texts: Vec<(&'a [u16], &'a [u64])>,
}

impl<'a> Rows<'a> {
    pub(crate) fn of(plan: &'a Plan, index: &'a CityIndex) -> Self {
        let texts =
            plan.texts.iter().map(|(text, table)| (index.texts[*text as usize].as_slice(), table.as_slice()));
        Self { first_day: plan.days.0, day: &index.day, time: &plan.time, texts: texts.collect() }
    }

    /// The key of a row; `OUT` or more if it does not count.
    #[inline]
    pub(crate) fn key(&self, row: usize) -> u64 {
        let time = self.time(row);
        if time >= OUT { OUT } else { time + self.key_without_time(row) }
    }

    #[inline]
    pub(crate) fn key_without_time(&self, row: usize) -> u64 {
        self.texts.iter().map(|(codes, table)| table[usize::from(codes[row])]).sum()
    }

    #[inline]
    pub(crate) fn time(&self, row: usize) -> u64 {
        let offset = usize::try_from(i32::from(self.day[row]) - self.first_day);
        offset.ok().and_then(|offset| self.time.get(offset)).copied().unwrap_or(OUT)
    }
}
