//! What a referral is and what may happen to it, without input or output.

use kernel::{CityCode, Day, Timestamp, typed_id};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::desk::codes::codes;
use crate::desk::pathways::model::{GoalText, Needs};
use crate::desk::people::model::Kind as DetailKind;
use crate::people::PersonId;
use crate::people::written::Identity;

#[cfg(test)]
mod tests;

typed_id!(
    /// A referral.
    ReferralId
);

codes! {
    /// To whom.
    Kind {
        /// A service of the city: a note for another point.
        Service = "service",
        /// A body outside the network: a letter.
        Body = "body",
        /// Another city of the network: an offer, which that city answers.
        City = "city",
    }
    /// What became of it.
    State {
        /// Nobody answered yet.
        Waiting = "waiting",
        /// The receiving city took the person in charge.
        Accepted = "accepted",
        /// It was refused.
        Refused = "refused",
        /// The sending city took it back.
        Withdrawn = "withdrawn",
        /// The service or the body has seen the person.
        Done = "done",
    }
    /// What somebody does to it.
    Act {
        /// The receiving city takes the person in charge.
        Accept = "accept",
        /// It is refused.
        Refuse = "refuse",
        /// The sending city takes it back.
        Withdraw = "withdraw",
        /// The service or the body has seen the person.
        Finish = "finish",
    }
    /// How the person agreed.
    How {
        /// On a signed form.
        Signed = "signed",
        /// By word, with a mediator.
        Spoken = "spoken",
    }
    /// A part of the file that can move with the person.
    Part {
        /// The title of stay: the receiving city sees it before it answers.
        Permit = "permit",
        /// The language to speak with them, and where they can be reached.
        Reach = "reach",
        /// The needs, as they were assessed last.
        Needs = "needs",
        /// The goals that are still open.
        Goals = "goals",
        /// When they came, and for which service.
        Contacts = "contacts",
        /// The attached files.
        Papers = "papers",
    }
}

/// Which of the two cities acts. A note or a letter has a sender only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// The city that made it.
    Sender,
    /// The city it was made to.
    Receiver,
}

/// Why something cannot be done as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It was answered or taken back before.
    #[error("it is {0:?} already: open it again to see what was answered")]
    Settled(State),
    /// The person belongs to the city already.
    #[error("this is your own city: refer them to one of its services")]
    OwnCity,
    /// The person waits for another city's answer.
    #[error("an offer of this person waits for an answer: take it back first")]
    WaitsElsewhere,
    /// Agreement on a day that has not come.
    #[error("that day has not come yet: write the day the person agreed")]
    AgreedLater,
    /// Agreement is older than a year.
    #[error("the agreement is more than a year old: ask the person again")]
    AgreedLongAgo,
    /// Nothing was written where something is to be.
    #[error("write something")]
    Empty,
    /// Too much was written.
    #[error("write at most {0} letters")]
    TooLong(u16),
    /// The data of the person may only be kept, or were erased.
    #[error("the data of this person may not be used")]
    Restricted,
}

/// What becomes of a referral by an act; nothing where that side has no such act, whatever the state.
///
/// # Errors
/// [`Refusal::Settled`] once it does not wait any more.
pub const fn after(kind: Kind, state: State, act: Act, side: Side) -> Option<Result<State, Refusal>> {
    let next = match (kind, act, side) {
        (Kind::City, Act::Accept, Side::Receiver) => State::Accepted,
        (Kind::City, Act::Refuse, Side::Receiver)
        | (Kind::Service | Kind::Body, Act::Refuse, Side::Sender) => State::Refused,
        (_, Act::Withdraw, Side::Sender) => State::Withdrawn,
        (Kind::Service | Kind::Body, Act::Finish, Side::Sender) => State::Done,
        _ => return None,
    };
    Some(match state {
        State::Waiting => Ok(next),
        settled => Err(Refusal::Settled(settled)),
    })
}

/// Letters that a reason, an answer or a body may have.
const LONGEST: u16 = 2000;

/// A text that has to be there.
///
/// # Errors
/// Nothing, or too much.
pub fn check_text(text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::Empty);
    }
    if text.chars().count() > usize::from(LONGEST) { Err(Refusal::TooLong(LONGEST)) } else { Ok(()) }
}

/// The day on which the person agreed.
///
/// # Errors
/// A day that has not come, or more than a year ago.
pub fn check_agreed(day: Day, today: Day) -> Result<(), Refusal> {
    if day > today {
        return Err(Refusal::AgreedLater);
    }
    if (today - day).num_days() > 366 { Err(Refusal::AgreedLongAgo) } else { Ok(()) }
}

/// Parts of a file, those that were chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// The code of the title of stay.
    pub permit: Option<String>,
    /// The needs, and the day they were assessed.
    pub needs: Option<(Day, Needs)>,
    /// The open goals.
    pub goals: Vec<GoalText>,
    /// Days and services.
    pub contacts: Vec<(Day, String)>,
    /// What it is about, and what is known.
    #[serde(default)]
    pub reach: Vec<(DetailKind, String)>,
    /// The files as they were attached where the person comes from.
    #[serde(default)]
    pub papers: Vec<Paper>,
}

/// An attached file that moves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Which, in the sending city.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
}

impl Parts {
    /// Which parts there are.
    pub fn present(&self) -> Vec<Part> {
        let has = |part: &Part| match part {
            Part::Permit => self.permit.is_some(),
            Part::Needs => self.needs.is_some(),
            Part::Goals => !self.goals.is_empty(),
            Part::Contacts => !self.contacts.is_empty(),
            Part::Reach => !self.reach.is_empty(),
            Part::Papers => !self.papers.is_empty(),
        };
        Part::ALL.iter().copied().filter(has).collect()
    }

    /// Only the chosen ones.
    #[must_use]
    pub fn only(self, chosen: &[Part]) -> Self {
        fn kept<T>(all: Vec<T>, is_chosen: bool) -> Vec<T> {
            if is_chosen { all } else { Vec::new() }
        }
        let is = |part| chosen.contains(&part);
        Self {
            permit: self.permit.filter(|_| is(Part::Permit)),
            needs: self.needs.filter(|_| is(Part::Needs)),
            goals: kept(self.goals, is(Part::Goals)),
            contacts: kept(self.contacts, is(Part::Contacts)),
            reach: kept(self.reach, is(Part::Reach)),
            papers: kept(self.papers, is(Part::Papers)),
        }
    }
}

/// What moves to the receiving city once it accepts. The database holds it sealed with that city's keys.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parcel {
    /// Who.
    pub identity: Identity,
    /// Gender, by its code.
    pub gender: String,
    /// Citizenship, by its code.
    pub citizenship: Option<String>,
    /// Why they are referred.
    pub reason: String,
    /// The chosen parts of the file.
    pub parts: Parts,
}

/// What the receiving city sees before it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Gender, by its code.
    pub gender: String,
    /// Age bracket on the day of the offer, by its code.
    pub age: String,
    /// Citizenship, by its code.
    pub citizenship: Option<String>,
    /// Title of stay, by its code, if the sending city chose to tell.
    pub permit: Option<String>,
    /// What came with the person, once accepted.
    pub parcel: Option<Parcel>,
}

/// When and by whom it was answered or taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
    /// In words; may be absent or erased.
    pub text: Option<String>,
}

/// A referral, as one of its two cities sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referral {
    /// Which.
    pub id: ReferralId,
    /// The city that made it.
    pub city: CityCode,
    /// The city it was made to.
    pub to_city: Option<CityCode>,
    /// Which of them looks.
    pub side: Side,
    /// To whom.
    pub kind: Kind,
    /// What became of it.
    pub state: State,
    /// The code of the service asked for.
    pub service: Option<String>,
    /// The point it is for, by its folded name.
    pub point: Option<String>,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub by: String,
    /// When and how the person agreed.
    pub agreed: Option<(Day, How)>,
    /// The parts of the file that move.
    pub shared: Vec<Part>,
    /// The answer, once there is one.
    pub answered: Option<Answered>,
    /// Whose it is in the city that looks; nobody for an offer that was not accepted.
    pub person: Option<PersonId>,
    /// Who they are.
    pub identity: Option<Identity>,
    /// The outside body and its address, for the sender.
    pub body: Option<String>,
    /// Why, for the sender.
    pub reason: Option<String>,
    /// What the receiving city was told.
    pub offer: Option<Offer>,
}

impl Referral {
    /// Whether the side that looks may do something to it now.
    pub fn may(&self, act: Act) -> bool {
        matches!(after(self.kind, self.state, act, self.side), Some(Ok(_)))
    }
}
