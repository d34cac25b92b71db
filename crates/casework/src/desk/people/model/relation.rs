//! What somebody is in a household.

use std::fmt;
use std::str::FromStr;

/// What a member is to the person the household is registered for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Relation {
    /// The person the household is registered for.
    Head,
    /// Wife, husband, partner.
    Partner,
    /// Son or daughter.
    Child,
    /// Father or mother.
    Parent,
    /// Brother or sister.
    Sibling,
    /// Another relative.
    Relative,
    /// Lives with them and is no relative.
    Other,
}

impl Relation {
    /// All of them, in the order of lists.
    pub const ALL: [Self; 7] =
        [Self::Head, Self::Partner, Self::Child, Self::Parent, Self::Sibling, Self::Relative, Self::Other];

    /// The word of tables and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Head => "head",
            Self::Partner => "partner",
            Self::Child => "child",
            Self::Parent => "parent",
            Self::Sibling => "sibling",
            Self::Relative => "relative",
            Self::Other => "other",
        }
    }
}

/// A word that is no relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRelation(String);

impl fmt::Display for UnknownRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no relation «{}»", self.0)
    }
}

impl FromStr for Relation {
    type Err = UnknownRelation;

    fn from_str(text: &str) -> Result<Self, UnknownRelation> {
        Self::ALL
            .into_iter()
            .find(|relation| relation.code() == text)
            .ok_or_else(|| UnknownRelation(text.to_owned()))
    }
}
