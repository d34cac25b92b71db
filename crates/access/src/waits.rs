//! What waits for somebody, slice by slice: the list "Da fare".

use std::error::Error;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use ui::waits::Waiting;

use crate::Who;

/// The result of looking for what waits.
pub type Waitings<'a> =
    Pin<Box<dyn Future<Output = Result<Vec<Waiting>, Box<dyn Error + Send + Sync>>> + Send + 'a>>;

/// A slice that knows what waits in it.
pub trait Waits: Send + Sync {
    /// What waits now for somebody: only what they may do, and only of what they may see.
    fn waiting<'a>(&'a self, who: &'a Who) -> Waitings<'a>;
}

/// What waits in all slices, oldest first.
///
/// # Errors
/// The first error of a slice.
pub async fn all(slices: &[Arc<dyn Waits>], who: &Who) -> Result<Vec<Waiting>, Box<dyn Error + Send + Sync>> {
    let mut waiting = Vec::new();
    for slice in slices {
        waiting.extend(slice.waiting(who).await?.into_iter().filter(|item| item.count > 0));
    }
    waiting.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.href.cmp(&b.href)));
    Ok(waiting)
}
