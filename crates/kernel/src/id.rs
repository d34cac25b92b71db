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
