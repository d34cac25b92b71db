//! The pages: the network today, a city, the indicators, the comparison, and what was declared.

mod asked;
mod city;
mod compare;
mod declared;
mod grid;
mod home;
mod indicator;
mod indicators;
mod overlap;
mod overlap_all;
mod overlap_tables;
mod runs;
mod words;

use std::sync::Arc;

use access::waits::Waits;
use access::{Action, Routes};
use kernel::{Clock, Day, Period};
use mart::{Live, Mart};
use network::Network;
use network::vocabulary::Vocabulary;
use ui::Problem;

use crate::Indicators;
use crate::model::Ground;

/// What the pages stand on.
pub struct Monitor {
    /// The facts, true to the database.
    pub live: Arc<Live>,
    /// What the network knows of itself.
    pub network: Arc<Network>,
    /// Services, permits, countries.
    pub vocabulary: Arc<Vocabulary>,
    /// The catalogue.
    pub indicators: Arc<Indicators>,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// The slices in which something may wait for somebody.
    pub waits: Vec<Arc<dyn Waits>>,
    /// Whoever knows how sure the count of persons in the network is.
    pub certain: Option<Arc<dyn Certain>>,
}

type Shared = Arc<Monitor>;

pub use compare::funnel_svg;
pub use overlap::{Certain, Certainty, CertaintyFuture};

impl Monitor {
    /// The facts as the database has them now.
    async fn mart(&self) -> Result<&Mart, Problem> {
        self.live.refresh().await?;
        Ok(self.live.mart())
    }

    /// The days of the present edition; the year of the clock if the catalogue names none.
    pub fn edition(&self) -> Period {
        let edition = self.network.edition();
        let days = edition.and_then(|edition| {
            let (from, to): (Period, Period) = (edition.from.parse().ok()?, edition.to.parse().ok()?);
            Some(Period { from: from.from, to: to.to })
        });
        days.unwrap_or_else(|| Period::year(chrono::Datelike::year(&self.today())))
    }

    fn today(&self) -> Day {
        self.clock.now().day()
    }

    /// What comparisons rest on.
    pub fn ground(&self) -> Ground<'_> {
        Ground {
            mart: self.live.mart(),
            network: &self.network,
            words: &self.vocabulary,
            indicators: &self.indicators,
            edition: self.edition().from,
        }
    }
}

/// The routes of the slice.
pub fn routes(monitor: Shared) -> Routes {
    let see = Action::SeeNumbers;
    Routes::new()
        .get("/", see, home::show)
        .get("/citta/{city}", see, city::show)
        .get("/rete/{file}", see, home::download)
        .get("/indicatori", see, indicators::show)
        .get("/indicatori/elenco.csv", see, indicators::download)
        .get("/indicatori/elenco.xlsx", see, indicators::download)
        .get("/indicatori/{code}", see, indicator::show)
        .get("/indicatori/{code}/{file}", see, indicator::download)
        .get("/confronto", see, compare::show)
        .get("/confronto/{file}", see, compare::download)
        .get("/dichiarate", see, declared::show)
        .get("/incroci", see, overlap::show)
        .get("/incroci/{file}", see, overlap_all::show)
        .with_state(monitor)
}
