//! What a line of the log says: who read what of whom, and when.

use std::collections::BTreeSet;

use kernel::{CityCode, Timestamp, typed_id};
use uuid::Uuid;

use crate::AccountId;

typed_id!(
    /// A line of the log of reads.
    ReadId
);

macro_rules! words {
    ($(#[$doc:meta])* $kind:ident: $($(#[$of_one:meta])* $name:ident = $code:literal;)*) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum $kind { $($(#[$of_one])* $name,)* }

        impl $kind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word of tables, addresses and message keys.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }
        }

        impl std::str::FromStr for $kind {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                let known = Self::ALL.iter().find(|one| one.code() == text);
                known.copied().ok_or_else(|| UnknownWord(text.to_owned()))
            }
        }
    };
}

words! {
    /// How something was read.
    Act:
    /// One person's file, or a part of it.
    View = "view";
    /// A search by name.
    Search = "search";
    /// Several people under one another.
    List = "list";
    /// Taken out of the program: a file, a letter, a printed sheet.
    Export = "export";
}

words! {
    /// What was read.
    What:
    /// A person's file.
    File = "file";
    /// An attachment of a file.
    Attachment = "attachment";
    /// The search at the desk.
    Desk = "desk";
    /// People alike, shown while a name is typed.
    Similar = "similar";
    /// Contacts.
    Contacts = "contacts";
    /// Pathways.
    Pathways = "pathways";
    /// Stays.
    Stays = "stays";
    /// Referrals.
    Referrals = "referrals";
    /// A person's rights: copies, requests.
    Rights = "rights";
    /// Two people who may be one.
    Pairs = "pairs";
    /// People who may be known in another city too, with what to ask them.
    Questions = "questions";
    /// The contacts of a register.
    RegisterRows = "register_rows";
    /// The rejected rows of a register.
    RejectedRows = "rejected_rows";
    /// The sample of a register that was brought.
    Preview = "preview";
    /// The log of reads itself, with the names of who was read.
    Reads = "reads";
}

/// A word that is none of those of the log.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is no word of the log of reads")]
pub struct UnknownWord(pub String);

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its identifier.
    pub id: ReadId,
    /// The city whose people were read.
    pub city: CityCode,
    /// When.
    pub at: Timestamp,
    /// Who, as they sign in.
    pub login: String,
    /// Their role at that moment.
    pub role: String,
    /// How.
    pub act: Act,
    /// What.
    pub what: What,
    /// How many people.
    pub persons: u32,
    /// Whom, if it was one person.
    pub person: Option<Uuid>,
    /// What was searched, sealed.
    pub(crate) detail: Option<Vec<u8>>,
}

/// What the rules on unusual reading see of a line: one row for each person whose file was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The account that read.
    pub account: AccountId,
    /// As it signs in.
    pub login: String,
    /// Its role at that moment.
    pub role: String,
    /// The points of access where it worked at that moment; none for all of the city.
    pub offices: BTreeSet<String>,
    /// When.
    pub at: Timestamp,
    /// How.
    pub act: Act,
    /// What.
    pub what: What,
    /// What was searched, as a keyed digest.
    pub digest: Option<Vec<u8>>,
    /// Whose file was opened.
    pub person: Option<Uuid>,
}
