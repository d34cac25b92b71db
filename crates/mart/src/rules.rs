//! What each measure counts, what can be asked of it, and when its cells add up.

use kernel::text;

use crate::fact::kind;
use crate::names::{Dimension, Measure};
use crate::question::{Basis, Question};
use crate::vulnerability::Vulnerability;

/// Which facts a measure looks at: those of some kinds, laid out together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Sort {
    Contact,
    Pathway,
    Stay,
    Result,
}

impl Sort {
    pub(crate) const ALL: [Self; 4] = [Self::Contact, Self::Pathway, Self::Stay, Self::Result];

    pub(crate) const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Contact => &[kind::CONTACT],
            Self::Pathway => &[kind::OPENED, kind::CLOSED],
            Self::Stay => &[kind::STAY],
            Self::Result => &[kind::CLOSED, kind::OUTCOME],
        }
    }
}

impl Measure {
    pub(crate) const fn sort(self) -> Sort {
        match self {
            Self::Contacts
            | Self::Persons
            | Self::NetworkPersons
            | Self::NewPersons
            | Self::Minutes
            | Self::Sessions
            | Self::Households => Sort::Contact,
            Self::InCharge => Sort::Pathway,
            Self::Stays => Sort::Stay,
            Self::Outcomes | Self::OutcomePersons => Sort::Result,
        }
    }

    /// The kinds of facts it counts. Facts of another kind never count: a stay is no contact, and an opened
    /// pathway meets nobody.
    pub const fn kinds(self) -> &'static [&'static str] {
        self.sort().kinds()
    }

    /// Whether a dimension tells its figures apart. Persons in charge have no service, no title of stay and no
    /// outcome: what a pathway and its closing do not share says nothing about the days between them.
    pub const fn has(self, dimension: Dimension) -> bool {
        let of_pathway = matches!(
            dimension,
            Dimension::City | Dimension::Area | Dimension::Point | Dimension::WorkPackage
        );
        !matches!(self, Self::InCharge) || dimension.is_time() || dimension.is_of_person() || of_pathway
    }
}

/// Whether cells add up: nothing may be counted in two of them.
pub(crate) fn additive(question: &Question) -> bool {
    let running = matches!(question.basis, Basis::CumulativeSince(_));
    question.by.iter().all(|dimension| match (question.measure, dimension) {
        (_, Dimension::Vulnerability) => false,
        (_, dimension) if dimension.is_time() && running => false,
        (Measure::Contacts | Measure::Minutes | Measure::Outcomes, _) => true,
        (Measure::Stays, dimension) => !dimension.is_time(),
        (Measure::Sessions, dimension) => {
            dimension.is_time() || matches!(dimension, Dimension::City | Dimension::Point)
        }
        (Measure::NewPersons, dimension) if dimension.is_time() => true,
        (Measure::NetworkPersons, Dimension::City) => false,
        (_, Dimension::City) => true,
        // Two members of a household differ in what is one value a person.
        (Measure::Households, _) => false,
        (_, dimension) => dimension.is_of_person(),
    })
}

/// A question that has no answer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AskError {
    /// A name that nothing has.
    #[error("there is no {what} «{name}»{}; there are: {valid}",
        text::did_you_mean(nearest.as_deref()))]
    Unknown {
        /// Measure, dimension, city…
        what: &'static str,
        /// What was written.
        name: String,
        /// The nearest that exists.
        nearest: Option<String>,
        /// All that exist.
        valid: String,
    },
    /// The same dimension twice.
    #[error("«{0}» is asked for twice: name each dimension once")]
    Twice(Dimension),
    /// A running total over two time scales at once.
    #[error("a figure counted from a day on can run along one time dimension, not two: leave one out")]
    TwoTimeScales,
    /// Time is filtered by the period.
    #[error("«{0}» is a span of time: give it as the period, not as a filter")]
    TimeFilter(Dimension),
    /// A dimension that the measure does not have.
    #[error("«{measure}» has no «{dimension}»: tell it apart or narrow it by {}", dimensions(*measure))]
    NoDimension {
        /// What is counted.
        measure: Measure,
        /// What it was to be told apart or narrowed by.
        dimension: Dimension,
    },
    /// A kind of facts that the measure does not count.
    #[error("«{measure}» counts facts of the kind {}, never «{kind}»; those count in {}",
        measure.kinds().join(" or "), measures(kind))]
    OtherKind {
        /// What is counted.
        measure: Measure,
        /// The kind asked for.
        kind: &'static str,
    },
    /// A state counted from a day on.
    #[error("«{0}» says how things stand on the last day: it cannot be counted from a day on")]
    State(Measure),
    /// Events counted as a state.
    #[error("«{0}» happens: it is counted in the period or from a day on, not on the last day")]
    NoState(Measure),
}

fn dimensions(measure: Measure) -> String {
    let names = Dimension::ALL.iter().filter(|one| measure.has(**one)).map(|one| one.name());
    names.collect::<Vec<_>>().join(", ")
}

fn measures(kind: &str) -> String {
    let names = Measure::ALL.iter().filter(|one| one.kinds().contains(&kind)).map(|one| one.name());
    names.collect::<Vec<_>>().join(", ")
}

impl AskError {
    /// An unknown name, with the nearest and all that exist.
    pub fn unknown<'a>(what: &'static str, name: &str, valid: impl IntoIterator<Item = &'a str>) -> Self {
        let valid: Vec<&str> = valid.into_iter().collect();
        Self::Unknown {
            what,
            name: name.to_owned(),
            nearest: text::nearest(name, valid.iter().copied()).map(str::to_owned),
            valid: valid.join(", "),
        }
    }
}

impl Question {
    /// Whether it has an answer, whatever the facts.
    ///
    /// # Errors
    /// [`AskError`] says what is wrong with it.
    pub fn check(&self) -> Result<(), AskError> {
        let measure = self.measure;
        for (position, dimension) in self.by.iter().enumerate() {
            if self.by[..position].contains(dimension) {
                return Err(AskError::Twice(*dimension));
            }
        }
        if let Some(dimension) = self.filter.dimensions().find(|dimension| dimension.is_time()) {
            return Err(AskError::TimeFilter(dimension));
        }
        let mut named = self.by.iter().copied().chain(self.filter.dimensions());
        if let Some(dimension) = named.find(|dimension| !measure.has(*dimension)) {
            return Err(AskError::NoDimension { measure, dimension });
        }
        let scales = self.by.iter().filter(|dimension| dimension.is_time()).count();
        match self.basis {
            Basis::CumulativeSince(_) if Basis::of(measure) == Basis::OnLastDay => {
                return Err(AskError::State(measure));
            }
            Basis::OnLastDay if Basis::of(measure) != Basis::OnLastDay => {
                return Err(AskError::NoState(measure));
            }
            Basis::CumulativeSince(_) if scales > 1 => return Err(AskError::TwoTimeScales),
            _ => {}
        }
        self.check_values()
    }

    /// The values of a filter, where the facts do not say which there are.
    fn check_values(&self) -> Result<(), AskError> {
        let measure = self.measure;
        for value in self.filter.values(Dimension::Kind).into_iter().flatten() {
            let Some(kind) = kind::ALL.into_iter().find(|kind| kind == value) else {
                return Err(AskError::unknown("kind of fact", value, kind::ALL));
            };
            if !measure.kinds().contains(&kind) {
                return Err(AskError::OtherKind { measure, kind });
            }
        }
        for value in self.filter.values(Dimension::Vulnerability).into_iter().flatten() {
            if !Vulnerability::values().any(|known| known == value) {
                return Err(AskError::unknown("vulnerability", value, Vulnerability::values()));
            }
        }
        Ok(())
    }
}
