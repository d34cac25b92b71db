//! One question, one answer.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::answer::{Answer, Cell, Status, Unit};
use crate::count::{Counts, Table};
use crate::index::CityIndex;
use crate::mart::{Mart, View};
use crate::names::Measure;
use crate::plan::{Plan, Way};
use crate::question::Question;
use crate::rules::{AskError, additive};
use crate::{network, scan, sessions};

/// Fewer rows than this are counted on one thread.
const WORTH_A_THREAD: usize = 100_000;
/// Fewer possible cells than this are made on one thread.
const WORTH_A_THREAD_OF_CELLS: usize = 10_000;
const THREADS: usize = 2;

impl Mart {
    /// Answers a question, exactly. An answer given since the facts last changed is given again.
    ///
    /// # Errors
    /// [`AskError`] when the question has no answer; it says what is wrong with it.
    pub fn ask(&self, question: &Question) -> Result<Answer, AskError> {
        let (view, question) = (self.view(), &*question.settled());
        if let Some(answer) = self.memo.get(&view, question) {
            return Ok(answer);
        }
        let answer = self.count(question)?;
        // A change in between belongs to the next view.
        if Arc::ptr_eq(&view, &self.view()) {
            self.memo.keep(&view, &answer);
        }
        Ok(answer)
    }

    /// Answers a question by counting, whatever was answered before.
    ///
    /// # Errors
    /// As [`Mart::ask`].
    pub fn count(&self, question: &Question) -> Result<Answer, AskError> {
        question.check()?;
        let (view, question) = (self.view(), &*question.settled());
        let cells = cells(&view, question);
        let additive = additive(question);
        let total = if question.by.is_empty() || additive {
            cells.iter().map(|cell| cell.value).sum()
        } else {
            let whole = Question { by: Vec::new(), ..question.clone() };
            self::cells(&view, &whole).iter().map(|cell| cell.value).sum()
        };
        Ok(Answer {
            question: question.clone(),
            unit: Unit::of(question.measure),
            cut_off: view.cut_off,
            status: Status::Live,
            additive,
            cells: if question.by.is_empty() { Vec::new() } else { cells },
            total: Some(total),
            source: view.source,
        })
    }
}

fn cells(view: &View, question: &Question) -> Vec<Cell> {
    if question.measure == Measure::Sessions {
        return sessions::count(question, &cells(view, &sessions::contacts_behind(question)));
    }
    let mut plan = Plan::of(view, question);
    let cities: Vec<&CityIndex> =
        view.cities.values().map(|city| &**city).filter(|city| plan.wants(city.city)).collect();
    let mut counts = Counts::new(plan.size);
    loop {
        count(view, &plan, &cities, &mut counts);
        if question.measure == Measure::NetworkPersons {
            network::count_shared(view, &plan, &cities, &mut counts);
        }
        if !plan.next_pass() {
            return decode(&plan, &counts);
        }
    }
}

/// Adds what one pass over the cities counts.
fn count(view: &View, plan: &Plan, cities: &[&CityIndex], counts: &mut Counts) {
    let rows = |city: &CityIndex| city.of(plan.measure.sort()).day.len();
    if cities.iter().map(|city| rows(city)).sum::<usize>() < WORTH_A_THREAD {
        cities.iter().for_each(|city| scan::city(view, plan, city, counts));
        return;
    }
    // Each thread takes the next city that is left, the largest first.
    let mut queue = cities.to_vec();
    queue.sort_by_key(|city| std::cmp::Reverse(rows(city)));
    let next = AtomicUsize::new(0);
    let work = |counts: &mut Counts| {
        while let Some(city) = queue.get(next.fetch_add(1, Ordering::Relaxed)) {
            scan::city(view, plan, city, counts);
        }
    };
    let work_apart = || {
        let mut counts = Counts::new(plan.size);
        work(&mut counts);
        counts
    };
    std::thread::scope(|scope| {
        let others: Vec<_> = (1..THREADS).map(|_| scope.spawn(work_apart)).collect();
        work(counts);
        for other in others {
            if let Ok(more) = other.join() {
                counts.add_all(&more);
            }
        }
    });
}

/// From keys back to values; running totals are summed up along time here.
fn decode(plan: &Plan, counts: &Counts) -> Vec<Cell> {
    if let (Table::Dense(counts), false) = (counts, plan.way.runs()) {
        return in_order(plan, counts);
    }
    let mut ranked: BTreeMap<Vec<u32>, u64> = BTreeMap::new();
    counts.for_each(|key, value| {
        ranked.insert(plan.ranks(key), value);
    });
    if plan.way.runs() {
        ranked = running(plan, &ranked);
    }
    let labels = plan.labels();
    ranked.into_iter().map(|(ranks, value)| Cell { values: labels.at(&ranks), value }).collect()
}

/// The figures of an array, read in the order that answers show. Many cells are made on two threads: most of
/// the time goes into their texts.
fn in_order(plan: &Plan, counts: &[u64]) -> Vec<Cell> {
    let Some(first) = plan.axes.first() else {
        return counts.iter().map(|value| Cell { values: Vec::new(), value: *value }).collect();
    };
    let make = |some: std::ops::Range<usize>| {
        let mut cells = Vec::new();
        let labels = plan.labels();
        for first in some {
            let (mut ranks, mut key) = plan.beginning(first);
            loop {
                let value = usize::try_from(key).ok().and_then(|key| counts.get(key)).copied().unwrap_or(0);
                if value > 0 {
                    cells.push(Cell { values: labels.at(&ranks), value });
                }
                if !plan.advance(&mut ranks, &mut key) {
                    break;
                }
            }
        }
        cells
    };
    if counts.len() < WORTH_A_THREAD_OF_CELLS {
        return make(0..first.values.len());
    }
    let half = first.values.len() / 2;
    std::thread::scope(|scope| {
        let other = scope.spawn(|| make(half..first.values.len()));
        let mut cells = make(0..half);
        cells.extend(other.join().unwrap_or_default());
        cells
    })
}

fn running(plan: &Plan, ranked: &BTreeMap<Vec<u32>, u64>) -> BTreeMap<Vec<u32>, u64> {
    let Some(time) = plan.time_axis() else { return ranked.clone() };
    let buckets = plan.axes[time].values.len();
    let mut lines: BTreeMap<Vec<u32>, Vec<u64>> = BTreeMap::new();
    for (ranks, value) in ranked {
        let mut line = ranks.clone();
        let bucket = std::mem::take(&mut line[time]) as usize;
        lines.entry(line).or_insert_with(|| vec![0; buckets])[bucket] += value;
    }
    let mut result = BTreeMap::new();
    for (mut ranks, line) in lines {
        let mut sum = 0;
        for (bucket, value) in (0_u32..).zip(line) {
            sum += value;
            if sum > 0 && bucket >= plan.first_shown {
                ranks[time] = bucket;
                result.insert(ranks.clone(), sum);
            }
        }
    }
    result
}

impl Way {
    fn runs(self) -> bool {
        matches!(self, Self::Sum { running: true } | Self::First { running: true, .. })
    }
}
