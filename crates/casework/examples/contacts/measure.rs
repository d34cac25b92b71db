//! The times of a run.

use std::path::Path;
use std::time::Instant;

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use casework::desk::contacts;
use casework::pages::App;
use casework::people::PersonId;
use kernel::{CityCode, Clock as _, SystemClock};
use serde_json::{Value, json};
use store::{Statement, params};
use tower::ServiceExt as _;
use uuid::Uuid;

use crate::Failed;
use crate::place::{CITIES, SLICES, embedded, fill, open};

/// Contacts that one writer saves alone, and that each of four saves beside the others.
const SAVED: usize = 500;
/// People of a fresh PostgreSQL database, in each city.
const PERSONS_POSTGRES: usize = 5_000;

const PERSONS: Statement = Statement("select id from person where city = $1 order by subject limit $2");

/// Both engines, where a server of the second is named.
pub async fn all(folder: &Path) -> Result<Value, Failed> {
    let app = open(folder, embedded(folder).await?).await?;
    let mut told = json!({ "sqlite": engine(&app).await? });
    app.store.close().await;
    if let Some(store) = store::testing::postgres(SLICES).await {
        let app = open(folder, store).await?;
        fill(&app, PERSONS_POSTGRES).await?;
        told["postgres"] = engine(&app).await?;
        app.store.close().await;
    }
    Ok(told)
}

async fn engine(app: &App) -> Result<Value, Failed> {
    let shell = ui::Shell::new([casework::MESSAGES, contacts::MESSAGES])?;
    let pages = ui::dress(contacts::routes().with_state(app.clone()).into_router(), shell);
    let (opened, single) = writer(app, &pages, CITIES[0], 0).await?;
    let start = Instant::now();
    let four = CITIES.iter().map(|city| {
        let (app, pages) = (app.clone(), pages.clone());
        tokio::spawn(async move { writer(&app, &pages, city, SAVED).await })
    });
    let mut saved = Vec::new();
    for writer in four.collect::<Vec<_>>() {
        saved.extend(writer.await??.1);
    }
    let seconds = start.elapsed().as_secs_f64();
    Ok(json!({
        "opened_ms": opened,
        "single_ms": single,
        "four_ms": saved,
        "four_per_s": (SAVED * CITIES.len()) as f64 / seconds,
    }))
}

/// Opens the page once for each ten contacts, and saves so many contacts of as many people, each of two services.
async fn writer(app: &App, pages: &Router, city: &str, from: usize) -> Result<(Vec<f64>, Vec<f64>), Failed> {
    let who = access::testing::operator(city);
    let pages = access::testing::signed_in(pages.clone(), &who);
    let code: CityCode = city.parse()?;
    let people = people(app, code, from + SAVED).await?;
    let today = SystemClock.now().day();
    let (mut opened, mut saved) = (Vec::new(), Vec::new());
    for (number, person) in people.iter().skip(from).enumerate() {
        if number.is_multiple_of(10) {
            let begun = Instant::now();
            let path = format!("/contatti/nuovo?persona={person}");
            expect(&pages, Method::GET, &path, String::new(), StatusCode::OK).await?;
            opened.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        let modulo = kernel::id::uuid_v7(SystemClock.now(), &mut rand::rng());
        let form = format!(
            "modulo={modulo}&persona={person}&giorno={today}&servizio=legal_support&servizio=housing_search\
             &punto=sportello+centrale&modalita=in_person&minuti=20&nota=porta+il+rinnovo"
        );
        let begun = Instant::now();
        expect(&pages, Method::POST, "/contatti/nuovo", form, StatusCode::SEE_OTHER).await?;
        saved.push(begun.elapsed().as_secs_f64() * 1e3);
    }
    Ok((opened, saved))
}

async fn people(app: &App, city: CityCode, at_most: usize) -> Result<Vec<PersonId>, Failed> {
    let at_most = i64::try_from(at_most)?;
    let rows = app.store.reader().await?.fetch_all(&PERSONS, params![city, at_most]).await?;
    Ok(rows.iter().map(|row| Ok(PersonId(row.get::<Uuid>(0)?))).collect::<Result<_, store::StoreError>>()?)
}

async fn expect(
    pages: &Router,
    method: Method,
    path: &str,
    body: String,
    status: StatusCode,
) -> Result<(), Failed> {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .header(header::HOST, "127.0.0.1")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from(body))?;
    let answer = pages.clone().oneshot(request).await?;
    if answer.status() == status { Ok(()) } else { Err(format!("{path}: {}", answer.status()).into()) }
}
