//! What is timed, and how.

use std::path::Path;
use std::sync::atomic::Ordering;
use std::time::Instant;

use kernel::SystemClock;
use mart::{Dimension, Mart, Measure, Question};
use serde_json::{Value, json};
use store::Entry;

use crate::{Failed, place};

/// How often each thing is timed.
const TIMES: usize = 21;
const WRITES: usize = 100;

/// Distinct persons by city × service × quarter × gender × age, over everything.
fn scorecard(mart: &Mart) -> Result<Question, Failed> {
    let period = mart.span().ok_or("there are no facts: run generate first")?;
    let by = [Dimension::City, Dimension::Service, Dimension::Quarter, Dimension::Gender, Dimension::Age];
    Ok(Question::new(Measure::Persons, period).by(by))
}

/// Everything but the cold start.
pub async fn all(folder: &Path, cells: &Path) -> Result<Value, Failed> {
    let source = place::Files::of(folder);
    let live = place::live(folder, source.clone()).await?;
    live.refresh().await?;
    let mart = live.mart();
    let question = scorecard(mart)?;
    let answer = mart.ask(&question)?;
    std::fs::write(cells, answer.to_csv())?;
    let asked = timed(|| mart.count(&question));

    let scans = Scans::of(mart);
    let plain = timed(|| scans.plain());
    let compact = timed(|| scans.compact());
    drop(scans);

    let store = place::store(folder).await?;
    let partitions = mart.partitions();
    let mut visible = Vec::new();
    let before = mart.ask(&Question::new(Measure::Contacts, question.period))?.total.unwrap_or(0);
    for write in 0..WRITES {
        // A stride that is prime to the number of partitions visits cities and months in turn.
        let partition = partitions[write * 37 % partitions.len()];
        source.more.store(1, Ordering::Relaxed);
        let mut unit = store.begin(&place::actor(), &SystemClock).await?;
        unit.record(Entry::new("contact", "bench", Some(partition.city)).moving([partition.month]));
        let start = Instant::now();
        unit.commit().await?;
        live.refresh().await?;
        let answer = mart.ask(&question)?;
        visible.push(start.elapsed().as_secs_f64() * 1e3);
        std::hint::black_box(answer);
    }
    let after = mart.ask(&Question::new(Measure::Contacts, question.period))?.total.unwrap_or(0);
    // Files are not saved: the folder stays as it was generated, and the next run reads these partitions anew.
    Ok(json!({
        "facts": before,
        "partitions": partitions.len(),
        "cells": answer.cells.len(),
        "total": answer.total,
        "threads": 2,
        "scorecard_ms": spread(asked),
        "scan_plain_ms": spread(plain),
        "scan_compact_ms": spread(compact),
        "write_to_answer_ms": spread(visible),
        "seen_after_writes": after - before,
        "writes": WRITES,
    }))
}

/// From nothing to the first answer, once in this process.
pub async fn cold(folder: &Path) -> Result<Value, Failed> {
    let start = Instant::now();
    let live = place::live(folder, place::Files::of(folder)).await?;
    live.refresh().await?;
    let read = start.elapsed().as_secs_f64();
    let mart = live.mart();
    let answer = mart.ask(&scorecard(mart)?)?;
    let first = start.elapsed().as_secs_f64();
    Ok(json!({"read_s": read, "first_answer_s": first, "total": answer.total, "facts": mart.len()}))
}

/// The milliseconds of each of [`TIMES`] runs, after one that is not counted. Letting go of what the work
/// gave is not timed.
fn timed<T>(mut work: impl FnMut() -> T) -> Vec<f64> {
    drop(work());
    (0..TIMES)
        .map(|_| {
            let start = Instant::now();
            let given = std::hint::black_box(work());
            let elapsed = start.elapsed();
            drop(given);
            elapsed.as_secs_f64() * 1e3
        })
        .collect()
}

fn spread(mut times: Vec<f64>) -> Value {
    times.sort_by(f64::total_cmp);
    // The value that so many hundredths of the runs do not exceed.
    let at = |hundredths: usize| times[(times.len() * hundredths).div_ceil(100).clamp(1, times.len()) - 1];
    let (least, most) = (at(0), at(100));
    json!({"n": times.len(), "min": least, "median": at(50), "p95": at(95), "p99": at(99), "max": most})
}

/// The columns the scorecard needs, for a pass that only reads them.
struct Scans {
    cities: Vec<Columns>,
}

/// Of one city: as files hold them, and as small as they could be.
#[derive(Default)]
struct Columns {
    day: Vec<i32>,
    service: Vec<u16>,
    subject: Vec<u32>,
    gender: Vec<u8>,
    age: Vec<u8>,
    short_day: Vec<u16>,
}

impl Scans {
    fn of(mart: &Mart) -> Self {
        let mut cities: Vec<(String, Columns)> = Vec::new();
        let mut services: Vec<String> = Vec::new();
        for partition in mart.partitions() {
            let Some(facts) = mart.facts_of(partition) else { continue };
            let city = partition.city.to_string();
            if cities.last().is_none_or(|(last, _)| *last != city) {
                cities.push((city, Columns::default()));
            }
            let Some((_, columns)) = cities.last_mut() else { continue };
            for fact in facts.iter() {
                let code = services.iter().position(|service| service == fact.service).unwrap_or_else(|| {
                    services.push(fact.service.to_owned());
                    services.len() - 1
                });
                columns.day.push(fact.day.to_epoch_days());
                columns.short_day.push(u16::try_from(fact.day.to_epoch_days()).unwrap_or(0));
                columns.service.push(u16::try_from(code).unwrap_or(0));
                columns.subject.push(fact.subject);
                columns.gender.push(fact.gender as u8);
                columns.age.push(fact.age as u8);
            }
        }
        Self { cities: cities.into_iter().map(|(_, columns)| columns).collect() }
    }

    /// Day, service, subject, gender and age of every fact: 12 bytes each.
    fn plain(&self) -> u64 {
        self.on_two_threads(|city| {
            let days = city.day.iter().fold(0_u32, |sum, day| sum.wrapping_add(day.cast_unsigned()));
            let subjects = city.subject.iter().fold(0_u32, |sum, subject| sum.wrapping_add(*subject));
            u64::from(days)
                + u64::from(subjects)
                + Self::shorts(&city.service)
                + Self::bytes(&city.gender)
                + Self::bytes(&city.age)
        })
    }

    /// Day and service of every fact, in two bytes each: the least that decides the answer once the facts
    /// of one person lie side by side.
    fn compact(&self) -> u64 {
        self.on_two_threads(|city| Self::shorts(&city.short_day) + Self::shorts(&city.service))
    }

    fn shorts(column: &[u16]) -> u64 {
        u64::from(column.iter().fold(0_u16, |sum, value| sum.wrapping_add(*value)))
    }

    fn bytes(column: &[u8]) -> u64 {
        u64::from(column.iter().fold(0_u8, |sum, value| sum.wrapping_add(*value)))
    }

    fn on_two_threads(&self, one: impl Fn(&Columns) -> u64 + Sync) -> u64 {
        let next = std::sync::atomic::AtomicUsize::new(0);
        let work = || {
            let mut sum = 0_u64;
            while let Some(city) = self.cities.get(next.fetch_add(1, Ordering::Relaxed)) {
                sum = sum.wrapping_add(one(city));
            }
            sum
        };
        std::thread::scope(|scope| {
            let other = scope.spawn(work);
            work().wrapping_add(other.join().unwrap_or(0))
        })
    }
}
