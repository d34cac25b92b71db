//! Sessions: a point of access on a day with at least one contact. Counted over the answer by point and day.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Day, Period};

use crate::UNKNOWN;
use crate::answer::{Cell, Label};
use crate::axes::{buckets, label_of};
use crate::names::{Dimension, Measure};
use crate::question::{Basis, Question};

/// What makes two sessions different.
const SESSION: [Dimension; 3] = [Dimension::City, Dimension::Point, Dimension::Day];

/// The question whose cells are sessions, each perhaps several times.
pub(crate) fn contacts_behind(question: &Question) -> Question {
    let mut inner = Question { measure: Measure::Contacts, basis: Basis::InPeriod, ..question.clone() };
    if let Basis::CumulativeSince(since) = question.basis {
        inner.period.from = since;
    }
    inner.by.retain(|dimension| !dimension.is_time());
    for dimension in SESSION {
        if !inner.by.contains(&dimension) {
            inner.by.push(dimension);
        }
    }
    inner
}

/// The sessions behind those cells, by what the question asks.
pub(crate) fn count(question: &Question, behind: &[Cell]) -> Vec<Cell> {
    let inner = contacts_behind(question);
    let place = |wanted: Dimension| inner.by.iter().position(|dimension| *dimension == wanted);
    let [Some(city), Some(point), Some(day)] = SESSION.map(place) else { return Vec::new() };
    let mut sessions: BTreeMap<Vec<String>, BTreeSet<[&str; 3]>> = BTreeMap::new();
    for cell in behind.iter().filter(|cell| *cell.values[point] != *UNKNOWN) {
        let Ok(date) = cell.values[day].parse::<Day>() else { continue };
        let value = |dimension: &Dimension| match place(*dimension) {
            Some(place) => cell.values[place].to_string(),
            None => label_of(*dimension, date),
        };
        let key = question.by.iter().map(value).collect();
        sessions.entry(key).or_default().insert([city, point, day].map(|place| &*cell.values[place]));
    }
    let counts = sessions.into_iter().map(|(values, of)| (values, of.len() as u64)).collect();
    let counts =
        if matches!(question.basis, Basis::CumulativeSince(_)) { running(question, counts) } else { counts };
    let cell = |(values, value): (Vec<String>, u64)| Cell {
        values: values.into_iter().map(Label::from).collect(),
        value,
    };
    counts.into_iter().map(cell).collect()
}

/// Sums along time; a session belongs to one span of time only.
fn running(question: &Question, counts: BTreeMap<Vec<String>, u64>) -> BTreeMap<Vec<String>, u64> {
    let Some(time) = question.by.iter().position(|dimension| dimension.is_time()) else { return counts };
    let Period { from, to } = question.period;
    let shown = buckets(question.by[time], from, to);
    let lines: BTreeSet<Vec<String>> = counts
        .keys()
        .map(|values| {
            let mut line = values.clone();
            line[time].clear();
            line
        })
        .collect();
    let mut result = BTreeMap::new();
    for line in lines {
        for bucket in &shown {
            let same = |values: &Vec<String>| {
                let others = values.iter().zip(&line).enumerate().all(|(at, (a, b))| at == time || a == b);
                others && values[time] <= *bucket
            };
            let sum: u64 = counts.iter().filter(|(values, _)| same(values)).map(|(_, value)| value).sum();
            if sum > 0 {
                let mut values = line.clone();
                values[time].clone_from(bucket);
                result.insert(values, sum);
            }
        }
    }
    result
}
