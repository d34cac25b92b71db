//! Answers of two cities, and what they decide.

use kernel::{CityCode, Timestamp, typed_id};
use linkage::Decision;
use linkage::network::{Edit, Handle};
use store::{Entry, Reader, Row, StoreError, Unit, params};
use uuid::Uuid;

use super::memory::{handle, number};
use super::{encodings, sides, sql};
use crate::people::PersonId;

typed_id!(
    /// A city's side of a question to two cities.
    QuestionId
);

/// What a person said, asked whether they were met by the other city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// They were.
    Yes,
    /// They were not.
    No,
    /// They cannot be asked.
    CannotAsk,
}

impl Answer {
    /// All answers.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::CannotAsk];

    /// The word of the table and of forms.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::CannotAsk => "cannot_ask",
        }
    }

    /// The answer with a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}

/// What two answers decide; nothing where one is missing, or says too little. One «no» is enough for two persons,
/// since a person knows best; for one person both must say so.
pub fn decided(a: Option<Answer>, b: Option<Answer>) -> Option<Decision> {
    match (a?, b?) {
        (Answer::No, _) | (_, Answer::No) => Some(Decision::Separated),
        (Answer::Yes, Answer::Yes) => Some(Decision::Joined),
        (Answer::CannotAsk, _) | (_, Answer::CannotAsk) => None,
    }
}

/// A question as its city sees it.
#[derive(Clone, Debug)]
pub struct Question {
    /// Which.
    pub id: QuestionId,
    /// The city's own person.
    pub person: PersonId,
    /// The other city.
    pub other_city: CityCode,
    /// The years in which the other city met whom it may be.
    pub years: Vec<String>,
    /// What was answered here, when, and by whom.
    pub answer: Option<(Answer, Timestamp, String)>,
    /// Since when it is asked.
    pub found_at: Timestamp,
}

impl Question {
    /// Reads a row of [`sides::OPEN`] or [`sides::SETTLED`].
    pub(super) fn read(row: &Row) -> Result<Self, StoreError> {
        let years: String = row.get(3)?;
        let answer = row.get::<Option<String>>(4)?.and_then(|code| Answer::from_code(&code));
        let at = Timestamp::from_micros(row.get::<Option<i64>>(5)?.unwrap_or_default());
        let by: Option<String> = row.get(6)?;
        Ok(Self {
            id: QuestionId(row.get(0)?),
            person: PersonId(row.get(1)?),
            other_city: row.parse(2)?,
            years: years.split_whitespace().map(str::to_owned).collect(),
            answer: answer.map(|answer| (answer, at, by.unwrap_or_default())),
            found_at: Timestamp::from_micros(row.get(8)?),
        })
    }
}

/// The questions of a city: those that wait, the oldest first, or those that were answered, the last first.
///
/// # Errors
/// When the database refuses.
pub async fn questions(
    reader: &mut Reader,
    city: CityCode,
    are_answered: bool,
    at_most: u32,
) -> Result<Vec<Question>, StoreError> {
    let statement = if are_answered { &sides::SETTLED } else { &sides::OPEN };
    let rows = reader.fetch_all(statement, params![city, at_most]).await?;
    rows.iter().map(Question::read).collect()
}

/// How many questions wait in a city, and since when.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(reader: &mut Reader, city: CityCode) -> Result<(u32, Timestamp), StoreError> {
    let row = reader.fetch_optional(&sides::WAITING, params![city]).await?;
    let Some(row) = row else { return Ok((0, Timestamp::default())) };
    Ok((row.count(0)?, Timestamp::from_micros(row.get::<Option<i64>>(1)?.unwrap_or_default())))
}

/// Keeps an answer, or takes it back; the city is held. The same answer a second time changes nothing. Gives
/// whether the city has such a question.
///
/// # Errors
/// When the database refuses.
pub async fn answer(
    unit: &mut Unit,
    city: CityCode,
    question: QuestionId,
    answer: Option<Answer>,
) -> Result<bool, StoreError> {
    let Some(row) = unit.fetch_optional(&sides::SIDE, params![city, question.0]).await? else {
        return Ok(false);
    };
    let before: Option<String> = row.get(1)?;
    let code = answer.map(Answer::code);
    if before.as_deref() == code {
        return Ok(true);
    }
    let pair: Uuid = row.get(0)?;
    let (at, who) = (unit.at(), unit.actor().0.clone());
    let (at, who) = (answer.map(|_| at), answer.map(|_| who));
    let row = unit.fetch_optional(&sql::CHANGE, params![0_i64]).await?.ok_or_else(encodings::no_state)?;
    let version: i64 = row.get(1)?;
    unit.execute(&sides::ANSWER, params![question.0, code, at, who]).await?;
    unit.execute(&sides::TOUCH, params![pair, version]).await?;
    let action = if answer.is_some() { "answer" } else { "undo" };
    unit.record(Entry::new(action, format!("question/{question}"), Some(city)));
    Ok(true)
}

/// What was decided, or is not decided any more, after a change.
pub(super) async fn changed(unit: &mut Unit, version: i64) -> Result<Vec<Edit>, StoreError> {
    let rows = unit.fetch_all(&sides::ANSWERED, params![version]).await?;
    rows.iter().map(|row| Ok(edit(pair(row)?, answers(row)?))).collect()
}

/// Forgets what was asked and answered of a person.
pub(super) async fn forget(unit: &mut Unit, of: Handle) -> Result<(), StoreError> {
    unit.execute(&sides::FORGET, params![number(of)]).await.map(|_| ())
}

/// The pair of a row of [`sides::ANSWERED`].
pub(super) fn pair(row: &Row) -> Result<(Handle, Handle), StoreError> {
    Ok((handle(row, 0)?, handle(row, 1)?))
}

/// The answers of a row of [`sides::ANSWERED`], in the order of its pair.
pub(super) fn answers(row: &Row) -> Result<[Option<Answer>; 2], StoreError> {
    let answer = |column| {
        let code = row.get::<Option<String>>(column)?;
        Ok::<_, StoreError>(code.and_then(|code| Answer::from_code(&code)))
    };
    Ok([answer(2)?, answer(3)?])
}

/// What two answers on a pair mean for the network.
pub(super) fn edit((a, b): (Handle, Handle), [of_a, of_b]: [Option<Answer>; 2]) -> Edit {
    match decided(of_a, of_b) {
        Some(decision) => Edit::Decide(a, b, decision),
        None => Edit::Undecide(a, b),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_answers_settle_it() {
        use Answer::{CannotAsk, No, Yes};
        let table = [
            (Some(Yes), Some(Yes), Some(Decision::Joined)),
            (Some(Yes), Some(No), Some(Decision::Separated)),
            (Some(No), Some(No), Some(Decision::Separated)),
            (Some(No), Some(CannotAsk), Some(Decision::Separated)),
            (Some(Yes), Some(CannotAsk), None),
            (Some(CannotAsk), Some(CannotAsk), None),
            (Some(Yes), None, None),
            (Some(No), None, None),
            (None, None, None),
        ];
        for (a, b, expected) in table {
            assert_eq!(decided(a, b), expected, "{a:?} {b:?}");
            assert_eq!(decided(b, a), expected, "{b:?} {a:?}");
        }
    }

    #[test]
    fn an_answer_is_kept_as_a_word() {
        for answer in Answer::ALL {
            assert_eq!(Answer::from_code(answer.code()), Some(answer));
        }
        assert_eq!(Answer::from_code("forse"), None);
    }
}
