//! Random facts of every kind, of persons whose attributes never change.

use std::collections::BTreeSet;

use kernel::{AgeBracket, CityCode, Day, Gender, Month};
use mart::{Fact, FactsBuilder, Mart, Partition, kind};
use proptest::prelude::*;

pub const CITIES: [&str; 3] = ["A662", "E472", "G273"];
const SERVICES: [&str; 4] = ["legal_support", "housing_search", "language_course", "unknown"];
const POINTS: [&str; 3] = ["A662:centro", "unita mobile", "unknown"];
const CITIZENSHIPS: [&str; 3] = ["SN", "UA", "unknown"];
const OUTCOMES: [&str; 3] = ["helpful", "housing_autonomy", "unknown"];
/// The last is none that the mart knows.
const KINDS: [&str; 6] =
    [kind::CONTACT, kind::OPENED, kind::CLOSED, kind::STAY, kind::OUTCOME, "course_attended"];

/// A fact in numbers: the person's attributes follow from city and subject.
#[derive(Clone, Debug, Default)]
pub struct Row {
    pub city: usize,
    pub day: i64,
    pub kind: usize,
    pub subject: u32,
    pub household: u32,
    pub service: usize,
    pub point: usize,
    pub outcome: usize,
    pub vulnerabilities: u32,
    pub minutes: Option<u32>,
    pub lasts: Option<i64>,
}

pub fn day(offset: i64) -> Day {
    Day::from_ymd_opt(2024, 11, 15).unwrap() + chrono::Duration::days(offset)
}

pub fn city(row: &Row) -> CityCode {
    CITIES[row.city].parse().unwrap()
}

/// What is fixed of a person, and with it the number in the network: some numbers are shared by cities.
pub fn person(city: usize, subject: u32) -> (Gender, AgeBracket, &'static str, u32) {
    let mix = subject * 7 + u32::try_from(city).unwrap() * 3;
    let gender = Gender::ALL[(mix % 4) as usize];
    let age = AgeBracket::ALL[(mix / 2 % 4) as usize];
    let network =
        if subject.is_multiple_of(3) { subject } else { 100 * (u32::try_from(city).unwrap() + 1) + subject };
    (gender, age, CITIZENSHIPS[(mix % 3) as usize], network)
}

pub fn fact(row: &Row) -> Fact<'static> {
    // Of nobody known each fact has attributes of its own.
    let like = if row.subject == 0 { u32::try_from(row.service + row.point).unwrap() } else { row.subject };
    let (gender, age, citizenship, network_subject) = person(row.city, like);
    Fact {
        day: day(row.day),
        until: row.lasts.map(|days| day(row.day + days)),
        kind: KINDS[row.kind],
        service: SERVICES[row.service],
        area: if row.service == 1 { "housing" } else { "taking_in_charge" },
        point: POINTS[row.point],
        subject: row.subject,
        network_subject: if row.subject == 0 { 0 } else { network_subject },
        household: row.household,
        gender,
        age,
        citizenship,
        vulnerabilities: row.vulnerabilities,
        outcome: OUTCOMES[row.outcome],
        minutes: row.minutes,
        recorded_on: day(row.day),
        ..Fact::default()
    }
}

pub fn rows() -> impl Strategy<Value = Vec<Row>> {
    let when = (0..3_usize, 0..150_i64, prop::option::of(0..90_i64));
    // Contacts are the most; pathways of few persons open and close again and again.
    let kind = prop::sample::select(vec![0, 0, 0, 0, 1, 1, 2, 2, 3, 4, 5]);
    let who = (0..9_u32, 0..4_u32, prop::sample::select(vec![0, 0, 1, 2, 3, 512, 1 << 31]));
    let what = (0..4_usize, 0..3_usize, 0..3_usize, any::<Option<u8>>());
    let row = (when, kind, who, what).prop_map(
        |((city, day, lasts), kind, (subject, household, vulnerabilities), what)| Row {
            city,
            day,
            kind,
            subject,
            household,
            service: what.0,
            point: what.1,
            outcome: what.2,
            vulnerabilities,
            minutes: what.3.map(u32::from),
            lasts,
        },
    );
    prop::collection::vec(row, 0..160)
}

pub fn partition(position: usize, month: Month) -> Partition {
    Partition { city: CITIES[position].parse().unwrap(), month }
}

pub fn partitions(rows: &[Row]) -> BTreeSet<(usize, Month)> {
    rows.iter().map(|row| (row.city, Month::of(day(row.day)))).collect()
}

pub fn fill(mart: &Mart, rows: &[Row], partitions: &BTreeSet<(usize, Month)>) {
    for &(position, month) in partitions {
        let mut facts = FactsBuilder::default();
        for row in rows.iter().filter(|row| row.city == position && Month::of(day(row.day)) == month) {
            facts.push(&fact(row));
        }
        mart.put(partition(position, month), facts.finish());
    }
}
