//! One pass over a city's rows, person by person.

use std::ops::Range;

use crate::count::{Counts, Lookup, Seen, Table};
use crate::index::CityIndex;
use crate::layout::Layout;
use crate::mart::View;
use crate::names::Measure;
use crate::plan::{OUT, Plan, Way};
use crate::{households, spans};

/// Counts a city into `counts`. For the network's persons those that share a number are left out:
/// [`crate::network`] counts them.
pub(crate) fn city(view: &View, plan: &Plan, index: &CityIndex, counts: &mut Counts) {
    let (layout, city) = (index.of(plan.measure.sort()), plan.city(index.city));
    match plan.way {
        Way::Open => return spans::open(view, plan, layout, city, counts),
        Way::Overlap => return spans::overlapping(plan, layout, city, counts),
        _ if plan.measure == Measure::Households => return households::count(plan, index, counts),
        _ => {}
    }
    let rows = Rows::of(plan, layout);
    let pass = Pass { view, plan, layout, city, rows: &rows };
    let seen = Seen::new(if plan.way == Way::Distinct { plan.row_size } else { 0 });
    // Most questions look at one column of codes or at none: for these the loop over rows has no loop inside.
    match (counts, seen, rows.codes.as_slice()) {
        (Table::Dense(counts), Table::Dense(mut seen), []) if plan.way == Way::Distinct => {
            let keys = |range: Range<usize>| rows.day[range].iter().map(|day| rows.time.of(*day));
            pass.distinct(keys, counts, &mut seen);
        }
        (Table::Dense(counts), Table::Dense(mut seen), [(codes, table)]) if plan.way == Way::Distinct => {
            let keys = |range: Range<usize>| {
                let both = rows.day[range.clone()].iter().zip(&codes[range]);
                both.map(|(day, code)| rows.time.of(*day) + table.of(*code))
            };
            pass.distinct(keys, counts, &mut seen);
        }
        (counts, ..) => pass.any(counts),
    }
}

/// What a pass over a city needs to know.
struct Pass<'a> {
    view: &'a View,
    plan: &'a Plan,
    layout: &'a Layout,
    /// What the city contributes to a key.
    city: u64,
    rows: &'a Rows<'a>,
}

impl Pass<'_> {
    /// What city and person contribute to a key; nothing if the person does not count.
    #[inline(always)]
    fn own(&self, person: usize) -> Option<u64> {
        let (plan, layout) = (self.plan, self.layout);
        if plan.measure == Measure::NetworkPersons && self.view.shared[layout.network[person] as usize] {
            return None;
        }
        Some(plan.person(layout, person) + self.city).filter(|own| *own < OUT)
    }

    /// Each person once a cell, where every key has its place in an array. This is the product's busiest
    /// loop: a row costs two look-ups and one comparison, which also leaves out what does not count.
    fn distinct<Keys: Iterator<Item = u64>>(
        &self,
        keys: impl Fn(Range<usize>) -> Keys,
        counts: &mut [u64],
        seen: &mut [u32],
    ) {
        for person in self.layout.persons() {
            let Some(own) = self.own(person).and_then(|own| usize::try_from(own).ok()) else { continue };
            let number = number(person);
            // The cells of one city and one kind of person lie side by side, one for each key of a row.
            let Some(cells) = counts.get_mut(own..own + seen.len()) else { continue };
            if let [cell] = cells {
                // One cell at most: the first row that counts decides.
                *cell += u64::from(keys(self.layout.rows(person)).any(|key| key == 0));
                continue;
            }
            for key in keys(self.layout.rows(person)) {
                #[expect(clippy::cast_possible_truncation, reason = "what is out is out of every array")]
                let key = key as usize;
                if let (Some(last), Some(cell)) = (seen.get_mut(key), cells.get_mut(key)) {
                    // Added without a branch: whether a row repeats a cell cannot be predicted.
                    *cell += u64::from(std::mem::replace(last, number) != number);
                }
            }
        }
    }

    /// Any way of counting, with any columns.
    fn any(&self, counts: &mut Counts) {
        let (plan, layout, rows) = (self.plan, self.layout, self.rows);
        let each_fact = matches!(plan.way, Way::Sum { .. });
        let mut seen = Seen::new(if each_fact { 0 } else { plan.row_size });
        // Facts of nobody are facts, but no persons.
        let groups = if each_fact { 0..layout.groups() } else { layout.persons() };
        for person in groups {
            let Some(own) = self.own(person) else { continue };
            let mut first = |key: u64| std::mem::replace(seen.slot(key), number(person)) != number(person);
            for row in layout.rows(person) {
                let key = rows.key_without_time(row);
                let counted = key + rows.time(row);
                match plan.way {
                    Way::Sum { .. } if counted < OUT => {
                        let minutes = plan.measure == Measure::Minutes;
                        counts.add(own + counted, if minutes { u64::from(layout.minutes[row]) } else { 1 });
                    }
                    Way::Distinct if counted < OUT && first(counted) => counts.add(own + counted, 1),
                    Way::First { history, from, .. } if key < OUT => {
                        let day = i32::from(layout.day[row]);
                        if (history..=plan.days.1).contains(&day) && first(key) && day >= from {
                            counts.add(own + counted, 1);
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Persons are numbered from 1: 0 is nobody.
pub(crate) fn number(person: usize) -> u32 {
    u32::try_from(person + 1).unwrap_or(u32::MAX)
}

/// The columns that a question looks at, with what each code contributes.
pub(crate) struct Rows<'a> {
    day: &'a [u16],
    time: &'a Lookup,
    codes: Vec<(&'a [u16], &'a Lookup)>,
}

impl<'a> Rows<'a> {
    pub(crate) fn of(plan: &'a Plan, layout: &'a Layout) -> Self {
        let codes = plan.columns.iter().map(|(column, table)| (layout.column(*column), table));
        Self { day: &layout.day, time: &plan.time, codes: codes.collect() }
    }

    /// The key of a row; `OUT` or more if it does not count.
    #[inline]
    pub(crate) fn key(&self, row: usize) -> u64 {
        // Both parts fit the sum, also where both are out.
        self.time(row) + self.key_without_time(row)
    }

    #[inline]
    pub(crate) fn key_without_time(&self, row: usize) -> u64 {
        self.codes.iter().map(|(codes, table)| table.of(codes[row])).sum()
    }

    #[inline]
    pub(crate) fn time(&self, row: usize) -> u64 {
        self.time.of(self.day[row])
    }
}
