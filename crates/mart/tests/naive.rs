//! `ask` against plain loops over every fact: random facts, random questions, random edits.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::collections::{BTreeMap, BTreeSet};

use kernel::{AgeBracket, CityCode, Day, Gender, Month, Period};
use mart::{Basis, Dimension, Fact, FactsBuilder, Mart, Measure, Partition, Question};
use proptest::prelude::*;

const CITIES: [&str; 3] = ["A662", "E472", "G273"];
const SERVICES: [&str; 4] = ["legal_support", "housing_search", "language_course", "unknown"];
const POINTS: [&str; 3] = ["A662:centro", "unita mobile", "unknown"];
const CITIZENSHIPS: [&str; 3] = ["SN", "UA", "unknown"];

/// A fact of the naive model: the person's attributes are looked up by city and subject.
#[derive(Clone, Debug)]
struct Row {
    city: usize,
    day: i64,
    subject: u32,
    service: usize,
    point: usize,
    kind: bool,
    minutes: Option<u32>,
}

fn day(offset: i64) -> Day {
    Day::from_ymd_opt(2024, 11, 15).unwrap() + chrono::Duration::days(offset)
}

fn city(row: &Row) -> CityCode {
    CITIES[row.city].parse().unwrap()
}

/// What is fixed of a person, and with it the number in the network: some numbers are shared by cities.
fn person(city: usize, subject: u32) -> (Gender, AgeBracket, &'static str, u32) {
    let mix = subject * 7 + u32::try_from(city).unwrap() * 3;
    let gender = Gender::ALL[(mix % 4) as usize];
    let age = AgeBracket::ALL[(mix / 2 % 4) as usize];
    let network =
        if subject.is_multiple_of(3) { subject } else { 100 * (u32::try_from(city).unwrap() + 1) + subject };
    (gender, age, CITIZENSHIPS[(mix % 3) as usize], network)
}

fn fact(row: &Row) -> Fact<'static> {
    let (gender, age, citizenship, network_subject) = person(row.city, row.subject);
    Fact {
        day: day(row.day),
        kind: if row.kind { "contact" } else { "stay" },
        service: SERVICES[row.service],
        area: if row.service == 1 { "housing" } else { "taking_in_charge" },
        point: POINTS[row.point],
        subject: row.subject,
        network_subject,
        gender,
        age,
        citizenship,
        minutes: row.minutes,
        recorded_on: day(row.day),
        ..Fact::default()
    }
}

fn value(dimension: Dimension, city: CityCode, fact: &Fact<'_>) -> String {
    let month = Month::of(fact.day);
    match dimension {
        Dimension::City => city.to_string(),
        Dimension::Month => month.to_string(),
        Dimension::Quarter => month.quarter_label(),
        Dimension::Half => month.half_label(),
        Dimension::Year => month.year_month().0.to_string(),
        Dimension::Day => fact.day.to_string(),
        Dimension::Kind => fact.kind.to_owned(),
        Dimension::Area => fact.area.to_owned(),
        Dimension::Service => fact.service.to_owned(),
        Dimension::Point => fact.point.to_owned(),
        Dimension::Gender => fact.gender.code().to_owned(),
        Dimension::Age => fact.age.code().to_owned(),
        Dimension::Citizenship => fact.citizenship.to_owned(),
        other => unreachable!("{other} is not asked for here"),
    }
}

/// The facts with the attributes that count for the measure: the network's persons have those of their
/// earliest fact.
fn counted_facts(rows: &[Row], measure: Measure) -> Vec<(CityCode, Fact<'static>)> {
    let facts: Vec<_> = rows.iter().map(|row| (city(row), fact(row))).collect();
    if measure != Measure::NetworkPersons {
        return facts;
    }
    let mut homes: BTreeMap<u32, (Day, CityCode, u32)> = BTreeMap::new();
    for (city, fact) in &facts {
        let home = (fact.day, *city, fact.subject);
        homes.entry(fact.network_subject).and_modify(|first| *first = home.min(*first)).or_insert(home);
    }
    let same = |fact: &Fact<'static>| {
        let (_, home, subject) = homes[&fact.network_subject];
        let city = CITIES.iter().position(|code| *code == home.as_str()).unwrap();
        let (gender, age, citizenship, _) = person(city, subject);
        Fact { gender, age, citizenship, ..*fact }
    };
    facts.iter().map(|(city, fact)| (*city, same(fact))).collect()
}

/// The values of a cell, and whom it counts.
type Key = (Vec<String>, CityCode, u32);

/// The figure of every cell, by plain counting.
fn naive(rows: &[Row], question: &Question) -> BTreeMap<Vec<String>, u64> {
    let Period { from, to } = question.period;
    let kept: Vec<_> = counted_facts(rows, question.measure)
        .into_iter()
        .filter(|(city, fact)| {
            let kind = question.filter.values(Dimension::Kind).is_some() || fact.kind == "contact";
            kind && question.filter.dimensions().all(|dimension| {
                question.filter.values(dimension).unwrap().contains(&value(dimension, *city, fact))
            })
        })
        .collect();
    let time = question.by.iter().find(|dimension| dimension.is_time()).copied();
    let since = match question.basis {
        Basis::InPeriod => from,
        Basis::CumulativeSince(since) => since,
    };
    let label = |dimension: Dimension, day: Day| {
        value(dimension, CITIES[0].parse().unwrap(), &Fact { day, ..Fact::default() })
    };
    let running = matches!(question.basis, Basis::CumulativeSince(_)) && time.is_some();
    // The spans to count: the period, or one for each bucket of a running total.
    let mut spans: Vec<(Day, Day, Option<String>)> = vec![(since, to, None)];
    if running {
        let buckets: BTreeSet<String> =
            from.iter_days().take_while(|day| *day <= to).map(|day| label(time.unwrap(), day)).collect();
        spans = buckets
            .into_iter()
            .map(|bucket| {
                let inside = since.iter_days().take_while(|day| *day <= to);
                let end = inside.filter(|day| label(time.unwrap(), *day) <= bucket).last().unwrap_or(from);
                (since, end, Some(bucket))
            })
            .collect();
    }
    let mut cells = BTreeMap::new();
    for (first, last, bucket) in spans {
        let values_of = |city: CityCode, fact: &Fact<'_>| -> Vec<String> {
            let of = |dimension: &Dimension| match (&bucket, dimension.is_time()) {
                (Some(bucket), true) => bucket.clone(),
                _ => value(*dimension, city, fact),
            };
            question.by.iter().map(of).collect()
        };
        let mut persons: BTreeSet<Key> = BTreeSet::new();
        let mut sessions: BTreeSet<(Vec<String>, CityCode, &str, Day)> = BTreeSet::new();
        let mut firsts: BTreeMap<Key, (Day, Vec<String>)> = BTreeMap::new();
        for (city, fact) in &kept {
            let values = values_of(*city, fact);
            let inside = first <= fact.day && fact.day <= last;
            match question.measure {
                Measure::Contacts if inside => *cells.entry(values).or_insert(0) += 1,
                Measure::Minutes if inside => {
                    *cells.entry(values).or_insert(0) += u64::from(fact.minutes.unwrap_or(0))
                }
                Measure::Persons if inside => drop(persons.insert((values, *city, fact.subject))),
                Measure::NetworkPersons if inside => {
                    persons.insert((values, CITIES[0].parse().unwrap(), fact.network_subject));
                }
                Measure::Sessions if inside && fact.point != "unknown" => {
                    sessions.insert((values, *city, fact.point, fact.day));
                }
                Measure::NewPersons => {
                    let timeless = question.by.iter().filter(|dimension| !dimension.is_time());
                    let key = timeless.map(|dimension| value(*dimension, *city, fact)).collect();
                    let met = (fact.day, values);
                    let entry = firsts.entry((key, *city, fact.subject)).or_insert_with(|| met.clone());
                    if met.0 < entry.0 {
                        *entry = met;
                    }
                }
                _ => {}
            }
        }
        for (values, ..) in sessions {
            *cells.entry(values).or_insert(0) += 1;
        }
        for (values, ..) in persons {
            *cells.entry(values).or_insert(0) += 1;
        }
        for (day, values) in firsts.into_values() {
            if first <= day && day <= last {
                *cells.entry(values).or_insert(0) += 1;
            }
        }
    }
    cells.retain(|_, value| *value > 0);
    cells
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0..3_usize, 0..150_i64, 1..12_u32, 0..4_usize, 0..3_usize, any::<u8>(), any::<Option<u8>>());
    let row = row.prop_map(|(city, day, subject, service, point, kind, minutes)| Row {
        city,
        day,
        subject,
        service,
        point,
        kind: kind > 20,
        minutes: minutes.map(u32::from),
    });
    prop::collection::vec(row, 0..120)
}

fn questions() -> impl Strategy<Value = Question> {
    let dimensions = vec![
        Dimension::City,
        Dimension::Month,
        Dimension::Quarter,
        Dimension::Year,
        Dimension::Day,
        Dimension::Service,
        Dimension::Area,
        Dimension::Point,
        Dimension::Kind,
        Dimension::Gender,
        Dimension::Age,
        Dimension::Citizenship,
    ];
    let filters = prop::sample::subsequence(
        vec![
            (Dimension::City, "A662"),
            (Dimension::City, "G273"),
            (Dimension::Service, "legal_support"),
            (Dimension::Service, "nobody_has_it"),
            (Dimension::Gender, "F"),
            (Dimension::Age, "<18"),
            (Dimension::Citizenship, "SN"),
            (Dimension::Kind, "stay"),
            (Dimension::Kind, "contact"),
        ],
        0..3,
    );
    let by = prop::sample::subsequence(dimensions, 0..4).prop_shuffle();
    let measure = prop::sample::select(Measure::ALL.to_vec());
    (measure, by, filters, 0..150_i64, 0..150_i64, prop::option::of(0..60_i64)).prop_map(
        |(measure, by, filters, a, b, since)| {
            let mut question =
                Question::new(measure, Period { from: day(a.min(b)), to: day(a.max(b)) }).by(by);
            for (dimension, value) in filters {
                question = question.only(dimension, value);
            }
            let scales = question.by.iter().filter(|dimension| dimension.is_time()).count();
            match since {
                Some(before) if scales < 2 => {
                    question.clone().since(question.period.from - chrono::Duration::days(before))
                }
                _ => question,
            }
        },
    )
}

fn fill(mart: &Mart, rows: &[Row], partitions: &BTreeSet<(usize, Month)>) {
    for &(position, month) in partitions {
        let mut facts = FactsBuilder::default();
        for row in rows.iter().filter(|row| row.city == position && Month::of(day(row.day)) == month) {
            facts.push(&fact(row));
        }
        mart.put(Partition { city: CITIES[position].parse().unwrap(), month }, facts.finish());
    }
}

fn partitions(rows: &[Row]) -> BTreeSet<(usize, Month)> {
    rows.iter().map(|row| (row.city, Month::of(day(row.day)))).collect()
}

fn agrees(mart: &Mart, rows: &[Row], question: &Question) -> Result<(), TestCaseError> {
    let answer = mart.ask(question).unwrap();
    let whole = naive(rows, &Question { by: Vec::new(), ..question.clone() });
    prop_assert_eq!(
        answer.total,
        Some(whole.get(&Vec::new()).copied().unwrap_or(0)),
        "total of {:?}",
        question
    );
    if question.by.is_empty() {
        prop_assert!(answer.cells.is_empty());
        return Ok(());
    }
    let texts = |cell: &mart::Cell| cell.values.iter().map(ToString::to_string).collect::<Vec<String>>();
    let cells: BTreeMap<_, _> = answer.cells.iter().map(|cell| (texts(cell), cell.value)).collect();
    prop_assert_eq!(cells.len(), answer.cells.len());
    prop_assert_eq!(&cells, &naive(rows, question), "cells of {:?}", question);
    if answer.additive {
        prop_assert_eq!(cells.values().sum::<u64>(), answer.total.unwrap());
    }
    // Grouping and reading one cell is asking with that value as a filter.
    for (values, value) in cells.iter().take(3) {
        let mut narrowed = Question { by: Vec::new(), ..question.clone() };
        for (dimension, value) in question.by.iter().zip(values) {
            if dimension.is_time() {
                let bucket: Period = value.parse().unwrap();
                narrowed.period.from = narrowed.period.from.max(bucket.from);
                narrowed.period.to = narrowed.period.to.min(bucket.to);
            } else {
                narrowed.filter = mart::Filter::default();
                for other in question.filter.dimensions().filter(|other| other != dimension) {
                    for allowed in question.filter.values(other).unwrap() {
                        narrowed.filter = narrowed.filter.only(other, allowed.clone());
                    }
                }
            }
        }
        for (dimension, value) in question.by.iter().zip(values).filter(|(dimension, _)| !dimension.is_time())
        {
            if question.filter.values(*dimension).is_none() {
                narrowed.filter = narrowed.filter.only(*dimension, value.clone());
            }
        }
        let overlapping = question.by.iter().any(|dimension| question.filter.values(*dimension).is_some());
        if !overlapping {
            prop_assert_eq!(mart.ask(&narrowed).unwrap().total, Some(*value), "{:?} as a filter", values);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_answer_is_the_plain_count(rows in rows(), asked in prop::collection::vec(questions(), 1..6)) {
        let mart = Mart::default();
        fill(&mart, &rows, &partitions(&rows));
        for question in &asked {
            agrees(&mart, &rows, question)?;
        }
    }

    #[test]
    fn an_edit_is_in_the_next_answer(
        before in rows(), after in rows(), question in questions(), city in 0..3_usize,
    ) {
        let mart = Mart::default();
        fill(&mart, &before, &partitions(&before));
        agrees(&mart, &before, &question)?;
        // One city's facts are replaced by others; the other cities stay.
        let kept = before.iter().filter(|row| row.city != city);
        let edited: Vec<Row> = kept.chain(after.iter().filter(|row| row.city == city)).cloned().collect();
        let moved = partitions(&before).into_iter().chain(partitions(&edited));
        fill(&mart, &edited, &moved.filter(|(moved, _)| *moved == city).collect());
        agrees(&mart, &edited, &question)?;
    }
}

#[test]
fn an_impossible_question_is_refused_with_a_reason() {
    let period: Period = "2025".parse().unwrap();
    let mart = Mart::default();
    let twice = Question::new(Measure::Persons, period).by([Dimension::City, Dimension::City]);
    assert!(mart.ask(&twice).unwrap_err().to_string().contains("twice"));
    let scales =
        Question::new(Measure::Persons, period).by([Dimension::Month, Dimension::Year]).since(period.from);
    assert!(mart.ask(&scales).is_err());
    assert!(mart.ask(&Question::new(Measure::Persons, period).only(Dimension::Month, "2025-01")).is_err());
    assert!("person".parse::<Measure>().unwrap_err().to_string().contains("persons"));
}

#[test]
fn an_answer_is_written_with_all_that_makes_it_readable() {
    let mart = Mart::default();
    let row = Row { city: 0, day: 120, subject: 4, service: 0, point: 0, kind: true, minutes: Some(30) };
    fill(&mart, std::slice::from_ref(&row), &partitions(std::slice::from_ref(&row)));
    mart.follow(7, kernel::Timestamp::from_micros(1_742_000_000_000_000));
    let question = Question::new(Measure::Persons, "2025-Q1".parse().unwrap())
        .by([Dimension::Month, Dimension::Gender])
        .only(Dimension::City, "A662");
    let answer = mart.ask(&question).unwrap();
    assert_eq!(
        answer.to_json(),
        "{\"question\":{\"measure\":\"persons\",\"where\":{\"city\":[\"A662\"]},\"by\":[\"month\",\"gender\"],\
         \"period\":\"2025-Q1\",\"basis\":\"in_period\",\"as_of\":\"live\"},\"unit\":\"persons\",\
         \"counted\":\"once per city\",\"basis\":\"in_period\",\"period\":\"2025-Q1\",\
         \"cut_off\":\"2025-03-15T00:53:20.000000Z\",\"status\":\"live\",\"additive\":false,\
         \"cells\":[{\"month\":\"2025-03\",\"gender\":\"F\",\"value\":1}],\"total\":1,\
         \"source\":{\"journal\":7,\"partitions\":1}}"
    );
    assert_eq!(answer.to_csv(), "month,gender,persons\r\n2025-03,F,1\r\n");
}
