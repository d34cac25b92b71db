//! A file arrives: it is read once to see that it can be, and kept until it is imported.

use access::Who;
use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use documents::sheets::Limits;
use std::sync::Arc;
use ui::{Page, Problem};

use super::{App, city, open, random, words};
use crate::registers::import::Upload;
use crate::registers::parked;

/// Bytes of a file that are accepted: what the reader of spreadsheets accepts.
pub(super) const MOST_BYTES: usize = 64 << 20;

/// Bytes that are taken from the wire so that the page can say that the file is too large: a browser shows
/// no answer to a request that it could not finish.
pub(super) const MOST_RECEIVED: usize = 256 << 20;

/// Characters kept of a file's name.
const LONGEST_NAME: usize = 200;

enum Received {
    File { name: String, bytes: Vec<u8> },
    Nothing,
    TooLarge,
}

pub(super) async fn receive(
    State(app): State<App>,
    who: Who,
    Path(code): Path<String>,
    page: Page,
    multipart: Multipart,
) -> Result<Response, Problem> {
    let city = app.city(&code)?;
    let (name, bytes) = match take(multipart).await {
        Received::File { name, bytes } => (name, bytes),
        Received::Nothing => {
            let error = page.t("registers-file-none");
            return city::refuse(page, &app, city, error).await;
        }
        Received::TooLarge => {
            let error = page.tn("registers-file-too-large", MOST_BYTES >> 20);
            return city::refuse(page, &app, city, error).await;
        }
    };
    let (bytes, workbook) = match open::read(bytes, name.clone()).await {
        Ok(read) => read,
        Err(error) => {
            let error = words::sheet_error(page.lang, &error);
            return city::refuse(page, &app, city, error).await;
        }
    };
    let upload = Upload::of(&name, &bytes);
    let keys = app.vault.city(city.code)?;
    let mut unit = app.store.begin(&who.actor(), &*app.clock).await?;
    let mut random = random();
    let id = parked::park(&mut unit, &keys, &upload, &bytes, &mut random).await?;
    unit.commit().await?;
    app.files.put(id, Arc::new(workbook));
    Ok(Redirect::to(&format!("{}/file/{id}", words::home(city))).into_response())
}

/// The field «file» of the form. Beyond the limit the rest is read and dropped.
async fn take(mut multipart: Multipart) -> Received {
    debug_assert_eq!(Limits::default().bytes, MOST_BYTES);
    loop {
        let mut field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Ok(None) => return Received::Nothing,
            Err(error) if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE => {
                return Received::TooLarge;
            }
            Err(_) => return Received::Nothing,
        };
        if field.name() != Some("file") {
            continue;
        }
        let name = file_name(field.file_name().unwrap_or_default());
        let (mut bytes, mut too_large) = (Vec::new(), false);
        loop {
            match field.chunk().await {
                Ok(Some(chunk)) if too_large || bytes.len() + chunk.len() > MOST_BYTES => {
                    too_large = true;
                    bytes = Vec::new();
                }
                Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(error) if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE => {
                    return Received::TooLarge;
                }
                Err(_) => return Received::Nothing,
            }
        }
        return if too_large {
            Received::TooLarge
        } else if bytes.is_empty() && name.is_empty() {
            Received::Nothing
        } else {
            Received::File { name, bytes }
        };
    }
}

/// The last part of what a browser calls the file, without characters that break a line or a page.
fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|letter| !letter.is_control())
        .take(LONGEST_NAME)
        .collect::<String>()
        .trim()
        .to_owned()
}
