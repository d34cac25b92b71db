//! How far an import is. The page asks again by itself every second, and may be left and found again.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderValue;
use axum::response::{IntoResponse, Redirect, Response};
use network::City;
use ui::parts::Breadcrumb;
use ui::{Page, Problem, Section};

use super::jobs::State as Job;
use super::{App, id, words};
use crate::registers::parked::{self, UploadId};

#[derive(Template)]
#[template(path = "registers/progress.html")]
pub(super) struct ProgressPage {
    page: Page,
    breadcrumb: Breadcrumb,
    file: String,
    /// Steps done, of three.
    done: Option<u8>,
    what: String,
    remedy: String,
    back: String,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    Path((city, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let file: UploadId = id(&file)?;
    let home = words::home(city);
    let keys = app.vault.city(city.code)?;
    let Some(job) = app.jobs.get((city.code, file)) else {
        // The program was started again meanwhile: what was not imported still waits.
        let mut reader = app.store.reader().await?;
        let waits = parked::find(&mut reader, &keys, file).await?.is_some();
        let there = if waits { format!("{home}/file/{file}") } else { home };
        return Ok(Redirect::to(&there).into_response());
    };
    if let Job::Done(register) = job {
        return Ok(Redirect::to(&format!("{home}/storia/{register}")).into_response());
    }
    let mut reader = app.store.reader().await?;
    let parked = parked::find(&mut reader, &keys, file).await?;
    let name = parked.map(|parked| parked.file_name).unwrap_or_default();
    let mut response = ui::render(&ProgressPage::new(page, city, &format!("{home}/file/{file}"), &name, job));
    if job.is_running() {
        response.headers_mut().insert("refresh", HeaderValue::from_static("1"));
    }
    Ok(response)
}

impl ProgressPage {
    pub(super) fn new(page: Page, city: &City, back: &str, file: &str, job: Job) -> Self {
        let title = page.t_with("registers-progress-title", &[("city", &city.name)]);
        let page = page.titled(Section::Registers, title);
        let (done, step) = match job {
            Job::Reading => (Some(1), "reading"),
            Job::Joining => (Some(2), "joining"),
            Job::Writing | Job::Done(_) => (Some(3), "writing"),
            Job::Nothing => (None, "nothing"),
            Job::Failed => (None, "failed"),
        };
        let remedy = match done {
            Some(_) => page.t("registers-progress-leave"),
            None => page.t(&format!("registers-remedy-{step}")),
        };
        Self {
            breadcrumb: words::breadcrumb(&page, city, &page.t("registers-progress-here")),
            file: file.to_owned(),
            done,
            what: page.t(&format!("registers-step-{step}")),
            remedy,
            back: back.to_owned(),
            page,
        }
    }
}
