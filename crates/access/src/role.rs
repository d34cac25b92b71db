//! The roles of the network, as DESIGN §7 names them.

use std::fmt;
use std::str::FromStr;

/// What somebody is in the network. One account has one role.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Works at a one-stop shop of one city.
    Operator,
    /// Works in a mobile unit of one city.
    StreetOperator,
    /// Answers for one city: registers, numbers, people, who read what.
    CityLead,
    /// Verifies the returns of all cities (Cittalia): numbers only.
    MonitoringOfficer,
    /// The managing authority (Ministry): numbers only.
    Authority,
    /// Councillor or mayor: the numbers of all cities, practices.
    Elected,
    /// Teaches in LGNetforma.
    Trainer,
    /// Learns in LGNetforma.
    Trainee,
    /// Reads everything that proves, names nobody: logs and journal.
    Auditor,
    /// Runs the installation and its accounts; no people.
    Administrator,
}

impl Role {
    /// All roles, in the order of the matrix.
    pub const ALL: [Self; 10] = [
        Self::Operator,
        Self::StreetOperator,
        Self::CityLead,
        Self::MonitoringOfficer,
        Self::Authority,
        Self::Elected,
        Self::Trainer,
        Self::Trainee,
        Self::Auditor,
        Self::Administrator,
    ];

    /// The word of policies, tables and message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::StreetOperator => "street_operator",
            Self::CityLead => "city_lead",
            Self::MonitoringOfficer => "monitoring_officer",
            Self::Authority => "authority",
            Self::Elected => "elected",
            Self::Trainer => "trainer",
            Self::Trainee => "trainee",
            Self::Auditor => "auditor",
            Self::Administrator => "administrator",
        }
    }

    /// Whether somebody of this role belongs to one city.
    pub const fn is_of_a_city(self) -> bool {
        matches!(self, Self::Operator | Self::StreetOperator | Self::CityLead)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A word that names no role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRole(pub String);

impl fmt::Display for UnknownRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let near = kernel::text::nearest(&self.0, Role::ALL.map(Role::code));
        write!(f, "there is no role «{}»{}", self.0, kernel::text::did_you_mean(near))
    }
}

impl std::error::Error for UnknownRole {}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.code() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}
