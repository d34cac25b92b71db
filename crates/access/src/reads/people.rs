//! What the log asks of whoever knows people and staff. The log itself knows numbers of files and logins.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::future::Future;
use std::pin::Pin;

use kernel::{CityCode, Day};
use uuid::Uuid;

/// An answer that has to be fetched.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// Whoever can tell how people are called. Asked only for who may read the files of that city.
pub trait PersonNames: Send + Sync {
    /// The names of some people of a city, as far as they have one.
    fn names<'a>(&'a self, city: CityCode, persons: &'a [Uuid]) -> Answer<'a, BTreeMap<Uuid, String>>;
}

/// Whoever can tell which people were met.
pub trait PersonsMet: Send + Sync {
    /// The people of a city registered or met between two days, at some points of access (by their folded
    /// names), or at any if none is named.
    fn met<'a>(
        &'a self,
        city: CityCode,
        offices: &'a BTreeSet<String>,
        from: Day,
        to: Day,
    ) -> Answer<'a, BTreeSet<Uuid>>;
}

/// Whoever can tell how those who work in a city are called.
pub trait StaffNames: Send + Sync {
    /// The names of the staff of a city.
    fn staff<'a>(&'a self, city: CityCode) -> Answer<'a, Vec<String>>;
}
