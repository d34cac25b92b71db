use kernel::CityCode;

/// What can go wrong between the program and its database.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or could not be reached.
    #[error("the database did not carry out «{what}»")]
    Database {
        /// The beginning of the statement, or what was being done.
        what: String,
        /// What the engine said.
        #[source]
        source: sqlx::Error,
    },
    /// A unit of work wrote without saying what it did.
    #[error("a write without a journal entry is not kept: record what was done before commit")]
    Unrecorded,
    /// The schema could not be brought up to date.
    #[error("the database could not be brought up to date; run «lgnet doctor»")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The database was made by a program from before this one's tables.
    #[error(
        "this database was made by a version of LGNet from before the first release (it holds step {0}, which is \
         gone); its tables are not carried over, and nothing was changed. Take an empty data folder (--data) or \
         database (--database) and import the registers again"
    )]
    OlderDatabase(i64),
    /// The database was used by a program newer than this one.
    #[error(
        "this database was used by a newer version of LGNet (it holds step {0}, which this one does not know); \
         nothing was changed. Start the newer version, or restore the backup made before it"
    )]
    NewerDatabase(i64),
    /// A stored value is not what its column promises.
    #[error("column {column} of «{what}» does not hold what it should: {reason}")]
    Column {
        /// Position in the row, from 0.
        column: usize,
        /// The type that was expected.
        what: &'static str,
        /// What the decoder said.
        reason: String,
    },
    /// The journal's hashes do not follow from one another.
    #[error(
        "the journal of {chain} is broken at entry {chain_seq}: what is stored there is not what was written"
    )]
    BrokenChain {
        /// The city's code, or `network`.
        chain: String,
        /// The first entry that does not verify.
        chain_seq: i64,
    },
    /// A file of the data folder cannot be used.
    #[error("cannot use {path}: {reason}")]
    File {
        /// The file.
        path: String,
        /// What is wrong and what to do.
        reason: String,
    },
    /// Something sealed cannot be opened, or its keys cannot be unwrapped.
    #[error(transparent)]
    Vault(#[from] crate::VaultError),
    /// A city that the network does not know.
    #[error("the network has no city {0}")]
    UnknownCity(CityCode),
}

impl StoreError {
    pub(crate) fn database(what: &'static str) -> impl FnOnce(sqlx::Error) -> Self {
        move |source| Self::Database { what: what.to_owned(), source }
    }

    /// Names a statement by its first words.
    pub(crate) fn refused(text: &str, source: sqlx::Error) -> Self {
        Self::Database { what: text.split_whitespace().take(6).collect::<Vec<_>>().join(" "), source }
    }
}
