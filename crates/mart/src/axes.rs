//! The dimensions a question asks by, their values, and the way from keys back to them.

use std::collections::BTreeMap;

use kernel::{AgeBracket, CityCode, Day, Gender, Month, Period};

use crate::answer::Label;
use crate::fact::Text;
use crate::mart::View;
use crate::names::Dimension;
use crate::plan::Plan;
use crate::vulnerability::Vulnerability;

/// One dimension asked by.
#[derive(Debug)]
pub(crate) struct Axis {
    pub(crate) dimension: Dimension,
    /// Its values, in the order answers show them.
    pub(crate) values: Vec<String>,
    pub(crate) stride: u64,
}

impl Plan {
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

/// Whether a row has it, and not its person or its city.
pub(crate) fn is_of_row(dimension: Dimension) -> bool {
    !dimension.is_of_person() && dimension != Dimension::City
}

pub(crate) fn ranks_of(values: &[String]) -> BTreeMap<&str, u64> {
    values.iter().map(String::as_str).zip(0..).collect()
}

pub(crate) fn dimension_of(text: Text) -> Dimension {
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

pub(crate) fn axis_values(view: &View, dimension: Dimension, start: Day, end: Day) -> Vec<String> {
    if dimension.is_time() {
        return buckets(dimension, start, end);
    }
    match dimension {
        Dimension::City => view.cities.keys().map(CityCode::to_string).collect(),
        Dimension::Gender => Gender::ALL.map(|gender| gender.code().to_owned()).to_vec(),
        Dimension::Age => AgeBracket::ALL.map(|age| age.code().to_owned()).to_vec(),
        Dimension::Vulnerability => Vulnerability::values().map(str::to_owned).collect(),
        _ => {
            let text = Text::ALL.into_iter().find(|text| dimension_of(*text) == dimension);
            let values = text.map_or(&[][..], |text| view.dictionaries.texts[text as usize].values());
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
