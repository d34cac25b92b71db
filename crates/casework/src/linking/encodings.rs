//! Encodings written where names are settled: made in the same unit of work, kept apart, under a number that says
//! nothing of the person.

use std::collections::HashMap;

use linkage::network::{Encoder, Encoding, Identity, NetworkKey};
use store::{StoreError, Unit, params};

use super::identity::identity_of;
use super::sql;
use crate::people::Book;
use crate::people::model::Said;

/// Up to here single look-ups are quicker than reading a whole city.
const FEW: usize = 200;

/// The key in force, and which one it is.
pub(crate) struct Encodings {
    encoder: Encoder,
    generation: u32,
    /// What each person becomes, by position in the book; nothing for who is nobody to compare any more.
    wanted: Vec<(usize, Option<Vec<u8>>)>,
}

impl Encodings {
    /// Reads which key is in force. The first one to encode says which key they use.
    ///
    /// # Errors
    /// When the database refuses, or the encodings were made with another key: a mixture would link nobody.
    pub(crate) async fn begin(unit: &mut Unit, secret: &[u8]) -> Result<Self, StoreError> {
        let row = unit.fetch_optional(&sql::STATE, params![]).await?.ok_or_else(no_state)?;
        let key = key(secret, &row.get::<Vec<u8>>(4)?)?;
        match row.get::<Option<Vec<u8>>>(5)? {
            Some(mark) if mark != key.mark() => return Err(other_key()),
            Some(_) => {}
            None => {
                unit.note(&sql::SET_MARK, params![key.mark().to_vec()]).await?;
            }
        }
        Ok(Self { encoder: Encoder::new(key), generation: row.count(3)?, wanted: Vec::new() })
    }

    /// With a key that comes into force in this unit of work.
    pub(crate) fn under(key: NetworkKey, generation: u32) -> Self {
        Self { encoder: Encoder::new(key), generation, wanted: Vec::new() }
    }

    /// What a person becomes, by what is said of them.
    pub(crate) fn put(&mut self, position: usize, said: &[Said]) {
        let encoded = identity_of(said).map(|identity| self.encode(&identity));
        self.wanted.push((position, encoded));
    }

    fn encode(&self, identity: &Identity) -> Vec<u8> {
        let encoding: Encoding = self.encoder.encode(identity);
        encoding.to_bytes()
    }

    /// Gives new people their numbers, and writes the encodings that changed. Persons that are new to the database are
    /// inserted after it, with the numbers the book has then. Gives how many encodings were written.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn keep(self, unit: &mut Unit, book: &mut Book) -> Result<usize, StoreError> {
        let known = self.known(unit, book).await?;
        let (mut changed, mut unnumbered) = (Vec::new(), 0_u32);
        for (position, bytes) in self.wanted {
            let handle = book.persons[position].handle;
            if handle == 0 && bytes.is_some() {
                unnumbered += 1;
            }
            if known.get(&handle).unwrap_or(&None) != &bytes {
                changed.push((position, bytes));
            }
        }
        if changed.is_empty() {
            return Ok(0);
        }
        let row = unit.fetch_optional(&sql::CHANGE, params![unnumbered]).await?.ok_or_else(no_state)?;
        let (last, version): (u32, i64) = (row.count(0)?, row.get(1)?);
        let (mut next, mut rows) = (last - unnumbered + 1, Vec::with_capacity(changed.len()));
        for (position, bytes) in changed {
            let person = &mut book.persons[position];
            if person.handle == 0 {
                person.handle = next;
                next += 1;
                if !person.new {
                    unit.execute(&sql::GIVE_HANDLE, params![person.id.0, person.handle]).await?;
                }
            }
            rows.push(params![person.handle, book.city, self.generation, bytes, version]);
        }
        let written = rows.len();
        unit.insert_many(&sql::PUT_ENCODINGS, rows).await?;
        Ok(written)
    }

    /// The encodings that are kept of these people, by number.
    async fn known(&self, unit: &mut Unit, book: &Book) -> Result<HashMap<u32, Option<Vec<u8>>>, StoreError> {
        let handles = self.wanted.iter().map(|(position, _)| book.persons[*position].handle);
        let handles: Vec<u32> = handles.filter(|handle| *handle != 0).collect();
        let mut rows = Vec::new();
        if handles.len() > FEW {
            rows = unit.fetch_all(&sql::ENCODINGS, params![book.city]).await?;
        } else {
            for handle in handles {
                rows.extend(unit.fetch_optional(&sql::ENCODING, params![handle]).await?);
            }
        }
        rows.iter().map(|row| Ok((row.count(0)?, row.get(1)?))).collect()
    }
}

/// The key that an installation's secret and a salt make.
pub(super) fn key(secret: &[u8], salt: &[u8]) -> Result<NetworkKey, StoreError> {
    NetworkKey::derived(secret, salt).ok_or_else(|| file_error("it is empty; restore it from the backup"))
}

/// The one row of the state is made with its table.
pub(super) fn no_state() -> StoreError {
    file_error("the table network_state holds no row; restore the database from its backup")
}

fn other_key() -> StoreError {
    file_error(
        "people are encoded under another network key; restore the file from the backup, or encode everybody under \
         this one with «lgnet key rotate-network»",
    )
}

fn file_error(reason: &str) -> StoreError {
    StoreError::File { path: "network.key".to_owned(), reason: reason.to_owned() }
}
