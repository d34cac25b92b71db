//! Steps that are due on the pathways somebody follows: they wait for them.

use access::waits::{Waitings, Waits};
use access::{Action, Who};
use kernel::Timestamp;
use ui::Say;
use ui::waits::Waiting;

use crate::desk::pathways::read;
use crate::pages::App;

/// What waits in pathways.
pub struct PathwayWaits(pub App);

impl Waits for PathwayWaits {
    fn waiting<'a>(&'a self, who: &'a Who) -> Waitings<'a> {
        Box::pin(async move {
            let Some(city) = who.city.filter(|city| who.may_in(Action::ManagePathway, *city)) else {
                return Ok(Vec::new());
            };
            let today = self.0.clock.now().day();
            let mut reader = self.0.store.reader().await?;
            let due = read::due_steps(&mut reader, city, &who.login, today).await?;
            Ok(due.map(|(count, first)| waiting(count, first)).into_iter().collect())
        })
    }
}

fn waiting(count: u32, first: kernel::Day) -> Waiting {
    let midnight = first.and_hms_opt(0, 0, 0).unwrap_or_default().and_utc();
    Waiting {
        what: Say::new("pathways-waits").with("n", count),
        action: "pathways-waits-open",
        count: u64::from(count),
        href: "/percorsi?entro=oggi".to_owned(),
        since: Timestamp::from_micros(midnight.timestamp_micros()),
    }
}
