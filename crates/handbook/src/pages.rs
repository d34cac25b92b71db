//! The pages of the handbook.

use std::sync::Arc;

use access::{Action, Routes};
use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use ui::parts::{Breadcrumb, Markup};
use ui::{Page, Problem, Section, render};

use crate::chapters::{self, Chapter, Chapters};

#[derive(Template)]
#[template(path = "handbook/contents.html")]
struct ContentsPage {
    page: Page,
    chapters: Arc<Chapters>,
}

#[derive(Template)]
#[template(path = "handbook/chapter.html")]
struct ChapterPage<'a> {
    page: Page,
    breadcrumb: Breadcrumb,
    chapter: &'a Chapter,
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

async fn contents(page: Page, State(chapters): State<Arc<Chapters>>) -> Response {
    let title = page.t("handbook-title");
    render(&ContentsPage { page: page.titled(Section::Elsewhere, title), chapters })
}

async fn chapter(
    page: Page,
    State(chapters): State<Arc<Chapters>>,
    Path(slug): Path<String>,
) -> Result<Response, Problem> {
    let (chapter, before, after) = chapters.find(&slug).ok_or_else(Problem::not_found)?;
    let above = vec![("/manuale".to_owned(), page.t("handbook-title"))];
    let breadcrumb = Breadcrumb::new(&page, above, &chapter.title);
    let page = page.titled(Section::Elsewhere, chapter.title.clone());
    let html = Markup(chapter.html.clone());
    Ok(render(&ChapterPage { page, breadcrumb, chapter, html, before, after }))
}

async fn figure(Path(name): Path<String>) -> Result<Response, Problem> {
    let bytes = chapters::figure(&name).ok_or_else(Problem::not_found)?;
    Ok(([(header::CONTENT_TYPE, "image/png")], bytes.into_owned()).into_response())
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
        assert_eq!(get("/manuale/nessuno").await.0, StatusCode::NOT_FOUND);
        assert_eq!(get("/manuale/figure/nessuna.png").await.0, StatusCode::NOT_FOUND);
    }

    #[test]
    fn messages_are_complete() {
        let faults = ui::check::messages(&[crate::MESSAGES], env!("CARGO_MANIFEST_DIR"));
        assert_eq!(faults, Vec::<String>::new());
    }
}
