//! How a question is counted: a key for every fact, made of a part of its row and a part of its person.

use std::collections::BTreeMap;

use kernel::{AgeBracket, CityCode, Day, Gender, Period};

use crate::UNKNOWN;
use crate::axes::{Axis, axis_values, dimension_of, is_of_row, label_of, ranks_of};
use crate::count::Lookup;
use crate::fact::Text;
use crate::facts::{day_of, days_of};
use crate::layout::{Column, Layout};
use crate::mart::View;
use crate::names::{Dimension, Measure};
use crate::question::{Basis, Question};
use crate::spans::{Span, spans};
use crate::vulnerability::Vulnerability;

/// A contribution that shuts a fact out. Sixteen of them still fit the sum.
pub(crate) const OUT: u64 = 1 << 60;

/// How facts become figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Each fact counts (contacts, minutes, outcomes).
    Sum { running: bool },
    /// Each person or household once a cell.
    Distinct,
    /// Each once a cell without time, at the first fact from `history` on, if not before `from`.
    First { history: i32, from: i32, running: bool },
    /// Each person once a cell, in every span on whose last day a pathway is open.
    Open,
    /// Each fact in every span it overlaps.
    Overlap,
}

/// A question made ready for the facts of a view.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) measure: Measure,
    pub(crate) way: Way,
    /// The first and last day that can count.
    pub(crate) days: (i32, i32),
    pub(crate) axes: Vec<Axis>,
    /// Columns that matter and what each code contributes.
    pub(crate) columns: Vec<(Column, Lookup)>,
    /// What the vulnerabilities contribute in passes still to come, one for each value asked by.
    passes: Vec<Lookup>,
    /// What a day contributes.
    pub(crate) time: Lookup,
    /// The spans of time, of what lasts.
    pub(crate) spans: Vec<Span>,
    gender: [u64; 4],
    age: [u64; 4],
    citizenship: Vec<u64>,
    cities: Option<BTreeMap<CityCode, u64>>,
    /// Keys of rows are below this, keys of cells below `size`.
    pub(crate) row_size: u64,
    pub(crate) size: u64,
    /// The first bucket of time that the period shows.
    pub(crate) first_shown: u32,
}

impl Plan {
    pub(crate) fn of(view: &View, question: &Question) -> Self {
        let Period { from, to } = question.period;
        let has_time = question.by.iter().any(|dimension| dimension.is_time());
        let (start, running) = match question.basis {
            Basis::InPeriod | Basis::OnLastDay => (from, false),
            Basis::CumulativeSince(since) => (since, has_time),
        };
        let since = Way::First { history: days_of(start), from: days_of(start), running };
        let way = match question.measure {
            Measure::Contacts | Measure::Minutes | Measure::Sessions | Measure::Outcomes => {
                Way::Sum { running }
            }
            Measure::Persons | Measure::NetworkPersons | Measure::Households | Measure::OutcomePersons => {
                if running {
                    since
                } else {
                    Way::Distinct
                }
            }
            Measure::NewPersons => Way::First { history: i32::MIN, from: days_of(start), running },
            Measure::InCharge => Way::Open,
            Measure::Stays => Way::Overlap,
        };
        let mut plan = Self {
            measure: question.measure,
            way,
            days: (days_of(start), days_of(to)),
            axes: Vec::new(),
            columns: Vec::new(),
            passes: Vec::new(),
            time: Lookup::new(0, &[], OUT),
            spans: Vec::new(),
            gender: [0; 4],
            age: [0; 4],
            citizenship: Vec::new(),
            cities: None,
            row_size: 1,
            size: 1,
            first_shown: 0,
        };
        plan.add_axes(view, question, start);
        plan.add_time(days_of(from), running);
        plan.add_texts(view, question);
        plan.add_vulnerabilities(view, question);
        plan.add_persons_and_cities(view, question);
        if let Some(axis) = plan.time_axis() {
            let label = label_of(plan.axes[axis].dimension, from);
            let shown = plan.axes[axis].values.iter().position(|value| *value == label);
            plan.first_shown = u32::try_from(shown.unwrap_or(0)).unwrap_or(0);
        }
        plan
    }

    /// Axes of rows come first, so that the key of a row alone is small.
    fn add_axes(&mut self, view: &View, question: &Question, start: Day) {
        let mut strides = vec![0; question.by.len()];
        let mut values = vec![Vec::new(); question.by.len()];
        for of_row in [true, false] {
            for (position, dimension) in question.by.iter().enumerate() {
                if is_of_row(*dimension) == of_row {
                    values[position] = axis_values(view, *dimension, start, question.period.to);
                    strides[position] = self.size;
                    self.size = self.size.saturating_mul(values[position].len().max(1) as u64);
                }
            }
            if of_row {
                self.row_size = self.size;
            }
        }
        let axes = question.by.iter().zip(values).zip(strides);
        self.axes = axes
            .map(|((dimension, values), stride)| Axis { dimension: *dimension, values, stride })
            .collect();
    }

    fn add_time(&mut self, shown: i32, running: bool) {
        let start = self.days.0;
        let mut time = vec![0; usize::try_from(self.days.1 - start + 1).unwrap_or(0)];
        for axis in self.axes.iter().filter(|axis| axis.dimension.is_time()) {
            let rank = ranks_of(&axis.values);
            for (offset, contribution) in (0..).zip(&mut time) {
                let label = label_of(axis.dimension, day_of(start + offset));
                *contribution += rank.get(label.as_str()).map_or(OUT, |rank| rank * axis.stride);
            }
        }
        if matches!(self.way, Way::Open | Way::Overlap) {
            self.spans = spans(start, &time);
            if running {
                // Counted from the first day on, and told only where the period shows it.
                self.spans.retain(|span| span.to >= shown);
                self.spans.iter_mut().for_each(|span| span.from = start);
            }
        }
        // Days before 1970 are in no index.
        let before = usize::try_from(-start).unwrap_or(0).min(time.len());
        self.time = Lookup::new(usize::try_from(start).unwrap_or(0), &time[before..], OUT);
    }

    fn add_texts(&mut self, view: &View, question: &Question) {
        for text in Text::ALL {
            let dimension = dimension_of(text);
            let asked = question.by.contains(&dimension) || question.filter.values(dimension).is_some();
            let values = view.dictionaries.texts[text as usize].values();
            if text == Text::Citizenship {
                self.citizenship = self.table(question, dimension, values);
            } else if asked {
                let table = self.table(question, dimension, values);
                self.columns.push((Column::Text(text), Lookup::new(0, &table, OUT)));
            }
        }
    }

    /// A fact with several vulnerabilities has several keys: facts are passed over once for each value.
    fn add_vulnerabilities(&mut self, view: &View, question: &Question) {
        let allowed = question.filter.values(Dimension::Vulnerability);
        let axis = self.axes.iter().find(|axis| axis.dimension == Dimension::Vulnerability);
        let lookup = |values: &[&str], contribution: u64| {
            let sets = view.dictionaries.sets.bits().iter();
            let wanted = |bits: &u32| values.iter().any(|value| is_among(*bits, value));
            let table: Vec<u64> = sets.map(|bits| if wanted(bits) { contribution } else { OUT }).collect();
            Lookup::new(0, &table, OUT)
        };
        if let Some(axis) = axis {
            let values = axis.values.iter().zip(0..);
            let values = values.filter(|(value, _)| allowed.is_none_or(|allowed| allowed.contains(*value)));
            self.passes = values.map(|(value, rank)| lookup(&[value.as_str()], rank * axis.stride)).collect();
            self.next_pass();
        } else if let Some(allowed) = allowed {
            let allowed: Vec<&str> = allowed.iter().map(String::as_str).collect();
            self.columns.push((Column::Set, lookup(&allowed, 0)));
        }
    }

    /// Makes ready to pass over the facts once more; says whether that is needed.
    pub(crate) fn next_pass(&mut self) -> bool {
        let Some(lookup) = self.passes.pop() else { return false };
        self.columns.retain(|(column, _)| *column != Column::Set);
        self.columns.push((Column::Set, lookup));
        true
    }

    fn add_persons_and_cities(&mut self, view: &View, question: &Question) {
        self.gender = self.fixed(question, Dimension::Gender, Gender::ALL.map(Gender::code));
        self.age = self.fixed(question, Dimension::Age, AgeBracket::ALL.map(AgeBracket::code));
        let city = self.axes.iter().find(|axis| axis.dimension == Dimension::City);
        if city.is_some() || question.filter.values(Dimension::City).is_some() {
            let codes: Vec<String> = view.cities.keys().map(CityCode::to_string).collect();
            let table = self.table(question, Dimension::City, &codes);
            let wanted =
                view.cities.keys().copied().zip(table).filter(|(_, contribution)| *contribution < OUT);
            self.cities = Some(wanted.collect());
        }
    }

    fn table(&self, question: &Question, dimension: Dimension, values: &[impl AsRef<str>]) -> Vec<u64> {
        let allowed = question.filter.values(dimension);
        let axis = self.axes.iter().find(|axis| axis.dimension == dimension);
        let ranks = axis.map(|axis| (ranks_of(&axis.values), axis.stride));
        let contribution = |value: &str| {
            if allowed.is_some_and(|allowed| !allowed.contains(value)) {
                return OUT;
            }
            ranks.as_ref().map_or(0, |(ranks, stride)| ranks.get(value).map_or(OUT, |rank| rank * stride))
        };
        values.iter().map(|value| contribution(value.as_ref())).collect()
    }

    fn fixed(&self, question: &Question, dimension: Dimension, codes: [&str; 4]) -> [u64; 4] {
        let table = self.table(question, dimension, &codes);
        std::array::from_fn(|code| table[code])
    }

    pub(crate) fn wants(&self, city: CityCode) -> bool {
        self.cities.as_ref().is_none_or(|cities| cities.contains_key(&city))
    }

    /// What the city contributes to a key.
    pub(crate) fn city(&self, city: CityCode) -> u64 {
        self.cities.as_ref().map_or(0, |cities| cities.get(&city).copied().unwrap_or(OUT))
    }

    /// What a person contributes to a key, by their attributes.
    #[inline]
    pub(crate) fn person(&self, layout: &Layout, person: usize) -> u64 {
        self.gender[usize::from(layout.gender[person])]
            + self.age[usize::from(layout.age[person])]
            + self.citizenship[usize::from(layout.citizenship[person])]
    }

    pub(crate) fn time_axis(&self) -> Option<usize> {
        self.axes.iter().position(|axis| axis.dimension.is_time())
    }
}

/// Whether a set of vulnerabilities has this one; no set has what is unknown, save those without any.
fn is_among(bits: u32, value: &str) -> bool {
    match Vulnerability::from_code(value) {
        Some(one) => bits & one.bit() != 0,
        None => value == UNKNOWN && Vulnerability::of_bits(bits).next().is_none(),
    }
}
