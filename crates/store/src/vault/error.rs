use kernel::CityCode;
use uuid::Uuid;

/// What can go wrong with what is sealed. No text of it holds anything that was sealed.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The master key is not the one the city keys were wrapped with.
    #[error(
        "the keys in this database are wrapped with the master key {expected}, but {source_of_given} gives the \
         master key {given}: put back the master key that belongs to this database (its copy is kept apart from \
         the database's); without it nobody's name can be read"
    )]
    WrongMaster {
        /// Fingerprint of the key that is needed.
        expected: String,
        /// Fingerprint of the key that was given.
        given: String,
        /// Where the given key came from.
        source_of_given: String,
    },
    /// A wrapped key was changed in the database.
    #[error(
        "the {purpose} key {generation} of {city} in table vault_key is not what was written there: restore that \
         row from the backup"
    )]
    DamagedKey {
        /// Whose.
        city: CityCode,
        /// What it is for.
        purpose: String,
        /// Which.
        generation: u32,
    },
    /// A sealed value was changed, or moved here from another place.
    #[error(
        "{table}.{column} of row {row} cannot be opened with the keys of {city}: it was changed, or sealed for \
         another place; restore that row from the backup"
    )]
    NotOpened {
        /// The city whose keys were tried.
        city: CityCode,
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// Row.
        row: Uuid,
    },
    /// A value was sealed with a key that is not at hand.
    #[error(
        "{table}.{column} of row {row} is sealed with key {generation} of {city}, which is not known here: if the \
         keys were changed a moment ago try again, else restore table vault_key from the backup"
    )]
    UnknownGeneration {
        /// The city whose keys were tried.
        city: CityCode,
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// Row.
        row: Uuid,
        /// The key it wants.
        generation: u32,
    },
    /// A value is longer than the cipher allows, or holds something else than was asked for.
    #[error("{table}.{column} of row {row}: {reason}")]
    Content {
        /// Table.
        table: &'static str,
        /// Column.
        column: &'static str,
        /// Row.
        row: Uuid,
        /// What is wrong with it.
        reason: &'static str,
    },
}
