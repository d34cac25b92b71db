//! Indicators: what is counted, how, and on what legal ground.

use kernel::{Day, Period};
use mart::{Answer, AskError, Basis, Dimension, Filter, Mart, Measure, Question};
use serde::Deserialize;

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// Italian.
    pub it: String,
    /// English.
    pub en: String,
}

impl Words {
    /// The text in a language.
    pub fn of(&self, lang: ui::Lang) -> &str {
        match lang {
            ui::Lang::It => &self.it,
            ui::Lang::En => &self.en,
        }
    }
}

/// How sure the wording of an indicator is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verified {
    /// Code and meaning were read in a published guideline of a managing authority.
    Read,
    /// From general knowledge: to be checked against the regulation.
    ToBeVerified,
    /// The network's own.
    Own,
}

/// How time enters an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Span {
    /// What happened in the period.
    InPeriod,
    /// From the start of the edition to the end of the period: each person once per project.
    SinceEdition,
}

/// How an indicator is counted from the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counting {
    /// What is counted.
    pub measure: Measure,
    /// Among which facts.
    pub filter: Filter,
    /// Over which time.
    pub span: Span,
}

/// One entry of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its code: `O.2.3.1`.
    pub code: String,
    /// The set it belongs to: `amif`, `network`, or one that the installation adds.
    pub set: String,
    /// `output` or `result`.
    pub kind: String,
    /// Its name.
    pub name: Words,
    /// What it counts, in a sentence.
    pub definition: Option<Words>,
    /// The unit of its value.
    pub unit: String,
    /// The indicator that it is a part of. Parts may overlap.
    pub parent: Option<String>,
    /// The act it stands in.
    pub legal_source: Option<String>,
    /// How sure its wording is.
    pub verified: Verified,
    /// Where it was read.
    pub source: Option<String>,
    /// The dimensions it may be broken down by.
    pub disaggregation: Vec<Dimension>,
    /// How it is counted, or why registers cannot say.
    pub counting: Result<Counting, Words>,
}

impl Indicator {
    /// The question behind the figure of a period; none if registers cannot say.
    pub fn question(&self, period: Period, edition: Day) -> Option<Question> {
        let counting = self.counting.as_ref().ok()?;
        let basis = match counting.span {
            Span::InPeriod => Basis::InPeriod,
            Span::SinceEdition => Basis::CumulativeSince(edition),
        };
        let question = Question::new(counting.measure, period);
        Some(Question { filter: counting.filter.clone(), basis, ..question })
    }

    /// Whether cities can be compared by it: it counts persons.
    pub fn counts_persons(&self) -> bool {
        self.counting
            .as_ref()
            .is_ok_and(|counting| matches!(counting.measure, Measure::Persons | Measure::NewPersons))
    }

    /// The figure of a period. For an indicator counted since the edition began, also how much of it was
    /// added in the period: the persons registered for the first time.
    ///
    /// # Errors
    /// [`AskError`], which a loaded catalogue excludes.
    pub fn value(&self, mart: &Mart, period: Period, edition: Day) -> Result<Option<Figure>, AskError> {
        let Some(question) = self.question(period, edition) else { return Ok(None) };
        let answer = mart.ask(&question)?;
        let value = answer.total.unwrap_or(0);
        let added = match question.basis {
            Basis::InPeriod | Basis::OnLastDay => None,
            Basis::CumulativeSince(_) if period.from <= edition => Some(value),
            Basis::CumulativeSince(_) => {
                let before = Period { from: edition, to: period.from.pred_opt().unwrap_or(period.from) };
                let question = Question { period: before, ..question.clone() };
                Some(value.saturating_sub(mart.ask(&question)?.total.unwrap_or(0)))
            }
        };
        Ok(Some(Figure { value, added, answer }))
    }
}

/// The value of an indicator.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The figure.
    pub value: u64,
    /// What the period added to it, if it is counted since the edition began.
    pub added: Option<u64>,
    /// The answer behind it.
    pub answer: Answer,
}
