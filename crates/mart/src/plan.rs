//! How a question is counted: a key for every fact, made of a part of its row and a part of its person.

use std::collections::BTreeMap;

use kernel::{AgeBracket, CityCode, Day, Gender, Month, Period};

use crate::answer::Label;
use crate::count::Lookup;
use crate::facts::{Text, day_of, days_of};
use crate::mart::View;
use crate::question::{Basis, Dimension, Measure, Question};

/// A contribution that shuts a fact out. Sixteen of them still fit the sum.
pub(crate) const OUT: u64 = 1 << 60;

/// How facts become figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Each fact counts (contacts, minutes).
    Sum { running: bool },
    /// Each person once a cell.
    Distinct,
    /// Each person once a cell without time, at the first fact from `history` on, if not before `from`.
    First { history: i32, from: i32, running: bool },
}

/// One dimension asked by.
#[derive(Debug)]
pub(crate) struct Axis {
    dimension: Dimension,
    /// Its values, in the order answers show them.
    pub(crate) values: Vec<String>,
    stride: u64,
}

/// A question made ready for the facts of a view.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) measure: Measure,
    pub(crate) way: Way,
    /// The first and last day that can count.
    pub(crate) days: (i32, i32),
    pub(crate) axes: Vec<Axis>,
    /// Text columns that matter and what each code contributes.
    pub(crate) texts: Vec<(Text, Lookup)>,
    /// What a day contributes.
    pub(crate) time: Lookup,
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
            Basis::InPeriod => (from, false),
            Basis::CumulativeSince(since) => (since, has_time),
        };
        let way = match question.measure {
            Measure::Contacts | Measure::Minutes | Measure::Sessions => Way::Sum { running },
            Measure::Persons | Measure::NetworkPersons if !running => Way::Distinct,
            Measure::Persons | Measure::NetworkPersons => {
                Way::First { history: days_of(start), from: days_of(start), running }
            }
            Measure::NewPersons => Way::First { history: i32::MIN, from: days_of(start), running },
        };
        let mut plan = Self {
            measure: question.measure,
            way,
            days: (days_of(start), days_of(to)),
            axes: Vec::new(),
            texts: Vec::new(),
            time: Lookup::new(0, &[], OUT),
            gender: [0; 4],
            age: [0; 4],
            citizenship: Vec::new(),
            cities: None,
            row_size: 1,
            size: 1,
            first_shown: 0,
        };
        plan.add_axes(view, question, start);
        plan.add_tables(view, question);
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

    fn add_tables(&mut self, view: &View, question: &Question) {
        let start = self.days.0;
        let mut time = vec![0; usize::try_from(self.days.1 - start + 1).unwrap_or(0)];
        for axis in self.axes.iter().filter(|axis| axis.dimension.is_time()) {
            let rank = ranks_of(&axis.values);
            for (offset, contribution) in (0..).zip(&mut time) {
                let label = label_of(axis.dimension, day_of(start + offset));
                *contribution += rank.get(label.as_str()).map_or(OUT, |rank| rank * axis.stride);
            }
        }
        // Days before 1970 are in no index.
        let before = usize::try_from(-start).unwrap_or(0).min(time.len());
        self.time = Lookup::new(usize::try_from(start).unwrap_or(0), &time[before..], OUT);
        for text in Text::ALL {
            let dimension = dimension_of(text);
            // Every measure so far counts contacts; a filter may say another kind.
            let contacts_only = text == Text::Kind && question.filter.values(Dimension::Kind).is_none();
            let asked = question.by.contains(&dimension) || question.filter.values(dimension).is_some();
            let table = self.table(question, dimension, view.dictionaries[text as usize].values());
            if text == Text::Citizenship {
                self.citizenship = table;
            } else if contacts_only {
                let kinds = view.dictionaries[text as usize].values();
                let only =
                    |(value, out): (&std::sync::Arc<str>, u64)| if &**value == "contact" { out } else { OUT };
                let table: Vec<u64> = kinds.iter().zip(table).map(only).collect();
                // Where every fact is a contact there is nothing to look up.
                if question.by.contains(&dimension) || table.contains(&OUT) {
                    self.texts.push((text, Lookup::new(0, &table, OUT)));
                }
            } else if asked {
                self.texts.push((text, Lookup::new(0, &table, OUT)));
            }
        }
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

    /// What a person contributes to a key, by the codes of their attributes.
    pub(crate) fn person(&self, gender: u8, age: u8, citizenship: u16) -> u64 {
        self.gender[usize::from(gender)]
            + self.age[usize::from(age)]
            + self.citizenship[usize::from(citizenship)]
    }

    pub(crate) fn time_axis(&self) -> Option<usize> {
        self.axes.iter().position(|axis| axis.dimension.is_time())
    }

    /// The first position, and its key, of those that have this rank on the first axis.
    pub(crate) fn beginning(&self, first: usize) -> (Vec<u32>, u64) {
        let mut ranks = vec![0; self.axes.len()];
        let stride = self.axes.first().map_or(0, |axis| axis.stride);
        if let Some(rank) = ranks.first_mut() {
            *rank = u32::try_from(first).unwrap_or(u32::MAX);
        }
        (ranks, stride * first as u64)
    }

    /// Goes to the next position in the order answers show, keeping the rank on the first axis.
    pub(crate) fn advance(&self, ranks: &mut [u32], key: &mut u64) -> bool {
        for (axis, rank) in self.axes.iter().zip(ranks).skip(1).rev() {
            if (*rank as usize) + 1 < axis.values.len() {
                *rank += 1;
                *key += axis.stride;
                return true;
            }
            *key -= axis.stride * u64::from(*rank);
            *rank = 0;
        }
        false
    }

    /// The position on each axis, in the order asked.
    pub(crate) fn ranks(&self, key: u64) -> Vec<u32> {
        let rank = |axis: &Axis| (key / axis.stride) % axis.values.len().max(1) as u64;
        self.axes.iter().map(|axis| u32::try_from(rank(axis)).unwrap_or(u32::MAX)).collect()
    }

    /// The labels of all axes. Each thread takes its own: counting who shares them is then no contest.
    pub(crate) fn labels(&self) -> Labels {
        Labels(
            self.axes
                .iter()
                .map(|axis| axis.values.iter().map(|value| Label::from(value.as_str())).collect())
                .collect(),
        )
    }
}

/// The labels of the axes of a plan.
pub(crate) struct Labels(Vec<Vec<Label>>);

impl Labels {
    /// Those of a position.
    pub(crate) fn at(&self, ranks: &[u32]) -> Vec<Label> {
        self.0.iter().zip(ranks).map(|(labels, rank)| Label::clone(&labels[*rank as usize])).collect()
    }
}

fn is_of_row(dimension: Dimension) -> bool {
    !dimension.is_of_person() && dimension != Dimension::City
}

fn ranks_of(values: &[String]) -> BTreeMap<&str, u64> {
    values.iter().map(String::as_str).zip(0..).collect()
}

fn dimension_of(text: Text) -> Dimension {
    match text {
        Text::Kind => Dimension::Kind,
        Text::Area => Dimension::Area,
        Text::Service => Dimension::Service,
        Text::Point => Dimension::Point,
        Text::WorkPackage => Dimension::WorkPackage,
        Text::Citizenship => Dimension::Citizenship,
        Text::Permit => Dimension::Permit,
        Text::Modality => Dimension::Modality,
        Text::Outcome => Dimension::Outcome,
    }
}

fn axis_values(view: &View, dimension: Dimension, start: Day, end: Day) -> Vec<String> {
    if dimension.is_time() {
        return buckets(dimension, start, end);
    }
    match dimension {
        Dimension::City => view.cities.keys().map(CityCode::to_string).collect(),
        Dimension::Gender => Gender::ALL.map(|gender| gender.code().to_owned()).to_vec(),
        Dimension::Age => AgeBracket::ALL.map(|age| age.code().to_owned()).to_vec(),
        _ => {
            let text = Text::ALL.into_iter().find(|text| dimension_of(*text) == dimension);
            let values = text.map_or(&[][..], |text| view.dictionaries[text as usize].values());
            let mut values: Vec<String> = values.iter().map(|value| value.to_string()).collect();
            values.sort_unstable();
            values
        }
    }
}

/// The labels of a span of time, in order.
pub(crate) fn buckets(dimension: Dimension, start: Day, end: Day) -> Vec<String> {
    let mut labels: Vec<String> = if dimension == Dimension::Day {
        start.iter_days().take_while(|day| *day <= end).map(|day| label_of(dimension, day)).collect()
    } else {
        Period { from: start, to: end.max(start) }
            .months()
            .map(|month| label_of(dimension, month.first()))
            .collect()
    };
    labels.dedup();
    labels
}

pub(crate) fn label_of(dimension: Dimension, day: Day) -> String {
    let month = Month::of(day);
    match dimension {
        Dimension::Day => day.to_string(),
        Dimension::Quarter => month.quarter_label(),
        Dimension::Half => month.half_label(),
        Dimension::Year => month.year_month().0.to_string(),
        _ => month.to_string(),
    }
}
