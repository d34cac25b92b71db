//! What a person may ask of this part: to have all of it, and to have it forgotten.

use kernel::{CityCode, Day};
use serde::Serialize;
use store::{CityKeys, Reader, Statement, StoreError, Unit, params};

use super::model::{Goal, GoalState, Needs};
use super::read::{self, Followed};
use super::sql::{goals, pathways, stays};
use crate::people::PersonId;

/// Everything that is recorded of a person here, as it can be handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Everything {
    /// The pathways, the newest first.
    pub pathways: Vec<OwnPathway>,
    /// The stays, the newest first.
    pub stays: Vec<OwnStay>,
    /// What was asked, oldest first.
    pub results: Vec<OwnResult>,
    /// What was corrected, oldest first.
    pub corrections: Vec<OwnCorrection>,
}

/// A pathway.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnPathway {
    /// The code of the line of action.
    pub area: &'static str,
    /// The point, by its folded name.
    pub point: Option<String>,
    /// The day of taking in charge.
    pub opened_on: Day,
    /// The day of closing.
    pub closed_on: Option<Day>,
    /// The code of the outcome.
    pub outcome: Option<String>,
    /// What else was said on closing.
    pub note: Option<String>,
    /// The assessments, oldest first.
    pub assessments: Vec<OwnAssessment>,
    /// The goals.
    pub goals: Vec<OwnGoal>,
}

/// An assessment of needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnAssessment {
    /// The day.
    pub day: Day,
    /// What was found.
    pub needs: Option<Needs>,
}

/// A goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnGoal {
    /// What it says.
    pub text: Option<String>,
    /// By which day.
    pub due_on: Option<Day>,
    /// The day it was reached.
    pub reached_on: Option<Day>,
    /// The day it was given up.
    pub dropped_on: Option<Day>,
    /// The steps.
    pub steps: Vec<OwnStep>,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnStep {
    /// What is to be done.
    pub text: Option<String>,
    /// By which day.
    pub due_on: Option<Day>,
    /// The day it was done.
    pub done_on: Option<Day>,
}

/// A stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnStay {
    /// The house, by its folded name.
    pub point: String,
    /// Which bed or room.
    pub bed: Option<String>,
    /// The first day.
    pub from: Day,
    /// The day of leaving.
    pub until: Option<Day>,
}

/// Something that was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnResult {
    /// What.
    pub kind: &'static str,
    /// The answer; empty for an application, whose day says all.
    pub value: &'static str,
    /// The day.
    pub day: Day,
}

/// A correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OwnCorrection {
    /// `pathway`, `stay` or `result`.
    pub what: String,
    /// Whether it was taken away.
    pub withdrawn: bool,
    /// What it was before.
    pub was: Option<serde_json::Value>,
    /// Why.
    pub reason: Option<String>,
    /// On which day.
    pub day: Day,
}

/// Everything that is recorded of a person.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn everything(
    reader: &mut Reader,
    keys: &CityKeys,
    person: PersonId,
) -> Result<Everything, StoreError> {
    let mut all = Everything::default();
    for found in read::of_person(reader, keys, person).await? {
        all.pathways.push(pathway(reader, keys, found).await?);
    }
    for stay in read::stays_of(reader, keys, person).await? {
        let stay = stay.stay;
        all.stays.push(OwnStay { point: stay.point, bed: stay.bed, from: stay.from, until: stay.until });
    }
    for one in read::results(reader, keys, person).await? {
        let (kind, value) = (one.answer.kind().code(), one.answer.value());
        all.results.push(OwnResult { kind, value, day: one.day });
    }
    for one in read::corrections_of(reader, keys, person).await? {
        let (what, withdrawn, day) = (one.what, one.withdrawn, one.at.day());
        all.corrections.push(OwnCorrection { what, withdrawn, was: one.was, reason: one.reason, day });
    }
    Ok(all)
}

async fn pathway(reader: &mut Reader, keys: &CityKeys, found: Followed) -> Result<OwnPathway, StoreError> {
    let Followed { pathway, note, .. } = found;
    let assessments = read::assessments(reader, keys, pathway.id).await?;
    let goals = read::goals(reader, keys, pathway.id).await?;
    Ok(OwnPathway {
        area: pathway.area.code(),
        point: pathway.point,
        opened_on: pathway.opened_on,
        closed_on: pathway.closing.as_ref().map(|closing| closing.on),
        outcome: pathway.closing.map(|closing| closing.outcome),
        note,
        assessments: assessments
            .into_iter()
            .map(|one| OwnAssessment { day: one.day, needs: one.needs })
            .collect(),
        goals: goals.into_iter().map(goal).collect(),
    })
}

fn goal(goal: Goal) -> OwnGoal {
    let (reached_on, dropped_on) = match goal.state {
        GoalState::Open => (None, None),
        GoalState::Reached(day) => (Some(day), None),
        GoalState::Dropped(day) => (None, Some(day)),
    };
    let steps = goal.steps.into_iter();
    OwnGoal {
        text: goal.text.map(|goal| goal.text),
        due_on: goal.due_on,
        reached_on,
        dropped_on,
        steps: steps
            .map(|step| OwnStep { text: step.text, due_on: step.due_on, done_on: step.done_on })
            .collect(),
    }
}

/// What forgets the words of this part; days and codes stay, and with them the numbers.
const FORGET: [Statement; 6] = [
    pathways::ERASE_NOTES,
    pathways::ERASE_ASSESSMENTS,
    pathways::ERASE_CORRECTIONS,
    goals::ERASE_GOALS,
    goals::ERASE_STEPS,
    stays::ERASE_BEDS,
];

/// Forgets whatever was written of a person here, in the unit of work that erases them. What counts stays: no fact
/// moves.
///
/// # Errors
/// When the database refuses.
pub async fn forget(unit: &mut Unit, city: CityCode, person: PersonId) -> Result<(), StoreError> {
    for statement in &FORGET {
        unit.execute(statement, params![city, person.0]).await?;
    }
    Ok(())
}
