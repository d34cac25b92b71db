//! What a person may ask about their data, and what it is answered, without input or output.

use chrono::Months;
use kernel::{Day, typed_id};

use crate::desk::codes::codes;

typed_id!(
    /// A request of a person about their data.
    RequestId
);
typed_id!(
    /// That the use of a person's data was stopped, or goes on.
    RestrictionId
);

codes! {
    /// What is asked (GDPR, articles 15 to 18).
    Kind {
        /// To have a copy of everything.
        Access = "access",
        /// That something wrong be put right.
        Rectification = "rectification",
        /// That the data be kept and not used.
        Restriction = "restriction",
        /// That the data be erased.
        Erasure = "erasure",
    }
    /// What became of it.
    State {
        /// Nobody answered yet.
        Open = "open",
        /// It was done.
        Done = "done",
        /// It was refused, with a reason.
        Refused = "refused",
    }
    /// Why somebody is erased (article 17, paragraph 1).
    Ground {
        /// The data are not needed any more.
        NotNeeded = "not_needed",
        /// The person took their consent back.
        Consent = "consent",
        /// The person objects, and nothing weighs more.
        Objection = "objection",
        /// The data should never have been taken.
        Unlawful = "unlawful",
        /// A law or a judge orders it.
        Ordered = "ordered",
        /// The time for which they are kept is over.
        Retention = "retention",
    }
    /// Why a request is refused (article 12, paragraph 5, and article 17, paragraph 3).
    Refusal {
        /// A law says that the data are kept.
        LegalDuty = "legal_duty",
        /// They are needed before a court.
        Claims = "claims",
        /// Archives and statistics in the public interest would not be possible.
        PublicInterest = "public_interest",
        /// It is plainly without reason, or asked over and over.
        Unfounded = "unfounded",
        /// Nobody could tell that who asks is the person.
        Unproven = "unproven",
    }
    /// What of a person still goes on, and stands in the way of erasing them.
    GoingOn {
        /// A pathway that is open.
        Pathway = "pathway",
        /// A bed they sleep in.
        Stay = "stay",
        /// A referral that waits for an answer.
        Referral = "referral",
    }
}

impl Ground {
    /// Those that somebody may choose; the last is the program's own.
    pub const CHOSEN: [Self; 5] =
        [Self::NotNeeded, Self::Consent, Self::Objection, Self::Unlawful, Self::Ordered];
}

/// Letters that a reason may have.
pub const LONGEST: usize = 1000;

/// The last day to answer: within one month of receipt (article 12, paragraph 3). Where that month has no such day,
/// its last one (Regulation 1182/71, article 3).
pub fn due_day(received: Day) -> Day {
    received.checked_add_months(Months::new(1)).unwrap_or(received)
}

/// A request that is being made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRequest {
    /// What is asked.
    pub kind: Kind,
    /// The day it came.
    pub received_on: Day,
    /// What was asked, in words; may be empty.
    pub note: String,
}

/// What a request is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// It was done; in words how, which may be empty.
    Done(String),
    /// It is refused, for a reason of the law and in words.
    Refused(Refusal, String),
}

/// Whether what was typed is the word that confirms an erasure, however it is written.
pub fn is_confirmed(typed: &str, word: &str) -> bool {
    kernel::text::fold(typed.trim()) == kernel::text::fold(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_due_within_a_month() {
        let due = |day: &str| due_day(day.parse().unwrap()).to_string();
        assert_eq!(due("2026-05-15"), "2026-06-15");
        assert_eq!(due("2026-01-31"), "2026-02-28");
        assert_eq!(due("2027-12-31"), "2028-01-31");
    }

    #[test]
    fn only_the_word_confirms() {
        assert!(is_confirmed("  Cancella ", "cancella"));
        assert!(is_confirmed("CANCELLA", "cancella"));
        assert!(!is_confirmed("", "cancella"));
        assert!(!is_confirmed("cancellami", "cancella"));
    }

    #[test]
    fn words_lead_back() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of(kind.code()), Some(*kind));
        }
        assert_eq!(Ground::of("retention"), Some(Ground::Retention));
        assert!(!Ground::CHOSEN.contains(&Ground::Retention));
    }
}
