//! An installation with a log, and requests to its pages as whoever is named.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use kernel::{CityCode, Clock, Day, FixedClock};
use network::Cities;
use store::Store;
use tower::ServiceExt as _;
use ui::Shell;
use uuid::Uuid;

use crate::reads::{Answer, MESSAGES, PersonNames, PersonsMet, ReadLog, Reads, StaffNames, Watch, routes};
use crate::{Who, testing};

/// A Monday.
pub const DAY: (i32, u32, u32) = (2026, 5, 4);

/// Everybody is called after their number; half of them were met; a colleague works in Bari.
struct People;

pub fn name_of(person: Uuid) -> String {
    format!("Segnaposto {}", person.as_u128())
}

impl PersonNames for People {
    fn names<'a>(&'a self, _: CityCode, persons: &'a [Uuid]) -> Answer<'a, BTreeMap<Uuid, String>> {
        Box::pin(async move { Ok(persons.iter().map(|person| (*person, name_of(*person))).collect()) })
    }
}

impl PersonsMet for People {
    fn met<'a>(&'a self, _: CityCode, _: &'a BTreeSet<String>, _: Day, _: Day) -> Answer<'a, BTreeSet<Uuid>> {
        Box::pin(async move { Ok((0..1000).map(Uuid::from_u128).collect()) })
    }
}

impl StaffNames for People {
    fn staff<'a>(&'a self, _: CityCode) -> Answer<'a, Vec<String>> {
        Box::pin(async move { Ok(vec!["Nicola Losito".to_owned()]) })
    }
}

pub struct Desk {
    pub reads: Reads,
    pub clock: Arc<FixedClock>,
    pages: Router,
}

pub struct Shown {
    pub status: StatusCode,
    pub to: String,
    pub text: String,
}

impl Desk {
    pub async fn new(store: &Store) -> Self {
        let clock = Arc::new(FixedClock::noon(Day::from_ymd_opt(DAY.0, DAY.1, DAY.2).unwrap()));
        let cities = Arc::new(Cities::embedded().unwrap());
        let vault = store::testing::vault(store, &[testing::city("A662"), testing::city("H501")]).await;
        let log = ReadLog::new(store.clone(), vault, Arc::clone(&clock) as Arc<dyn Clock>);
        let watch = Watch::new(log.clone()).who_met(Arc::new(People)).whose_staff(Arc::new(People));
        let reads = Reads { log, watch, names: Some(Arc::new(People)), cities };
        let shell = Shell::new([MESSAGES]).unwrap();
        Self { pages: ui::dress(routes(reads.clone()).into_router(), shell), reads, clock }
    }

    async fn send(&self, who: &Who, method: Method, path: &str, body: String) -> Shown {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT_LANGUAGE, "it")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body))
            .unwrap();
        let pages = testing::signed_in(self.pages.clone(), who);
        let response = pages.oneshot(request).await.unwrap();
        let status = response.status();
        let to = response.headers().get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        let kept =
            response.headers().get(header::CACHE_CONTROL).map(|kept| kept.to_str().unwrap().to_owned());
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if status == StatusCode::OK || status == StatusCode::UNPROCESSABLE_ENTITY {
            assert_eq!(kept.as_deref(), Some("no-store"), "{path}");
        }
        if text.starts_with("<!doctype") {
            assert_eq!(ui::check::page(&text), Vec::<String>::new(), "{path}");
        }
        Shown { status, to, text }
    }

    pub async fn get(&self, who: &Who, path: &str) -> Shown {
        self.send(who, Method::GET, path, String::new()).await
    }

    pub async fn page(&self, who: &Who, path: &str) -> String {
        let shown = self.get(who, path).await;
        assert_eq!(shown.status, StatusCode::OK, "{path}: {}", shown.text);
        shown.text
    }

    pub async fn note(&self, who: &Who, flag: impl std::fmt::Display, note: &str) -> Shown {
        let note: String = note.bytes().map(|byte| format!("%{byte:02X}")).collect();
        self.send(who, Method::POST, &format!("/letture/segnali/{flag}"), format!("nota={note}")).await
    }

    pub fn next_day(&self) {
        self.clock.advance(24 * 3_600_000_000);
    }
}

pub fn persons(numbers: std::ops::Range<u128>) -> Vec<Uuid> {
    numbers.map(Uuid::from_u128).collect()
}
