//! What somebody wants to reach, and the steps that lead there.

use kernel::{Day, typed_id};
use serde::{Deserialize, Serialize};

use super::Need;

typed_id!(
    /// Something to reach.
    GoalId
);
typed_id!(
    /// Something to do for it.
    StepId
);

/// What a goal says. The database holds it sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalText {
    /// In the person's words, or near them.
    pub text: String,
    /// The area of life it belongs to.
    pub need: Need,
}

/// What became of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalState {
    /// It is worked on.
    Open,
    /// It was reached on a day.
    Reached(Day),
    /// It was given up on a day.
    Dropped(Day),
}

/// A goal of a pathway.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    /// Which.
    pub id: GoalId,
    /// What it says; nothing once it was erased.
    pub text: Option<GoalText>,
    /// The day by which it is to be reached.
    pub due_on: Option<Day>,
    /// What became of it.
    pub state: GoalState,
    /// The steps, in the order they were written.
    pub steps: Vec<Step>,
}

/// A step towards a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Which.
    pub id: StepId,
    /// What is to be done; nothing once it was erased.
    pub text: Option<String>,
    /// The day by which it is to be done.
    pub due_on: Option<Day>,
    /// The day it was done.
    pub done_on: Option<Day>,
}

/// How near the day is by which something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// It has passed, by so many days.
    Overdue(u32),
    /// It is today.
    Today,
    /// It comes within a week, in so many days.
    Soon(u32),
    /// It comes later.
    Later(Day),
    /// There is none.
    Never,
    /// It is done.
    Done(Day),
}

impl Due {
    /// Days that count as soon.
    const SOON: i64 = 7;

    /// How near a day is.
    pub fn of(due_on: Option<Day>, done_on: Option<Day>, today: Day) -> Self {
        if let Some(done) = done_on {
            return Self::Done(done);
        }
        let Some(due) = due_on else { return Self::Never };
        let days = (due - today).num_days();
        let distance = u32::try_from(days.unsigned_abs()).unwrap_or(u32::MAX);
        match days {
            ..0 => Self::Overdue(distance),
            0 => Self::Today,
            1..=Self::SOON => Self::Soon(distance),
            _ => Self::Later(due),
        }
    }

    /// Whether somebody has to see to it now.
    pub const fn is_pressing(self) -> bool {
        matches!(self, Self::Overdue(_) | Self::Today)
    }
}

impl Step {
    /// How near its day is.
    pub fn due(&self, today: Day) -> Due {
        Due::of(self.due_on, self.done_on, today)
    }
}

impl Goal {
    /// How near its day is.
    pub fn due(&self, today: Day) -> Due {
        match self.state {
            GoalState::Open => Due::of(self.due_on, None, today),
            GoalState::Reached(day) | GoalState::Dropped(day) => Due::Done(day),
        }
    }

    /// Whether it is worked on.
    pub fn is_open(&self) -> bool {
        self.state == GoalState::Open
    }
}

/// The earliest day on which a step of an open goal is due: what the database keeps as the pathway's next day.
pub fn most_urgent(goals: &[Goal]) -> Option<Day> {
    let open = goals.iter().filter(|goal| goal.is_open()).flat_map(|goal| &goal.steps);
    open.filter(|step| step.done_on.is_none()).filter_map(|step| step.due_on).min()
}
