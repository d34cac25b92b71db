//! Offers of other cities that wait for an answer, and notes that wait at a point.

use access::waits::{Waitings, Waits};
use access::{Action, Who};
use kernel::Timestamp;
use ui::Say;
use ui::waits::Waiting;

use crate::desk::referrals::read;
use crate::pages::App;

/// What waits in referrals.
pub struct ReferralWaits(pub App);

impl Waits for ReferralWaits {
    fn waiting<'a>(&'a self, who: &'a Who) -> Waitings<'a> {
        Box::pin(async move {
            let Some(city) = who.city else { return Ok(Vec::new()) };
            let mut reader = self.0.store.reader().await?;
            let mut waiting = Vec::new();
            if who.may_in(Action::AnswerReferral, city) {
                let counts = read::counts(&mut reader, city).await?;
                let since = counts.since.unwrap_or_default();
                waiting.push(line("referrals-waits-offers", counts.to_answer, "/invii", since));
            }
            if who.may_in(Action::MakeReferral, city) {
                let mut notes = read::notes(&mut reader, city).await?;
                // A note for any point waits for everybody; who works at some points has those of these.
                let theirs = |point: &Option<String>| {
                    let point = point.as_ref();
                    who.offices.is_empty() || point.is_none_or(|point| who.offices.contains(point))
                };
                notes.retain(|(point, ..)| theirs(point));
                let count = notes.iter().map(|(_, count, _)| count).sum();
                let since = notes.iter().map(|(.., since)| *since).min().unwrap_or_default();
                waiting.push(line("referrals-waits-notes", count, "/invii?stato=attesa&tipo=service", since));
            }
            Ok(waiting)
        })
    }
}

fn line(key: &'static str, count: u32, href: &str, since: Timestamp) -> Waiting {
    Waiting {
        what: Say::new(key).with("n", count),
        action: "referrals-waits-open",
        count: u64::from(count),
        href: href.to_owned(),
        since,
    }
}
