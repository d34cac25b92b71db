//! What each question means, in plain loops over every fact.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{CityCode, Day, Month, Period};
use mart::{Basis, Dimension, Fact, Measure, Question, Vulnerability};

use crate::facts::{CITIES, Row, city, fact, person};

type Located = (CityCode, Fact<'static>);

/// The values a fact has of a dimension; several vulnerabilities, one of everything else.
fn values(dimension: Dimension, city: CityCode, fact: &Fact<'_>) -> Vec<String> {
    let one = match dimension {
        Dimension::Vulnerability => {
            let some: Vec<String> =
                Vulnerability::of_bits(fact.vulnerabilities).map(|one| one.code().to_owned()).collect();
            return if some.is_empty() { vec!["unknown".to_owned()] } else { some };
        }
        Dimension::City => city.as_str(),
        Dimension::Kind => fact.kind,
        Dimension::Area => fact.area,
        Dimension::Service => fact.service,
        Dimension::Point => fact.point,
        Dimension::Gender => fact.gender.code(),
        Dimension::Age => fact.age.code(),
        Dimension::Citizenship => fact.citizenship,
        Dimension::Outcome => fact.outcome,
        other => return vec![label(other, fact.day)],
    };
    vec![one.to_owned()]
}

fn label(dimension: Dimension, day: Day) -> String {
    let month = Month::of(day);
    match dimension {
        Dimension::Month => month.to_string(),
        Dimension::Quarter => month.quarter_label(),
        Dimension::Half => month.half_label(),
        Dimension::Year => month.year_month().0.to_string(),
        Dimension::Day => day.to_string(),
        other => unreachable!("{other} is not asked for here"),
    }
}

/// The facts that a measure counts, with the attributes that count for it: the network's persons have those of
/// their earliest contact.
fn counted(rows: &[Row], measure: Measure) -> Vec<Located> {
    let kinds = match measure {
        Measure::InCharge => ["opened", "closed"],
        Measure::Stays => ["stay"; 2],
        Measure::Outcomes | Measure::OutcomePersons => ["closed", "outcome"],
        _ => ["contact"; 2],
    };
    let persons_only = !matches!(
        measure,
        Measure::Contacts | Measure::Minutes | Measure::Sessions | Measure::Stays | Measure::Outcomes
    );
    let facts = rows.iter().map(|row| (city(row), fact(row)));
    let facts: Vec<Located> =
        facts.filter(|(_, fact)| kinds.contains(&fact.kind) && (fact.subject > 0 || !persons_only)).collect();
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

/// Days that are counted together, and what they are called along each time dimension asked by.
struct Span {
    first: Day,
    last: Day,
    labels: Vec<String>,
}

fn spans(question: &Question) -> Vec<Span> {
    let Period { from, to } = question.period;
    let scales: Vec<Dimension> =
        question.by.iter().copied().filter(|dimension| dimension.is_time()).collect();
    let since = match question.basis {
        Basis::CumulativeSince(since) => Some(since),
        _ => None,
    };
    if scales.is_empty() {
        return vec![Span { first: since.unwrap_or(from), last: to, labels: Vec::new() }];
    }
    let mut spans: Vec<Span> = Vec::new();
    for day in from.iter_days().take_while(|day| *day <= to) {
        let labels: Vec<String> = scales.iter().map(|scale| label(*scale, day)).collect();
        match spans.last_mut() {
            Some(last) if last.labels == labels => last.last = day,
            _ => spans.push(Span { first: since.unwrap_or(day), last: day, labels }),
        }
    }
    spans
}

/// The keys of a fact in a span: one for each combination of values it has.
fn keys(question: &Question, labels: &[String], city: CityCode, fact: &Fact<'_>) -> Vec<Vec<String>> {
    let mut labels = labels.iter();
    let mut keys = vec![Vec::new()];
    for dimension in &question.by {
        let values = if dimension.is_time() {
            vec![labels.next().unwrap().clone()]
        } else {
            let allowed = question.filter.values(*dimension);
            let mut values = values(*dimension, city, fact);
            values.retain(|value| allowed.is_none_or(|allowed| allowed.contains(value)));
            values
        };
        let longer = |key: &Vec<String>| {
            let key = key.clone();
            values.clone().into_iter().map(move |value| [key.clone(), vec![value]].concat())
        };
        keys = keys.iter().flat_map(longer).collect();
    }
    keys
}

/// The figure of every cell, by plain counting.
pub fn naive(rows: &[Row], question: &Question) -> BTreeMap<Vec<String>, u64> {
    let mut kept = counted(rows, question.measure);
    kept.retain(|(city, fact)| {
        question.filter.dimensions().all(|dimension| {
            let allowed = question.filter.values(dimension).unwrap();
            values(dimension, *city, fact).iter().any(|value| allowed.contains(value))
        })
    });
    let mut cells = BTreeMap::new();
    for span in spans(question) {
        for (key, value) in in_span(question, &kept, &span) {
            *cells.entry(key).or_insert(0) += value;
        }
    }
    cells.retain(|_, value| *value > 0);
    cells
}

fn in_span(question: &Question, kept: &[Located], span: &Span) -> Vec<(Vec<String>, u64)> {
    let inside = |day: Day| span.first <= day && day <= span.last;
    let keyed = || {
        kept.iter().flat_map(|(city, fact)| {
            keys(question, &span.labels, *city, fact).into_iter().map(move |key| (key, *city, fact))
        })
    };
    let within = || keyed().filter(|(.., fact)| inside(fact.day));
    let anywhere: CityCode = CITIES[0].parse().unwrap();
    let once =
        |whom: BTreeSet<(Vec<String>, CityCode, u32)>| whom.into_iter().map(|(key, ..)| (key, 1)).collect();
    match question.measure {
        Measure::Contacts | Measure::Outcomes => within().map(|(key, ..)| (key, 1)).collect(),
        Measure::Minutes => {
            within().map(|(key, _, fact)| (key, u64::from(fact.minutes.unwrap_or(0)))).collect()
        }
        Measure::Persons | Measure::OutcomePersons => {
            once(within().map(|(key, city, fact)| (key, city, fact.subject)).collect())
        }
        Measure::NetworkPersons => {
            once(within().map(|(key, _, fact)| (key, anywhere, fact.network_subject)).collect())
        }
        Measure::Households => {
            let met = within().filter(|(.., fact)| fact.household > 0);
            once(met.map(|(key, city, fact)| (key, city, fact.household)).collect())
        }
        Measure::Sessions => {
            let places = within().filter(|(.., fact)| fact.point != "unknown");
            let sessions: BTreeSet<_> =
                places.map(|(key, city, fact)| (key, city, fact.point, fact.day)).collect();
            sessions.into_iter().map(|(key, ..)| (key, 1)).collect()
        }
        Measure::NewPersons => {
            let mut firsts: BTreeMap<_, Day> = BTreeMap::new();
            for (key, city, fact) in keyed() {
                let first = firsts.entry((key, city, fact.subject)).or_insert(fact.day);
                *first = fact.day.min(*first);
            }
            firsts.into_iter().filter(|(_, day)| inside(*day)).map(|((key, ..), _)| (key, 1)).collect()
        }
        Measure::Stays => {
            let overlaps =
                |fact: &Fact<'_>| fact.day <= span.last && fact.until.is_none_or(|until| until >= span.first);
            keyed().filter(|(.., fact)| overlaps(fact)).map(|(key, ..)| (key, 1)).collect()
        }
        Measure::InCharge => {
            let mut open: BTreeMap<_, i32> = BTreeMap::new();
            for (key, city, fact) in keyed().filter(|(.., fact)| fact.day <= span.last) {
                *open.entry((key, city, fact.subject)).or_insert(0) +=
                    if fact.kind == "opened" { 1 } else { -1 };
            }
            open.into_iter().filter(|(_, balance)| *balance > 0).map(|((key, ..), _)| (key, 1)).collect()
        }
    }
}
