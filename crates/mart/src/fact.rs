//! One fact: what is known of an event once names have stayed behind.

use kernel::{AgeBracket, CityCode, Day, Gender, Month};

/// One city's one month: the unit of refresh, sealing and distribution. A fact belongs to the month of its day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Partition {
    /// The city.
    pub city: CityCode,
    /// The month.
    pub month: Month,
}

/// What stands where a value was not recorded.
pub const UNKNOWN: &str = "unknown";

/// The kinds of facts. Each measure says which it counts: [`crate::Measure::kinds`].
pub mod kind {
    /// One service given to one person on one day.
    pub const CONTACT: &str = "contact";
    /// A pathway opened: the person is in charge from this day on.
    pub const OPENED: &str = "opened";
    /// A pathway closed, with its outcome: from this day on the person is in charge no more.
    pub const CLOSED: &str = "closed";
    /// A stay in a place, from its day to `until`.
    pub const STAY: &str = "stay";
    /// A result of a person, told by `outcome`.
    pub const OUTCOME: &str = "outcome";
    /// Every kind.
    pub const ALL: [&str; 5] = [CONTACT, OPENED, CLOSED, STAY, OUTCOME];
}

/// The text columns of a fact, in the order of [`Fact::texts`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Text {
    Kind,
    Area,
    Service,
    Point,
    WorkPackage,
    Citizenship,
    Permit,
    Modality,
    Outcome,
}

impl Text {
    pub(crate) const COUNT: usize = 9;
    pub(crate) const ALL: [Self; Self::COUNT] = [
        Self::Kind,
        Self::Area,
        Self::Service,
        Self::Point,
        Self::WorkPackage,
        Self::Citizenship,
        Self::Permit,
        Self::Modality,
        Self::Outcome,
    ];

    /// The column's name in files.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Area => "area",
            Self::Service => "service",
            Self::Point => "point",
            Self::WorkPackage => "work_package",
            Self::Citizenship => "citizenship",
            Self::Permit => "permit",
            Self::Modality => "modality",
            Self::Outcome => "outcome",
        }
    }
}

/// One fact, as an area hands it over.
///
/// Whatever the kind, `subject`, `network_subject`, `gender`, `age` and `citizenship` are those of the person
/// *now*: if they change, all months with facts of the person are to be read again.
///
/// ```
/// use kernel::{AgeBracket, Day, Gender};
/// use mart::{Fact, Vulnerability, kind};
///
/// let day = |day| Day::from_ymd_opt(2025, 3, day).unwrap_or_default();
/// let person = Fact {
///     subject: 17,
///     network_subject: 4021,
///     household: 5,
///     gender: Gender::F,
///     age: AgeBracket::ALL[1],
///     citizenship: "NG",
///     ..Fact::default()
/// };
///
/// // A contact. Minutes stand on one of the services of a visit only.
/// let contact = Fact {
///     day: day(3),
///     kind: kind::CONTACT,
///     area: "taking_in_charge",
///     service: "legal_support",
///     point: "A662:sportello centrale",
///     permit: "asylum_request",
///     modality: "desk",
///     vulnerabilities: Vulnerability::bits([Vulnerability::SingleParent]),
///     minutes: Some(30),
///     recorded_on: day(3),
///     ..person
/// };
/// // Nobody known: a contact of its own, never a person. Twelve at a workshop are twelve such facts.
/// let anonymous = Fact { subject: 0, network_subject: 0, household: 0, ..contact };
///
/// // A pathway opens. Area, point and work package, if there are any, are those of the pathway…
/// let opened = Fact { day: day(5), kind: kind::OPENED, area: "housing", recorded_on: day(5), ..person };
/// // …and stand on its closing too, or a question about them would never see it end.
/// let closed = Fact { day: day(28), kind: kind::CLOSED, outcome: "housing_autonomy", ..opened };
///
/// // A stay from the 6th to the 20th, both included. Without `until` the person is still there. It belongs to
/// // the month it begins in: that is the month that moves when it ends.
/// let stay = Fact {
///     day: day(6),
///     kind: kind::STAY,
///     until: Some(day(20)),
///     point: "A662:casa via roma",
///     recorded_on: day(6),
///     ..person
/// };
///
/// // A result: its code stands in `outcome`.
/// let result = Fact {
///     day: day(21),
///     kind: kind::OUTCOME,
///     outcome: "language_improved",
///     service: "language_course",
///     recorded_on: day(21),
///     ..person
/// };
/// # let mut facts = mart::FactsBuilder::default();
/// # [contact, anonymous, opened, closed, stay, result].iter().for_each(|fact| facts.push(fact));
/// # assert_eq!(facts.finish().len(), 6);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fact<'a> {
    /// The day it happened; of a stay, the first.
    pub day: Day,
    /// The last day of a stay, itself included; none if the person is still there, or if it is no stay.
    pub until: Option<Day>,
    /// One of [`kind`]; facts of another kind are kept and exported, and no measure counts them.
    pub kind: &'a str,
    /// The action area of the service or of the pathway.
    pub area: &'a str,
    /// The service's code.
    pub service: &'a str,
    /// The point of access, or the place of a stay.
    pub point: &'a str,
    /// The work package.
    pub work_package: &'a str,
    /// The person's number in the city; 0 if nobody knows who it was.
    pub subject: u32,
    /// The person's number in the network.
    pub network_subject: u32,
    /// The household's number in the city; 0 if none.
    pub household: u32,
    /// Gender of the person.
    pub gender: Gender,
    /// Age bracket of the person at the first contact.
    pub age: AgeBracket,
    /// Citizenship of the person, ISO alpha-2.
    pub citizenship: &'a str,
    /// Title of stay on that day.
    pub permit: &'a str,
    /// Vulnerabilities on that day: [`crate::Vulnerability::bits`].
    pub vulnerabilities: u32,
    /// At a desk, on the street, by telephone…
    pub modality: &'a str,
    /// How it ended; of a result, which.
    pub outcome: &'a str,
    /// Minutes it took, if somebody wrote them.
    pub minutes: Option<u32>,
    /// Euro cents, if money is what it is about.
    pub amount_cents: Option<i64>,
    /// The day it was recorded.
    pub recorded_on: Day,
}

impl<'a> Fact<'a> {
    /// The text columns, in the order of [`Text::ALL`].
    pub(crate) const fn texts(&self) -> [&'a str; Text::COUNT] {
        [
            self.kind,
            self.area,
            self.service,
            self.point,
            self.work_package,
            self.citizenship,
            self.permit,
            self.modality,
            self.outcome,
        ]
    }
}

impl Default for Fact<'_> {
    /// A contact of which nothing is known.
    fn default() -> Self {
        Self {
            day: Day::default(),
            until: None,
            kind: kind::CONTACT,
            area: UNKNOWN,
            service: UNKNOWN,
            point: UNKNOWN,
            work_package: UNKNOWN,
            subject: 0,
            network_subject: 0,
            household: 0,
            gender: Gender::Unknown,
            age: AgeBracket::Unknown,
            citizenship: UNKNOWN,
            permit: UNKNOWN,
            vulnerabilities: 0,
            modality: UNKNOWN,
            outcome: UNKNOWN,
            minutes: None,
            amount_cents: None,
            recorded_on: Day::default(),
        }
    }
}
