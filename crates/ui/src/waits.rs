//! What waits for somebody, slice by slice: the list "Da fare" of the home page.

use std::error::Error;
use std::future::Future;
use std::pin::Pin;

use kernel::Timestamp;

use crate::{Page, Say};

/// Something that waits for a person to do it.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// What is to be done, as a sentence: "Correggi 7 righe del registro di Bari".
    pub what: Say,
    /// The key of the one word on the link: "Apri", "Decidi".
    pub action: &'static str,
    /// How many wait; nothing is listed for none.
    pub count: u64,
    /// The page where it is done.
    pub href: String,
    /// Since when the oldest has waited.
    pub since: Timestamp,
}

/// The result of looking for what waits.
pub type Waitings<'a> =
    Pin<Box<dyn Future<Output = Result<Vec<Waiting>, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// A slice that knows what waits in it.
pub trait Waits: Send + Sync {
    /// What waits now, for the reader of this page.
    fn waiting<'a>(&'a self, page: &'a Page) -> Waitings<'a>;
}

/// What waits in all slices, oldest first.
///
/// # Errors
/// The first error of a slice.
pub async fn all(
    slices: &[std::sync::Arc<dyn Waits>],
    page: &Page,
) -> Result<Vec<Waiting>, Box<dyn Error + Send + Sync>> {
    let mut waiting = Vec::new();
    for slice in slices {
        waiting.extend(slice.waiting(page).await?.into_iter().filter(|item| item.count > 0));
    }
    waiting.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.href.cmp(&b.href)));
    Ok(waiting)
}
