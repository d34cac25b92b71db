//! What has to be asked: the results of the fund that no register tells. They are recorded as the person says, and
//! never worked out from something else.

use kernel::{Day, typed_id};

use std::fmt;

typed_id!(
    /// A result of a person.
    ResultId
);

/// A level of the Common European Framework of Reference for Languages (Council of Europe, companion volume of 2020,
/// which adds Pre-A1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum LanguageLevel {
    /// Below A1.
    PreA1,
    /// Breakthrough.
    A1,
    /// Waystage.
    A2,
    /// Threshold.
    B1,
    /// Vantage.
    B2,
    /// Effective operational proficiency.
    C1,
    /// Mastery.
    C2,
}

impl LanguageLevel {
    /// Every level, the lowest first.
    pub const ALL: [Self; 7] = [Self::PreA1, Self::A1, Self::A2, Self::B1, Self::B2, Self::C1, Self::C2];

    /// As it is written everywhere.
    pub const fn code(self) -> &'static str {
        match self {
            Self::PreA1 => "Pre-A1",
            Self::A1 => "A1",
            Self::A2 => "A2",
            Self::B1 => "B1",
            Self::B2 => "B2",
            Self::C1 => "C1",
            Self::C2 => "C2",
        }
    }

    /// The level of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// Whether the person says that it was helpful for their integration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Helpful {
    /// It was.
    Yes,
    /// It was not.
    No,
    /// They cannot say.
    CannotSay,
}

impl Helpful {
    /// Every answer, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::CannotSay];

    /// The word of forms and tables.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::CannotSay => "cannot_say",
        }
    }

    /// The answer of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What was asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ResultKind {
    /// The level of Italian on entering a course (R.2.8).
    LanguageBefore,
    /// The level of Italian on leaving it (R.2.8).
    LanguageAfter,
    /// Whether the activity was helpful (R.2.9).
    Helpful,
    /// An application for recognition of qualifications or skills (R.2.10).
    Recognition,
    /// An application for long-term residence (R.2.11).
    LongTerm,
}

impl ResultKind {
    /// Every kind, in the order of forms.
    pub const ALL: [Self; 5] =
        [Self::LanguageBefore, Self::LanguageAfter, Self::Helpful, Self::Recognition, Self::LongTerm];

    /// The word of tables, forms and messages.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LanguageBefore => "language_before",
            Self::LanguageAfter => "language_after",
            Self::Helpful => "helpful",
            Self::Recognition => "recognition_application",
            Self::LongTerm => "long_term_application",
        }
    }

    /// The kind of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// What was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// The level of Italian on entering a course.
    LanguageBefore(LanguageLevel),
    /// The level of Italian on leaving it.
    LanguageAfter(LanguageLevel),
    /// Whether the activity was helpful.
    Helpful(Helpful),
    /// An application for recognition was made.
    Recognition,
    /// An application for long-term residence was made.
    LongTerm,
}

impl Answer {
    /// What was asked.
    pub const fn kind(self) -> ResultKind {
        match self {
            Self::LanguageBefore(_) => ResultKind::LanguageBefore,
            Self::LanguageAfter(_) => ResultKind::LanguageAfter,
            Self::Helpful(_) => ResultKind::Helpful,
            Self::Recognition => ResultKind::Recognition,
            Self::LongTerm => ResultKind::LongTerm,
        }
    }

    /// The value that the table holds; empty for an application, whose day says all.
    pub const fn value(self) -> &'static str {
        match self {
            Self::LanguageBefore(level) | Self::LanguageAfter(level) => level.code(),
            Self::Helpful(answer) => answer.code(),
            Self::Recognition | Self::LongTerm => "",
        }
    }

    /// The answer that a kind and a value make.
    pub fn read(kind: ResultKind, value: &str) -> Option<Self> {
        match kind {
            ResultKind::LanguageBefore => LanguageLevel::from_code(value).map(Self::LanguageBefore),
            ResultKind::LanguageAfter => LanguageLevel::from_code(value).map(Self::LanguageAfter),
            ResultKind::Helpful => Helpful::from_code(value).map(Self::Helpful),
            ResultKind::Recognition => Some(Self::Recognition),
            ResultKind::LongTerm => Some(Self::LongTerm),
        }
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.kind().code(), self.value())
    }
}

/// Whether Italian improved by at least one level between entering a course and leaving it. The level on entering is the
/// last one recorded up to the day of leaving; without one there is nothing to compare.
pub fn improved(
    before: impl IntoIterator<Item = (Day, LanguageLevel)>,
    (left_on, after): (Day, LanguageLevel),
) -> Option<bool> {
    let up_to = before.into_iter().filter(|(day, _)| *day <= left_on);
    up_to.max_by_key(|(day, _)| *day).map(|(_, before)| after > before)
}

/// What closing a pathway asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The level of Italian on leaving: of those who were in a course.
    pub language: bool,
    /// Whether it was helpful, and the applications made.
    pub person: bool,
}

impl Asked {
    /// What is asked of somebody who is there to be asked, or not, and who was in a language course, or not.
    pub const fn of(can_be_asked: bool, in_language_course: bool) -> Self {
        Self { language: can_be_asked && in_language_course, person: can_be_asked }
    }
}
