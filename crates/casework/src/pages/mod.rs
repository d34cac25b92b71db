//! The pages of registers and doubtful pairs. Names of people appear on these pages and on no others: none
//! of them may be kept by a browser or a proxy.

mod city;
mod decide;
mod discard;
mod download;
mod jobs;
mod mapping;
mod open;
mod overview;
mod pairs;
mod progress;
mod receive;
mod register;
mod rows;
mod settle;
mod start;
mod understood;
mod waits;
mod withdraw;
mod words;

#[cfg(test)]
mod samples;
#[cfg(test)]
pub(crate) mod tests;

use std::sync::Arc;

use access::reads::ReadLog;
use access::{Action, Method, Routes, Who};
use axum::extract::DefaultBodyLimit;
use axum::routing::post;
use kernel::Clock;
use mart::Live;
use network::vocabulary::Vocabulary;
use network::{Cities, City, Point};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::keys::Keys;
use store::{Store, Vault};
use ui::Problem;

use crate::desk::people::model::Notices;

/// What the pages need. Cloning shares it.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The keys.
    pub keys: Arc<Keys>,
    /// The cities' keys.
    pub vault: Vault,
    /// The facts, brought up to date by whoever asks for a number.
    pub live: Arc<Live>,
    /// The words of registers.
    pub vocabulary: Arc<Vocabulary>,
    /// The cities.
    pub cities: Arc<Cities>,
    /// The points of access that the catalogue names.
    pub points: Arc<Vec<Point>>,
    /// The names of each city's people.
    pub names: Arc<crate::names::Names>,
    /// The log of reads: whoever is shown people is written down before.
    pub reads: ReadLog,
    /// The privacy notice, language by language.
    pub notices: Arc<Notices>,
    /// The present.
    pub clock: Arc<dyn Clock>,
    jobs: jobs::Jobs,
    files: open::Files,
}

impl App {
    /// The pages of an installation.
    pub fn new(
        store: Store,
        keys: Arc<Keys>,
        vault: Vault,
        live: Arc<Live>,
        vocabulary: Arc<Vocabulary>,
        cities: Arc<Cities>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        let (points, names, notices, jobs, files) = Default::default();
        let reads = ReadLog::new(store.clone(), vault.clone(), Arc::clone(&clock));
        Self {
            store,
            keys,
            vault,
            live,
            vocabulary,
            cities,
            points,
            names,
            reads,
            notices,
            clock,
            jobs,
            files,
        }
    }

    /// The same with the points of access that the catalogue names.
    #[must_use]
    pub fn with_points(self, points: Vec<Point>) -> Self {
        Self { points: Arc::new(points), ..self }
    }

    /// The same with the privacy notices of the installation.
    #[must_use]
    pub fn with_notices(self, notices: Notices) -> Self {
        Self { notices: Arc::new(notices), ..self }
    }

    /// The city of an address, by its cadastral code.
    fn city(&self, code: &str) -> Result<&City, Problem> {
        self.cities.get(id(code)?).ok_or_else(Problem::not_found)
    }

    /// The city of whoever asks.
    pub(crate) fn home(&self, who: &Who) -> Result<&City, Problem> {
        self.cities.get(who.city()?).ok_or_else(Problem::not_found)
    }
}

/// An identifier in an address; what is none leads nowhere.
pub(crate) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// Randomness from the system, for one request.
pub(crate) fn random() -> StdRng {
    StdRng::from_os_rng()
}

/// The routes of registers and doubtful pairs.
pub fn routes(app: App) -> Routes {
    let (see, bring, merge) = (Action::SeeRegisters, Action::BringRegister, Action::MergePeople);
    let file = post(receive::receive).layer(DefaultBodyLimit::max(receive::MOST_RECEIVED));
    Routes::new()
        .get("/registri", see, overview::show)
        .get("/registri/{city}", see, city::show)
        .on(Method::Post, "/registri/{city}/file", bring, file)
        .get("/registri/{city}/file/{id}", bring, understood::show)
        .post("/registri/{city}/file/{id}", bring, mapping::adjust)
        .post("/registri/{city}/file/{id}/importa", bring, start::start)
        .get("/registri/{city}/file/{id}/avanzamento", bring, progress::show)
        .post("/registri/{city}/file/{id}/togli", bring, discard::discard)
        .get("/registri/{city}/storia/{id}", see, register::show)
        .get("/registri/{city}/storia/{id}/accessi", see, rows::show)
        .get("/registri/{city}/storia/{id}/scarti.xlsx", see, download::xlsx)
        .get("/registri/{city}/storia/{id}/scarti.csv", see, download::csv)
        .get("/registri/{city}/storia/{id}/ritira", bring, withdraw::ask)
        .post("/registri/{city}/storia/{id}/ritira", bring, withdraw::withdraw)
        .post("/registri/{city}/storia/{id}/corrette", bring, settle::settle)
        .get("/registri/{city}/coppie", merge, pairs::show)
        .post("/registri/{city}/coppie/{id}", merge, decide::decide)
        .post("/registri/{city}/coppie/{id}/annulla", merge, decide::undo)
        .kept_nowhere()
        .with_state(app)
}
