//! A page with one form: what is asked, in groups, and the way back. Corrections have a second one.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ui::Page;
use ui::parts::{Breadcrumb, Field};

/// Fields that belong together, under a heading if they have one.
pub(super) struct Group {
    pub legend: String,
    pub hint: String,
    pub error: String,
    pub fields: Vec<Field>,
}

impl Group {
    /// Fields that need no heading.
    pub fn plain(fields: Vec<Field>) -> Self {
        Self { legend: String::new(), hint: String::new(), error: String::new(), fields }
    }

    /// Fields under a heading.
    pub fn new(legend: String, hint: String, fields: Vec<Field>) -> Self {
        Self { legend, hint, error: String::new(), fields }
    }

    /// The same with what is wrong with them together.
    pub fn error(mut self, error: &str) -> Self {
        error.clone_into(&mut self.error);
        self
    }
}

/// A form of its own under the first: taking something away.
pub(super) struct Second {
    pub title: String,
    pub text: String,
    pub action: String,
    pub fields: Vec<Field>,
    pub button: String,
}

/// The page.
#[derive(Template)]
#[template(path = "pathways/form.html")]
pub(super) struct FormPage {
    pub page: Page,
    pub breadcrumb: Breadcrumb,
    pub lead: String,
    pub token: Field,
    pub groups: Vec<Group>,
    pub button: String,
    pub back: String,
    pub second: Option<Second>,
}

/// A page that shows what was wrong: nothing was changed.
pub(super) fn wrong(page: &FormPage) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, ui::render(page)).into_response()
}
