//! The import itself: begun by the form, done beside the pages, found again at the address of its progress.

use access::Who;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use network::City;
use std::sync::Arc;
use store::Actor;
use ui::{Page, Problem};

use super::jobs::State as Job;
use super::mapping::{self, Fields};
use super::{App, id, random, understood, words};
use crate::registers::import::Importer;
use crate::registers::model;
use crate::registers::parked::{self, UploadId};
use crate::registers::profile;

pub(super) async fn start(
    _page: Page,
    State(app): State<App>,
    who: Who,
    Path((city, file)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let file: UploadId = id(&file)?;
    let progress = format!("{}/file/{file}/avanzamento", words::home(city));
    if app.jobs.get((city.code, file)).is_none_or(|job| matches!(job, Job::Nothing | Job::Failed)) {
        mapping::keep(&app, &who.actor(), city, file, &fields).await?;
        if app.jobs.begin((city.code, file)) {
            let (app, actor, city) = (app.clone(), who.actor(), city.clone());
            tokio::spawn(async move { run(&app, &actor, &city, file).await });
        }
    }
    Ok(Redirect::to(&progress).into_response())
}

async fn run(app: &App, actor: &Actor, city: &City, file: UploadId) {
    let end = match import(app, actor, city, file).await {
        Ok(end) => end,
        // What went wrong is in the log already; it names statements, not people.
        Err(_) => Job::Failed,
    };
    app.jobs.set((city.code, file), end);
}

async fn import(app: &App, actor: &Actor, city: &City, file: UploadId) -> Result<Job, Problem> {
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let parked = parked::find(&mut reader, &keys, file).await?.ok_or_else(Problem::not_found)?;
    let profile = profile::profile(&mut reader, &keys).await?;
    drop(reader);
    let workbook = understood::workbook(app, city, &parked).await?.ok_or_else(Problem::not_found)?;
    let (vocabulary, today) = (Arc::clone(&app.vocabulary), app.clock.now().day());
    let (upload, said) = (parked.upload(), parked.mapping);
    let work = move || {
        let proposal = model::propose(&workbook, &vocabulary);
        let mapping = mapping::of(&proposal, profile.as_ref(), said.as_ref());
        let reading = model::read(&workbook, &mapping, &vocabulary, today);
        (mapping, reading)
    };
    let (mapping, reading) = tokio::task::spawn_blocking(work).await?;
    if reading.entries.is_empty() {
        return Ok(Job::Nothing);
    }
    let importer = Importer {
        store: &app.store,
        keys: &app.keys,
        vault: &app.vault,
        clock: &*app.clock,
        actor,
        progress: &|step| app.jobs.follow((city.code, file), step),
    };
    let mut random = random();
    let imported = importer.import(city.code, &upload, &mapping, reading, &mut random).await?;
    // From here on the import stands, whatever becomes of the rest.
    let done = Job::Done(imported.register);
    app.files.forget(file);
    if let Err(error) = settle(app, actor, city, file, &mapping).await {
        tracing::error!(error = %error, "The import stands, but its file or the city's profile was not settled");
    }
    if let Err(error) = app.live.refresh().await {
        tracing::error!(error = %error, "The import stands, but the facts were not read again");
    }
    Ok(done)
}

/// Keeps the mapping for next month's file and lets the imported one go.
async fn settle(
    app: &App,
    actor: &Actor,
    city: &City,
    file: UploadId,
    mapping: &model::Mapping,
) -> Result<(), store::StoreError> {
    let mut unit = app.store.begin(actor, &*app.clock).await?;
    profile::keep(&mut unit, &*app.vault.city(city.code)?, mapping).await?;
    parked::remove(&mut unit, city.code, file).await?;
    unit.commit().await?;
    Ok(())
}
