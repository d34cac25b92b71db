//! A desk of sorts: people whom a register told, a clock that is moved, and a browser for each who asks.

use std::collections::BTreeSet;
use std::sync::Arc;

use access::Who;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use kernel::{CityCode, Clock, Day, FixedClock, Gender, Month};
use mart::{Live, Measure, Question};
use network::vocabulary::Vocabulary;
use network::{Catalogue, Network};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::Store;
use tower::ServiceExt as _;
use ui::Shell;

use crate::desk::contacts;
use crate::facts::Contacts;
use crate::pages::App;
pub use crate::pages::tests::support::{SLICES, SOURCES};
use crate::people::{PersonId, sql as people_sql};
use crate::registers::import::{Importer, RegisterId, Upload};
use crate::registers::model::{Entry, Mapping, Reading};
use crate::registers::withdraw::Withdrawer;

pub fn day(text: &str) -> Day {
    text.parse().unwrap()
}

pub fn city(code: &str) -> CityCode {
    code.parse().unwrap()
}

fn random() -> StdRng {
    StdRng::from_os_rng()
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    pub to: String,
    pub text: String,
}

impl Answer {
    /// The text of a sound page.
    pub fn page(self, status: StatusCode) -> String {
        assert_eq!(self.status, status, "{}", self.text);
        assert_eq!(ui::check::page(&self.text), Vec::<String>::new());
        self.text
    }
}

pub struct House {
    pub app: App,
    pub clock: Arc<FixedClock>,
    pages: Router,
}

/// Somebody at the pages.
pub struct Browser {
    router: Router,
}

impl House {
    pub async fn new(store: &Store) -> Self {
        let vocabulary = Arc::new(Vocabulary::embedded().unwrap());
        let network = Network::load(&Catalogue::embedded()).unwrap();
        let codes: Vec<_> = network.cities.iter().map(|city| city.code).collect();
        let clock = Arc::new(FixedClock::noon(day("2026-06-01")));
        let vault = store::testing::vault(store, &codes).await;
        let live = Live::new(store.clone(), vec![Contacts::new(&vocabulary, &vault)], None);
        let app = App::new(
            store.clone(),
            Arc::new(store::testing::keys()),
            vault,
            Arc::new(live),
            vocabulary,
            Arc::clone(&network.cities),
            Arc::clone(&clock) as Arc<dyn Clock>,
        )
        .with_points(network.points);
        let shell = Shell::new(SOURCES).unwrap();
        let pages = ui::dress(contacts::routes().with_state(app.clone()).into_router(), shell);
        Self { app, clock, pages }
    }

    /// The pages as somebody sees them.
    pub fn for_whom(&self, who: &Who) -> Browser {
        Browser { router: access::testing::signed_in(self.pages.clone(), who) }
    }

    /// The pages for whoever did not sign in.
    pub fn for_nobody(&self) -> Browser {
        Browser { router: self.pages.clone() }
    }

    /// A register that tells contacts of one person; gives them and the register.
    pub async fn told(
        &self,
        code: &str,
        name: &str,
        rows: &[(&str, &str, Option<&str>)],
    ) -> (PersonId, RegisterId) {
        let entry = |(on, service, point): &(&str, &str, Option<&str>)| Entry {
            sheet: String::new(),
            line: 2,
            day: day(on),
            surname: name.to_owned(),
            given: "Awa".to_owned(),
            birth: Some(day("1990-05-03")),
            gender: Gender::F,
            citizenship: Some("SN".to_owned()),
            permit: Some("work".to_owned()),
            services: vec![(*service).to_owned()],
            point: point.map(str::to_owned),
            minutes: Some(30),
            modality: None,
            note: Some("dal registro".to_owned()),
        };
        let reading = Reading { entries: rows.iter().map(entry).collect(), ..Reading::default() };
        self.clock.advance(1_000_000);
        let actor = store::Actor("referente".to_owned());
        let importer = Importer {
            store: &self.app.store,
            keys: &self.app.keys,
            vault: &self.app.vault,
            clock: &*self.app.clock,
            actor: &actor,
            progress: &|_| {},
        };
        let (upload, mapping) = (Upload::of("r.csv", b"r"), Mapping::default());
        let imported = importer.import(city(code), &upload, &mapping, reading, &mut random()).await.unwrap();
        let subject = imported.trace[0].subject;
        let mut reader = self.app.store.reader().await.unwrap();
        let rows = reader.fetch_all(&people_sql::PERSONS, store::params![city(code)]).await.unwrap();
        let row = rows.iter().find(|row| row.count(1).unwrap() == subject).unwrap();
        (PersonId(row.get(0).unwrap()), imported.register)
    }

    pub async fn withdraw_register(&self, code: &str, register: RegisterId) {
        let app = &self.app;
        let actor = store::Actor("referente".to_owned());
        let withdrawer = Withdrawer {
            store: &app.store,
            keys: &app.keys,
            vault: &app.vault,
            clock: &*app.clock,
            actor: &actor,
        };
        withdrawer.withdraw(city(code), register, &mut random()).await.unwrap().unwrap();
    }

    /// Where the journal stands: it moves with every write.
    pub async fn position(&self) -> i64 {
        self.app.store.reader().await.unwrap().journal_position().await.unwrap().0
    }

    /// What a measure is in a month.
    pub async fn asked(&self, measure: Measure, month: &str) -> u64 {
        self.app.live.refresh().await.unwrap();
        let month: Month = month.parse().unwrap();
        let period = kernel::Period { from: month.first(), to: month.last() };
        self.app.live.mart().ask(&Question::new(measure, period)).unwrap().total.unwrap_or_default()
    }

    /// Contacts, persons, new persons and minutes of 2026.
    pub async fn counted(&self) -> [u64; 4] {
        self.app.live.refresh().await.unwrap();
        let count = |measure| {
            let question = Question::new(measure, "2026".parse().unwrap());
            self.app.live.mart().ask(&question).unwrap().total.unwrap_or_default()
        };
        [Measure::Contacts, Measure::Persons, Measure::NewPersons, Measure::Minutes].map(count)
    }
}

impl Browser {
    async fn send(&self, method: Method, path: &str, body: String) -> Answer {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT_LANGUAGE, "it")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let to = headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        if status == StatusCode::OK || status == StatusCode::UNPROCESSABLE_ENTITY {
            assert_eq!(headers[header::CACHE_CONTROL], "no-store");
        }
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        Answer { status, to, text: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.send(Method::POST, path, pairs.join("&")).await
    }
}

/// The value of a hidden field of a page, the one with a number among those of its name.
pub fn hidden(page: &str, name: &str, number: usize) -> String {
    let field = format!("type=\"hidden\" name=\"{name}\" value=\"");
    let value = page.split(&field).nth(number + 1).unwrap_or_else(|| panic!("no {name} in {page}"));
    value.split('"').next().unwrap().to_owned()
}

/// Somebody of a city who works at one point.
pub fn at_point(code: &str, point: &str) -> Who {
    Who { offices: BTreeSet::from([point.to_owned()]), ..access::testing::operator(code) }
}
