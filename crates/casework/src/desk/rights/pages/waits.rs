//! Requests that wait for an answer: they have a day by which the law wants one.

use access::waits::{Waitings, Waits};
use access::{Action, Who};
use ui::Say;
use ui::waits::Waiting;

use crate::desk::rights::read;
use crate::pages::App;

/// What waits in rights.
pub struct RightsWaits(pub App);

impl Waits for RightsWaits {
    fn waiting<'a>(&'a self, who: &'a Who) -> Waitings<'a> {
        Box::pin(async move {
            let Some(city) = who.city.filter(|city| who.may_in(Action::ExerciseRights, *city)) else {
                return Ok(Vec::new());
            };
            let today = self.0.clock.now().day();
            let mut reader = self.0.store.reader().await?;
            let read::Waiting { open, since, late } = read::waiting(&mut reader, city, today).await?;
            let what = if late > 0 { "rights-waits-late" } else { "rights-waits" };
            let what = Say::new(what).with("n", if late > 0 { late } else { open });
            let (count, href) = (u64::from(open), "/diritti".to_owned());
            let waiting = Waiting { what, action: "rights-waits-open", count, href, since };
            Ok(if open > 0 { vec![waiting] } else { Vec::new() })
        })
    }
}
