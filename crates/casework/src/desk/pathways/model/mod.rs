//! What a pathway is and what may happen to it: types and rules, without input or output.

mod goal;
mod need;
mod occupancy;
mod pathway;
mod result;
mod rules;
mod span;
mod stay;

pub use goal::{Due, Goal, GoalId, GoalState, GoalText, Step, StepId, most_urgent};
pub use need::{Assessment, AssessmentId, Change, Level, Need, Needs, Progress, progress};
pub use occupancy::{Capacity, Occupancy, first_day_over};
pub use pathway::{ActionArea, Closing, Pathway, PathwayId};
pub use result::{Answer, Asked, Helpful, LanguageLevel, ResultId, ResultKind, improved};
pub use rules::{Refusal, check_goal, check_needs, check_pathway, check_result, check_stay};
pub use span::Span;
pub use stay::{Stay, StayId};

#[cfg(test)]
mod tests;
