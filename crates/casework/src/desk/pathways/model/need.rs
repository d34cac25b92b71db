//! What somebody needs, asked area by area and asked again: so that progress shows.

use std::collections::BTreeMap;

use kernel::{Day, Timestamp, typed_id};
use serde::{Deserialize, Serialize};

typed_id!(
    /// One time that needs were assessed.
    AssessmentId
);

/// An area of life in which somebody may need help.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A roof.
    Housing,
    /// Work and training.
    Work,
    /// Health.
    Health,
    /// Documents and legal matters.
    Legal,
    /// Italian.
    Language,
    /// Family and children.
    Family,
    /// Money.
    Income,
    /// People to turn to.
    Network,
}

impl Need {
    /// Every area, in the order they are asked.
    pub const ALL: [Self; 8] = [
        Self::Housing,
        Self::Work,
        Self::Health,
        Self::Legal,
        Self::Language,
        Self::Family,
        Self::Income,
        Self::Network,
    ];

    /// The word of forms and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Housing => "housing",
            Self::Work => "work",
            Self::Health => "health",
            Self::Legal => "legal",
            Self::Language => "language",
            Self::Family => "family",
            Self::Income => "income",
            Self::Network => "network",
        }
    }

    /// The area of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How much help is needed: from 0, none, to 4, at once. Every level of every area has its own words, so that two
/// people who assess the same situation choose the same one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// Every level, from none to urgent.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];

    /// The number.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The level of a written number.
    pub fn from_text(text: &str) -> Option<Self> {
        text.parse::<u8>().ok().and_then(|number| Self::try_from(number).ok())
    }
}

impl TryFrom<u8> for Level {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::ALL.get(usize::from(number)).copied().ok_or("a level is a number from 0 to 4")
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// What was found: a level for each area that was talked about, and a note. The database holds it sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needs {
    /// The levels.
    pub levels: BTreeMap<Need, Level>,
    /// What else there is to say; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// Needs, assessed on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Which.
    pub id: AssessmentId,
    /// The day of the talk.
    pub day: Day,
    /// What was found; nothing once it was erased.
    pub needs: Option<Needs>,
    /// When it was recorded.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: String,
}

/// What changed in an area between the first time it was assessed and the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Assessed once: there is nothing to compare.
    Once,
    /// So many levels less need.
    Better(u8),
    /// The same level.
    Same,
    /// So many levels more need.
    Worse(u8),
}

/// An area, first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The area.
    pub need: Need,
    /// The first time it was assessed.
    pub first: (Day, Level),
    /// The last time.
    pub last: (Day, Level),
    /// What changed between.
    pub change: Change,
}

/// The areas that were ever assessed, each from its first level to its last. Of two assessments of one day the one
/// recorded later is the later one.
pub fn progress(assessments: &[Assessment]) -> Vec<Progress> {
    let mut in_order: Vec<&Assessment> = assessments.iter().collect();
    in_order.sort_by_key(|one| (one.day, one.at, one.id));
    let of = |need: Need| {
        let found = |one: &&Assessment| Some((one.day, *one.needs.as_ref()?.levels.get(&need)?));
        let mut levels = in_order.iter().filter_map(found);
        let first = levels.next()?;
        let later = levels.next_back();
        let last = later.unwrap_or(first);
        let (before, after) = (first.1.number(), last.1.number());
        let change = match later {
            None => Change::Once,
            Some(_) if after < before => Change::Better(before - after),
            Some(_) if after > before => Change::Worse(after - before),
            Some(_) => Change::Same,
        };
        Some(Progress { need, first, last, change })
    };
    Need::ALL.into_iter().filter_map(of).collect()
}
