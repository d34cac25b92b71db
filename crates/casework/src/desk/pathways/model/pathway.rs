//! A pathway: somebody is in charge from the day it opens until the day it closes.

use kernel::{Day, Month, Timestamp, typed_id};

use super::{Refusal, Span};
use crate::people::FormId;

typed_id!(
    /// A pathway.
    PathwayId
);

/// The line of action that a pathway belongs to: the three that every edition had.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum ActionArea {
    /// Taking in charge.
    #[default]
    TakingInCharge,
    /// Housing inclusion.
    Housing,
    /// Civic engagement.
    CivicEngagement,
}

impl ActionArea {
    /// Every area, in the order of lists.
    pub const ALL: [Self; 3] = [Self::TakingInCharge, Self::Housing, Self::CivicEngagement];

    /// The code that facts carry.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TakingInCharge => "taking_in_charge",
            Self::Housing => "housing",
            Self::CivicEngagement => "civic_engagement",
        }
    }

    /// The area of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How and when a pathway ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The day from which the person is in charge no more.
    pub on: Day,
    /// The code of the outcome.
    pub outcome: String,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: String,
}

/// A pathway. Somebody who comes back gets a new one: a closed one stays closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pathway {
    /// Which.
    pub id: PathwayId,
    /// The form it hangs on; whose form it is now, theirs is the pathway.
    pub form: FormId,
    /// The line of action.
    pub area: ActionArea,
    /// The point that follows it, by its folded name; none if nobody said.
    pub point: Option<String>,
    /// The day the person was taken in charge.
    pub opened_on: Day,
    /// The end, once there is one.
    pub closing: Option<Closing>,
    /// The login of who follows it.
    pub followed_by: String,
    /// The earliest day on which a step is due.
    pub next_due: Option<Day>,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: String,
}

impl Pathway {
    /// Whether it is open now.
    pub const fn is_open(&self) -> bool {
        self.closing.is_none()
    }

    /// The days on which the person is in charge by it.
    pub fn span(&self) -> Span {
        Span::new(self.opened_on, self.closing.as_ref().map(|closing| closing.on))
    }

    /// The months that hold facts of it.
    pub fn months(&self) -> impl Iterator<Item = Month> + use<> {
        let closed = self.closing.as_ref().map(|closing| closing.on);
        std::iter::once(self.opened_on).chain(closed).map(Month::of)
    }

    /// Refuses what can be done only while it is open.
    ///
    /// # Errors
    /// [`Refusal::Closed`] once it was closed.
    pub const fn must_be_open(&self) -> Result<(), Refusal> {
        if self.is_open() { Ok(()) } else { Err(Refusal::Closed) }
    }
}
