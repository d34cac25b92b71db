//! The journal: who did what, when, to which city's months; each entry holds the hash of the one before,
//! in one chain for each city and one for the network.

use std::collections::BTreeSet;

use kernel::{CityCode, Month, Timestamp};
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::{Reader, Row, Statement, StoreError, Unit, params};

/// SHA-256 of what a row was or became.
pub type Digest = [u8; 32];

/// What a unit of work says about itself.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What was done, in one word of the glossary: `import`, `join`, `separate`.
    pub action: &'static str,
    /// What it was done to, such as `register/018f…`.
    pub entity: String,
    /// The city, or none for the network.
    pub city: Option<CityCode>,
    /// The months whose facts moved.
    pub months: BTreeSet<Month>,
    /// What was there, digested.
    pub before: Option<Digest>,
    /// What is there now, digested.
    pub after: Option<Digest>,
}

impl Entry {
    /// An entry that moves no facts.
    pub fn new(action: &'static str, entity: impl Into<String>, city: Option<CityCode>) -> Self {
        Self { action, entity: entity.into(), city, months: BTreeSet::new(), before: None, after: None }
    }

    /// Adds the months whose facts moved.
    #[must_use]
    pub fn moving(mut self, months: impl IntoIterator<Item = Month>) -> Self {
        self.months.extend(months);
        self
    }

    /// Adds the digests of what was and what is.
    #[must_use]
    pub fn changing(mut self, before: Option<&[u8]>, after: Option<&[u8]>) -> Self {
        let digest = |bytes: &[u8]| Sha256::digest(bytes).into();
        self.before = before.map(digest);
        self.after = after.map(digest);
        self
    }
}

/// One line of the journal, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Its place in the whole journal.
    pub seq: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub entity: String,
}

/// An entry of a city's chain, as the projections that follow it read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Its place in the chain.
    pub chain_seq: i64,
    /// What was done.
    pub action: String,
    /// To what.
    pub entity: String,
}

/// An entry of the journal as its readers are shown it, page by page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Where the list goes on behind it: its place in the chain, or in the whole journal where all are shown.
    pub mark: i64,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub entity: String,
    /// To which city, or to the network.
    pub city: Option<CityCode>,
}

/// The result of checking every chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chains {
    /// Chains that hold.
    pub chains: usize,
    /// Entries in them.
    pub entries: usize,
}

/// What is hashed: the entry as it was written, field by field.
#[derive(Serialize)]
struct Sealed<'a> {
    seq: i64,
    chain: &'a str,
    chain_seq: i64,
    at: i64,
    actor: &'a str,
    action: &'a str,
    entity: &'a str,
    months: &'a str,
    before: Option<String>,
    after: Option<String>,
    previous: String,
}

impl Sealed<'_> {
    fn hash(&self) -> Digest {
        // A struct of texts and numbers always serialises.
        Sha256::digest(serde_json::to_vec(self).unwrap_or_default()).into()
    }
}

pub(crate) mod sql {
    crate::statements! {
        /// Takes the next number; the row stays locked until commit, so numbers follow commits.
        pub NEXT = "update journal_sequence set seq = seq + 1 where only_row = 1 returning seq";
        /// Locks a chain where it stands, begun if it was not, until commit.
        pub HOLD = "insert into journal_head (chain, chain_seq, hash) values ($1, 0, $2) \
            on conflict (chain) do update set chain_seq = journal_head.chain_seq";
        /// Where a chain stands.
        pub HEAD = "select chain_seq, hash from journal_head where chain = $1";
        /// Moves a chain on.
        pub MOVE_HEAD = "insert into journal_head (chain, chain_seq, hash) values ($1, $2, $3) \
            on conflict (chain) do update set chain_seq = excluded.chain_seq, hash = excluded.hash";
        /// One entry.
        pub APPEND = "insert into journal (seq, chain, chain_seq, at, actor, action, entity, city, months, \
            before_digest, after_digest, previous, hash) \
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
        /// Everything, chain by chain, in pages of a size both engines stream well.
        pub PAGE = "select seq, chain, chain_seq, at, actor, action, entity, months, before_digest, \
            after_digest, previous, hash from journal where seq > $1 order by seq limit 10000";
        /// The newest entries of a city.
        pub NEWEST = "select seq, at, actor, action, entity from journal where chain = $1 \
            order by chain_seq desc limit $2";
        /// The newest entries of a city behind a place in its chain; of one actor.
        pub TOLD_OF_CITY = "select chain_seq, at, actor, action, entity, city from journal \
            where chain = $1 and actor = coalesce($2, actor) and chain_seq < $3 order by chain_seq desc limit $4";
        /// The newest entries of all behind a place in the journal; of one actor.
        pub TOLD = "select seq, at, actor, action, entity, city from journal \
            where actor = coalesce($1, actor) and seq < $2 order by seq desc limit $3";
        /// What a chain says from a place on, the oldest first.
        pub SINCE = "select chain_seq, action, entity from journal where chain = $1 and chain_seq > $2 \
            order by chain_seq limit $3";
        /// Where a chain stands, for who only wants to know.
        pub STANDS = "select chain_seq from journal_head where chain = $1";
        /// The moment of the newest entry.
        pub LAST = "select seq, at from journal order by seq desc limit 1";
    }
}

pub(crate) mod sql_bulk {
    /// Marks partitions as moved.
    pub const TOUCH: crate::Bulk = crate::Bulk {
        head: "insert into partition (city, month, version)",
        columns: 3,
        tail: "on conflict (city, month) do update set version = excluded.version",
    };
}

const NETWORK: &str = "network";

/// Locks a city's chain until the unit ends: who writes to the city waits here for who was first.
pub(crate) async fn hold(unit: &mut Unit, city: CityCode) -> Result<(), StoreError> {
    hold_chain(unit, city.as_str()).await
}

/// Locks a chain, or what is called like one and never gets an entry.
pub(crate) async fn hold_chain(unit: &mut Unit, chain: &str) -> Result<(), StoreError> {
    // A lock says nothing: a unit that only held a chain needs no entry.
    unit.note(&sql::HOLD, params![chain, vec![0_u8; 32]]).await.map(|_| ())
}

/// Appends one entry; gives its sequence number.
pub(crate) async fn append(unit: &mut Unit, entry: &Entry) -> Result<i64, StoreError> {
    let chain = entry.city.map_or_else(|| NETWORK.to_owned(), |city| city.to_string());
    let seq: i64 = only(unit, &sql::NEXT, params![]).await?.get(0)?;
    let head = unit.fetch_optional(&sql::HEAD, params![&chain]).await?;
    let (chain_seq, previous) = match head {
        Some(row) => (row.get::<i64>(0)? + 1, row.get::<Vec<u8>>(1)?),
        None => (1, vec![0; 32]),
    };
    let months = entry.months.iter().map(Month::to_string).collect::<Vec<_>>().join(",");
    let actor = unit.actor().0.clone();
    let hash = Sealed {
        seq,
        chain: &chain,
        chain_seq,
        at: unit.at().micros(),
        actor: &actor,
        action: entry.action,
        entity: &entry.entity,
        months: &months,
        before: entry.before.map(hex::encode),
        after: entry.after.map(hex::encode),
        previous: hex::encode(&previous),
    }
    .hash();
    let (before, after) =
        (entry.before.map(|digest| digest.to_vec()), entry.after.map(|digest| digest.to_vec()));
    let at = unit.at();
    unit.execute(
        &sql::APPEND,
        params![
            seq,
            &chain,
            chain_seq,
            at,
            &actor,
            entry.action,
            &entry.entity,
            entry.city,
            months,
            before,
            after,
            previous,
            hash.to_vec(),
        ],
    )
    .await?;
    unit.execute(&sql::MOVE_HEAD, params![&chain, chain_seq, hash.to_vec()]).await?;
    Ok(seq)
}

async fn only(unit: &mut Unit, statement: &Statement, values: Vec<crate::Value>) -> Result<Row, StoreError> {
    let row = unit.fetch_optional(statement, values).await?;
    row.ok_or_else(|| StoreError::Database { what: statement.0.to_owned(), source: sqlx::Error::RowNotFound })
}

impl Reader {
    /// The newest entries of a city's chain, newest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn journal(&mut self, city: CityCode, at_most: u32) -> Result<Vec<JournalLine>, StoreError> {
        let rows = self.fetch_all(&sql::NEWEST, params![city, at_most]).await?;
        rows.iter()
            .map(|row| {
                Ok(JournalLine {
                    seq: row.get(0)?,
                    at: Timestamp::from_micros(row.get(1)?),
                    actor: row.get(2)?,
                    action: row.get(3)?,
                    entity: row.get(4)?,
                })
            })
            .collect()
    }

    /// The entries behind a mark, the newest first: of a city, or of all cities and the network; of one actor.
    /// From the newest with `i64::MAX`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn journal_behind(
        &mut self,
        city: Option<CityCode>,
        actor: Option<&str>,
        mark: i64,
        at_most: u32,
    ) -> Result<Vec<Told>, StoreError> {
        let rows = match city {
            Some(city) => self.fetch_all(&sql::TOLD_OF_CITY, params![city, actor, mark, at_most]).await?,
            None => self.fetch_all(&sql::TOLD, params![actor, mark, at_most]).await?,
        };
        let read = |row: &Row| {
            let city: Option<String> = row.get(5)?;
            Ok(Told {
                mark: row.get(0)?,
                at: Timestamp::from_micros(row.get(1)?),
                actor: row.get(2)?,
                action: row.get(3)?,
                entity: row.get(4)?,
                city: city.map(|_| row.parse(5)).transpose()?,
            })
        };
        rows.iter().map(read).collect()
    }

    /// Where a city's chain stands: how many entries it has.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn chain_position(&mut self, city: CityCode) -> Result<i64, StoreError> {
        let head = self.fetch_optional(&sql::STANDS, params![city]).await?;
        head.map_or(Ok(0), |row| row.get(0))
    }

    /// What a city's chain says after a place in it, the oldest first: one statement, whoever wrote and from
    /// wherever.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn chain_since(
        &mut self,
        city: CityCode,
        chain_seq: i64,
        at_most: u32,
    ) -> Result<Vec<Followed>, StoreError> {
        let rows = self.fetch_all(&sql::SINCE, params![city, chain_seq, at_most]).await?;
        let read =
            |row: &Row| Ok(Followed { chain_seq: row.get(0)?, action: row.get(1)?, entity: row.get(2)? });
        rows.iter().map(read).collect()
    }

    /// Sequence number and moment of the newest entry; zero when nothing was ever written.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn journal_position(&mut self) -> Result<(i64, Timestamp), StoreError> {
        match self.fetch_optional(&sql::LAST, params![]).await? {
            Some(row) => Ok((row.get(0)?, Timestamp::from_micros(row.get(1)?))),
            None => Ok((0, Timestamp::default())),
        }
    }

    /// Recomputes every hash of every chain.
    ///
    /// # Errors
    /// [`StoreError::BrokenChain`] at the first entry that is not what was written.
    pub async fn verify_journal(&mut self) -> Result<Chains, StoreError> {
        let mut heads: std::collections::BTreeMap<String, (i64, Vec<u8>)> = std::collections::BTreeMap::new();
        let (mut entries, mut last) = (0, 0_i64);
        loop {
            let rows = self.fetch_all(&sql::PAGE, params![last]).await?;
            if rows.is_empty() {
                return Ok(Chains { chains: heads.len(), entries });
            }
            for row in &rows {
                last = row.get(0)?;
                let (chain, chain_seq): (String, i64) = (row.get(1)?, row.get(2)?);
                let head = heads.entry(chain.clone()).or_insert_with(|| (0, vec![0; 32]));
                let hash = hash_of(row, &chain, chain_seq)?;
                let previous: Vec<u8> = row.get(10)?;
                let stored: Vec<u8> = row.get(11)?;
                if chain_seq != head.0 + 1 || previous != head.1 || stored != hash {
                    return Err(StoreError::BrokenChain { chain, chain_seq });
                }
                *head = (chain_seq, stored);
                entries += 1;
            }
        }
    }
}

fn hash_of(row: &Row, chain: &str, chain_seq: i64) -> Result<Digest, StoreError> {
    let (actor, action): (String, String) = (row.get(4)?, row.get(5)?);
    let (entity, months): (String, String) = (row.get(6)?, row.get(7)?);
    Ok(Sealed {
        seq: row.get(0)?,
        chain,
        chain_seq,
        at: row.get(3)?,
        actor: &actor,
        action: &action,
        entity: &entity,
        months: &months,
        before: row.get::<Option<Vec<u8>>>(8)?.map(hex::encode),
        after: row.get::<Option<Vec<u8>>>(9)?.map(hex::encode),
        previous: hex::encode(row.get::<Vec<u8>>(10)?),
    }
    .hash())
}
