//! Unusual reading waits for the lead of its city.

use ui::Say;
use ui::waits::Waiting;

use super::Reads;
use crate::reads::flags;
use crate::waits::{Waitings, Waits};
use crate::{Action, Who};

impl Waits for Reads {
    fn waiting<'a>(&'a self, who: &'a Who) -> Waitings<'a> {
        Box::pin(async move {
            let Some(city) = who.city.filter(|city| who.may_in(Action::SettleReads, *city)) else {
                return Ok(Vec::new());
            };
            let mut reader = self.log.store.reader().await?;
            let (count, since) = flags::waiting(&mut reader, city, who.account).await?;
            Ok(vec![Waiting {
                what: Say::new("reads-waits").with("n", count),
                action: "reads-waits-look",
                count: u64::from(count),
                href: "/letture".to_owned(),
                since,
            }])
        })
    }
}
