//! What waits in registers and pairs, for who can do it.

use access::waits::{Waitings, Waits};
use access::{Action, Who};
use network::Cities;
use ui::Say;
use ui::waits::Waiting;

use super::App;
use crate::people::doubts;
use crate::registers::history::{self, CityWaiting};

impl Waits for App {
    fn waiting<'a>(&'a self, who: &'a Who) -> Waitings<'a> {
        Box::pin(async move {
            let (mends, decides) = (Action::BringRegister, Action::MergePeople);
            if !who.may_at_home(mends) && !who.may_at_home(decides) {
                return Ok(Vec::new());
            }
            let mut reader = self.store.reader().await?;
            let mut rejected = history::rejected_waiting(&mut reader).await?;
            let mut doubts = doubts::doubts_waiting(&mut reader).await?;
            rejected.retain(|waiting| who.may_in(mends, waiting.city));
            doubts.retain(|waiting| who.may_in(decides, waiting.city));
            Ok(list(&self.cities, &rejected, &doubts))
        })
    }
}

/// Rejected rows and doubtful pairs, city by city, what has waited longest first.
pub(super) fn list(cities: &Cities, rejected: &[CityWaiting], doubts: &[CityWaiting]) -> Vec<Waiting> {
    let item = |waiting: &CityWaiting, key: &'static str, action: &'static str, below: &str| {
        let city = cities.get(waiting.city)?;
        Some(Waiting {
            what: Say::new(key).with("n", waiting.count).with("city", &city.name),
            action,
            count: u64::from(waiting.count),
            href: format!("/registri/{}{below}", waiting.city),
            since: waiting.since,
        })
    };
    let rows = rejected
        .iter()
        .filter_map(|waiting| item(waiting, "registers-waits-rows", "registers-waits-open", ""));
    let pairs = doubts
        .iter()
        .filter_map(|waiting| item(waiting, "registers-waits-pairs", "registers-waits-decide", "/coppie"));
    let mut all: Vec<Waiting> = rows.chain(pairs).collect();
    all.sort_by(|a, b| a.since.cmp(&b.since).then_with(|| a.href.cmp(&b.href)));
    all
}
