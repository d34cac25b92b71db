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

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderValue, header};
use axum::middleware::map_response;
use axum::response::Response;
use axum::routing::{get, post};
use kernel::Clock;
use mart::Live;
use network::vocabulary::Vocabulary;
use network::{Cities, City};
use store::keys::Keys;
use store::{Actor, Store, Vault};
use ui::Problem;

/// What the pages need. Cloning shares it.
#[derive(Clone)]
pub struct App {
    /// The database.
    pub store: Store,
    /// The keys.
    pub keys: Arc<Keys>,
    /// The cities' keys.
    pub vault: Vault,
    /// The facts, brought up to date after every write.
    pub live: Arc<Live>,
    /// The words of registers.
    pub vocabulary: Arc<Vocabulary>,
    /// The cities.
    pub cities: Arc<Cities>,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// Who acts, until accounts exist.
    pub actor: Actor,
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
        let actor = Actor("referente".to_owned());
        let (jobs, files) = Default::default();
        Self { store, keys, vault, live, vocabulary, cities, clock, actor, jobs, files }
    }

    /// The city of an address, by its cadastral code.
    fn city(&self, code: &str) -> Result<&City, Problem> {
        let code = code.parse().map_err(|_| Problem::not_found())?;
        self.cities.get(code).ok_or_else(Problem::not_found)
    }
}

/// An identifier in an address; what is none leads nowhere.
fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::not_found())
}

/// The routes of registers and doubtful pairs.
pub fn routes(app: App) -> Router {
    let file = post(receive::receive).layer(DefaultBodyLimit::max(receive::MOST_RECEIVED));
    Router::new()
        .route("/registri", get(overview::show))
        .route("/registri/{city}", get(city::show))
        .route("/registri/{city}/file", file)
        .route("/registri/{city}/file/{id}", get(understood::show).post(mapping::adjust))
        .route("/registri/{city}/file/{id}/importa", post(start::start))
        .route("/registri/{city}/file/{id}/avanzamento", get(progress::show))
        .route("/registri/{city}/file/{id}/togli", post(discard::discard))
        .route("/registri/{city}/storia/{id}", get(register::show))
        .route("/registri/{city}/storia/{id}/accessi", get(rows::show))
        .route("/registri/{city}/storia/{id}/scarti.xlsx", get(download::xlsx))
        .route("/registri/{city}/storia/{id}/scarti.csv", get(download::csv))
        .route("/registri/{city}/storia/{id}/ritira", get(withdraw::ask).post(withdraw::withdraw))
        .route("/registri/{city}/storia/{id}/corrette", post(settle::settle))
        .route("/registri/{city}/coppie", get(pairs::show))
        .route("/registri/{city}/coppie/{id}", post(decide::decide))
        .route("/registri/{city}/coppie/{id}/annulla", post(decide::undo))
        .route_layer(map_response(keep_out_of_caches))
        .with_state(app)
}

async fn keep_out_of_caches(mut response: Response) -> Response {
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
