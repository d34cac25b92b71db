//! What somebody does at a desk of the demonstration, and when.

use casework::desk::contacts::model::{Change, Draft, Gathering};
use casework::desk::contacts::row::VisitId;
use casework::desk::pathways::model::{AssessmentId, GoalId, Needs, PathwayId, StayId, StepId};
use casework::desk::pathways::write::{Beds, Closure, GoalMark, NewGoal, NewStay, NewStep, Opening, Told};
use casework::desk::people::write::{Joining, NewDetail, NewFile, NewPerson};
use casework::desk::referrals::model::ReferralId;
use casework::desk::referrals::write::NewReferral;
use casework::people::PersonId;
use kernel::{CityCode, Day, Timestamp};

/// One thing done: through the same writers that the pages call.
#[derive(Debug)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// In which city.
    pub city: CityCode,
    /// By whom: a login.
    pub by: String,
    /// What.
    pub deed: Deed,
}

/// What can be done.
#[derive(Debug)]
pub enum Deed {
    /// Registers somebody.
    Register(PersonId, NewPerson),
    /// Tells something of somebody.
    Tell(PersonId, NewDetail),
    /// Gives the privacy notice in a language.
    Notice(PersonId, String),
    /// Brings somebody into a household.
    Join(Joining),
    /// Attaches a file.
    Attach(PersonId, NewFile),
    /// Records a contact.
    Visit(VisitId, PersonId, Draft),
    /// Records people of whom nothing is known.
    Nobody(VisitId, u32, Draft),
    /// Records a gathering.
    Gather(VisitId, Gathering, Vec<PersonId>),
    /// Corrects the first contact of a visit.
    Mend(VisitId, Change),
    /// Takes a visit back, with a reason.
    TakeBack(VisitId, &'static str),
    /// Takes somebody in charge.
    Open(Opening),
    /// Assesses needs again.
    Assess(AssessmentId, PathwayId, Day, Needs),
    /// Plans a goal.
    Plan(PathwayId, NewGoal),
    /// Plans one more step.
    Step(GoalId, NewStep),
    /// Says that a step is done.
    StepDone(StepId),
    /// Says what became of a goal.
    Goal(GoalId, GoalMark),
    /// Closes a pathway.
    Close(Closure),
    /// Keeps what somebody answered.
    Keep(Told),
    /// Says how many beds a house has.
    Beds(Beds),
    /// Gives somebody a place.
    Stay(NewStay),
    /// Says when somebody left.
    Leave(StayId, Day),
    /// Refers somebody.
    Refer(NewReferral),
    /// Accepts an offer of another city.
    Accept(ReferralId),
    /// Refuses one, or notes that a service or body did.
    Refuse(ReferralId, &'static str),
    /// Notes what a service or body did.
    Finish(ReferralId, &'static str),
    /// Takes a referral back.
    Withdraw(ReferralId),
}
