//! The pages that every installation has: accessibility, privacy, the keys, and the health check.

use askama::Template;
use axum::Json;
use axum::routing::{MethodRouter, get};

use crate::{Page, Section, Shell, assets, render};

macro_rules! about_pages {
    ($($name:ident $path:literal $template:literal $title:literal;)*) => {
        $(#[derive(Template)]
        #[template(path = $template)]
        pub(crate) struct $name { pub(crate) page: Page })*

        /// The addresses of these pages and of the built front end, which anybody may read.
        pub fn open_routes() -> Vec<(&'static str, MethodRouter)> {
            vec![
                $(($path, get(|page: Page| async move {
                    let title = page.t($title);
                    render(&$name { page: page.titled(Section::Elsewhere, title) })
                })),)*
                ("/salute", get(health)),
                assets::route(),
            ]
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
