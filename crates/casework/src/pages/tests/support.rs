//! A browser of sorts: requests to the pages, without a network between.

use std::path::PathBuf;
use std::sync::Arc;

use access::Who;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use kernel::{Clock, Day, FixedClock};
use mart::{Live, Measure, Question};
use network::Cities;
use network::vocabulary::Vocabulary;
use store::Store;
use tower::ServiceExt as _;
use ui::Shell;

use crate::desk::pathways::facts::Pathways;
use crate::desk::{contacts, pathways, people, referrals, rights};
use crate::facts::Contacts;
use crate::linking::Linker;
use crate::pages::{self, App};

/// The tables that these tests need.
pub const SLICES: &[store::Slice] = &[
    store::SLICE,
    access::reads::SLICE,
    crate::SLICE,
    people::SLICE,
    contacts::SLICE,
    pathways::SLICE,
    referrals::SLICE,
    rights::SLICE,
];

/// The messages of every part.
pub const SOURCES: [ui::Source; 7] = [
    crate::MESSAGES,
    people::MESSAGES,
    contacts::MESSAGES,
    pathways::MESSAGES,
    referrals::MESSAGES,
    crate::linking::MESSAGES,
    rights::MESSAGES,
];

/// A shell with them, and with the words of the log of reads.
pub fn shell() -> Shell {
    Shell::new(SOURCES.into_iter().chain([access::reads::MESSAGES])).unwrap()
}

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    /// Where a redirect leads.
    pub to: String,
    pub headers: axum::http::HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The text, of a page that must have come as asked.
    pub fn page(&self) -> String {
        let text = self.text();
        assert_eq!(self.status, StatusCode::OK, "{text}");
        assert_eq!(self.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(ui::check::page(&text), Vec::<String>::new());
        text
    }
}

pub struct Browser {
    pub app: App,
    router: Router,
}

impl Browser {
    /// As the lead of Bari.
    pub async fn new(store: &Store) -> Self {
        Self::of(store, access::testing::lead("A662")).await
    }

    pub async fn of(store: &Store, who: Who) -> Self {
        Self::with_facts(store, who, None).await
    }

    /// With a folder that facts are kept in.
    pub async fn with_facts(store: &Store, who: Who, facts: Option<PathBuf>) -> Self {
        let vocabulary = Arc::new(Vocabulary::embedded().unwrap());
        let today = Day::from_ymd_opt(2026, 6, 1).unwrap();
        let clock: Arc<dyn Clock> = Arc::new(FixedClock::noon(today));
        let cities = Arc::new(Cities::embedded().unwrap());
        let codes: Vec<_> = cities.iter().map(|city| city.code).collect();
        let vault = store::testing::vault(store, &codes).await;
        let sources: Vec<Arc<dyn mart::FactSource>> =
            vec![Contacts::new(&vocabulary, &vault), Pathways::new(&vocabulary, &vault)];
        let keys = Arc::new(store::testing::keys());
        let linker = Linker::new(store, &vault, &keys, Arc::clone(&clock));
        let app = App::new(
            store.clone(),
            keys,
            vault,
            Arc::new(Live::new(store.clone(), sources, facts).resting_on(linker)),
            vocabulary,
            cities,
            clock,
        );
        Self::at(app, &who)
    }

    /// Somebody else at the same installation.
    pub fn at(app: App, who: &Who) -> Self {
        let shell = shell();
        let desk = people::routes().merge(contacts::routes()).merge(pathways::routes());
        let desk = desk.merge(referrals::routes()).merge(rights::routes());
        let desk = desk.merge(crate::linking::pages::routes()).with_state(app.clone());
        let pages = ui::dress(pages::routes(app.clone()).merge(desk).into_router(), shell);
        Self { router: access::testing::signed_in(pages, who), app }
    }

    async fn send(&self, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let path = path.split('#').next().unwrap();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT_LANGUAGE, "it")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let to = headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        Answer { status, to, headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, "text/plain", Vec::new()).await
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.send(Method::POST, path, "application/x-www-form-urlencoded", pairs.join("&").into_bytes()).await
    }

    /// Brings a file as the form does.
    pub async fn bring(&self, city: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--b--\r\n");
        self.send(Method::POST, &format!("/registri/{city}/file"), "multipart/form-data; boundary=b", body)
            .await
    }

    /// Attaches a file to a person as the form does.
    pub async fn attach(&self, path: &str, modulo: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"modulo\"\r\n\r\n{modulo}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: text/html\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--b--\r\n");
        self.send(Method::POST, path, "multipart/form-data; boundary=b", body).await
    }

    /// Imports the file that waits at an address, and gives the address of the result.
    pub async fn import(&self, file: &str, fields: &[(&str, &str)]) -> String {
        let mut answer = self.post(&format!("{file}/importa"), fields).await;
        assert_eq!(answer.to, format!("{file}/avanzamento"), "{}", answer.text());
        for _ in 0..600 {
            answer = self.get(&format!("{file}/avanzamento")).await;
            if !answer.to.is_empty() {
                return answer.to;
            }
            assert_eq!(
                answer.headers.get("refresh").map(|it| it.as_bytes()),
                Some(&b"1"[..]),
                "{}",
                answer.text()
            );
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("the import does not end: {}", answer.text());
    }

    /// Brings a file and imports it as it is understood.
    pub async fn bring_and_import(&self, city: &str, name: &str, bytes: &[u8]) -> String {
        let brought = self.bring(city, name, bytes).await;
        assert_eq!(brought.status, StatusCode::SEE_OTHER, "{}", brought.text());
        self.import(&brought.to, &[]).await
    }

    /// The addresses of what waits for somebody.
    pub async fn waits(&self, who: &Who) -> Vec<String> {
        let slices: [Arc<dyn access::waits::Waits>; 2] =
            [Arc::new(self.app.clone()), Arc::new(pathways::PathwayWaits(self.app.clone()))];
        let waiting = access::waits::all(&slices, who).await.unwrap();
        waiting.into_iter().map(|item| item.href).collect()
    }

    /// Contacts and persons, as the indicators count them.
    pub async fn counted(&self) -> (u64, u64) {
        self.app.live.refresh().await.unwrap();
        let mart = self.app.live.mart();
        let period = "2025".parse().unwrap();
        let count = |measure| mart.ask(&Question::new(measure, period)).unwrap().total.unwrap_or_default();
        (count(Measure::Contacts), count(Measure::Persons))
    }
}
