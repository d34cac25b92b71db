//! The papers somebody brings: kept sealed, given back as they came, taken away with a reason.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::multipart::MultipartError;
use axum::extract::{Form, Multipart, Path, State};
use axum::http::{HeaderValue, StatusCode, header as http};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Notice};
use ui::{Page, Problem, Section};

use super::super::model::file_type::{MOST_BYTES, tidy_name};
use super::super::model::{Faults, FileType};
use super::super::read::{self, Attached, AttachmentId, Card, Standing};
use super::super::write::NewFile;
use super::open::{self, shown};
use super::rectify::reason;
use super::{again, desk, file_of, header, random, refused, sent, to, words};
use crate::pages::{App, id};
use crate::people::PersonId;

/// Bytes that are taken from the wire, so that the page can say that a file is too large.
pub(super) const MOST_RECEIVED: usize = 64 << 20;

#[derive(Template)]
#[template(path = "people/attachments.html")]
pub(super) struct AttachmentsPage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    restricted: Option<Notice>,
    lead: String,
    files: Vec<Shown>,
    gone: Vec<Gone>,
    modulo: Field,
    file: Field,
    can_write: bool,
    home: String,
}

struct Shown {
    name: String,
    href: String,
    about: String,
    remove: Option<Removal>,
}

struct Removal {
    action: String,
    label: String,
    reason: Field,
}

struct Gone {
    what: String,
    why: String,
}

/// What the page is made of.
pub(super) struct AttachmentsView<'a> {
    pub card: &'a Card,
    pub standing: &'a Standing,
    pub attached: &'a [Attached],
    pub modulo: String,
    /// What is wrong with the file that was sent.
    pub fault: String,
    /// The file whose removal wants a reason.
    pub unexplained: Option<AttachmentId>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
) -> Result<Response, Problem> {
    page_of(page, &app, &who, id(&person)?, String::new(), None).await
}

async fn page_of(
    page: Page,
    app: &App,
    who: &Who,
    person: PersonId,
    fault: String,
    unexplained: Option<AttachmentId>,
) -> Result<Response, Problem> {
    let mut reader = app.store.reader().await?;
    let opened = open::person(app, who, &mut reader, person).await?;
    let attached = read::attached(&mut reader, &opened.keys, person).await?;
    drop(reader);
    shown(app, who, &[person], What::File).await?;
    let view = AttachmentsView {
        card: &opened.card,
        standing: &opened.standing,
        attached: &attached,
        modulo: AttachmentId::new(app.clock.now(), &mut random()).to_string(),
        fault,
        unexplained,
    };
    Ok(ui::render(&AttachmentsPage::new(page, &view)))
}

/// What came with the form.
enum Received {
    File { modulo: String, name: String, bytes: Vec<u8> },
    Nothing,
    TooLarge,
}

pub(super) async fn add(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    multipart: Multipart,
) -> Result<Response, Problem> {
    let person: PersonId = id(&person)?;
    let fault = match take(multipart).await {
        Received::Nothing => page.t("people-file-none"),
        Received::TooLarge => page.tn("people-file-too-large", MOST_BYTES >> 20),
        Received::File { modulo, name, bytes } => {
            let modulo: AttachmentId = sent(&modulo)?;
            match FileType::of(&bytes) {
                None => page.t("people-file-kind"),
                Some(kind) => {
                    let actor = who.actor();
                    let file = NewFile { name: tidy_name(&name, kind), kind, content: bytes };
                    desk(&app, &who, &actor)?.attach(modulo, person, &file).await.map_err(refused)?;
                    return Ok(to(format!("{}/allegati", file_of(person))));
                }
            }
        }
    };
    Ok(again(page_of(page, &app, &who, person, fault, None).await?))
}

/// The fields «modulo» and «file» of the form, in this order. Beyond the limit the rest is read and dropped.
async fn take(mut multipart: Multipart) -> Received {
    let too_large = |error: &MultipartError| error.status() == StatusCode::PAYLOAD_TOO_LARGE;
    let mut modulo = String::new();
    loop {
        let mut field = match multipart.next_field().await {
            Ok(Some(field)) => field,
            Err(error) if too_large(&error) => return Received::TooLarge,
            Ok(None) | Err(_) => return Received::Nothing,
        };
        if field.name() == Some("modulo") {
            modulo = field.text().await.unwrap_or_default();
            continue;
        }
        if field.name() != Some("file") {
            continue;
        }
        let name = field.file_name().unwrap_or_default().to_owned();
        let (mut bytes, mut is_too_large) = (Vec::new(), false);
        loop {
            match field.chunk().await {
                Ok(Some(chunk)) if is_too_large || bytes.len() + chunk.len() > MOST_BYTES => {
                    is_too_large = true;
                    bytes = Vec::new();
                }
                Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
                Ok(None) => break,
                Err(error) if too_large(&error) => return Received::TooLarge,
                Err(_) => return Received::Nothing,
            }
        }
        return match (is_too_large, bytes.is_empty()) {
            (true, _) => Received::TooLarge,
            (_, true) => Received::Nothing,
            _ => Received::File { modulo, name, bytes },
        };
    }
}

pub(super) async fn download(
    who: Who,
    State(app): State<App>,
    Path((person, file)): Path<(String, String)>,
) -> Result<Response, Problem> {
    let (person, file): (PersonId, AttachmentId) = (id(&person)?, id(&file)?);
    let keys = app.vault.city(who.city()?)?;
    let mut reader = app.store.reader().await?;
    let found = read::content(&mut reader, &keys, person, file).await?;
    drop(reader);
    let (name, kind, content) = found.ok_or_else(Problem::not_found)?;
    shown(&app, &who, &[person], What::Attachment).await?;
    let headers = [
        (http::CONTENT_TYPE, HeaderValue::from_static(kind.media_type())),
        (http::CONTENT_DISPOSITION, disposition(&name)),
        (http::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    ];
    Ok((headers, content).into_response())
}

/// Kept and never shown by a browser, under its own name (RFC 6266, with the name as RFC 8187 writes it).
fn disposition(name: &str) -> HeaderValue {
    let encoded = ui::address::encoded(name, b"-._");
    let value = format!("attachment; filename*=UTF-8''{encoded}");
    HeaderValue::try_from(value).unwrap_or(HeaderValue::from_static("attachment"))
}

#[derive(Deserialize)]
pub(super) struct Removing {
    #[serde(default)]
    motivo: String,
}

pub(super) async fn remove(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path((person, file)): Path<(String, String)>,
    Form(removing): Form<Removing>,
) -> Result<Response, Problem> {
    let (person, file): (PersonId, AttachmentId) = (id(&person)?, id(&file)?);
    let mut faults = Faults::new();
    let why = reason(&removing.motivo, &mut faults);
    if !faults.is_empty() {
        return Ok(again(page_of(page, &app, &who, person, String::new(), Some(file)).await?));
    }
    let actor = who.actor();
    desk(&app, &who, &actor)?.detach(file, person, &why).await.map_err(refused)?;
    Ok(to(format!("{}/allegati", file_of(person))))
}

impl AttachmentsPage {
    pub(super) fn new(page: Page, view: &AttachmentsView<'_>) -> Self {
        let title = page.t("people-attachments-title");
        let page = page.titled(Section::Desk, &title);
        let AttachmentsView { card, standing, .. } = *view;
        let home = format!("{}/allegati", file_of(card.person));
        let can_write = *standing == Standing::Open;
        let (mut files, mut gone) = (Vec::new(), Vec::new());
        for file in view.attached {
            let name = file.name.clone().unwrap_or_else(|| page.t("people-erased"));
            if let Some((at, by, why)) = &file.removed {
                let words =
                    [("name", &name as &dyn ui::ToValue), ("day", &page.date(&at.day())), ("who", by)];
                gone.push(Gone {
                    what: page.t_with("people-file-gone", &words),
                    why: why.clone().unwrap_or_default(),
                });
                continue;
            }
            let words = [
                ("size", &words::size(&page, file.size) as &dyn ui::ToValue),
                ("day", &page.date(&file.added_at.day())),
                ("who", &file.added_by),
            ];
            let fault = (view.unexplained == Some(file.id)).then(|| page.t("people-fault-reason"));
            files.push(Shown {
                href: format!("{home}/{}", file.id),
                about: page.t_with("people-file-about", &words),
                remove: can_write.then(|| Removal {
                    action: format!("{home}/{}/togli", file.id),
                    label: page.t_with("people-file-remove-of", &[("name", &name)]),
                    reason: Field::text("motivo", page.t("people-file-reason"))
                        .id(format!("motivo-{}", file.id))
                        .autocomplete("off")
                        .error(fault.unwrap_or_default()),
                }),
                name,
            });
        }
        let accept = FileType::ALL.map(|kind| format!(".{}", kind.ending())).join(",");
        Self {
            breadcrumb: words::breadcrumb(&page, Some(card), &title),
            heading: page.t_with("people-attachments-of", &[("name", &card.name)]),
            restricted: header::restricted(&page, standing),
            lead: page.tn("people-attachments-lead", files.len()),
            files,
            gone,
            modulo: Field::hidden("modulo", &view.modulo),
            file: Field::file("file", page.t("people-file"), accept)
                .hint(page.tn("people-file-hint", MOST_BYTES >> 20))
                .error(&view.fault),
            can_write,
            home,
            page,
        }
    }
}
