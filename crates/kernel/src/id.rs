//! Typed identifiers: a person's id can never be passed where a file's id is meant.

pub use uuid::Uuid;

use crate::Timestamp;

/// Makes a version 7 identifier (ordered by time) from a clock reading and ten random bytes.
pub fn uuid_v7(at: Timestamp, random: &mut dyn rand::RngCore) -> Uuid {
    let mut bytes = [0; 10];
    random.fill_bytes(&mut bytes);
    let millis = u64::try_from(at.micros() / 1000).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
}

/// The moment a version 7 identifier was made, to the millisecond; the beginning of time for any other.
pub fn made_at(id: Uuid) -> Timestamp {
    let unix = id.get_timestamp().map(|timestamp| timestamp.to_unix());
    let micros = unix.map(|(seconds, nanos)| seconds.saturating_mul(1_000_000) + u64::from(nanos / 1000));
    Timestamp::from_micros(i64::try_from(micros.unwrap_or(0)).unwrap_or(i64::MAX))
}

/// Declares a newtype around [`Uuid`] with construction, display and parsing.
#[macro_export]
macro_rules! typed_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub struct $name(pub $crate::id::Uuid);

        impl $name {
            /// A new identifier, ordered by the time of its making.
            pub fn new(at: $crate::Timestamp, random: &mut dyn rand::RngCore) -> Self {
                Self($crate::id::uuid_v7(at, random))
            }

            /// When it was made, to the millisecond.
            pub fn made_at(self) -> $crate::Timestamp {
                $crate::id::made_at(self.0)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_knows_when_it_was_made() {
        let at = Timestamp::from_micros(1_768_478_400_123_456);
        let id = uuid_v7(at, &mut rand::rng());
        assert_eq!(made_at(id), Timestamp::from_micros(1_768_478_400_123_000));
        assert_eq!(made_at(Uuid::nil()), Timestamp::default());
    }
}
