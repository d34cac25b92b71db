//! `ask` against plain loops over every fact: random facts, random questions, random edits.
#![expect(clippy::unwrap_used, reason = "a test crate")]

mod facts;
mod model;
mod questions;

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Month, Period};
use mart::{Basis, Dimension, Facts, Mart, Measure, Question};
use proptest::prelude::*;

use facts::{Row, day, fill, partition, partitions, rows};
use model::naive;
use questions::questions;

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

    #[test]
    fn partitions_thrown_away_count_no_more_and_come_back(
        rows in rows(), question in questions(), thrown in any::<u64>(),
    ) {
        let mart = Mart::default();
        let all = partitions(&rows);
        fill(&mart, &rows, &all);
        let before = mart.ask(&question).unwrap();
        let chosen = all.iter().zip(0..64).filter(|(_, place)| thrown >> place & 1 == 1);
        let gone: BTreeSet<_> = chosen.map(|(partition, _)| *partition).collect();
        gone.iter().for_each(|(city, month)| mart.put(partition(*city, *month), Facts::default()));
        let stays = |row: &&Row| !gone.contains(&(row.city, Month::of(day(row.day))));
        agrees(&mart, &rows.iter().filter(stays).cloned().collect::<Vec<_>>(), &question)?;
        fill(&mart, &rows, &gone);
        let after = mart.ask(&question).unwrap();
        prop_assert_eq!((after.cells, after.total), (before.cells, before.total));
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
fn what_a_measure_does_not_have_is_refused_with_what_it_has() {
    let period: Period = "2025".parse().unwrap();
    let refused = |question: Question| Mart::default().ask(&question).unwrap_err().to_string();
    let in_charge = || Question::new(Measure::InCharge, period);
    assert_eq!(
        refused(in_charge().by([Dimension::Service])),
        "«in_charge» has no «service»: tell it apart or narrow it by city, month, quarter, half, year, day, \
         area, point, work_package, gender, age, citizenship"
    );
    assert!(refused(in_charge().only(Dimension::Permit, "work")).contains("no «permit»"));
    assert!(refused(in_charge().since(period.from)).contains("last day"));
    let persons = Question::new(Measure::Persons, period);
    assert_eq!(
        refused(persons.clone().only(Dimension::Kind, "closed")),
        "«persons» counts facts of the kind contact, never «closed»; those count in in_charge, outcomes, \
         outcome_persons"
    );
    assert!(refused(persons.clone().only(Dimension::Kind, "contacts")).contains("did you mean «contact»"));
    let nearest = refused(persons.clone().only(Dimension::Vulnerability, "trafiking"));
    assert!(nearest.contains("did you mean «trafficking»"), "{nearest}");
    assert!(refused(Question { basis: Basis::OnLastDay, ..persons }).contains("not on the last day"));
    assert!("incharge".parse::<Measure>().unwrap_err().to_string().contains("did you mean «in_charge»"));
    assert!("outcomes".parse::<Dimension>().unwrap_err().to_string().contains("did you mean «outcome»"));
}

#[test]
fn a_question_of_more_cells_than_an_array_holds_is_counted_too() {
    let row = |number: u32| Row {
        city: number as usize % 3,
        day: i64::from(number) * 5,
        kind: number as usize % 5,
        subject: number % 4,
        household: number % 3,
        service: number as usize % 2,
        point: number as usize % 3,
        minutes: Some(number),
        lasts: Some(i64::from(number)),
        ..Row::default()
    };
    let rows: Vec<Row> = (0..30).map(row).collect();
    let mart = Mart::default();
    fill(&mart, &rows, &partitions(&rows));
    let by = [
        Dimension::Day,
        Dimension::Point,
        Dimension::Area,
        Dimension::Gender,
        Dimension::Age,
        Dimension::City,
    ];
    for measure in Measure::ALL {
        // Sixty years of days, by so much else.
        let question = Question::new(*measure, "1990..2049".parse().unwrap()).by(by);
        let answer = mart.ask(&question).unwrap();
        let sum: u64 = naive(&rows, &question).into_values().sum();
        assert_eq!(answer.cells.iter().map(|cell| cell.value).sum::<u64>(), sum, "{measure}");
    }
}

#[test]
fn who_moves_to_another_city_is_in_charge_in_one_of_them_every_day() {
    let row = |city, day, kind| Row { city, day, kind, subject: 3, ..Row::default() };
    let (opened, closed) = (1, 2);
    // Two pathways in the first city; the last of them closes when the second city opens its own.
    let rows = [
        row(0, 0, opened),
        row(0, 10, opened),
        row(0, 20, closed),
        row(0, 40, closed),
        row(1, 40, opened),
        row(1, 60, closed),
    ];
    let mart = Mart::default();
    fill(&mart, &rows, &partitions(&rows));
    let on = |offset| {
        let question = Question::new(Measure::InCharge, Period { from: day(offset), to: day(offset) })
            .by([Dimension::City]);
        let answer = mart.ask(&question).unwrap();
        (answer.value(&["A662"]), answer.value(&["E472"]), answer.total.unwrap())
    };
    assert_eq!(on(-1), (0, 0, 0));
    assert_eq!(on(0), (1, 0, 1), "the opening day is in charge");
    assert_eq!(on(20), (1, 0, 1), "another pathway is open");
    assert_eq!(on(39), (1, 0, 1));
    assert_eq!(on(40), (0, 1, 1), "the closing day is not in charge, the opening day is");
    assert_eq!(on(60), (0, 0, 0));
    let monthly =
        Question::new(Measure::InCharge, Period { from: day(0), to: day(50) }).by([Dimension::Month]);
    let answer = mart.ask(&Question { basis: Basis::InPeriod, ..monthly }).unwrap();
    assert_eq!(answer.to_csv(), "month,in_charge\r\n2024-11,1\r\n2024-12,1\r\n2025-01,1\r\n");
    assert!(answer.to_json().contains("\"basis\":\"on_last_day\""));
    assert!(!answer.additive);
}

#[test]
fn an_answer_is_written_with_all_that_makes_it_readable() {
    let mart = Mart::default();
    let row = Row { day: 120, subject: 4, minutes: Some(30), ..Row::default() };
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
