//! Assessing needs again, and planning: goals, and the steps that lead there.

use kernel::Day;
use rand::RngCore;
use store::{StoreError, Unit, params};

use super::{DeskError, Writer, entry, is_there};
use crate::desk::pathways::model::{
    AssessmentId, GoalId, GoalText, Needs, Pathway, PathwayId, StepId, check_goal, check_needs,
};
use crate::desk::pathways::read;
use crate::desk::pathways::sql::{GOAL, NEEDS, STEP, goals as sql, pathways as sql_pathways};

/// A step to be planned.
#[derive(Clone, Debug)]
pub struct NewStep {
    /// The identifier it will have.
    pub id: StepId,
    /// What is to be done.
    pub text: String,
    /// By which day.
    pub due_on: Option<Day>,
}

/// A goal to be planned, with its first steps.
#[derive(Clone, Debug)]
pub struct NewGoal {
    /// The identifier it will have.
    pub id: GoalId,
    /// What it says.
    pub text: GoalText,
    /// The day by which it is to be reached.
    pub due_on: Option<Day>,
    /// What is to be done for it, in order: text, and by which day.
    pub steps: Vec<(String, Option<Day>)>,
}

/// What becomes of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalMark {
    /// It was reached today.
    Reached,
    /// It is given up today.
    Dropped,
    /// It is worked on again.
    Open,
}

impl Writer<'_> {
    /// Assesses needs again.
    ///
    /// # Errors
    /// No such pathway, no need assessed, or a day that cannot be.
    pub async fn assess(
        &self,
        id: AssessmentId,
        pathway: PathwayId,
        day: Day,
        needs: &Needs,
    ) -> Result<(), DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        let known = unit.fetch_optional(&sql_pathways::ASSESSMENT, params![city, id.0]).await?;
        if is_there(known.as_ref()) {
            return Ok(());
        }
        let found = read::pathway_in(&mut unit, city, pathway).await?.ok_or(DeskError::NotFound)?;
        found.must_be_usable()?;
        let pathway = found.pathway;
        let (at, today, who) = (unit.at(), unit.at().day(), unit.actor().0.clone());
        check_needs(needs, day, pathway.span(), today)?;
        let sealed = self.keys.seal_json(NEEDS, id.0, needs)?;
        let values = params![id.0, city, pathway.id.0, day, sealed, at, who];
        unit.execute(&sql_pathways::INSERT_ASSESSMENT, values).await?;
        unit.record(entry("assess", "pathway", pathway.id.0, city));
        unit.commit().await?;
        Ok(())
    }

    /// Plans a goal.
    ///
    /// # Errors
    /// No such pathway, one that is closed, or a text that is no line.
    pub async fn plan(
        &self,
        pathway: PathwayId,
        goal: &NewGoal,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(), DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        if is_there(unit.fetch_optional(&sql::GOAL, params![city, goal.id.0]).await?.as_ref()) {
            return Ok(());
        }
        let pathway = open_pathway(&mut unit, self, pathway).await?;
        check_goal(&goal.text.text)?;
        let (at, who) = (unit.at(), unit.actor().0.clone());
        let text = GoalText { text: goal.text.text.trim().to_owned(), ..goal.text };
        let sealed = self.keys.seal_json(GOAL, goal.id.0, &text)?;
        let values = params![goal.id.0, city, pathway.id.0, sealed, goal.due_on, at, who];
        unit.execute(&sql::INSERT_GOAL, values).await?;
        // Written at one moment, steps stay in their order by their identifiers.
        let mut ids: Vec<StepId> = goal.steps.iter().map(|_| StepId::new(at, random)).collect();
        ids.sort_unstable();
        for (id, (text, due_on)) in ids.into_iter().zip(&goal.steps) {
            let step = NewStep { id, text: text.clone(), due_on: *due_on };
            self.insert_step(&mut unit, goal.id, &step).await?;
        }
        self.settle_due(&mut unit, pathway.id).await?;
        unit.record(entry("plan", "pathway", pathway.id.0, city));
        unit.commit().await?;
        Ok(())
    }

    /// Plans one more step.
    ///
    /// # Errors
    /// No such goal, a pathway that is closed, or a text that is no line.
    pub async fn plan_step(&self, goal: GoalId, step: &NewStep) -> Result<(), DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        if is_there(unit.fetch_optional(&sql::STEP, params![city, step.id.0]).await?.as_ref()) {
            return Ok(());
        }
        let row = unit.fetch_optional(&sql::GOAL, params![city, goal.0]).await?.ok_or(DeskError::NotFound)?;
        let pathway = open_pathway(&mut unit, self, PathwayId(row.get(0)?)).await?;
        self.insert_step(&mut unit, goal, step).await?;
        self.settle_due(&mut unit, pathway.id).await?;
        unit.record(entry("plan", "pathway", pathway.id.0, city));
        unit.commit().await?;
        Ok(())
    }

    /// Says what became of a goal. Saying it twice changes nothing.
    ///
    /// # Errors
    /// No such goal, or a pathway that is closed.
    pub async fn mark_goal(&self, goal: GoalId, mark: GoalMark) -> Result<PathwayId, DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        let row = unit.fetch_optional(&sql::GOAL, params![city, goal.0]).await?.ok_or(DeskError::NotFound)?;
        let pathway = open_pathway(&mut unit, self, PathwayId(row.get(0)?)).await?;
        let (reached, dropped): (Option<Day>, Option<Day>) = (row.get(1)?, row.get(2)?);
        let is_so = match mark {
            GoalMark::Reached => reached.is_some(),
            GoalMark::Dropped => dropped.is_some(),
            GoalMark::Open => reached.is_none() && dropped.is_none(),
        };
        if is_so {
            return Ok(pathway.id);
        }
        let today = unit.at().day();
        let on = |is: GoalMark| (mark == is).then_some(today);
        let values = params![city, goal.0, on(GoalMark::Reached), on(GoalMark::Dropped)];
        unit.execute(&sql::MARK_GOAL, values).await?;
        self.settle_due(&mut unit, pathway.id).await?;
        unit.record(entry("plan", "pathway", pathway.id.0, city));
        unit.commit().await?;
        Ok(pathway.id)
    }

    /// Says that a step is done today, or that it is not done. Saying it twice changes nothing.
    ///
    /// # Errors
    /// No such step, or a pathway that is closed.
    pub async fn mark_step(&self, step: StepId, done: bool) -> Result<PathwayId, DeskError> {
        let city = self.city();
        let mut unit = self.begin().await?;
        let row = unit.fetch_optional(&sql::STEP, params![city, step.0]).await?.ok_or(DeskError::NotFound)?;
        let pathway = open_pathway(&mut unit, self, PathwayId(row.get(1)?)).await?;
        if row.get::<Option<Day>>(2)?.is_some() == done {
            return Ok(pathway.id);
        }
        let (today, who) = (unit.at().day(), unit.actor().0.clone());
        let values = params![city, step.0, done.then_some(today), done.then_some(who.as_str())];
        unit.execute(&sql::MARK_STEP, values).await?;
        self.settle_due(&mut unit, pathway.id).await?;
        unit.record(entry("plan", "pathway", pathway.id.0, city));
        unit.commit().await?;
        Ok(pathway.id)
    }

    async fn insert_step(&self, unit: &mut Unit, goal: GoalId, step: &NewStep) -> Result<(), DeskError> {
        check_goal(&step.text)?;
        let (at, who) = (unit.at(), unit.actor().0.clone());
        let sealed = self.keys.seal_text(STEP, step.id.0, step.text.trim())?;
        let values = params![step.id.0, self.city(), goal.0, sealed, step.due_on, at, who];
        unit.execute(&sql::INSERT_STEP, values).await?;
        Ok(())
    }

    async fn settle_due(&self, unit: &mut Unit, pathway: PathwayId) -> Result<(), StoreError> {
        let values = params![self.city(), pathway.0, read::no_day()];
        unit.execute(&sql_pathways::SETTLE_DUE, values).await.map(|_| ())
    }
}

async fn open_pathway(unit: &mut Unit, writer: &Writer<'_>, id: PathwayId) -> Result<Pathway, DeskError> {
    let found = read::pathway_in(unit, writer.city(), id).await?.ok_or(DeskError::NotFound)?;
    found.must_be_usable()?;
    found.pathway.must_be_open()?;
    Ok(found.pathway)
}
