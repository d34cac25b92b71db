//! Browsers of sorts, each with a cookie of its own, and a clock that they share.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use axum::routing::get;
use kernel::{Clock, Day, FixedClock};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::{Actor, Store};
use tower::ServiceExt as _;
use ui::Shell;

use crate::account::{self, Account, New};
use crate::pages::{self, samples};
use crate::{Access, AccountId, Action, Role, Routes, Who, guard, totp};

pub const SLICES: [store::Slice; 2] = [store::SLICE, crate::SLICE];
/// A password that may be chosen.
pub const PASSWORD: &str = "tre gatti sul tram";
/// A secret that somebody set up.
pub const SECRET: &[u8; 20] = b"12345678901234567890";
/// A minute, in microseconds.
pub const MINUTE: i64 = 60 * 1_000_000;

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    /// Where a redirect leads.
    pub to: String,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    /// The text, of a page that must have come as asked.
    pub fn page(&self) -> &str {
        assert_eq!(self.status, StatusCode::OK, "{}", self.text);
        self.sound()
    }

    /// The text, of a page with any status.
    pub fn sound(&self) -> &str {
        assert_eq!(self.headers[header::CACHE_CONTROL], "no-store");
        assert_eq!(ui::check::page(&self.text), Vec::<String>::new());
        &self.text
    }
}

/// An installation with pages.
pub struct House {
    pub access: Access,
    pub clock: Arc<FixedClock>,
    router: Router,
}

impl House {
    pub fn new(store: &Store) -> Self {
        Self::with(store, |access| access)
    }

    pub fn with(store: &Store, change: impl FnOnce(Access) -> Access) -> Self {
        let clock = Arc::new(FixedClock::noon(Day::from_ymd_opt(2026, 6, 1).unwrap()));
        let access = change(samples::access(store, Arc::clone(&clock)));
        // What stands behind the sign-in, for anybody who came in.
        let inside = Routes::new().on(
            crate::Method::Get,
            "/dentro",
            Action::OwnAccount,
            get(|who: Who| async move { format!("{} {}", who.login, who.role) }),
        );
        let shell = Shell::new([crate::MESSAGES]).unwrap();
        let routes = pages::routes().with_state(access.clone()).merge(inside).into_router();
        Self { router: guard(access.clone(), ui::dress(routes, shell)), access, clock }
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser { house: self, cookie: None, address: "192.0.2.1".to_owned() }
    }

    /// Somebody who has set up password and second factor.
    pub async fn somebody(&self, login: &str, role: Role, city: Option<&str>) -> Account {
        let random = &mut StdRng::from_os_rng();
        let new = New {
            id: AccountId::new(self.clock.now(), random),
            login: login.to_owned(),
            name: format!("Persona {login}"),
            role,
            city: city.map(|code| code.parse().unwrap()),
            offices: std::collections::BTreeSet::new(),
        };
        account::invite(&self.access, &Actor("prova".to_owned()), &new, random).await.unwrap();
        let account = self.account(login).await;
        let hash = self.access.hasher.hash(PASSWORD, random).await.unwrap();
        account::set_password(&self.access, &account, &hash).await.unwrap();
        account::set_up(&self.access, &account, SECRET, 0, random).await.unwrap();
        self.account(login).await
    }

    pub async fn account(&self, login: &str) -> Account {
        let mut reader = self.access.store.reader().await.unwrap();
        account::by_login(&mut reader, login).await.unwrap().unwrap()
    }

    /// The code that the app of somebody shows now.
    pub fn code(&self) -> String {
        totp::code(SECRET, self.clock.now())
    }

    /// Waits; codes change meanwhile.
    pub fn wait(&self, minutes: i64) {
        self.clock.advance(minutes * MINUTE);
    }

    /// What the journal says was done, over a city's chain or the network's.
    pub async fn journal(&self, login: &str) -> Vec<String> {
        let account = self.account(login).await;
        let Some(city) = account.city else { return Vec::new() };
        let lines = self.access.store.reader().await.unwrap().journal(city, 100).await.unwrap();
        let own = format!("account/{}", account.id);
        lines.into_iter().rev().filter(|line| line.entity == own).map(|line| line.action).collect()
    }
}

pub struct Browser<'h> {
    house: &'h House,
    /// The session that is carried, as `name=value`.
    pub cookie: Option<String>,
    pub address: String,
}

impl Browser<'_> {
    async fn send(&mut self, method: Method, path: &str, body: String, origin: Option<&str>) -> Answer {
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT_LANGUAGE, "it")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        if let Some(origin) = origin {
            request = request.header("sec-fetch-site", origin);
        }
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        let mut request = request.body(Body::from(body)).unwrap();
        request.extensions_mut().insert(crate::Address(self.address.parse().unwrap()));
        let response = self.house.router.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        for set in headers.get_all(header::SET_COOKIE) {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            if pair.starts_with("lgnet=") || pair.starts_with("__Host-lgnet=") {
                self.cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
            }
        }
        let to = headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        Answer { status, to, headers, text: String::from_utf8_lossy(&body).into_owned() }
    }

    pub async fn get(&mut self, path: &str) -> Answer {
        self.send(Method::GET, path, String::new(), None).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_from(path, fields, Some("same-origin")).await
    }

    pub async fn post_from(&mut self, path: &str, fields: &[(&str, &str)], origin: Option<&str>) -> Answer {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.send(Method::POST, path, pairs.join("&"), origin).await
    }

    /// Login and password, as typed.
    pub async fn password(&mut self, login: &str, password: &str) -> Answer {
        self.post("/accesso", &[("login", login), ("password", password)]).await
    }

    /// All of the way in, at a moment whose code was not used yet.
    pub async fn sign_in(&mut self, login: &str) {
        self.house.wait(1);
        let answer = self.password(login, PASSWORD).await;
        assert_eq!(answer.to, "/accesso/codice", "{}", answer.text);
        let answer = self.post("/accesso/codice", &[("codice", &self.house.code())]).await;
        assert!(["/", "/sportello"].contains(&answer.to.as_str()), "{}: {}", answer.to, answer.text);
        assert!(self.is_in().await);
    }

    /// Whether what stands behind the sign-in opens.
    pub async fn is_in(&mut self) -> bool {
        let answer = self.get("/dentro").await;
        assert!(answer.status == StatusCode::OK || answer.to == "/accesso?poi=/dentro", "{answer:?}");
        answer.status == StatusCode::OK
    }
}

/// What stands between two texts in a page.
pub fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, after) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    after.split_once(end).unwrap().0
}
