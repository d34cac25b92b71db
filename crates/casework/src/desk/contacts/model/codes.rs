//! Words of tables and facts, and the messages they end.

use crate::desk::codes::codes;

codes! {
    /// How somebody was met.
    Modality {
        /// At the desk, face to face.
        InPerson = "in_person",
        /// On the street.
        Street = "street",
        /// By telephone.
        Phone = "phone",
        /// By a video call.
        Video = "video",
        /// By a written message.
        Message = "message",
        /// Where the person lives.
        Home = "home",
    }

    /// How a contact ended, or what follows it.
    Outcome {
        /// What was asked is done.
        Done = "done",
        /// The person comes back.
        FollowUp = "follow_up",
        /// The person was sent to another service.
        Referred = "referred",
        /// What was asked cannot be given here.
        NotPossible = "not_possible",
    }

    /// What was done to a contact after it was recorded.
    Action {
        /// It says something else now.
        Changed = "changed",
        /// It was taken back, with a reason.
        Withdrawn = "withdrawn",
        /// It was taken back right after it was saved.
        Undone = "undone",
        /// A register had told it before: the desk's word stands before the register's.
        Absorbed = "absorbed",
    }
}
