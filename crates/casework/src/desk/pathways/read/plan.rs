//! What was found when needs were assessed, and what is planned.

use kernel::{Day, Timestamp};
use store::{CityKeys, Reader, StoreError, params};

use super::open_line;
use crate::desk::pathways::model::{
    Assessment, AssessmentId, Goal, GoalId, GoalState, PathwayId, Step, StepId,
};
use crate::desk::pathways::sql::{GOAL, NEEDS, STEP, goals as sql, pathways as sql_pathways};

/// The assessments of a pathway, oldest first.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn assessments(
    reader: &mut Reader,
    keys: &CityKeys,
    pathway: PathwayId,
) -> Result<Vec<Assessment>, StoreError> {
    let rows = reader.fetch_all(&sql_pathways::ASSESSMENTS, params![keys.city(), pathway.0]).await?;
    let read = |row: &store::Row| {
        let id = AssessmentId(row.get(0)?);
        let needs: Option<Vec<u8>> = row.get(2)?;
        Ok(Assessment {
            id,
            day: row.get(1)?,
            needs: needs.map(|needs| keys.open_json(NEEDS, id.0, &needs)).transpose()?,
            at: Timestamp::from_micros(row.get(3)?),
            by: row.get(4)?,
        })
    };
    rows.iter().map(read).collect()
}

/// The goals of a pathway with their steps, in the order they were written.
///
/// # Errors
/// As [`assessments`].
pub async fn goals(
    reader: &mut Reader,
    keys: &CityKeys,
    pathway: PathwayId,
) -> Result<Vec<Goal>, StoreError> {
    let mut goals = Vec::new();
    for row in reader.fetch_all(&sql::GOALS, params![keys.city(), pathway.0]).await? {
        let id = GoalId(row.get(0)?);
        let text: Option<Vec<u8>> = row.get(1)?;
        let (reached, dropped): (Option<Day>, Option<Day>) = (row.get(3)?, row.get(4)?);
        goals.push(Goal {
            id,
            text: text.map(|text| keys.open_json(GOAL, id.0, &text)).transpose()?,
            due_on: row.get(2)?,
            state: match (reached, dropped) {
                (Some(day), _) => GoalState::Reached(day),
                (None, Some(day)) => GoalState::Dropped(day),
                (None, None) => GoalState::Open,
            },
            steps: Vec::new(),
        });
    }
    for row in reader.fetch_all(&sql::STEPS, params![keys.city(), pathway.0]).await? {
        let (id, of) = (StepId(row.get(0)?), GoalId(row.get(1)?));
        let text: Option<Vec<u8>> = row.get(2)?;
        let text = open_line(keys, STEP, id.0, text.as_deref())?;
        let step = Step { id, text, due_on: row.get(3)?, done_on: row.get(4)? };
        if let Some(goal) = goals.iter_mut().find(|goal| goal.id == of) {
            goal.steps.push(step);
        }
    }
    Ok(goals)
}
