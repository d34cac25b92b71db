//! Whether the city has a contact already, and who told it.
//!
//! One person, day, service and point are one contact, whoever tells it: as often as the desk says it, or as the
//! register says it that says it most often. The desk's word stands before a register's: it was there.

use crate::people::PersonId;

/// What makes two contacts of one day the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    /// Who.
    pub person: PersonId,
    /// Which service.
    pub service: &'a str,
    /// Where.
    pub point: Option<&'a str>,
}

/// Who told a contact first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Teller {
    /// Somebody at the desk.
    Desk,
    /// A register.
    Register,
}

/// How a contact stands to what the city has, by position in the rows of its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stood {
    /// Nobody told it.
    New,
    /// A register told it: it becomes the desk's.
    InRegister(usize),
    /// The desk told it: somebody has to say that it happened twice.
    AtDesk(usize),
}

/// How a contact stands to the rows of its day. `again` says that it is another than the desk's.
pub fn standing<'a>(
    rows: impl IntoIterator<Item = Option<(Key<'a>, Teller)>>,
    wanted: Key<'_>,
    again: bool,
) -> Stood {
    let mut found = Stood::New;
    for (position, row) in rows.into_iter().enumerate() {
        let Some((key, teller)) = row else { continue };
        if key.person != wanted.person || key.service != wanted.service || key.point != wanted.point {
            continue;
        }
        match teller {
            Teller::Desk if !again => return Stood::AtDesk(position),
            Teller::Register if found == Stood::New => found = Stood::InRegister(position),
            _ => {}
        }
    }
    found
}
