//! What leaves this part: pathways that open and close, stays, results; each with a number in place of a person.

use std::sync::Arc;

use kernel::{AgeBracket, CityCode, Day, Gender, Timestamp};
use mart::{Fact, FactSource, FactsBuilder, FactsFuture, Partition, UNKNOWN, kind};
use network::vocabulary::Vocabulary;
use store::{Reader, Row, StoreError, Vault, params};

use super::model::{Answer, LanguageLevel, ResultKind, improved};
use super::sql::facts as sql;
use crate::facts::{Circumstances, Opener};

/// Columns that say who a fact is about; what it says begins behind them.
const PERSON: usize = 5;

/// The pathways, stays and results of the cities, as facts.
pub struct Pathways {
    opener: Opener,
}

impl Pathways {
    /// Needs the keys for what is sealed of what it tells.
    pub fn new(vocabulary: &Vocabulary, vault: &Vault) -> Arc<Self> {
        Arc::new(Self { opener: Opener::new(vault, vocabulary) })
    }

    async fn read(
        &self,
        reader: &mut Reader,
        partition: Partition,
        into: &mut FactsBuilder,
    ) -> Result<(), StoreError> {
        let Partition { city, month } = partition;
        let (first, last) = (month.first(), month.last());
        let known = self.opener.open(reader, partition).await?;
        for (statement, kind) in [(&sql::OPENED, kind::OPENED), (&sql::CLOSED, kind::CLOSED)] {
            for row in &reader.fetch_all(statement, params![city, first, last]).await? {
                pathway(city, kind, row, &known, into)?;
            }
        }
        for row in &reader.fetch_all(&sql::STAYS, params![city, first, last]).await? {
            stay(city, row, &known, into)?;
        }
        for row in &reader.fetch_all(&sql::RESULTS, params![city, first, last]).await? {
            result(row, &known, into)?;
        }
        Ok(())
    }
}

impl FactSource for Pathways {
    fn facts<'a>(
        &'a self,
        reader: &'a mut Reader,
        partition: Partition,
        into: &'a mut FactsBuilder,
    ) -> FactsFuture<'a> {
        Box::pin(self.read(reader, partition, into))
    }
}

/// Adds a fact of the person that a row is about, with what is known of them on its day.
fn add(row: &Row, fact: Fact<'_>, known: &Circumstances, into: &mut FactsBuilder) -> Result<(), StoreError> {
    let citizenship: Option<String> = row.get(4)?;
    into.push(&known.add(Fact {
        subject: row.count(0)?,
        network_subject: row.count(1)?,
        gender: Gender::from_code(&row.get::<String>(2)?),
        age: AgeBracket::from_code(&row.get::<String>(3)?),
        citizenship: citizenship.as_deref().unwrap_or(UNKNOWN),
        ..fact
    }));
    Ok(())
}

/// As contacts write their points: two cities may call theirs alike.
fn of_city(city: CityCode, point: Option<String>) -> String {
    point.map_or_else(|| UNKNOWN.to_owned(), |point| format!("{city}:{point}"))
}

fn recorded(row: &Row, column: usize) -> Result<Day, StoreError> {
    Ok(Timestamp::from_micros(row.get::<Option<i64>>(column)?.unwrap_or_default()).day())
}

fn pathway(
    city: CityCode,
    kind: &str,
    row: &Row,
    known: &Circumstances,
    into: &mut FactsBuilder,
) -> Result<(), StoreError> {
    let (area, point): (String, Option<String>) = (row.get(PERSON + 1)?, row.get(PERSON + 2)?);
    let outcome: String = if kind == kind::CLOSED { row.get(PERSON + 4)? } else { UNKNOWN.to_owned() };
    // A closing says area and point too: a question about them must see it end.
    let fact = Fact {
        day: row.get(PERSON)?,
        kind,
        area: &area,
        point: &of_city(city, point),
        outcome: &outcome,
        recorded_on: recorded(row, PERSON + 3)?,
        ..Fact::default()
    };
    add(row, fact, known, into)
}

fn stay(city: CityCode, row: &Row, known: &Circumstances, into: &mut FactsBuilder) -> Result<(), StoreError> {
    let left: Option<Day> = row.get(PERSON + 3)?;
    let fact = Fact {
        day: row.get(PERSON)?,
        // The mart counts the last day in; on the day somebody leaves the bed is free.
        until: left.and_then(|left| left.pred_opt()),
        kind: kind::STAY,
        area: "housing",
        point: &of_city(city, row.get(PERSON + 1)?),
        recorded_on: recorded(row, PERSON + 2)?,
        ..Fact::default()
    };
    add(row, fact, known, into)
}

fn result(row: &Row, known: &Circumstances, into: &mut FactsBuilder) -> Result<(), StoreError> {
    let day: Day = row.get(PERSON)?;
    let (kind, value): (String, String) = (row.get(PERSON + 1)?, row.get(PERSON + 2)?);
    let before: Option<String> = row.get(PERSON + 4)?;
    let before = before.as_deref().and_then(LanguageLevel::from_code);
    let answer = ResultKind::from_code(&kind).and_then(|kind| Answer::read(kind, &value));
    let Some((outcome, service)) = answer.and_then(|answer| outcome_of(answer, day, before)) else {
        return Ok(());
    };
    let recorded_on = recorded(row, PERSON + 3)?;
    let fact = Fact { day, kind: kind::OUTCOME, outcome, service, recorded_on, ..Fact::default() };
    add(row, fact, known, into)
}

/// What an answer counts as, and the service it is about. A level of Italian counts once there are two to compare.
fn outcome_of(
    answer: Answer,
    day: Day,
    before: Option<LanguageLevel>,
) -> Option<(&'static str, &'static str)> {
    use super::model::Helpful;
    Some(match answer {
        Answer::LanguageBefore(_) => return None,
        Answer::LanguageAfter(after) => {
            let improved = improved(before.map(|before| (day, before)), (day, after))?;
            (if improved { "language_improved" } else { "language_unchanged" }, "language_course")
        }
        Answer::Helpful(Helpful::Yes) => ("helpful_yes", UNKNOWN),
        Answer::Helpful(Helpful::No) => ("helpful_no", UNKNOWN),
        Answer::Helpful(Helpful::CannotSay) => ("helpful_cannot_say", UNKNOWN),
        Answer::Recognition => (ResultKind::Recognition.code(), "skills_recognition_application"),
        Answer::LongTerm => (ResultKind::LongTerm.code(), "long_term_residence_application"),
    })
}

/// The result that a contact for a service says by itself: who was helped to hand in an application has made it.
pub fn result_of_service(service: &str) -> Option<&'static str> {
    match service {
        "skills_recognition_application" => Some(ResultKind::Recognition.code()),
        "long_term_residence_application" => Some(ResultKind::LongTerm.code()),
        _ => None,
    }
}
