//! What waits in registers and pairs, for the home page and the overview.

use network::Cities;
use ui::waits::{Waiting, Waitings, Waits};
use ui::{Page, Say};

use super::App;
use crate::people::doubts;
use crate::registers::history::{self, CityWaiting};

impl Waits for App {
    fn waiting<'a>(&'a self, _page: &'a Page) -> Waitings<'a> {
        Box::pin(async move {
            let mut reader = self.store.reader().await?;
            let rejected = history::rejected_waiting(&mut reader).await?;
            let doubts = doubts::doubts_waiting(&mut reader).await?;
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
