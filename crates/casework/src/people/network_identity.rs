//! Once in the network, as far as an exact match can tell: the same folded name, birth date, gender and
//! citizenship give the same keyed digest, and the same digest the same number. Only the number leaves.

use std::collections::HashMap;

use linkage::Form;
use sha2::{Digest, Sha256};
use store::{StoreError, Unit, params};

use super::model::{Attributes, PersonId};
use super::sql;

/// The digest of a person: of their identity if it is complete, else of their own id, so that somebody
/// without a birth date is never taken for somebody else.
pub fn digest(key: &[u8], most_written: &Form, attributes: &Attributes, person: PersonId) -> [u8; 32] {
    let identity = Form {
        surname: most_written.surname.clone(),
        given: most_written.given.clone(),
        birth: attributes.birth,
        gender: attributes.gender,
        citizenship: attributes.citizenship.clone(),
        rows: 1,
    };
    linkage::identity_key(key, &identity).unwrap_or_else(|| Sha256::digest(person.0.as_bytes()).into())
}

/// Up to here single look-ups are quicker than reading every number of the network.
const FEW: usize = 200;

/// The numbers of the network, read once for a unit of work and extended in it.
pub struct NetworkNumbers {
    known: HashMap<[u8; 32], u32>,
    added: Vec<([u8; 32], u32)>,
    last: u32,
}

impl NetworkNumbers {
    /// Reads the numbers of these digests, and takes as many new ones; the sequence stays locked until the
    /// unit commits, so two imports never give one number twice.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn lock(unit: &mut Unit, digests: &[[u8; 32]]) -> Result<Self, StoreError> {
        let wanted = i64::try_from(digests.len()).unwrap_or(i64::MAX);
        let row = unit.fetch_optional(&sql::TAKE_NETWORK_SUBJECTS, params![wanted]).await?;
        let last = row.map_or(Ok(wanted), |row| row.get::<i64>(0))? - wanted;
        let mut numbers =
            Self { known: HashMap::new(), added: Vec::new(), last: u32::try_from(last).unwrap_or(0) };
        if digests.len() > FEW {
            for row in unit.fetch_all(&sql::NETWORK_IDENTITIES, params![]).await? {
                if let Ok(digest) = row.get::<Vec<u8>>(0)?.try_into() {
                    numbers.known.insert(digest, row.count(1)?);
                }
            }
        } else {
            for digest in digests {
                if let Some(row) =
                    unit.fetch_optional(&sql::NETWORK_IDENTITY, params![digest.to_vec()]).await?
                {
                    numbers.known.insert(*digest, row.count(0)?);
                }
            }
        }
        Ok(numbers)
    }

    /// The number of a digest, new if it was never met.
    pub fn number(&mut self, digest: [u8; 32]) -> u32 {
        *self.known.entry(digest).or_insert_with(|| {
            self.last += 1;
            self.added.push((digest, self.last));
            self.last
        })
    }

    /// Writes the numbers given since [`NetworkNumbers::lock`].
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn save(self, unit: &mut Unit) -> Result<(), StoreError> {
        let rows: Vec<_> =
            self.added.into_iter().map(|(digest, number)| params![digest.to_vec(), number]).collect();
        unit.insert_many(&sql::INSERT_NETWORK_IDENTITIES, rows).await.map(|_| ())
    }
}
