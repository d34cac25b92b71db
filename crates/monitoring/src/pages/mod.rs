//! The pages: the network today, a city, the indicators, the comparison, and what was declared.

mod asked;
mod city;
mod compare;
mod declared;
mod grid;
mod home;
mod indicator;
mod indicators;
mod runs;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::routing::get;
use kernel::{Clock, Day, Period};
use mart::{Live, Mart};
use network::Network;
use network::vocabulary::Vocabulary;
use ui::Problem;
use ui::waits::Waits;

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
}

type Shared = Arc<Monitor>;

pub use compare::funnel_svg;

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
pub fn routes(monitor: Shared) -> Router {
    Router::new()
        .route("/", get(home::show))
        .route("/citta/{city}", get(city::show))
        .route("/rete/{file}", get(home::download))
        .route("/indicatori", get(indicators::show))
        .route("/indicatori/elenco.csv", get(indicators::download))
        .route("/indicatori/elenco.xlsx", get(indicators::download))
        .route("/indicatori/{code}", get(indicator::show))
        .route("/indicatori/{code}/{file}", get(indicator::download))
        .route("/confronto", get(compare::show))
        .route("/confronto/{file}", get(compare::download))
        .route("/dichiarate", get(declared::show))
        .with_state(monitor)
}
