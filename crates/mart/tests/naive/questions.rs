//! Random questions that have an answer.

use kernel::Period;
use mart::{Dimension, Measure, Question};
use proptest::prelude::*;

use crate::facts::day;

const DIMENSIONS: [Dimension; 14] = [
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
    Dimension::Outcome,
    Dimension::Vulnerability,
];

const FILTERS: [(Dimension, &str); 17] = [
    (Dimension::City, "A662"),
    (Dimension::City, "G273"),
    (Dimension::Service, "legal_support"),
    (Dimension::Service, "nobody_has_it"),
    (Dimension::Area, "housing"),
    (Dimension::Point, "unita mobile"),
    (Dimension::Gender, "F"),
    (Dimension::Age, "<18"),
    (Dimension::Citizenship, "SN"),
    (Dimension::Outcome, "helpful"),
    (Dimension::Kind, "contact"),
    (Dimension::Kind, "stay"),
    (Dimension::Kind, "closed"),
    (Dimension::Vulnerability, "minor"),
    (Dimension::Vulnerability, "violence"),
    (Dimension::Vulnerability, "elderly"),
    (Dimension::Vulnerability, "unknown"),
];

pub fn questions() -> impl Strategy<Value = Question> {
    let by = prop::sample::subsequence(DIMENSIONS.to_vec(), 0..4).prop_shuffle();
    let filters = prop::sample::subsequence(FILTERS.to_vec(), 0..3);
    let measure = prop::sample::select(Measure::ALL.to_vec());
    (measure, by, filters, 0..150_i64, 0..150_i64, prop::option::of(0..60_i64)).prop_map(
        |(measure, by, filters, a, b, since)| {
            let period = Period { from: day(a.min(b)), to: day(a.max(b)) };
            let mut question =
                Question::new(measure, period).by(by.into_iter().filter(|by| measure.has(*by)));
            for (dimension, value) in filters {
                let counts = dimension != Dimension::Kind || measure.kinds().contains(&value);
                if counts && measure.has(dimension) {
                    question = question.only(dimension, value);
                }
            }
            let scales = question.by.iter().filter(|dimension| dimension.is_time()).count();
            match since {
                Some(before) if scales < 2 && measure != Measure::InCharge => {
                    let since = period.from - chrono::Duration::days(before);
                    question.since(since)
                }
                _ => question,
            }
        },
    )
}
