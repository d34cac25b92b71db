//! A file that waits is taken away without importing it.

use access::Who;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Problem, Say};

use super::jobs::State as Job;
use super::{App, id, words};
use crate::registers::parked::{self, UploadId};

pub(super) async fn discard(
    State(app): State<App>,
    who: Who,
    Path((city, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let file: UploadId = id(&file)?;
    if app.jobs.get((city.code, file)).is_some_and(Job::is_running) {
        return Err(Problem::conflict(Say::new("registers-discard-running")));
    }
    let mut unit = app.store.begin(&who.actor(), &*app.clock).await?;
    if !parked::remove(&mut unit, city.code, file).await? {
        return Err(Problem::not_found());
    }
    unit.commit().await?;
    app.files.forget(file);
    app.jobs.forget((city.code, file));
    Ok(Redirect::to(&format!("{}?fatto=tolto", words::home(city))).into_response())
}
