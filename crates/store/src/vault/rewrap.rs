//! Another master key: the city keys stay, and are wrapped anew.

use kernel::Clock;
use rand::RngCore;

use super::sql;
use super::stored;
use super::wrap::Wrapper;
use crate::keys::Master;
use crate::{Actor, Entry, Store, StoreError, params};

/// Wraps the keys of all cities with another master key, all or none. From then on the database is opened with the
/// new master key only. Gives how many keys there are.
///
/// # Errors
/// [`crate::VaultError::WrongMaster`] when the old one is not the one in use; otherwise what the database says.
pub async fn rewrap(
    store: &Store,
    (old, new): (&Master, &Master),
    actor: &Actor,
    clock: &dyn Clock,
    random: &mut (dyn RngCore + Send),
) -> Result<usize, StoreError> {
    let (old, new) = (Wrapper::of(old), Wrapper::of(new));
    let mut unit = store.begin(actor, clock).await?;
    stored::hold(&mut unit).await?;
    let keys = stored::read(&unit.fetch_all(&sql::KEYS, params![]).await?)?;
    stored::check(&old, &keys)?;
    for stored::Stored { label, wrapped, .. } in &keys {
        let wrapped = new.wrap(label, &*old.unwrap(label, wrapped)?, random)?;
        let (purpose, generation) = (label.purpose.name(), label.generation);
        let values = params![label.city, purpose, generation, wrapped, &new.fingerprint];
        unit.execute(&sql::REWRAP, values).await?;
    }
    let (before, after) = (old.fingerprint.as_bytes(), new.fingerprint.as_bytes());
    unit.record(Entry::new("rewrap keys", "vault", None).changing(Some(before), Some(after)));
    unit.commit().await?;
    Ok(keys.len())
}
