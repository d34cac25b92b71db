//! The pages of the handbook.

use std::sync::Arc;

use access::{Action, Routes};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Markup};
use ui::{Page, Problem, Section, render};

use crate::chapters::{self, Chapter, Chapters, Group};
use crate::search::{Found, search};

/// A picture is kept for a day, then asked for again by what it was.
const KEPT: &str = "public, max-age=86400";

#[derive(Template)]
#[template(path = "handbook/contents.html")]
struct ContentsPage {
    page: Page,
    field: Field,
    groups: Vec<(Group, Vec<Chapter>)>,
}

#[derive(Template)]
#[template(path = "handbook/found.html")]
struct FoundPage {
    page: Page,
    breadcrumb: Breadcrumb,
    field: Field,
    lead: String,
    found: Vec<Found>,
}

#[derive(Template)]
#[template(path = "handbook/chapter.html")]
struct ChapterPage<'a> {
    page: Page,
    breadcrumb: Breadcrumb,
    chapter: &'a Chapter,
    field: Field,
    html: Markup,
    before: Option<&'a Chapter>,
    after: Option<&'a Chapter>,
}

/// The routes of the handbook: open to everybody, since it says nothing of anybody.
pub fn routes() -> Routes {
    Routes::new()
        .get("/manuale", Action::Open, contents)
        .get("/manuale/{chapter}", Action::Open, chapter)
        .get("/manuale/figure/{name}", Action::Open, figure)
        .with_state(Arc::new(Chapters::embedded()))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

async fn contents(page: Page, State(chapters): State<Arc<Chapters>>, Query(asked): Query<Asked>) -> Response {
    if !asked.q.trim().is_empty() {
        return found(page, &chapters, asked.q.trim());
    }
    let title = page.t("handbook-title");
    let field = field(&page, "");
    let of = |group: Group| (group, chapters.of(group).into_iter().cloned().collect::<Vec<_>>());
    let groups = Group::ALL.into_iter().map(of).filter(|(_, chapters)| !chapters.is_empty()).collect();
    render(&ContentsPage { page: page.titled(Section::Elsewhere, title), field, groups })
}

/// Where words stand in the handbook.
fn found(page: Page, chapters: &Chapters, typed: &str) -> Response {
    let found = search(chapters, typed);
    let lead = page.t_with("handbook-found", &[("n", &found.len()), ("typed", &typed)]);
    let above = vec![("/manuale".to_owned(), page.t("handbook-title"))];
    let title = page.t("handbook-found-title");
    let breadcrumb = Breadcrumb::new(&page, above, &title);
    let field = field(&page, typed);
    render(&FoundPage { page: page.titled(Section::Elsewhere, title), breadcrumb, field, lead, found })
}

/// The field that the handbook is searched with.
fn field(page: &Page, typed: &str) -> Field {
    Field::search("q", page.t("handbook-search")).value(typed)
}

async fn chapter(
    page: Page,
    State(chapters): State<Arc<Chapters>>,
    Path(slug): Path<String>,
) -> Result<Response, Problem> {
    let (chapter, before, after) = chapters.find(&slug).ok_or_else(Problem::not_found)?;
    let above = vec![("/manuale".to_owned(), page.t("handbook-title"))];
    let breadcrumb = Breadcrumb::new(&page, above, &chapter.title);
    let field = field(&page, "");
    let page = page.titled(Section::Elsewhere, chapter.title.clone());
    let html = Markup(chapter.html.clone());
    Ok(render(&ChapterPage { page, breadcrumb, chapter, field, html, before, after }))
}

async fn figure(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Problem> {
    let picture = chapters::figure(&name).ok_or_else(Problem::not_found)?;
    let digest: String = picture.digest[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{digest}\"");
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let kept = [(header::CACHE_CONTROL, KEPT.to_owned()), (header::ETAG, tag)];
    if known {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    Ok((kept, [(header::CONTENT_TYPE, "image/png")], picture.bytes.into_owned()).into_response())
}

#[cfg(test)]
mod tests {
    use axum::body::{Body, to_bytes};
    use axum::http::{Request, StatusCode};
    use tower::ServiceExt as _;

    use super::*;

    async fn get(address: &str) -> (StatusCode, String) {
        let shell = ui::Shell::new([crate::MESSAGES]).unwrap();
        let router = ui::dress(routes().into_router(), shell);
        let request = Request::get(address).header("host", "localhost").body(Body::empty()).unwrap();
        let response = router.oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8_lossy(&body).into_owned())
    }

    #[tokio::test]
    async fn every_chapter_is_a_sound_page() {
        let (status, contents) = get("/manuale").await;
        assert_eq!((status, ui::check::page(&contents)), (StatusCode::OK, Vec::new()));
        for chapter in Chapters::embedded().iter() {
            let address = format!("/manuale/{}", chapter.slug);
            assert!(contents.contains(&format!("href=\"{address}\"")), "{address}");
            let (status, text) = get(&address).await;
            assert_eq!((status, ui::check::page(&text)), (StatusCode::OK, Vec::new()), "{address}");
        }
        for address in ["/manuale?q=codici%20di%20recupero", "/manuale?q=zzzz"] {
            let (status, text) = get(address).await;
            assert_eq!((status, ui::check::page(&text)), (StatusCode::OK, Vec::new()), "{address}");
            assert_eq!(text.contains("/manuale/accesso#"), !address.contains("zzzz"), "{address}");
        }
        assert_eq!(get("/manuale/nessuno").await.0, StatusCode::NOT_FOUND);
        assert_eq!(get("/manuale/figure/nessuna.png").await.0, StatusCode::NOT_FOUND);
    }

    #[tokio::test]
    async fn a_picture_is_kept_and_asked_for_by_what_it_was() {
        let ask = |tag: Option<String>| async move {
            let shell = ui::Shell::new([crate::MESSAGES]).unwrap();
            let router = ui::dress(routes().into_router(), shell);
            let mut request = Request::get("/manuale/figure/sportello.png").header("host", "localhost");
            if let Some(tag) = tag {
                request = request.header("if-none-match", tag);
            }
            router.oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
        };
        let first = ask(None).await;
        assert_eq!(
            (first.status(), &first.headers()["cache-control"]),
            (StatusCode::OK, &KEPT.parse().unwrap())
        );
        let tag = first.headers()["etag"].to_str().unwrap().to_owned();
        assert_eq!(ask(Some(tag)).await.status(), StatusCode::NOT_MODIFIED);
        assert_eq!(ask(Some("\"other\"".to_owned())).await.status(), StatusCode::OK);
    }

    #[test]
    fn messages_are_complete() {
        let faults = ui::check::messages(&[crate::MESSAGES], env!("CARGO_MANIFEST_DIR"));
        assert_eq!(faults, Vec::<String>::new());
    }
}
