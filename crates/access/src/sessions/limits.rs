//! How long a session may rest, and how long it may last at all.

use kernel::Timestamp;

use crate::Role;

const MINUTE: i64 = 60 * 1_000_000;

/// The longest a session lasts, in microseconds: a working day.
pub const ABSOLUTE: i64 = 12 * 60 * MINUTE;
/// The longest somebody may take between password and second factor, in microseconds.
pub const HALF_WAY: i64 = 10 * MINUTE;
/// How often it is written down that a session is used, in microseconds.
pub const SEEN_EVERY: i64 = MINUTE;

/// How long a session of each role may rest, in minutes. Half an hour where people, accounts or logs can be seen.
const IDLE: [(Role, i64); 10] = [
    (Role::Operator, 30),
    (Role::StreetOperator, 30),
    (Role::CityLead, 30),
    (Role::MonitoringOfficer, 120),
    (Role::Authority, 120),
    (Role::Elected, 120),
    (Role::Trainer, 120),
    (Role::Trainee, 120),
    (Role::Auditor, 30),
    (Role::Administrator, 30),
];

/// How long a session of a role may rest, in microseconds.
pub fn idle(role: Role) -> i64 {
    IDLE.iter().find(|(of, _)| *of == role).map_or(30, |(_, minutes)| *minutes) * MINUTE
}

/// Whether a session still stands.
pub(super) fn stands(role: Role, seen_at: Timestamp, expires_at: Timestamp, now: Timestamp) -> bool {
    now < expires_at && now.micros() - seen_at.micros() < idle(role)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_limit_and_those_who_see_people_the_short_one() {
        for role in Role::ALL {
            assert!(IDLE.iter().any(|(of, _)| *of == role), "{role}");
            assert!(!role.is_of_a_city() || idle(role) == 30 * MINUTE, "{role}");
        }
    }
}
