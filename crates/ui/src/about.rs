//! The pages that every installation has: accessibility, privacy, the keys, and the health check.

use askama::Template;
use axum::routing::get;
use axum::{Json, Router};

use crate::{Page, Section, Shell, render};

macro_rules! about_pages {
    ($($name:ident $path:literal $template:literal $title:literal;)*) => {
        $(#[derive(Template)]
        #[template(path = $template)]
        pub(crate) struct $name { pub(crate) page: Page })*

        /// The routes of these pages.
        pub(crate) fn routes() -> Router {
            Router::new()
                $(.route($path, get(|page: Page| async move {
                    let title = page.t($title);
                    render(&$name { page: page.titled(Section::Elsewhere, title) })
                })))*
                .route("/salute", get(health))
        }
    };
}

about_pages! {
    Accessibility "/accessibilita" "about/accessibility.html" "ui-accessibility";
    Privacy "/privacy" "about/privacy.html" "ui-privacy";
    Keys "/tasti" "about/keys.html" "ui-keys";
}

/// Answers whenever the server answers at all; the check of the data is `lgnet doctor`.
async fn health() -> Json<serde_json::Value> {
    Json(serde_json::json!({ "status": "ok", "version": Shell::version() }))
}
